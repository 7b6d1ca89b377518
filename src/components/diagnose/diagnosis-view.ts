import type { Diagnoser, Diagnosis } from "../../diagnosis/diagnose.ts";
import { missingStory, missingStoryAddress } from "../../diagnosis/missing-story.ts";
import { describeDiagnosis } from "./describe-diagnosis.ts";
import type { DiagnoseParts } from "./diagnose-page.ts";
import { loadDiagnoser } from "./load-diagnoser.ts";
import { matchMaker } from "./make-match.ts";

/** Most families of errors shown. */
const mostFamilies = 3;
/** Most stories named where none fits well. */
const mostWeak = 3;
/** From which share of the best score on two stories are close enough to need telling apart. */
const closeBy = 0.85;

/**
 * Opens what answers pasted text: the stories and the program that compares. Takes the parts of the page and the base path
 * with a slash at both ends. Throws where the stories cannot be fetched.
 */
export async function openDiagnosis(parts: DiagnoseParts, base: string): Promise<DiagnosisView> {
  return new DiagnosisView(parts, base, await loadDiagnoser(base));
}

/** Shows on the page which stories a text resembles, and what to do where none does. */
export class DiagnosisView {
  readonly #parts: DiagnoseParts;
  readonly #make: ReturnType<typeof matchMaker>;
  readonly #diagnose: Diagnoser;

  constructor(parts: DiagnoseParts, base: string, diagnose: Diagnoser) {
    this.#parts = parts;
    this.#make = matchMaker(parts.template, base);
    this.#diagnose = diagnose;
    parts.missing.addEventListener("input", () => this.#setAsk());
  }

  /** Compares a text with the stories and shows what it is like. */
  show(text: string): void {
    const diagnosis: Diagnosis = this.#diagnose(text);
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
