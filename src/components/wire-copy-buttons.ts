/** How long a button says that it has copied, in milliseconds. */
const noticeTime = 2000;

/**
 * Makes the copy buttons of a page work: `data-copy` holds the address of a file whose bytes are copied as they are, or
 * nothing, and then the text of the code block in the same `.code-box` is copied. The outcome is announced.
 */
export function wireCopyButtons(page: Document): void {
  const status = page.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  page.body.append(status);
  for (const button of page.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const label = button.querySelector("span");
    const before = label?.textContent ?? "";
    button.addEventListener("click", () => {
      const say = (text: string): void => {
        status.textContent = text;
        button.dataset["state"] = text;
        if (label) label.textContent = text;
        setTimeout(() => {
          status.textContent = "";
          delete button.dataset["state"];
          if (label) label.textContent = before;
        }, noticeTime);
      };
      copy(textOf(button)).then(
        () => say("Copied"),
        () => say("Not copied"),
      );
    });
  }
}

async function textOf(button: HTMLButtonElement): Promise<string> {
  const file = button.dataset["copy"];
  if (!file) return button.closest(".code-box")?.querySelector("code")?.textContent ?? "";
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} answered ${response.status}.`);
  return response.text();
}

/** Safari only lets a click write to the clipboard when it is handed the promise itself. */
async function copy(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === "function" && "write" in navigator.clipboard) {
    const blob = text.then((value) => new Blob([value], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  } else await navigator.clipboard.writeText(await text);
}
