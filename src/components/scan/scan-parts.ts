import type { GuardrailStory } from "./make-excerpt.ts";

/** The parts of the scan page that a scan changes. */
export interface ScanParts {
  form: HTMLFormElement;
  box: HTMLTextAreaElement;
  picker: HTMLInputElement;
  chosen: HTMLElement;
  status: HTMLElement;
  hits: HTMLElement;
  results: HTMLElement;
  more: HTMLButtonElement;
  clear: HTMLButtonElement;
  example: HTMLButtonElement | null;
}

/** Finds the parts of the page; undefined on a page that is no scan page. */
export function findParts(page: Document): ScanParts | undefined {
  const form = page.querySelector<HTMLFormElement>("form[data-scan]");
  const box = form?.querySelector("textarea");
  const picker = form?.querySelector<HTMLInputElement>("input[type=file]");
  const part = <T extends HTMLElement = HTMLElement>(name: string) =>
    page.querySelector<T>(`[data-scan-${name}]`);
  const chosen = part("chosen");
  const status = part("status");
  const hits = part("hits");
  const results = part("results");
  const more = part<HTMLButtonElement>("more");
  const clear = part<HTMLButtonElement>("clear");
  if (!form || !box || !picker || !chosen || !status || !hits || !results || !more || !clear)
    return undefined;
  return {
    form,
    box,
    picker,
    chosen,
    status,
    hits,
    results,
    more,
    clear,
    example: part<HTMLButtonElement>("example"),
  };
}

/** The page lists what it looks for: the same list tells which story and which page belong to a policy, by its name. */
export function readStories(page: Document): ReadonlyMap<string, GuardrailStory> {
  const items = [...page.querySelectorAll<HTMLElement>("[data-guardrail]")];
  return new Map(
    items.flatMap((item) => {
      const own = item.querySelector<HTMLAnchorElement>("a:not([data-story])");
      const story = item.querySelector<HTMLAnchorElement>("a[data-story]");
      const guardrail = item.dataset["guardrail"] ?? "";
      if (!own || !story) return [];
      const title = story.textContent?.trim() ?? "";
      return [[`horror-${guardrail}`, { guardrail, page: own.href, title, url: story.href }] as const];
    }),
  );
}
