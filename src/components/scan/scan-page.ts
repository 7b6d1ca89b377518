import { describeScan } from "./describe-scan.ts";
import { ScanEngine } from "./engine.ts";
import { type Excerpt, findExcerpts } from "./find-excerpts.ts";
import { excerptMaker, type GuardrailStory } from "./make-excerpt.ts";
import { type ReadFiles, readChosenFiles, readDroppedFiles } from "./read-files.ts";
import type { ScanFile, ScanOutcome } from "./scan-messages.ts";
import { findParts, readStories, type ScanParts } from "./scan-parts.ts";

/** How long typing must pause before a scan runs, in milliseconds. */
const pause = 250;
/** Excerpts set at once; the rest come when asked for. */
const pageSize = 40;
/** What pasted text is called in findings. */
const pastedName = "pasted.yaml";

/**
 * Runs the scan page: holds what is pasted, chosen or dropped against the guardrails and shows what they say beside the
 * lines. Takes the base path with a slash at both ends.
 */
export function wireScanPage(page: Document, base: string): void {
  const parts = findParts(page);
  const template = page.querySelector<HTMLTemplateElement>("template[data-scan-excerpt]");
  if (parts && template) new ScanPage(parts, template, readStories(page), base).start();
}

class ScanPage {
  readonly #parts: ScanParts;
  readonly #stories: ReadonlyMap<string, GuardrailStory>;
  readonly #makeExcerpt: (excerpt: Excerpt) => HTMLElement;
  readonly #engine: ScanEngine;
  #files: ScanFile[] = [];
  #excerpts: Excerpt[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    parts: ScanParts,
    template: HTMLTemplateElement,
    stories: ReadonlyMap<string, GuardrailStory>,
    base: string,
  ) {
    this.#parts = parts;
    this.#stories = stories;
    this.#makeExcerpt = excerptMaker(template, {
      storyOf: (policy) => stories.get(policy ?? ""),
      checkPage: (code) => `${base}checks/${code}/`,
    });
    this.#engine = new ScanEngine(new URL(`${base}guardrails.yaml`, location.href).href);
  }

  start(): void {
    const { form, box, picker, clear, more, example } = this.#parts;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#scan();
    });
    box.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#scan(), pause);
    });
    picker.addEventListener("change", () => {
      if (picker.files) void this.#take(readChosenFiles(picker.files));
    });
    form.addEventListener("dragover", (event) => {
      event.preventDefault();
      form.classList.add("dropping");
    });
    form.addEventListener("dragleave", () => form.classList.remove("dropping"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      form.classList.remove("dropping");
      if (event.dataTransfer) void this.#take(readDroppedFiles(event.dataTransfer));
    });
    clear.addEventListener("click", () => this.#clear());
    more.addEventListener("click", () => this.#showMore());
    example?.addEventListener("click", () => void this.#showExample(example.dataset["scanExample"] ?? ""));
    // Browsers bring a page back with what was typed.
    if (box.value !== "") void this.#scan();
  }

  async #take(reading: Promise<ReadFiles>): Promise<void> {
    const { chosen, status } = this.#parts;
    try {
      const { files, passedOver } = await reading;
      this.#files = files;
      const names = files.slice(0, 3).map(({ name }) => name);
      if (files.length > names.length) names.push(`${files.length - names.length} more`);
      chosen.textContent = [
        names.length > 0 ? `Scanning ${names.join(", ")}.` : "None of these is a .yaml, .yml or .json file.",
        ...(passedOver > 0 && names.length > 0 ? [`Passed over: ${passedOver}, by name or size.`] : []),
      ].join(" ");
    } catch {
      status.textContent = "The files could not be read.";
      return;
    }
    await this.#scan();
  }

  async #showExample(address: string): Promise<void> {
    const { box, status } = this.#parts;
    const response = await fetch(address).catch(() => undefined);
    if (!response?.ok) {
      status.textContent = "The example could not be fetched.";
      return;
    }
    this.#clear();
    box.value = await response.text();
    await this.#scan();
  }

  #clear(): void {
    const { box, picker, chosen, status } = this.#parts;
    clearTimeout(this.#timer);
    box.value = "";
    picker.value = "";
    chosen.textContent = "";
    status.textContent = "";
    this.#files = [];
    this.#show([]);
    box.focus();
  }

  #input(): ScanFile[] {
    const { value } = this.#parts.box;
    return [...(value.trim() === "" ? [] : [{ name: pastedName, text: value }]), ...this.#files];
  }

  async #scan(): Promise<void> {
    clearTimeout(this.#timer);
    const { status, form } = this.#parts;
    const files = this.#input();
    if (files.length === 0) {
      status.textContent = form.dataset["empty"] ?? "";
      this.#show([]);
      return;
    }
    form.setAttribute("aria-busy", "true");
    if (status.textContent === "") status.textContent = "Scanning.";
    try {
      const outcome = await this.#engine.scan(files);
      if (outcome) this.#showOutcome(outcome, files);
    } catch {
      this.#show([]);
      status.textContent =
        "The guardrails could not be loaded, so nothing was scanned. Once you are online, scan again.";
    } finally {
      form.removeAttribute("aria-busy");
    }
  }

  #showOutcome(outcome: ScanOutcome, files: readonly ScanFile[]): void {
    const texts = new Map(files.map(({ name, text }) => [name, text]));
    this.#parts.status.textContent = describeScan(outcome);
    this.#show(findExcerpts(outcome.findings, (file) => texts.get(file) ?? ""));
  }

  #show(excerpts: Excerpt[]): void {
    const { results, hits } = this.#parts;
    this.#excerpts = excerpts;
    results.replaceChildren();
    hits.replaceChildren(...this.#hitElements());
    hits.parentElement?.toggleAttribute("hidden", hits.childElementCount === 0);
    this.#showMore();
  }

  /** The stories that were met, the one met most often first. */
  #hitElements(): HTMLElement[] {
    const counts = new Map<string, number>();
    for (const { policy } of this.#excerpts.flatMap(({ findings }) => findings))
      if (policy !== undefined) counts.set(policy, (counts.get(policy) ?? 0) + 1);
    return [...counts]
      .toSorted(([, a], [, b]) => b - a)
      .flatMap(([policy, count]) => {
        const story = this.#stories.get(policy);
        if (!story) return [];
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = story.url;
        link.textContent = story.title;
        const number = document.createElement("span");
        number.textContent = `${count} ×`;
        item.append(number, link);
        return [item];
      });
  }

  #showMore(): void {
    const { results, more } = this.#parts;
    const from = results.childElementCount;
    results.append(...this.#excerpts.slice(from, from + pageSize).map(this.#makeExcerpt));
    const left = this.#excerpts.length - results.childElementCount;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, pageSize)} more places of ${left}`;
  }
}
