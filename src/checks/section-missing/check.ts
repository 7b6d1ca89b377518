import { makeFinding } from "../../finding/make-finding.ts";
import { storySections } from "../../story/story-sections.ts";
import type { Check } from "../check.ts";
import { sectionsOf } from "../sections-of.ts";

/** Every required section is there. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap((text) => {
    const sections = sectionsOf(text);
    if (!sections) return [];
    const titles = sections.map(({ title }) => title);
    return storySections
      .filter(({ title, required }) => required && !titles.includes(title))
      .map(({ title, holds }) => {
        const after = storySections[storySections.findIndex((known) => known.title === title) - 1];
        const place = sections.find((section) => section.title === after?.title) ?? sections[0];
        const at = place?.at ?? { line: text.story?.story.bodyLine ?? 1, column: 1 };
        return makeFinding({
          code: "section-missing",
          file: text.prose.file,
          at: { line: at.line, column: at.column },
          message: `The story has no section "${title}".`,
          fix: `Add "## ${title}"${after ? ` after "${after.title}"` : " at the start"}: ${holds}.`,
        });
      });
  });
