import { makeFinding } from "../../finding/make-finding.ts";
import { storySections } from "../../story/story-sections.ts";
import type { Check } from "../check.ts";
import { sectionsOf } from "../sections-of.ts";

/** Sections stand in their order, each once. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap((text) => {
    const order = storySections.map(({ title }) => title);
    let furthest = -1;
    return (sectionsOf(text) ?? []).flatMap(({ title, at }) => {
      const place = order.indexOf(title);
      if (place === -1) return [];
      if (place > furthest) {
        furthest = place;
        return [];
      }
      const later = order[furthest] ?? "";
      return [
        makeFinding({
          code: "section-out-of-order",
          file: text.prose.file,
          at,
          message:
            place === furthest
              ? `The section "${title}" stands here for the second time.`
              : `The section "${title}" stands after "${later}".`,
          fix: place === furthest ? "Make one section of the two." : `Move it before "${later}".`,
        }),
      ];
    });
  });
