import { countFacets, matchesFacets } from "../../search/count-facets.ts";
import { describeOutcome } from "../../search/describe-outcome.ts";
import type { EngineResult, SearchEngine } from "../../search/engine.ts";
import { type FacetValues, noFacets } from "../../search/fields.ts";
import { loadEngine } from "../../search/load-engine.ts";
import { readPageFacets } from "../../search/page-facets.ts";
import { runSearch, type SearchOutcome } from "../../search/run-search.ts";
import { hasFacets, readSearch, type SearchState, writeSearch } from "../../search/search-state.ts";
import { readFacetForm, showFacetCounts, writeFacetForm } from "../filter/facet-form.ts";
import { resultMaker } from "./make-result.ts";
import { wireResultKeys } from "./result-keys.ts";

/** Results set at once; the rest come when asked for. */
const pageSize = 10;
/** How long typing must pause before a search runs, in milliseconds. */
const pause = 120;

/** The index once it is loaded, with the facets of each of its pages. */
interface Index {
  engine: SearchEngine;
  facets: Map<string, FacetValues>;
}

/** The parts of the search page that the search changes. */
interface Parts {
  form: HTMLFormElement;
  box: HTMLInputElement;
  facetForm: HTMLFormElement;
  status: HTMLElement;
  results: HTMLElement;
  more: HTMLButtonElement;
  start: HTMLElement;
  none: HTMLElement;
  clear: HTMLElement[];
  template: HTMLTemplateElement;
}

/**
 * Runs the search page: searches while the reader types, narrows by facets before or after typing, and keeps both in
 * the address, so that a search can be sent on and comes back with the browser's own buttons.
 */
export function wireSearchPage(page: Document, base: string): void {
  const parts = findParts(page);
  if (parts) new SearchPage(parts, base).start();
}

class SearchPage {
  readonly parts: Parts;
  readonly base: string;
  index: Promise<Index> | undefined;
  /** How often the index was fetched; more than once only where that failed. */
  attempts = 0;
  /** Number of the newest search; an older one that ends later is dropped. */
  newest = 0;
  timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts, base: string) {
    this.parts = parts;
    this.base = base;
  }

  start(): void {
    const { form, box, facetForm, results, clear } = this.parts;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.remember("push");
      void this.search().then(() => results.querySelector<HTMLElement>("a")?.focus());
    });
    box.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.remember("replace");
        void this.search();
      }, pause);
    });
    // Fetched ahead of the first word; where that fails, the first search says so.
    box.addEventListener("focus", () => void this.load().catch(() => {}), { once: true });
    facetForm.addEventListener("submit", (event) => event.preventDefault());
    facetForm.addEventListener("change", () => {
      this.remember("push");
      void this.search();
    });
    for (const button of clear)
      button.addEventListener("click", () => {
        writeFacetForm(facetForm, noFacets);
        this.remember("push");
        void this.search();
        box.focus();
      });
    addEventListener("popstate", () => this.restore());
    wireResultKeys(box, results);
    this.restore();
    // Somebody who arrives without a search came to type one.
    if (box.value === "" && matchMedia("(hover: hover)").matches) box.focus();
  }

  /** What is in the box and chosen beside it. */
  state(): SearchState {
    return { query: this.parts.box.value.trim(), facets: readFacetForm(this.parts.facetForm) };
  }

  remember(how: "push" | "replace"): void {
    const address = location.pathname + writeSearch(this.state());
    if (address === location.pathname + location.search) return;
    if (how === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  restore(): void {
    const { query, facets } = readSearch(new URLSearchParams(location.search));
    clearTimeout(this.timer);
    this.parts.box.value = query;
    writeFacetForm(this.parts.facetForm, facets);
    void this.search();
  }

  /** Loads the index once; a failure is forgotten, so that the next search tries again. */
  load(): Promise<Index> {
    this.index ??= this.fetchIndex().catch((cause: unknown) => {
      this.index = undefined;
      throw cause;
    });
    return this.index;
  }

  async fetchIndex(): Promise<Index> {
    const engine = await loadEngine(this.base, ++this.attempts);
    return { engine, facets: await readPageFacets(engine) };
  }

  async search(): Promise<void> {
    clearTimeout(this.timer);
    const search = ++this.newest;
    const { query, facets } = this.state();
    const { status, start, none, clear } = this.parts;
    const idle = query === "" && !hasFacets(facets);
    start.hidden = !idle;
    for (const button of clear) button.hidden = !hasFacets(facets);
    if (idle) return this.rest(search);
    try {
      const index = await this.load();
      const outcome: SearchOutcome =
        query === ""
          ? { results: (await index.engine.search(null)).results, how: "typed", tried: "" }
          : await runSearch(index.engine, query);
      if (search !== this.newest) return;
      const shown = outcome.results.filter((result) =>
        matchesFacets(index.facets.get(result.id) ?? noFacets, facets),
      );
      this.showCounts(
        outcome.results.map((result) => index.facets.get(result.id) ?? noFacets),
        facets,
      );
      status.textContent = describeOutcome({
        query,
        how: outcome.how,
        tried: outcome.tried,
        found: outcome.results.length,
        shown: shown.length,
      });
      none.hidden = shown.length > 0;
      await this.showResults(shown, search);
    } catch {
      if (search !== this.newest) return;
      status.textContent = "The search index could not be loaded. Check the connection and try again.";
      none.hidden = false;
      await this.showResults([], search);
    }
  }

  /** Shows the page as it is before anything is searched for. */
  async rest(search: number): Promise<void> {
    this.parts.status.textContent = "";
    this.parts.none.hidden = true;
    await this.showResults([], search);
    const index = await this.index?.catch(() => undefined);
    if (index && search === this.newest) this.showCounts([...index.facets.values()], noFacets);
  }

  showCounts(stories: FacetValues[], chosen: FacetValues): void {
    showFacetCounts(this.parts.facetForm, countFacets(stories, chosen));
  }

  /** Sets the first results, and the next ones each time more are asked for. */
  async showResults(shown: readonly EngineResult[], search: number, from = 0): Promise<void> {
    const { results, more, template } = this.parts;
    const documents = await Promise.all(shown.slice(from, from + pageSize).map((result) => result.data()));
    if (search !== this.newest) return;
    const made = documents.map(resultMaker(template));
    if (from === 0) results.replaceChildren(...made);
    else {
      results.append(...made);
      made[0]?.querySelector("a")?.focus();
    }
    const left = shown.length - from - made.length;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, pageSize)} more`;
    more.onclick = () => void this.showResults(shown, search, from + pageSize);
  }
}

function findParts(page: Document): Parts | undefined {
  const form = page.querySelector<HTMLFormElement>("form[data-search-form]");
  const box = form?.querySelector<HTMLInputElement>("[data-search-input]");
  const facetForm = page.querySelector<HTMLFormElement>("form[data-facets]");
  const status = page.querySelector<HTMLElement>("[data-search-status]");
  const results = page.querySelector<HTMLElement>("[data-search-results]");
  const more = page.querySelector<HTMLButtonElement>("[data-search-more]");
  const start = page.querySelector<HTMLElement>("[data-search-start]");
  const none = page.querySelector<HTMLElement>("[data-search-none]");
  const template = page.querySelector<HTMLTemplateElement>("template[data-search-result]");
  if (!form || !box || !facetForm || !status || !results || !more || !start || !none || !template)
    return undefined;
  const clear = [...page.querySelectorAll<HTMLElement>("[data-clear]")];
  return { form, box, facetForm, status, results, more, start, none, clear, template };
}
