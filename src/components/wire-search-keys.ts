/**
 * Lets `/` and Ctrl+K or Cmd+K lead to the search: to the page's own search box (`data-search-input`) where there is
 * one, otherwise to the search page (`data-search-page`). Typing in a field is left alone.
 */
export function wireSearchKeys(page: Document): void {
  page.addEventListener("keydown", (event) => {
    const slash =
      event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    const chord = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!slash && !chord) return;
    event.preventDefault();
    const box = page.querySelector<HTMLInputElement>("[data-search-input]");
    if (box) {
      box.focus();
      box.select();
    } else page.querySelector<HTMLAnchorElement>("[data-search-page]")?.click();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"))
  );
}
