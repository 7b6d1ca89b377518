import type { EngineDocument, EnginePassage } from "../../search/engine.ts";
import { splitExcerpt } from "../../search/split-excerpt.ts";

/** Most passages shown of one story. */
const maxPassages = 2;

/**
 * Sets results by the template of the search page: title, who and when, and the passages in which words were found, each
 * leading to its place. Everything is set as text; nothing found can become markup.
 */
export function resultMaker(template: HTMLTemplateElement): (found: EngineDocument) => HTMLElement {
  return (found) => {
    const result = template.content.firstElementChild?.cloneNode(true);
    if (!(result instanceof HTMLElement)) throw new Error("The template of a result is empty.");
    const link = result.querySelector("a");
    if (link) {
      link.href = found.url;
      link.textContent = found.meta["title"] ?? found.url;
    }
    for (const slot of result.querySelectorAll<HTMLElement>("[data-meta]"))
      slot.textContent = found.meta[slot.dataset["meta"] ?? ""] ?? "";
    const passages = choosePassages(found);
    const list = result.querySelector("[data-passages]");
    const model = list?.firstElementChild;
    list?.replaceChildren(
      ...passages.map((passage) => {
        const item = model?.cloneNode(true);
        if (!(item instanceof HTMLElement)) throw new Error("The template of a passage is empty.");
        const place = item.querySelector("a");
        if (place) {
          place.href = passage.url;
          place.textContent = passage.title;
        }
        item.querySelector("[data-excerpt]")?.replaceChildren(...marked(passage.excerpt));
        return item;
      }),
    );
    return result;
  };
}

/** The passages with most of the words; what stands before the first section repeats title and summary, so it is left out. */
function choosePassages(found: EngineDocument): EnginePassage[] {
  const sections = found.sub_results.filter((passage) => passage.url !== found.url);
  return sections.sort((a, b) => b.locations.length - a.locations.length).slice(0, maxPassages);
}

function marked(excerpt: string): Node[] {
  return splitExcerpt(excerpt).map(({ text, marked: found }) => {
    if (!found) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}
