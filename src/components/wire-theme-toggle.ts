const key = "theme";

/** Lets a button switch between light and dark, and keeps the choice in this browser where it may be kept. */
export function wireThemeToggle(button: HTMLButtonElement | null): void {
  button?.addEventListener("click", () => {
    const root = document.documentElement;
    const shown =
      root.dataset["theme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    const next = shown === "dark" ? "light" : "dark";
    root.dataset["theme"] = next;
    try {
      localStorage.setItem(key, next);
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the page.
    }
  });
}
