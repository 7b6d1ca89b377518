import type { Diagnoser, Diagnosis } from "../../diagnosis/diagnose.ts";
import { missingStory, missingStoryAddress } from "../../diagnosis/missing-story.ts";
import { describeDiagnosis } from "./describe-diagnosis.ts";
import { loadDiagnoser } from "./load-diagnoser.ts";
import { matchMaker } from "./make-match.ts";

/** How long typing must pause before it is looked at, in milliseconds; what is pasted is looked at at once. */
const pause = 150;
/** Most families of errors shown. */
const mostFamilies = 3;
/** Most stories named where none fits well. */
const mostWeak = 3;
/** Longest text looked at, in characters. */
const longestText = 400_000;
/** From which share of the best score on two stories are close enough to need telling apart. */
const closeBy = 0.85;

interface Parts {
  box: HTMLTextAreaElement;
  status: HTMLElement;
  results: HTMLElement;
  template: HTMLTemplateElement;
  forward: HTMLElement;
  families: HTMLElement;
  missing: HTMLTextAreaElement;
  ask: HTMLAnchorElement | null;
  clear: HTMLElement;
}

/**
 * Runs the page that takes pasted text: looks at it as it is pasted and shows which stories it resembles. What is pasted stays in
 * the box: it is not sent, not stored, and not written into the address. Takes the base path with a slash at both ends.
 */
export function wireDiagnosePage(page: Document, base: string): void {
  const parts = findParts(page);
  if (parts) new DiagnosePage(parts, base).start();
}

class DiagnosePage {
  readonly #parts: Parts;
  readonly #base: string;
  readonly #make: ReturnType<typeof matchMaker>;
  #diagnoser: Promise<Diagnoser> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Number of the newest look; an older one that ends later is dropped. */
  #newest = 0;

  constructor(parts: Parts, base: string) {
    this.#parts = parts;
    this.#base = base;
    this.#make = matchMaker(parts.template, base);
  }

  start(): void {
    const { box, clear, missing } = this.#parts;
    box.addEventListener("input", (event) => {
      clearTimeout(this.#timer);
      const pasted = event instanceof InputEvent && /^insertFrom(?:Paste|Drop)/.test(event.inputType);
      this.#timer = setTimeout(() => void this.#look(), pasted ? 0 : pause);
    });
    clear.addEventListener("click", () => {
      box.value = "";
      void this.#look();
      box.focus();
    });
    missing.addEventListener("input", () => this.#setAsk());
    addEventListener("hashchange", () => this.#takeFragment());
    this.#load().catch(() => {});
    this.#takeFragment();
    if (matchMedia("(hover: hover)").matches || box.value === "") box.focus({ preventScroll: true });
  }

  /** Text handed over in the fragment, which browsers keep to themselves: /diagnose/#m=… */
  #takeFragment(): void {
    const text = new URLSearchParams(location.hash.slice(1)).get("m");
    if (text !== null) this.#parts.box.value = text.slice(0, longestText);
    // Browsers bring a page back with what was typed.
    if (this.#parts.box.value !== "") void this.#look();
  }

  /** Loads the stories once; a failure is forgotten, so that the next look tries again. */
  #load(): Promise<Diagnoser> {
    this.#diagnoser ??= loadDiagnoser(this.#base).catch((cause: unknown) => {
      this.#diagnoser = undefined;
      throw cause;
    });
    return this.#diagnoser;
  }

  async #look(): Promise<void> {
    const look = ++this.#newest;
    const { box, status } = this.#parts;
    const text = box.value.slice(0, longestText);
    try {
      const diagnose = await this.#load();
      if (look === this.#newest) this.#show(text, diagnose(text));
    } catch {
      if (look === this.#newest)
        status.textContent = "The stories could not be loaded. Check the connection and type or paste again.";
    }
  }

  #show(text: string, diagnosis: Diagnosis): void {
    const { status, results, clear, forward, families, missing } = this.#parts;
    const { matches, sure, lines } = diagnosis;
    const best = matches[0]?.score ?? 0;
    const close = matches.filter(({ score }) => score >= best * closeBy).length > 1;
    status.textContent = describeDiagnosis(diagnosis);
    const named = sure ? matches : matches.slice(0, mostWeak);
    results.replaceChildren(
      ...named.map((match) => this.#make(match, close && match.score >= best * closeBy)),
    );
    clear.hidden = text === "";
    forward.hidden = lines === 0 || sure;
    if (forward.hidden) return;
    const shown = diagnosis.families.slice(0, mostFamilies).map(({ id }) => id);
    for (const family of families.querySelectorAll<HTMLElement>("[data-family]")) family.hidden = true;
    for (const id of shown.toReversed()) {
      const family = families.querySelector<HTMLElement>(`[data-family="${id}"]`);
      if (!family) continue;
      family.hidden = false;
      family.parentElement?.prepend(family);
    }
    families.hidden = shown.length === 0;
    const { title, body } = missingStory(text, diagnosis.families);
    missing.value = `${title}\n\n${body}`;
    this.#setAsk();
  }

  /** The link that opens the form of the repository with what stands in the box, which the reader may have changed. */
  #setAsk(): void {
    const { ask, missing } = this.#parts;
    const repository = ask?.dataset["repository"];
    if (!ask || repository === undefined) return;
    const [title = "", ...body] = missing.value.split("\n");
    ask.href = missingStoryAddress(repository, { title, body: body.join("\n").trim() });
  }
}

function findParts(page: Document): Parts | undefined {
  const find = <Kind extends HTMLElement>(name: string) =>
    page.querySelector<Kind>(`[data-diagnose-${name}]`);
  const box = find<HTMLTextAreaElement>("box");
  const status = find("status");
  const results = find("results");
  const template = find<HTMLTemplateElement>("match");
  const forward = find("forward");
  const families = find("families");
  const missing = find<HTMLTextAreaElement>("missing");
  const clear = find("clear");
  if (!box || !status || !results || !template || !forward || !families || !missing || !clear)
    return undefined;
  return {
    box,
    status,
    results,
    template,
    forward,
    families,
    missing,
    clear,
    ask: find<HTMLAnchorElement>("ask"),
  };
}
