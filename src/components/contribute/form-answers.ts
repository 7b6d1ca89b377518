/** What stands in the form, by answer; what is empty is left out. */
export function formAnswers(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && value !== "" ? [[name, value] as const] : [],
  );
  return Object.fromEntries(entries);
}

/** Sets every field of the form: to its answer, or to nothing. A group that is folded away and holds one is opened. */
export function fillForm(form: HTMLFormElement, answers: Readonly<Record<string, string>>): void {
  for (const field of form.elements) {
    if (
      !(
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      )
    )
      continue;
    field.value = answers[field.name] ?? "";
    const folded = field.value === "" ? null : field.closest("details");
    if (folded) folded.open = true;
  }
}
