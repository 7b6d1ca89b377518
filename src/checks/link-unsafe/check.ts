import { makeFinding } from "../../finding/make-finding.ts";
import type { ProseLink } from "../../story/prose-types.ts";
import type { Check } from "../check.ts";
import { visibleAddress } from "../visible-address.ts";

const schemes = new Set(["https:", "http:", "mailto:"]);

/**
 * A link leads where it says: to a web page, a mail address or a page of this library. Browsers drop control characters
 * and white space from an address before they read its scheme (https://url.spec.whatwg.org/#concept-basic-url-parser),
 * so the rule does as well.
 */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) =>
    prose.links.flatMap((link) => {
      const reason = unsafe(link);
      if (reason === undefined) return [];
      return [
        makeFinding({
          code: "link-unsafe",
          file: prose.file,
          at: link.at,
          message: reason,
          fix: "Link to an https:// address, or to a page of this library from its root: /stories/<id>/.",
        }),
      ];
    }),
  );

function unsafe({ url, text, kind }: ProseLink): string | undefined {
  const address = visibleAddress(url);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase();
  const shown = address.slice(0, 80);
  if (scheme !== undefined && !schemes.has(scheme))
    return `The address ${shown} is a ${scheme} address, not a page.`;
  if (address !== url) return `The address ${shown} holds invisible characters.`;
  if (/^[\\/]{2}|^[\\/]\\|^\\/.test(address)) return `The address ${shown} leaves out whether it is https.`;
  if (scheme === "https:" || scheme === "http:") {
    let target: URL;
    try {
      target = new URL(address);
    } catch {
      return `The address ${shown} cannot be read.`;
    }
    if (target.username !== "" || target.password !== "")
      return `The address ${shown} hides its host, ${target.host}, behind a user name.`;
    const claimed = kind === "link" ? hostOf(text) : undefined;
    if (claimed !== undefined && claimed !== target.host)
      return `The link says ${claimed} and leads to ${target.host}.`;
  }
  return undefined;
}

function hostOf(text: string): string | undefined {
  const found = /^\s*(https?:\/\/[^\s/]+)/i.exec(text)?.[1];
  return found !== undefined && URL.canParse(found) ? new URL(found).host : undefined;
}
