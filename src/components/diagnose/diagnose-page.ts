import type { DiagnosisView } from "./diagnosis-view.ts";

/** How long typing must pause before it is looked at, in milliseconds; what is pasted is looked at at once. */
const pause = 150;
/** Longest text looked at, in characters. */
const longestText = 400_000;

/** The parts of the page that a diagnosis changes. */
export interface DiagnoseParts {
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
  readonly #parts: DiagnoseParts;
  readonly #base: string;
  #view: Promise<DiagnosisView> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Number of the newest look; an older one that ends later is dropped. */
  #newest = 0;

  constructor(parts: DiagnoseParts, base: string) {
    this.#parts = parts;
    this.#base = base;
  }

  start(): void {
    const { box, clear } = this.#parts;
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
    addEventListener("hashchange", () => this.#takeFragment());
    // A key or a finger comes before what is pasted: what answers is on its way by then. Where it fails, the first look says so.
    for (const sign of ["keydown", "pointerdown"])
      addEventListener(sign, () => void this.#load().catch(() => {}), { once: true });
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

  /** Loads what answers once; a failure is forgotten, so that the next look tries again. */
  #load(): Promise<DiagnosisView> {
    this.#view ??= import("./diagnosis-view.ts")
      .then(({ openDiagnosis }) => openDiagnosis(this.#parts, this.#base))
      .catch((cause: unknown) => {
        this.#view = undefined;
        throw cause;
      });
    return this.#view;
  }

  async #look(): Promise<void> {
    const look = ++this.#newest;
    const { box, status } = this.#parts;
    const text = box.value.slice(0, longestText);
    try {
      const view = await this.#load();
      if (look === this.#newest) view.show(text);
    } catch {
      if (look === this.#newest)
        status.textContent = "The stories could not be loaded. Check the connection and type or paste again.";
    }
  }
}

function findParts(page: Document): DiagnoseParts | undefined {
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
