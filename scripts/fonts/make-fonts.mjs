import { readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

// Cuts Literata down to the characters and weights the library uses, and measures it:
//   src/styles/fonts/*.woff2     what pages load: Latin, weights 400 to 600, the roman with its optical sizes
//   src/catalog/cards/*.ttf              what social cards are drawn with: one weight, one optical size
//   src/catalog/text-widths.json how wide each character is, in thousandths of the size, for pictures drawn in a build
// Run once after a change: cd scripts/fonts && npm install && npm run make

const range = (from, to) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
const characters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}œŒ–—‘’“”„…•−€`;
const source = (style) =>
  readFileSync(`node_modules/@fontsource-variable/literata/files/literata-latin-opsz-${style}.woff2`);
const weights = { min: 400, max: 600 };

const roman = await subsetFont(source("normal"), characters, {
  targetFormat: "woff2",
  variationAxes: { wght: weights, opsz: { min: 12, max: 48 } },
});
writeFileSync("../../src/styles/fonts/literata.woff2", roman);
const italic = await subsetFont(source("italic"), characters, {
  targetFormat: "woff2",
  variationAxes: { wght: weights, opsz: 18 },
});
writeFileSync("../../src/styles/fonts/literata-italic.woff2", italic);

const title = await instance("normal", 420, 48);
writeFileSync("../../src/catalog/cards/title.ttf", title);
const remark = await instance("italic", 420, 24);
writeFileSync("../../src/catalog/cards/remark.ttf", remark);
writeFileSync(
  "../../src/catalog/text-widths.json",
  `${JSON.stringify({ text: widths(await instance("normal", 400, 12)), title: widths(title) }, undefined, 1)}\n`,
);

function instance(style, wght, opsz) {
  return subsetFont(source(style), characters, { targetFormat: "sfnt", variationAxes: { wght, opsz } });
}

/** Reads cmap (format 4) and hmtx of a TrueType file. */
function widths(ttf) {
  const view = new DataView(ttf.buffer, ttf.byteOffset, ttf.byteLength);
  const tables = {};
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + 16 * index;
    const tag = String.fromCharCode(...ttf.subarray(entry, entry + 4));
    tables[tag] = view.getUint32(entry + 8);
  }
  const unitsPerEm = view.getUint16(tables.head + 18);
  const metrics = view.getUint16(tables.hhea + 34);
  const advance = (glyph) => view.getUint16(tables.hmtx + 4 * Math.min(glyph, metrics - 1));
  const glyphs = glyphsOf(view, tables.cmap);
  return Object.fromEntries(
    [...characters].flatMap((character) => {
      const glyph = glyphs.get(character.codePointAt(0));
      return glyph === undefined ? [] : [[character, Math.round((1000 * advance(glyph)) / unitsPerEm)]];
    }),
  );
}

function glyphsOf(view, cmap) {
  const glyphs = new Map();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const table = cmap + view.getUint32(cmap + 8 + 8 * index);
    if (view.getUint16(table) !== 4) continue;
    const count = view.getUint16(table + 6) / 2;
    const [ends, starts, deltas, offsets] = [0, 1, 2, 3].map(
      (part) => table + 14 + 2 * count * part + (part > 0 ? 2 : 0),
    );
    for (let segment = 0; segment < count; segment++) {
      const end = view.getUint16(ends + 2 * segment);
      const start = view.getUint16(starts + 2 * segment);
      const delta = view.getUint16(deltas + 2 * segment);
      const offset = view.getUint16(offsets + 2 * segment);
      for (let code = start; code <= end && code !== 0xffff; code++) {
        const place = offsets + 2 * segment + offset + 2 * (code - start);
        const glyph = offset === 0 ? code + delta : view.getUint16(place) + delta;
        if (glyph % 65536 !== 0) glyphs.set(code, glyph % 65536);
      }
    }
  }
  return glyphs;
}
