import type { ContributorsKit } from "../../catalog/contributors-kit.ts";
import { fillForm, formAnswers } from "./form-answers.ts";
import { keepDraft, readKeptDraft } from "./kept-draft.ts";

/**
 * Brings the page /contribute/ to life: what was written earlier in this browser comes back at once, and what writes and
 * checks the story is loaded when the reader begins.
 */
export function wireContribute(page: Document, base: string): void {
  const form = page.querySelector<HTMLFormElement>("form[data-contribute]");
  const outcome = page.querySelector<HTMLElement>("[data-outcome]");
  const preview = page.querySelector<HTMLElement>("[data-preview]");
  if (!form || !outcome || !preview) return;
  const kept = readKeptDraft(localStorage);
  fillForm(form, kept);
  let begun = false;
  const begin = async () => {
    if (begun) return;
    begun = true;
    try {
      const [{ ContributeDesk }, response] = await Promise.all([
        import("./contribute-desk.ts"),
        fetch(`${base}contribute/kit.json`),
      ]);
      const kit = (await response.json()) as ContributorsKit;
      new ContributeDesk(form, outcome, preview, kit, base);
    } catch (cause) {
      begun = false;
      const status = outcome.querySelector<HTMLElement>('[data-part="status"]');
      outcome.hidden = false;
      if (status)
        status.textContent = "What checks the story could not be loaded. Write on; it is tried again.";
      throw cause;
    }
  };
  form.addEventListener("focusin", () => void begin());
  form.addEventListener("input", () => {
    // At once: a page that is closed or reloaded in the next moment loses nothing.
    keepDraft(localStorage, formAnswers(form));
    void begin();
  });
  if (Object.keys(kept).length > 0) void begin();
}
