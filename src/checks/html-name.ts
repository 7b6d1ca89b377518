/** Whether a name in angle brackets is an HTML element's (lower case, as JSX tells them apart) and not a component's. */
export function isHtmlName(name: string): boolean {
  return /^[a-z][^.]*$/.test(name);
}
