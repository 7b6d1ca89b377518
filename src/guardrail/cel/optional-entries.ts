/** An expression with its optional entries marked, so that a parser without them can read it. */
export interface MarkedSource {
  /** The expression, of the same length: the `?` of an optional entry has become `-`. */
  text: string;
  /** Offsets of those `?`. */
  optionalAt: ReadonlySet<number>;
}

/**
 * Marks the optional entries of list and map literals, `[?a]` and `{?"k": v}`, which the CEL parser does not know.
 * A `?` after `[`, `{` or a comma between such brackets can be nothing else: the index `a[?k]` follows an operand.
 */
export function markOptionalEntries(source: string): MarkedSource {
  const optionalAt = new Set<number>();
  if (!/[[{,]\s*\?/.test(source)) return { text: source, optionalAt };
  const open: string[] = [];
  let before = "";
  for (let i = 0; i < source.length; i++) {
    const skipped = skipStringOrComment(source, i);
    if (skipped > i) {
      if (source[i] !== "/") before = '"';
      i = skipped - 1;
      continue;
    }
    const character = source[i] ?? "";
    if (/\s/.test(character)) continue;
    if (character === "?" && (before === "[" || before === "{" || before === ",")) optionalAt.add(i);
    if (character === "[") {
      const isIndex = /[\w)\]}"]/.test(before);
      open.push(isIndex ? "index" : "[");
      before = isIndex ? "index" : "[";
      continue;
    }
    if (character === "(" || character === "{") open.push(character);
    if (character === ")" || character === "]" || character === "}") open.pop();
    before = character === "," && open.at(-1) === "(" ? "" : character;
  }
  const text = [...optionalAt].reduce(
    (result, at) => `${result.slice(0, at)}-${result.slice(at + 1)}`,
    source,
  );
  return { text, optionalAt };
}

/** Offset after the string literal or comment that starts at an offset; the offset itself where none does. */
function skipStringOrComment(source: string, at: number): number {
  if (source.startsWith("//", at)) {
    const end = source.indexOf("\n", at);
    return end === -1 ? source.length : end;
  }
  const quote = source[at];
  if (quote !== '"' && quote !== "'") return at;
  const raw = /[rR][bB]?$/.test(source.slice(Math.max(0, at - 2), at));
  const closing = source.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
  for (let i = at + closing.length; i < source.length; i++) {
    if (source[i] === "\\" && !raw) i++;
    else if (source.startsWith(closing, i)) return i + closing.length;
  }
  return source.length;
}
