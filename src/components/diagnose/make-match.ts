import type { Match, MatchedLine } from "../../diagnosis/diagnose.ts";
import { everydayWords } from "../../diagnosis/everyday-words.ts";
import { linePieces } from "../../diagnosis/line-pieces.ts";
import { fixedText } from "../../diagnosis/signature-index.ts";
import { wordsOf } from "../../diagnosis/words.ts";

/** What each confidence is called, and what it means. */
const confidences = {
  exact: { label: "Exact", meaning: "a line carries a message this story is known by" },
  likely: { label: "Likely", meaning: "a line says nearly what this story has seen" },
  weak: { label: "Weak", meaning: "some of the words are in it, no more" },
} as const;

/** Longest line shown, in characters. */
const longestLine = 400;

/**
 * Sets matches by the template of the page. Everything is set as text; nothing pasted can become markup. Takes the
 * template and the base path; gives a maker that shows what rules a match out where it has a close neighbour.
 */
export function matchMaker(
  template: HTMLTemplateElement,
  base: string,
): (match: Match, close: boolean) => HTMLElement {
  return (match, close) => {
    const item = copyOf(template.content.firstElementChild);
    const slot = (name: string) => item.querySelector<HTMLElement>(`[data-slot="${name}"]`);
    const link = slot("title");
    if (link instanceof HTMLAnchorElement) {
      link.href = `${base}stories/${match.story}/`;
      link.textContent = match.title;
    }
    for (const step of item.querySelectorAll<HTMLAnchorElement>("a[data-step]"))
      step.href = `${base}stories/${match.story}/#${step.dataset["step"]}`;
    const { label, meaning } = confidences[match.confidence];
    item.dataset["confidence"] = match.confidence;
    slot("confidence")?.replaceChildren(label);
    slot("meaning")?.replaceChildren(meaning);
    slot("summary")?.replaceChildren(match.summary);
    const lines = slot("lines");
    const lineModel = lines?.firstElementChild;
    lines?.replaceChildren(...match.lines.map((line) => setLine(copyOf(lineModel), line)));
    const rules = slot("rules");
    const ruleModel = rules?.firstElementChild;
    const shown = close || match.confidence === "exact" ? match.rulesOut.slice(0, 1) : [];
    rules?.replaceChildren(
      ...shown.map(({ command, rulesOut }) => {
        const rule = copyOf(ruleModel);
        rule.querySelector("[data-slot=rule]")?.replaceChildren(rulesOut);
        const ask = rule.querySelector<HTMLElement>("[data-slot=ask]");
        if (ask) ask.hidden = command === undefined;
        rule.querySelector("[data-slot=command]")?.replaceChildren(command ?? "");
        return rule;
      }),
    );
    if (rules) rules.hidden = shown.length === 0;
    return item;
  };
}

function setLine(item: HTMLElement, { line, text, signature, words }: MatchedLine): HTMLElement {
  item.querySelector("[data-slot=number]")?.replaceChildren(`line ${line}`);
  const telling = signature === undefined ? words : tellingWords(signature);
  const cut = text.length > longestLine ? `${text.slice(0, longestLine - 1)}…` : text;
  item.querySelector("[data-slot=text]")?.replaceChildren(
    ...linePieces(cut, telling).map(({ text: piece, kind }) => {
      if (kind === "plain") return document.createTextNode(piece);
      const element = document.createElement(kind === "telling" ? "mark" : "span");
      if (kind === "aside") element.className = "set-aside";
      element.textContent = piece;
      return element;
    }),
  );
  const known = item.querySelector<HTMLElement>("[data-slot=known]");
  if (known) known.hidden = signature === undefined;
  item.querySelector("[data-slot=signature]")?.replaceChildren(signature ?? "");
  return item;
}

/** The words of a signature that are not its variables and not everyday ones. */
function tellingWords(signature: string): string[] {
  return wordsOf(fixedText(signature))
    .filter(({ term }) => !everydayWords.has(term))
    .map(({ text }) => text);
}

function copyOf(model: Element | null | undefined): HTMLElement {
  const copy = model?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error("A template of the page is empty.");
  return copy;
}
