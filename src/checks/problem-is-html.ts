import type { ProseProblem } from "../story/prose-types.ts";

/** Whether the parser stumbled over something that is HTML: a comment, a declaration, an element that is never closed. */
export function problemIsHtml({ text }: ProseProblem): boolean {
  return /^<(?:!|\/?[a-z][a-z0-9-]*(?:[\s/>]|$))/.test(text);
}
