import { countFacets, matchesFacets } from "../../search/count-facets.ts";
import { type FacetValues, facetNames, noFacets } from "../../search/fields.ts";
import { hasFacets, readSearch, writeSearch } from "../../search/search-state.ts";
import { readFacetForm, showFacetCounts, writeFacetForm } from "./facet-form.ts";

interface Item {
  element: HTMLElement;
  facets: FacetValues;
}

/**
 * Narrows the list of stories on a page by the facets a reader chooses. The choice lives in the address, so that it can
 * be sent on, and so that going back restores it; how many are left is announced.
 */
export function wireFilteredList(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("form[data-facets]");
  const status = page.querySelector<HTMLElement>("[data-list-status]");
  const none = page.querySelector<HTMLElement>("[data-list-none]");
  if (!form || !status) return;
  const items: Item[] = [...page.querySelectorAll<HTMLElement>("[data-story]")].map((element) => ({
    element,
    facets: facetsOf(element),
  }));

  const show = (chosen: FacetValues) => {
    let shown = 0;
    for (const { element, facets } of items) {
      const matches = matchesFacets(facets, chosen);
      element.hidden = !matches;
      if (matches) shown++;
    }
    showFacetCounts(
      form,
      countFacets(
        items.map((item) => item.facets),
        chosen,
      ),
    );
    status.textContent =
      shown === items.length ? `All ${items.length} stories` : `${shown} of ${items.length} stories`;
    if (none) none.hidden = shown > 0;
    for (const element of page.querySelectorAll<HTMLElement>("[data-clear]"))
      element.hidden = !hasFacets(chosen);
    for (const link of page.querySelectorAll<HTMLAnchorElement>("a[data-search-these]"))
      link.search = writeSearch({ query: "", facets: chosen });
  };

  const restore = () => {
    const { facets } = readSearch(new URLSearchParams(location.search));
    writeFacetForm(form, facets);
    show(facets);
  };
  const choose = (chosen: FacetValues) => {
    history.pushState(null, "", location.pathname + writeSearch({ query: "", facets: chosen }));
    show(chosen);
  };

  form.addEventListener("change", () => choose(readFacetForm(form)));
  form.addEventListener("submit", (event) => event.preventDefault());
  page.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-clear]")) return;
    writeFacetForm(form, noFacets);
    choose(noFacets);
    form.querySelector<HTMLInputElement>("input")?.focus();
  });
  addEventListener("popstate", restore);
  addEventListener("pageshow", restore);
  restore();
}

function facetsOf(element: HTMLElement): FacetValues {
  const values = facetNames.map((name) => [
    name,
    (element.dataset[name] ?? "").split(" ").filter((value) => value !== ""),
  ]);
  return { ...noFacets, ...Object.fromEntries(values) };
}
