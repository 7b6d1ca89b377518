/** A stretch of a line, in UTF-16 code units from 0, the end exclusive. */
export interface LineStretch {
  start: number;
  end: number;
}

/**
 * Sets stretches of a line of highlighted code in <mark>. Takes the HTML of the line, whose text is counted as it is
 * read (an entity is one character); a stretch that goes over several tokens becomes a mark in each.
 */
export function markHtml(html: string, stretches: readonly LineStretch[]): string {
  if (stretches.length === 0) return html;
  const isMarked = (at: number) => stretches.some(({ start, end }) => start <= at && at < end);
  let marked = "";
  let at = 0;
  for (const [piece] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (piece.startsWith("<")) {
      marked += piece;
      continue;
    }
    let open = false;
    for (const [character] of piece.matchAll(/&[^;\s]+;|[\s\S]/g)) {
      if (isMarked(at) !== open) {
        marked += open ? "</mark>" : "<mark>";
        open = !open;
      }
      marked += character;
      at++;
    }
    if (open) marked += "</mark>";
  }
  return marked;
}
