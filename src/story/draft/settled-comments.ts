import { toWriteMark } from "./to-write.ts";

/**
 * Front matter without the explanations of fields that are told: a comment stays while something below its field is
 * still to be written, unknown or empty. What explains the comments themselves goes with the last of them. Takes YAML in
 * block style as `editYaml` gives it.
 */
export function withoutSettledComments(frontMatter: string): string {
  const lines = frontMatter.split("\n");
  const kept: string[] = [];
  let stays = false;
  let preamble = 0;
  for (let at = 0; at < lines.length; ) {
    if (!isComment(lines[at])) {
      kept.push(lines[at] ?? "");
      at += 1;
      continue;
    }
    let end = at;
    while (isComment(lines[end])) end += 1;
    const comment = lines.slice(at, end);
    const isPreamble = lines[end]?.trim() === "";
    if (isPreamble && kept.length === 0) preamble = comment.length + 1;
    const open = isPreamble || isOpen(fieldAt(lines, end));
    if (open) kept.push(...comment);
    if (open && !isPreamble) stays = true;
    at = end;
  }
  return (stays ? kept : kept.slice(preamble)).join("\n");
}

function isComment(line: string | undefined): boolean {
  return line !== undefined && /^\s*#/.test(line);
}

/** The lines of the field that begins at a line: itself and whatever is indented more. */
function fieldAt(lines: readonly string[], start: number): string[] {
  const indent = indentOf(lines[start] ?? "");
  const after = lines.slice(start + 1);
  const length = after.findIndex((line) => line.trim() !== "" && indentOf(line) <= indent);
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).filter((line) => !isComment(line));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isOpen(field: readonly string[]): boolean {
  return field.some((line) => line.includes(toWriteMark) || /:\s+(?:unknown|\[\])\s*$/.test(line));
}
