/** A word or phrase that no file may hold. */
export interface DeniedWord {
  text: string;
  /** Line of the list, by which a finding names it. */
  line: number;
}

/** Reads a deny list: a word or phrase a line, empty lines and those that start with # left out. */
export function parseDenyList(text: string): DeniedWord[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: line.trim(), line: index + 1 }))
    .filter(({ text: word }) => word !== "" && !word.startsWith("#") && /[\p{L}\p{N}]/u.test(word));
}
