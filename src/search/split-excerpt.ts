/** A piece of a passage, and whether it is one of the words searched for. */
export interface ExcerptPiece {
  text: string;
  marked: boolean;
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
};

/**
 * Cuts a passage as Pagefind gives it (text with `<mark>` around found words and `<`, `>` escaped) into pieces, so that a
 * page can set it as text and never as HTML.
 */
export function splitExcerpt(excerpt: string): ExcerptPiece[] {
  let marked = false;
  const pieces: ExcerptPiece[] = [];
  for (const part of excerpt.split(/(<\/?mark>)/)) {
    if (part === "<mark>") marked = true;
    else if (part === "</mark>") marked = false;
    else if (part !== "") pieces.push({ text: unescapeHtml(part), marked });
  }
  return pieces;
}

function unescapeHtml(text: string): string {
  return text.replaceAll(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity] ?? entity);
}
