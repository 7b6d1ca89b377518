/** How long a button says that it has copied, in milliseconds. */
const noticeTime = 2000;

/**
 * Makes the copy buttons of a page work, and gives each command one. `data-copy` holds the address of a file whose bytes
 * are copied as they are, or nothing: then the text of the code block before the button is. The outcome is announced.
 */
export function wireCopyButtons(page: Document): void {
  for (const block of page.querySelectorAll(".command pre")) {
    const button = page.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.dataset["copy"] = "";
    button.title = "Copy the command";
    button.ariaLabel = button.title;
    block.after(button);
  }
  const status = page.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  page.body.append(status);
  for (const button of page.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const before = button.textContent;
    button.addEventListener("click", () => {
      const say = (text: string): void => {
        status.textContent = text;
        button.textContent = text;
        setTimeout(() => {
          status.textContent = "";
          button.textContent = before;
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
  if (!file) return button.previousElementSibling?.textContent ?? "";
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
