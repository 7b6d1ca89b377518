import { wirePolls } from "../poll/client.ts";
import { wireBlanks } from "./wire-blanks.ts";
import { wireCopyButtons } from "./wire-copy-buttons.ts";
import { wireSearchKeys } from "./wire-search-keys.ts";
import { wireThemeToggle } from "./wire-theme-toggle.ts";

/**
 * Brings a page's controls to life. One small file for the whole site, asked for once and kept: what a page does not
 * have costs nothing.
 */
export function wirePage(page: Document): void {
  wireThemeToggle(page.querySelector<HTMLButtonElement>(".theme-toggle"));
  wireSearchKeys(page);
  if (page.querySelector("[data-copy], .command")) wireCopyButtons(page);
  wireBlanks(page);
  wirePolls(page);
}
