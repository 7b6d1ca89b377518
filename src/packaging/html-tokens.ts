/** A piece of an HTML document, in order; the pieces put together are the document. */
export interface HtmlToken {
  kind: "open" | "close" | "text" | "raw" | "comment" | "doctype";
  /** The piece as it stands in the document. */
  text: string;
  /** Name of the element for tags and raw text, in small letters. */
  name: string;
}

/** Elements whose content is no markup. */
const rawElements = ["script", "style", "textarea", "title"];

const markup =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-zA-Z][^\s>]*)\s*>|<([a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;

/** Takes a well-formed HTML document, such as Astro writes, apart into tags, text and the content of raw elements. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let done = 0;
  const text = (end: number): void => {
    if (end > done) tokens.push({ kind: "text", text: html.slice(done, end), name: "" });
    done = end;
  };
  markup.lastIndex = 0;
  for (let match = markup.exec(html); match; match = markup.exec(html)) {
    text(match.index);
    const [piece, closed, opened] = match;
    done = markup.lastIndex;
    if (opened !== undefined) {
      const name = opened.toLowerCase();
      tokens.push({ kind: "open", text: piece, name });
      if (rawElements.includes(name)) {
        const end = html.toLowerCase().indexOf(`</${name}`, done);
        if (end > done) tokens.push({ kind: "raw", text: html.slice(done, end), name });
        done = Math.max(end, done);
        markup.lastIndex = done;
      }
    } else if (closed !== undefined) tokens.push({ kind: "close", text: piece, name: closed.toLowerCase() });
    else tokens.push({ kind: piece.startsWith("<!--") ? "comment" : "doctype", text: piece, name: "" });
  }
  text(html.length);
  return tokens;
}

/** Value of an attribute of a tag, decoded of what Astro escapes; "" where it has no value, undefined where it is missing. */
export function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}(?:=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=[\\s/>])`, "i").exec(tag);
  if (!found) return undefined;
  return (found[1] ?? found[2] ?? found[3] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#34;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll("&#38;", "&");
}
