import type { FacetCounts } from "../../search/count-facets.ts";
import { type FacetName, type FacetValues, facetNames, noFacets } from "../../search/fields.ts";

/** Reads what a reader chose in a form of facets. */
export function readFacetForm(form: HTMLFormElement): FacetValues {
  const chosen: Record<FacetName, readonly string[]> = { ...noFacets };
  for (const { name, value } of boxes(form).filter((box) => box.checked))
    if (isFacetName(name)) chosen[name] = [...chosen[name], value];
  return chosen;
}

/** Shows a choice in the form, and opens the folded part a chosen value lies in. */
export function writeFacetForm(form: HTMLFormElement, chosen: FacetValues): void {
  for (const box of boxes(form)) {
    box.checked = isFacetName(box.name) && chosen[box.name].includes(box.value);
    const fold = box.closest<HTMLDetailsElement>("details[data-more]");
    if (box.checked && fold) fold.open = true;
  }
}

/**
 * Shows how many stories each value would leave, and beside the form's title how many values are chosen. Values that
 * would leave no story are greyed, never taken away.
 */
export function showFacetCounts(form: HTMLFormElement, counts: FacetCounts): void {
  for (const box of boxes(form)) {
    const count = isFacetName(box.name) ? (counts[box.name].get(box.value) ?? 0) : 0;
    const label = box.closest("label");
    const shown = label?.querySelector("[data-count]");
    if (shown) shown.textContent = String(count);
    label?.classList.toggle("empty", count === 0 && !box.checked);
  }
  const chosen = boxes(form).filter((box) => box.checked).length;
  const badge = form.parentElement?.querySelector("[data-chosen]");
  if (badge) badge.textContent = chosen === 0 ? "" : `(${chosen} chosen)`;
}

function boxes(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
}

function isFacetName(name: string): name is FacetName {
  return facetNames.some((known) => known === name);
}
