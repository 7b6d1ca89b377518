/**
 * Lets `/` and Ctrl+K (or Cmd+K) lead to the search from anywhere: into the first visible box marked
 * `data-search-input`, or, where a page has none, along its link marked `data-search-link`. Typing is never disturbed:
 * `/` stays a slash in a field.
 */
export function installSearchKeys(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (!isSearchKey(event)) return;
    const box = [...page.querySelectorAll<HTMLInputElement>("[data-search-input]")].find(
      (input) => input.checkVisibility?.() ?? input.offsetParent !== null,
    );
    const link = page.querySelector<HTMLAnchorElement>("[data-search-link]");
    if (!box && !link) return;
    event.preventDefault();
    if (box) {
      box.focus();
      box.select();
    } else link?.click();
  });
}

function isSearchKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "k" && !event.shiftKey;
  return event.key === "/" && !isTyping(event.target);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox],[type=radio]), textarea, select"))
  );
}
