/** What an element of the preview may hold. */
export type PreviewContent = Node | string;

/** An element, with its classes; text is set as text, so that nothing in it can become markup. */
export function element(name: string, classes: string, ...content: PreviewContent[]): HTMLElement {
  const made = document.createElement(name);
  if (classes !== "") made.className = classes;
  made.append(...content);
  return made;
}

/** Text with what stands in backticks set as code, and what is still to be written set apart. */
export function inline(text: string): PreviewContent[] {
  if (text.startsWith(mark)) return [element("em", "quiet", text.slice(mark.length).trim())];
  return text
    .split(/(`[^`\n]+`)/)
    .map((part) => (part.length > 2 && part.startsWith("`") ? element("code", "", part.slice(1, -1)) : part));
}

const mark = "TODO:";

/** Prose as its paragraphs, lists and blocks of code; what else Markdown knows is left as it was typed. */
export function prose(text: string | undefined): HTMLElement[] {
  return (text ?? "").split(/(^```[^\n]*\n[\s\S]*?^```$)/m).flatMap((part) => {
    const fenced = /^```[^\n]*\n([\s\S]*?)\n?```$/.exec(part)?.[1];
    if (fenced !== undefined) return [element("pre", "", element("code", "", fenced))];
    return part
      .split(/\n\s*\n/)
      .filter((block) => block.trim() !== "")
      .map(block);
  });
}

function block(text: string): HTMLElement {
  const lines = text.trim().split("\n");
  if (!lines.every((line) => /^[-*] /.test(line))) return element("p", "", ...inline(lines.join(" ")));
  return element("ul", "", ...lines.map((line) => element("li", "", ...inline(line.slice(2)))));
}

/** A definition list from pairs. */
export function pairs(
  classes: string,
  entries: readonly (readonly [string, string | undefined])[],
): HTMLElement {
  return element(
    "dl",
    classes,
    ...entries.flatMap(([name, text]) =>
      text === undefined ? [] : [element("dt", "", name), element("dd", "", ...inline(text))],
    ),
  );
}
