import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Stories are text: what an image shows is said, or drawn from the front matter. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) =>
    prose.links
      .filter(({ kind }) => kind === "image")
      .map(({ url, at }) =>
        makeFinding({
          code: "image-not-allowed",
          file: prose.file,
          at,
          message: `An image stands here${url ? `: ${url.slice(0, 80)}` : ""}, and stories are text.`,
          fix: "Say what it shows, and link to where it is published.",
        }),
      ),
  );
