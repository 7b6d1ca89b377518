import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { Overlay } from "../checks/examples/load-overlay.ts";
import { explainCheck } from "./explain-check.ts";

/**
 * A Vite plugin that gives the page.md of a check, asked for with `?explained&raw`, as what its page shows: taken apart, with
 * the failing example run by the real checks. It stands here and not in a page, since the checks read schemas beside
 * their own code, which a bundle has left behind. Astro reads any .md as a page, but for those asked for as `raw`.
 */
export const loadExplanations = {
  name: "load-explanations",
  enforce: "pre" as const,
  load: {
    filter: { id: /\/checks\/[a-z0-9-]+\/page\.md\?explained&raw$/ },
    async handler(id: string): Promise<string> {
      const file = id.replace(/\?.*$/s, "");
      const explanation = await explainCheck(
        basename(dirname(file)),
        readFileSync(file, "utf8"),
        sharedOverlay(),
      );
      return `export default ${JSON.stringify(explanation)}`;
    },
  },
};

/** How long the copy of the small library waits for the next example, in milliseconds. */
const patience = 1000;
let overlay: Overlay | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;

/** The copy of the small library that all examples change in turn; it is taken away once no more of them come. */
function sharedOverlay(): Overlay {
  clearTimeout(closing);
  closing = setTimeout(closeOverlay, patience).unref();
  if (overlay) return overlay;
  process.once("exit", closeOverlay);
  overlay = new Overlay();
  return overlay;
}

function closeOverlay(): void {
  overlay?.close();
  overlay = undefined;
  process.off("exit", closeOverlay);
}
