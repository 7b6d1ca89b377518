/** The longest line looked at, in characters: no real message is longer. */
export const maxLineLength = 2000;

/**
 * Undoes what carrying a line about did to it: quotes that a JSON log escaped or a web page rounded, entities, Markdown
 * around it, colours of a terminal. Takes one line; gives it ready for matching.
 */
export function cleanLine(line: string): string {
  return (
    line
      .slice(0, maxLineLength)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals write them
      .replaceAll(/\u001b\[[0-9;]{0,12}[A-Za-z]/g, "")
      .replaceAll("&quot;", '"')
      .replaceAll(/&#0?39;|&apos;/g, "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&")
      .replaceAll(/\\{1,7}"/g, '"')
      .replaceAll(/\\[nt]/g, " ")
      .replaceAll(/[“”„‟]/g, '"')
      .replaceAll(/[‘’‚]/g, "'")
      .replaceAll("\u00a0", " ")
      .replaceAll(/\[(https?:[^\]\s]{1,300})\]\(https?:[^)\s]{1,300}\)/g, "$1")
      .replace(/^\s*(?:>\s?){1,5}/, "")
      // A node's condition that nobody knows says nothing about disk or memory.
      .replace(/^\s*(?:OutOfDisk|(?:Memory|Disk|PID)Pressure|NetworkUnavailable)(?=\s+Unknown\s)/, "")
      .replaceAll("`", "")
      .trimEnd()
  );
}
