import { strToU8, zipSync } from "fflate";
import { z } from "zod";
import type { ContributorsKit } from "../../catalog/contributors-kit.ts";
import type { CheckedDraft, DraftFinding } from "../../checks/check-draft.ts";
import { answerLabels } from "../../story/draft/answer-labels.ts";
import type { AnswerName, Answers } from "../../story/draft/answers.ts";
import { type AnswerProblem, readAnswers } from "../../story/draft/read-answers.ts";
import { type DraftFile, writeDraft } from "../../story/draft/write-draft.ts";
import { checkInBrowser } from "./check-in-browser.ts";
import { draftPreview } from "./draft-preview.ts";
import { fillForm, formAnswers } from "./form-answers.ts";
import { forgetDraft, keepDraft } from "./kept-draft.ts";
import { repositoryLinks } from "./repository-links.ts";

// Zod would compile its schemas to functions, which the site's Content-Security-Policy forbids.
z.config({ jitless: true });

/** How long writing must pause before the story is checked, in milliseconds. */
const pause = 250;

/** A note at a field: the code it has, where it has one, and what to do. */
interface Note {
  text: string;
  code?: string;
}

/** Checks and shows a story while it is written, and hands it over at the end. */
export class ContributeDesk {
  readonly #form: HTMLFormElement;
  readonly #outcome: HTMLElement;
  readonly #preview: HTMLElement;
  readonly #kit: ContributorsKit;
  readonly #base: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #newest = 0;
  #files: DraftFile[] = [];
  #id = "";
  #told = false;
  #forgotten: Record<string, string> = {};

  constructor(
    form: HTMLFormElement,
    outcome: HTMLElement,
    preview: HTMLElement,
    kit: ContributorsKit,
    base: string,
  ) {
    this.#form = form;
    this.#outcome = outcome;
    this.#preview = preview;
    this.#kit = kit;
    this.#base = base;
    form.addEventListener("input", () => this.#later());
    form.addEventListener("submit", (event) => event.preventDefault());
    this.#part<HTMLButtonElement>("download").addEventListener("click", () => void this.#download());
    this.#part<HTMLButtonElement>("forget").addEventListener("click", () => this.#forget());
    this.#part<HTMLButtonElement>("bring-back").addEventListener("click", () => this.#bringBack());
    form.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLButtonElement && target.dataset["addTo"] !== undefined) this.#addWord(target);
    });
    outcome.hidden = false;
    void this.update();
  }

  /** Reads the form and shows what is wrong with it, what it makes, and where that can go. */
  async update(): Promise<void> {
    const number = ++this.#newest;
    const raw = formAnswers(this.#form);
    const today = new Date().toISOString().slice(0, 10);
    const { answers, problems } = readAnswers({ id: "", published: today, ...raw });
    this.#told = answers !== undefined;
    if (!answers) {
      this.#showProblems(problems, raw["id"] === undefined);
      return;
    }
    const files = writeDraft(answers, this.#kit.template);
    const draft = { id: answers.id, files, guardrail: answers.guardrail };
    const checked = await checkInBrowser(draft, this.#kit.vocabulary, this.#base);
    if (number !== this.#newest) return;
    this.#files = files;
    this.#id = answers.id;
    this.#show(answers, problems, checked);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.update(), pause);
  }

  /** Without an id there is no story; what is wrong with the other answers is said all the same. */
  #showProblems(problems: readonly AnswerProblem[], nothingYet: boolean): void {
    const notes = new Map<AnswerName | "", Note[]>();
    for (const { name, message, fix } of problems)
      if (name !== "id" || !nothingYet) add(notes, name ?? "", { text: `${message} ${fix}` });
    this.#showNotes(notes);
    this.#say(
      nothingYet ? "Choose an id, and the story is made as you write." : "The id cannot be taken yet.",
    );
    this.#part("made").hidden = true;
    this.#part("left-box").hidden = true;
    this.#preview.hidden = true;
  }

  #show(answers: Answers, problems: readonly AnswerProblem[], { findings, proof }: CheckedDraft): void {
    const left = findings.filter(({ code }) => code === "still-to-write");
    const wrong = findings.filter(({ code }) => code !== "still-to-write");
    const notes = new Map<AnswerName | "", Note[]>();
    for (const { name, message, fix } of problems) add(notes, name ?? "", { text: `${message} ${fix}` });
    for (const finding of wrong)
      add(notes, finding.answer ?? "", { text: words(finding), code: finding.code });
    this.#showNotes(notes);
    const count = problems.length + wrong.length;
    this.#say(
      [
        count === 0 ? "Nothing is wrong with it." : `${counted(count, "finding")}.`,
        left.length === 0 ? "Nothing is left to write." : `${counted(left.length, "place")} left to write.`,
      ].join(" "),
    );
    this.#part("left").replaceChildren(
      ...left.map(({ message, answer }) => {
        const what = message.replace("This is still to be written: ", "");
        return answer === undefined ? item(what) : item(this.#linkTo(answer, what));
      }),
    );
    this.#part("left-box").hidden = left.length === 0;
    this.#part("proof").replaceChildren(
      ...(proof?.decisions ?? []).map(({ file, object, decision, message }) =>
        item(
          `${object} of ${file}.yaml: ${decisionWords[decision]}${message === undefined ? "" : `. ${message}`}`,
        ),
      ),
    );
    this.#part("proof-box").hidden = (proof?.decisions.length ?? 0) === 0;
    const { vocabulary } = this.#kit;
    const inside = this.#preview.querySelector("[data-part='preview']");
    inside?.replaceChildren(draftPreview(answers, (kind, word) => vocabulary[kind][word]?.label ?? word));
    this.#preview.hidden = false;
    this.#part("files").replaceChildren(...this.#files.map(fileBox));
    this.#showLinks(answers);
    this.#part("made").hidden = false;
  }

  #say(status: string): void {
    this.#part("status").textContent = status;
    const bar = this.#form.parentElement?.querySelector("[data-bar]");
    if (bar) bar.textContent = status;
  }

  /** A way to the field of an answer, which may be folded away. */
  #linkTo(name: AnswerName, label: string): HTMLElement {
    const made = link(label, `#a-${name}`);
    made.addEventListener("click", (event) => {
      const field = this.#form.elements.namedItem(name);
      if (!(field instanceof HTMLElement)) return;
      event.preventDefault();
      const folded = field.closest("details");
      if (folded) folded.open = true;
      field.focus();
      field.closest(".answer")?.scrollIntoView({ block: "start" });
    });
    return made;
  }

  #showLinks(answers: Answers): void {
    const { repository, branch, stories } = this.#kit;
    const box = this.#outcome.querySelector<HTMLElement>("[data-repository]");
    if (!repository || !box) return;
    const { newFiles, tooLong, issue } = repositoryLinks(
      { repository, branch, stories },
      answers,
      this.#files,
    );
    this.#part("new-files").replaceChildren(
      ...newFiles.map(({ label, address }) => item(link(label, address))),
      ...tooLong.map((label) => item(`${label} is too long for a link: download it and upload it there.`)),
    );
    this.#part<HTMLAnchorElement>("issue").href = issue.address;
    box.hidden = false;
  }

  #showNotes(notes: ReadonlyMap<AnswerName | "", readonly Note[]>): void {
    for (const place of this.#form.querySelectorAll<HTMLElement>("[data-note]")) {
      const name = (place.dataset["note"] ?? "") as AnswerName;
      const own = notes.get(name) ?? [];
      place.replaceChildren(...own.map((note) => this.#noteLine(note)));
      place.hidden = own.length === 0;
      const field = this.#form.elements.namedItem(name);
      if (field instanceof HTMLElement) field.toggleAttribute("aria-invalid", own.length > 0);
      if (field instanceof HTMLElement && own.length > 0) field.setAttribute("aria-invalid", "true");
    }
    // In the order of the form: where to look, and for what belongs to no answer, what it is.
    const named = [...this.#form.elements].flatMap((field) => {
      const name = (field.getAttribute("name") ?? "") as AnswerName;
      return name !== ("" as string) && notes.has(name) ? [item(this.#linkTo(name, answerLabels[name]))] : [];
    });
    const rest = (notes.get("") ?? []).map((note) => item(this.#noteLine(note)));
    this.#part("findings").replaceChildren(...named, ...rest);
    this.#part("findings").hidden = named.length + rest.length === 0;
  }

  #noteLine({ text, code }: Note): HTMLElement {
    const line = document.createElement("span");
    line.append(text);
    if (code !== undefined) line.append(" ", link(code, `${this.#base}checks/${code}/`));
    return line;
  }

  async #download(): Promise<void> {
    // What was written last may not have been read yet.
    clearTimeout(this.#timer);
    await this.update();
    if (!this.#told) return;
    const entries = this.#files.map(({ path, text }) => [`${this.#id}/${path}`, strToU8(text)] as const);
    // A fixed time, so that the same story is the same archive.
    const zipped = zipSync(Object.fromEntries(entries), { mtime: new Date("2000-01-01T00:00:00") });
    const address = URL.createObjectURL(
      new Blob([zipped as Uint8Array<ArrayBuffer>], { type: "application/zip" }),
    );
    const anchor = link("", address);
    anchor.download = `${this.#id}.zip`;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  /** Forgets at once, in this browser too; until the page is left it can be taken back. */
  #forget(): void {
    this.#forgotten = formAnswers(this.#form);
    forgetDraft(localStorage);
    fillForm(this.#form, {});
    this.#part("bring-back").hidden = false;
    this.#part("bring-back").focus();
    void this.update();
  }

  #bringBack(): void {
    fillForm(this.#form, this.#forgotten);
    keepDraft(localStorage, this.#forgotten);
    this.#part("bring-back").hidden = true;
    this.#part("forget").focus();
    void this.update();
  }

  #addWord(button: HTMLButtonElement): void {
    const field = this.#form.elements.namedItem(button.dataset["addTo"] ?? "");
    const word = button.dataset["word"] ?? "";
    if (!(field instanceof HTMLInputElement)) return;
    const words = field.value.split(",").map((one) => one.trim());
    field.value = [...words.filter((one) => one !== "" && one !== word), word].join(", ");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #part<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
    const found = this.#outcome.querySelector<Kind>(`[data-part="${name}"]`);
    if (!found) throw new Error(`The page has no part "${name}".`);
    return found;
  }
}

const decisionWords = {
  admit: "admitted",
  deny: "refused",
  "not-matched": "not looked at",
  error: "could not be judged",
} as const;

function words({ file, line, column, message, fix }: DraftFinding): string {
  const place = file === "story.mdx" ? "" : `Line ${line}, column ${column}: `;
  return `${place}${message} ${fix}`;
}

function add<Key>(notes: Map<Key, Note[]>, key: Key, note: Note): void {
  notes.set(key, [...(notes.get(key) ?? []), note]);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function item(content: Node | string): HTMLLIElement {
  const made = document.createElement("li");
  made.append(content);
  return made;
}

function link(label: string, address: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.href = address;
  made.append(label);
  return made;
}

function fileBox({ path, text }: DraftFile): HTMLElement {
  const box = document.createElement("details");
  const title = document.createElement("summary");
  title.append(path);
  const shown = document.createElement("pre");
  const inner = document.createElement("code");
  inner.append(text);
  shown.append(inner);
  shown.tabIndex = 0;
  box.append(title, shown);
  return box;
}
