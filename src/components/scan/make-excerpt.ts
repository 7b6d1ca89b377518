import type { Finding } from "../../finding/finding.ts";
import { withoutAddress } from "../../guardrail/without-address.ts";
import type { Excerpt, ExcerptLine } from "./find-excerpts.ts";

/** The story a guardrail comes from. */
export interface GuardrailStory {
  /** The guardrail's id, as the annotation that silences it wants it. */
  guardrail: string;
  /** Address of the guardrail's own page. */
  page: string;
  /** Title of the story. */
  title: string;
  /** Address of the story. */
  url: string;
}

/** What notes beside an excerpt lead to. */
export interface ExcerptLinks {
  /** The story behind a policy, by the policy's name. */
  storyOf(policy: string | undefined): GuardrailStory | undefined;
  /** Address of the page that explains a code. */
  checkPage(code: string): string;
}

/**
 * Sets an excerpt by the template of the page: the lines on one side, what was found in them on the other. Everything
 * is set as text; nothing that was pasted can become markup.
 */
export function excerptMaker(
  template: HTMLTemplateElement,
  links: ExcerptLinks,
): (excerpt: Excerpt) => HTMLElement {
  return ({ file, lines, findings }) => {
    const item = copy(template.content.firstElementChild);
    const first = lines[0]?.number ?? 1;
    const last = lines.at(-1)?.number ?? first;
    slot(item, "file").textContent = file;
    slot(item, "lines").textContent = first === last ? `line ${first}` : `lines ${first} to ${last}`;
    slot(item, "code").replaceChildren(...lines.map((line) => lineElement(line)));
    const notes = slot(item, "notes");
    const model = notes.firstElementChild;
    notes.replaceChildren(...findings.map((finding) => noteElement(copy(model), finding, links)));
    return item;
  };
}

function copy(model: Element | null): HTMLElement {
  const element = model?.cloneNode(true);
  if (!(element instanceof HTMLElement)) throw new Error("The template of an excerpt is empty.");
  return element;
}

function slot(within: HTMLElement, name: string): HTMLElement {
  const found = within.querySelector<HTMLElement>(`[data-slot="${name}"]`);
  if (!found) throw new Error(`The template of an excerpt has no slot ${name}.`);
  return found;
}

function lineElement({ number, text, marks }: ExcerptLine): HTMLElement {
  const line = document.createElement("span");
  line.className = marks.length > 0 ? "row found" : "row";
  line.dataset["number"] = String(number);
  let done = 0;
  for (const { start, end } of marks) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    line.append(text.slice(done, start), mark);
    done = end;
  }
  line.append(`${text.slice(done)}\n`);
  return line;
}

function noteElement(note: HTMLElement, finding: Finding, { storyOf, checkPage }: ExcerptLinks): HTMLElement {
  const story = storyOf(finding.policy);
  const { resource } = finding;
  const owner = resource
    ? `, ${resource.kind} ${[resource.namespace, resource.name].filter(Boolean).join("/")}`
    : "";
  slot(note, "place").textContent = `Line ${finding.line}${owner}`;
  slot(note, "message").textContent = withoutAddress(finding.message);
  const fix = slot(note, "fix");
  // Where the fix is no sentence of its own, the message has said it already.
  if (finding.fix.startsWith("Change the object as the policy")) fix.remove();
  else fix.textContent = finding.fix;
  setLink(note, "story", story?.url ?? checkPage(finding.code), story?.title ?? finding.code);
  if (story) setLink(note, "guardrail", story.page, story.guardrail);
  else slot(note, "guardrail").remove();
  return note;
}

function setLink(note: HTMLElement, name: string, address: string, text: string): void {
  const link = slot(note, name);
  if (!(link instanceof HTMLAnchorElement)) throw new Error(`The slot ${name} is no link.`);
  link.href = address;
  link.textContent = text;
}
