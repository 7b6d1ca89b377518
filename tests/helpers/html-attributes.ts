const entities: Record<string, string> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&#38;": "&",
  "&#34;": '"',
};

/** Values of an attribute in a page, decoded. */
export function attributes(html: string, name: string): string[] {
  const withoutText = html.replace(/<!--[\s\S]*?-->/g, "");
  const pattern = new RegExp(`<[a-zA-Z][^>]*?\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, "g");
  return [...withoutText.matchAll(pattern)].map((match) =>
    (match[1] ?? match[2] ?? match[3] ?? "").replace(
      /&[#a-z0-9]+;/gi,
      (entity) => entities[entity] ?? entity,
    ),
  );
}
