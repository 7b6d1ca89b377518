import type { Finding } from "../../finding/finding.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import { nearestName } from "../../finding/nearest-name.ts";
import type { Check } from "../check.ts";

/** An id belongs to one story for good: a former id is no other story's id, now or before; a successor exists. */
export const check: Check = (library, { told }) => {
  const stories = library.stories.filter(({ template }) => !template).map(({ id }) => id);
  const owners = new Map<string, string>();
  return told.flatMap(({ folder, facts, document, file }) => {
    const finding = (path: (string | number)[], message: string, fix: string): Finding =>
      makeFinding({ code: "id-reused", file, at: document.valueAt(path), message, fix });
    const reused = (facts.formerIds ?? []).flatMap((id, index) => {
      if (id === undefined) return [];
      const owner = owners.get(id);
      if (owner === undefined) owners.set(id, folder.id);
      const message =
        id === folder.id
          ? `"${id}" is the id the story has now.`
          : stories.includes(id)
            ? `"${id}" is the id of another story.`
            : owner === folder.id
              ? `"${id}" is named twice.`
              : owner !== undefined
                ? `"${id}" is also a former id of ${owner}.`
                : undefined;
      return message === undefined
        ? []
        : [
            finding(
              ["formerIds", index],
              message,
              "Name here only ids that this story had before and no other story has or had; an address can lead to one story only.",
            ),
          ];
    });
    const successor = facts.withdrawn?.successor;
    if (successor === undefined || (successor !== folder.id && stories.includes(successor))) return reused;
    const near = nearestName(
      successor,
      stories.filter((id) => id !== folder.id),
    );
    return [
      ...reused,
      finding(
        ["withdrawn", "successor"],
        successor === folder.id
          ? "The story names itself as its successor."
          : `The successor "${successor}" is no story of the library${near ? `; did you mean "${near}"?` : "."}`,
        near ? `Write ${near}.` : "Name a folder of content/stories, or leave it out.",
      ),
    ];
  });
};
