import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** Draws an SVG as a PNG. */
export type Painter = (svg: string) => Uint8Array<ArrayBuffer>;

let loading: Promise<Painter> | undefined;

/**
 * Starts the painter of social cards: resvg as WebAssembly, which draws the same bytes on every machine, with the two
 * faces that lie beside this file. Neither a browser nor a font of the system is needed. Throws where they cannot be read.
 */
export function loadPainter(): Promise<Painter> {
  loading ??= start();
  return loading;
}

async function start(): Promise<Painter> {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const fontBuffers = ["title.ttf", "remark.ttf"].map((name) =>
    readFileSync(resolve("src/catalog/cards", name)),
  );
  return (svg) => {
    const drawn = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: "Literata" } });
    const image = drawn.render();
    const png = new Uint8Array(image.asPng());
    image.free();
    drawn.free();
    return png;
  };
}
