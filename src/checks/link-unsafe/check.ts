import { makeFinding } from "../../finding/make-finding.ts";
import type { ProseLink } from "../../story/prose-types.ts";
import { unsafeAddress } from "../../story/unsafe-address.ts";
import type { Check } from "../check.ts";

/** A link leads where it says: to a web page, a mail address or a page of this library. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) =>
    prose.links.flatMap((link) => {
      const reason = unsafeAddress(link.url) ?? otherHost(link);
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

/** A link whose text is an address leads to the host of that address. */
function otherHost({ url, text, kind }: ProseLink): string | undefined {
  const target = kind === "link" ? hostOf(url) : undefined;
  const claimed = hostOf(text);
  return target !== undefined && claimed !== undefined && claimed !== target
    ? `The link says ${claimed} and leads to ${target}.`
    : undefined;
}

function hostOf(text: string): string | undefined {
  const found = /^\s*(https?:\/\/[^\s/]+)/i.exec(text)?.[1];
  return found !== undefined && URL.canParse(found) ? new URL(found).host : undefined;
}
