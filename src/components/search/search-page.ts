import { countFacets, matchesFacets } from "../../search/count-facets.ts";
import { describeOutcome } from "../../search/describe-outcome.ts";
import type { EngineResult, SearchEngine } from "../../search/engine.ts";
import { type FacetValues, noFacets } from "../../search/fields.ts";
import type { SearchOutcome } from "../../search/run-search.ts";
import { hasFacets, readSearch, type SearchState, writeSearch } from "../../search/search-state.ts";
import { readFacetForm, showFacetCounts, writeFacetForm } from "../filter/facet-form.ts";
import { wireResultKeys } from "./result-keys.ts";

/** Results set at once; the rest come when asked for. */
const pageSize = 6;
/** How long typing must pause before a search runs, in milliseconds. */
const pause = 120;

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
  engine: Promise<SearchEngine> | undefined;
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
    // A key or a finger comes before the first word: what answers is on its way by then. Where it fails, the first search says so.
    for (const sign of ["keydown", "pointerdown"])
      addEventListener(sign, () => void this.load().catch(() => {}), { once: true });
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

  /** Opens the index once; a failure is forgotten, so that the next search tries again. */
  load(): Promise<SearchEngine> {
    this.engine ??= import("../../search/load-engine.ts")
      .then(({ loadEngine }) => loadEngine(this.base))
      .catch((cause: unknown) => {
        this.engine = undefined;
        throw cause;
      });
    return this.engine;
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
      const engine = await this.load();
      const { runSearch } = await import("../../search/run-search.ts");
      const outcome = query === "" ? everything(engine) : await runSearch(engine, query);
      if (search !== this.newest) return;
      const shown = outcome.results.filter((result) => matchesFacets(result.facets, facets));
      this.showCounts(
        outcome.results.map((result) => result.facets),
        facets,
      );
      const { how, tried, exact } = outcome;
      status.textContent = describeOutcome({
        query,
        how,
        tried,
        exact,
        found: outcome.results.length,
        shown: shown.length,
      });
      none.hidden = shown.length > 0;
      await this.showResults(shown, outcome.marked, search);
    } catch {
      if (search !== this.newest) return;
      status.textContent = "The search index could not be loaded. Check the connection and try again.";
      none.hidden = false;
      await this.showResults([], new Set(), search);
    }
  }

  /** Shows the page as it is before anything is searched for. */
  async rest(search: number): Promise<void> {
    this.parts.status.textContent = "";
    this.parts.none.hidden = true;
    await this.showResults([], new Set(), search);
    const engine = await this.engine?.catch(() => undefined);
    if (engine && search === this.newest)
      this.showCounts(
        engine.all().map((result) => result.facets),
        noFacets,
      );
  }

  showCounts(stories: FacetValues[], chosen: FacetValues): void {
    showFacetCounts(this.parts.facetForm, countFacets(stories, chosen));
  }

  /** Sets the first results, and the next ones each time more are asked for. */
  async showResults(
    shown: readonly EngineResult[],
    marked: ReadonlySet<string>,
    search: number,
    from = 0,
  ): Promise<void> {
    const { results, more, template } = this.parts;
    const pages = await Promise.all(shown.slice(from, from + pageSize).map((result) => result.page()));
    const make =
      pages.length > 0 ? (await import("./make-result.ts")).resultMaker(template, this.base) : undefined;
    if (search !== this.newest) return;
    const made = make ? pages.map((page) => make(page, marked)) : [];
    if (from === 0) results.replaceChildren(...made);
    else {
      results.append(...made);
      made[0]?.querySelector("a")?.focus();
    }
    const left = shown.length - from - made.length;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, pageSize)} more`;
    more.onclick = () => void this.showResults(shown, marked, search, from + pageSize);
  }
}

/** What stands in the list when only facets are chosen. */
function everything(engine: SearchEngine): SearchOutcome {
  return { results: engine.all(), how: "typed", tried: "", exact: 0, marked: new Set() };
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
