import type { PageText } from "../../search/index-format.ts";
import { makePassages, type PassagePiece } from "../../search/make-passages.ts";

/** Most passages shown of one story. */
const maxPassages = 2;

/**
 * Sets results by the template of the search page: title, who and when, and the passages in which words were found, each
 * leading to its place. Everything is set as text; nothing found can become markup. Takes the base path with a slash at both
 * ends; gives a maker that takes a page and the words to mark.
 */
export function resultMaker(
  template: HTMLTemplateElement,
  base: string,
): (page: PageText, marked: ReadonlySet<string>) => HTMLElement {
  return (page, marked) => {
    const result = template.content.firstElementChild?.cloneNode(true);
    if (!(result instanceof HTMLElement)) throw new Error("The template of a result is empty.");
    const link = result.querySelector("a");
    if (link) {
      link.href = base + page.path;
      link.textContent = page.title;
    }
    for (const slot of result.querySelectorAll<HTMLElement>("[data-meta]"))
      slot.textContent = page.meta[slot.dataset["meta"] ?? ""] ?? "";
    const severity = result.querySelector(".severity");
    for (const name of ["major", "minor"]) severity?.classList.toggle(name, page.meta["severity"] === name);
    const list = result.querySelector("[data-passages]");
    const model = list?.firstElementChild;
    list?.replaceChildren(
      ...makePassages(page, marked, maxPassages).map((passage) => {
        const item = model?.cloneNode(true);
        if (!(item instanceof HTMLElement)) throw new Error("The template of a passage is empty.");
        const place = item.querySelector("a");
        if (place) {
          place.href = base + passage.path;
          place.textContent = passage.title;
        }
        item.querySelector("[data-excerpt]")?.replaceChildren(...passage.pieces.map(set));
        return item;
      }),
    );
    return result;
  };
}

function set({ text, marked }: PassagePiece): Node {
  if (!marked) return document.createTextNode(text);
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}
