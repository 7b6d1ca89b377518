import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Each source is listed once, and its archived copy stands at another address. */
export const check: Check = (_library, { told }) =>
  told.flatMap(({ facts, document, file }) =>
    (facts.sources ?? []).flatMap((source, index, sources) => {
      const { url, archiveUrl } = source ?? {};
      if (url === undefined) return [];
      const earlier = sources.findIndex((other) => other?.url !== undefined && same(other.url, url));
      if (earlier !== index)
        return [
          makeFinding({
            code: "source-duplicate",
            file,
            at: document.valueAt(["sources", index, "url"]),
            message: `sources[${earlier}] has the same address.`,
            fix: "Keep one of them, with the more precise title.",
          }),
        ];
      if (archiveUrl !== undefined && same(archiveUrl, url))
        return [
          makeFinding({
            code: "source-duplicate",
            file,
            at: document.valueAt(["sources", index, "archiveUrl"]),
            message: "The archived copy has the address of the source itself.",
            fix: "Give the address of the copy in an archive, or leave it out.",
          }),
        ];
      return [];
    }),
  );

/** Whether two addresses lead to one page, a fragment or a slash at the end apart. */
function same(a: string, b: string): boolean {
  const plain = (url: string) =>
    url
      .replace(/#.*$/, "")
      .replace(/\/$/, "")
      .replace(/^https?:\/\/(www\.)?/i, "");
  return plain(a) === plain(b);
}
