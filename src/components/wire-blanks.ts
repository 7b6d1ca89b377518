/**
 * What may stand in a blank: names, addresses, ranges, versions, selectors. Nothing a shell would read as more than one
 * word.
 */
const allowed = /^[\w.:/@=,+%-]*$/;

/**
 * Lets a reader fill in the blanks of all commands of a page (`<namespace>`) once. What is typed stays in the page: it is
 * stored nowhere, sent nowhere, and gone with the page. A blank that is left empty stays visible, in copied text too.
 */
export function wireBlanks(page: Document): void {
  const box = page.querySelector<HTMLDetailsElement>("[data-blanks]");
  if (!box) return;
  const names = box.dataset["blanks"]?.split(" ") ?? [];
  const places = new Map(
    names.map((name) => [
      name,
      [...page.querySelectorAll<HTMLElement>("var")].filter((blank) => blank.textContent === `<${name}>`),
    ]),
  );
  const fields = new Map<string, HTMLInputElement>();
  const open = (): void => {
    if (fields.size > 0) return;
    const note = page.createElement("p");
    note.className = "note";
    note.textContent = "Every command on this page follows. Nothing is stored or sent.";
    for (const name of names) {
      const label = page.createElement("label");
      const field = page.createElement("input");
      field.className = "field";
      field.autocomplete = "off";
      field.autocapitalize = "off";
      field.spellcheck = false;
      field.addEventListener("input", () => fill(field, name, places.get(name) ?? []));
      label.append(name, field);
      box.append(label);
      fields.set(name, field);
    }
    box.append(note);
  };
  box.addEventListener("toggle", open);
  for (const [name, blanks] of places)
    for (const blank of blanks)
      blank.addEventListener("click", () => {
        open();
        box.open = true;
        fields.get(name)?.focus();
      });
}

function fill(field: HTMLInputElement, name: string, places: readonly HTMLElement[]): void {
  const value = field.value.trim();
  const fits = allowed.test(value);
  field.setCustomValidity(
    fits ? "" : "Letters, digits and . : / @ = , + % _ - only, so that a command stays what it is.",
  );
  field.ariaInvalid = String(!fits);
  if (!fits) field.reportValidity();
  for (const place of places) {
    const filled = fits && value !== "";
    place.textContent = filled ? value : `<${name}>`;
    place.toggleAttribute("data-filled", filled);
  }
}
