/** Text of a fact as HTML: everything escaped, `code` in backticks as code. */
export function richText(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part) =>
      part.length > 2 && part.startsWith("`") && part.endsWith("`")
        ? `<code>${markPlaceholders(part.slice(1, -1), escapeHtml)}</code>`
        : escapeHtml(part),
    )
    .join("");
}

/**
 * A command as HTML: the parts a reader fills in (`<namespace>`) marked as variables, and words with dashes in them
 * (`--sort-by`) marked as whole, since browsers would break a line after any dash.
 */
export function markBlanks(command: string): string {
  return markPlaceholders(command, markWhole);
}

function markPlaceholders(command: string, rest: (text: string) => string): string {
  return command
    .split(/(<[a-z][a-z0-9 /-]*>)/)
    .map((part, index) => (index % 2 === 1 ? `<var>${escapeHtml(part)}</var>` : rest(part)))
    .join("");
}

/** Text as HTML, with words with dashes in them (`--dry-run`) marked as whole. */
export function markWhole(text: string): string {
  return text
    .split(/([^\s<>]*-[^\s<>]*)/)
    .map((part, index) =>
      index % 2 === 1 && part.length <= 40 ? `<span>${escapeHtml(part)}</span>` : escapeHtml(part),
    )
    .join("");
}

/** A signature as HTML, with its variable parts marked and named: `{peer:address}` reads as "peer". */
export function markVariables(signature: string): string {
  return signature
    .split(/(\{[a-z][A-Za-z0-9]*(?::[a-z]+)?\})/)
    .map((part, index) =>
      index % 2 === 1
        ? `<var>${part.slice(1, -1).replace(/:.*/, "")}</var>`
        : escapeHtml(part.replaceAll("{{", "{").replaceAll("}}", "}")),
    )
    .join("");
}

/**
 * A line of evidence as HTML, with the parts that its signature names as variable marked: another cluster will show
 * others there. A line that the signature does not match is only escaped.
 */
export function markVarying(line: string, signature: string | undefined): string {
  const found = signature === undefined ? null : varyingParts(signature).exec(line);
  let html = "";
  let done = 0;
  for (const span of found?.indices?.slice(1) ?? []) {
    if (span === undefined) continue;
    const [start, end] = span;
    html += `${escapeHtml(line.slice(done, start))}<var>${escapeHtml(line.slice(start, end))}</var>`;
    done = end;
  }
  return html + escapeHtml(line.slice(done));
}

/** A pattern that captures what stands at each variable of a signature; only asked of lines known to match. */
function varyingParts(signature: string): RegExp {
  const source = signature
    .split(/(\{[a-z][A-Za-z0-9]*(?::[a-z]+)?\})/)
    .map((part, index, parts) => {
      if (index % 2 === 0)
        return part
          .replaceAll("{{", "{")
          .replaceAll("}}", "}")
          .replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
          .replace(/\s+/g, "\\s+");
      return index === parts.length - 2 && parts.at(-1) === "" ? "(\\S.{0,398})" : "(.{1,400}?)";
    })
    .join("");
  return new RegExp(source, "di");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
