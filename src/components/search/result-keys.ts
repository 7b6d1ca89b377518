/**
 * Lets the arrow keys walk from the box into the results and back, Home and End jump, and Esc return to the box; Esc in
 * the box empties it. The focus itself moves, so Enter opens what a link opens and Ctrl+Enter a new tab.
 */
export function wireResultKeys(box: HTMLInputElement, results: HTMLElement): void {
  const titles = () => [...results.querySelectorAll<HTMLAnchorElement>("a[data-title]")];

  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") {
      const [first] = titles();
      if (!first) return;
      event.preventDefault();
      first.focus();
    } else if (event.key === "Escape" && box.value !== "") {
      event.preventDefault();
      box.value = "";
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  results.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const links = titles();
    const item = event.target instanceof Element ? event.target.closest("li[data-result]") : null;
    const at = links.findIndex((link) => item?.contains(link));
    const target = (() => {
      if (event.key === "ArrowDown") return links[Math.min(at + 1, links.length - 1)];
      if (event.key === "ArrowUp") return at <= 0 ? box : links[at - 1];
      if (event.key === "Home") return links[0];
      if (event.key === "End") return links.at(-1);
      return event.key === "Escape" ? box : undefined;
    })();
    if (!target) return;
    event.preventDefault();
    target.focus();
    if (target === box) box.select();
  });
}
