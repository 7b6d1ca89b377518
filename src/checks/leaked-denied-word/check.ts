import type { Check } from "../check.ts";
import { findLeaks } from "../leaked-text.ts";

/**
 * No file holds a word of the library's own deny list: names of customers, projects, hosts. Upper and lower case are one,
 * and so are spaces, dashes and underscores between words; a word within another word does not count.
 */
export const check: Check = ({ denyList }, { files }) => {
  if (!denyList) return [];
  const words = denyList.map(({ text, line }) => ({ line, pattern: patternOf(text) }));
  return findLeaks("leaked-denied-word", files, ({ text }) =>
    words.flatMap(({ line, pattern }) =>
      [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
        offset: index,
        length: found.length,
        message: `Here stands what line ${line} of the deny list forbids.`,
        fix: "Write it in general words.",
      })),
    ),
  );
};

function patternOf(text: string): RegExp {
  const parts = text.split(/[\s_-]+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join("[\\s_-]{1,3}")}(?![\\p{L}\\p{N}])`, "giu");
}
