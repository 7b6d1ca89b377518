/**
 * Applies the lines of a diff without positions: what it keeps and takes away must stand in the text, once and in a row.
 * A line of three dots starts the next hunk. Throws where it does not fit.
 */
export function applyDiff(text: string, diff: string, name: string): string {
  let result = text;
  for (const hunk of diff.replace(/\n$/, "").split(/^\.\.\.\n/m)) {
    const lines = hunk.replace(/\n$/, "").split("\n");
    const before = lines.filter((line) => !line.startsWith("+")).map((line) => line.slice(1));
    const after = lines.filter((line) => !line.startsWith("-")).map((line) => line.slice(1));
    const wanted = `\n${before.join("\n")}\n`;
    const whole = `\n${result}`;
    const at = whole.indexOf(wanted);
    if (at === -1) throw new Error(`${name}: these lines are not in the file:\n${before.join("\n")}`);
    if (whole.indexOf(wanted, at + 1) !== -1)
      throw new Error(`${name}: these lines stand in the file more than once:\n${before.join("\n")}`);
    result =
      `${whole.slice(0, at)}\n${after.join("\n")}${after.length > 0 ? "\n" : ""}${whole.slice(at + wanted.length)}`.slice(
        1,
      );
  }
  return result;
}
