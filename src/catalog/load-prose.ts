import { readFileSync } from "node:fs";
import { safeBody } from "../story/safe-body.ts";

/**
 * A Vite plugin that reads every .mdx file in Vite's place. Astro is given the body alone: it would read the front
 * matter with another parser and import the module that a field called `layout` names. A body that is not plain prose,
 * or that would bring the compiler down, is never handed on: it throws, which fails the build.
 */
export const loadProse = {
  name: "load-prose",
  enforce: "pre" as const,
  load: {
    filter: { id: /\.mdx(?:\?|$)/ },
    handler(id: string): string {
      const file = id.replace(/\?.*$/s, "");
      return safeBody(readFileSync(file), file);
    },
  },
};
