import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

/** The built site that the site tests read: `dist`, or the folder `HORROR_DIST` names. */
export const dist = resolve(process.env["HORROR_DIST"] ?? "dist");

if (!existsSync(join(dist, "index.html")))
  throw new Error(`There is no built site in ${dist}; run "npm run build" first.`);

/** Every file of the built site, as a path from its root with forward slashes, sorted. */
export function files(): string[] {
  return readdirSync(dist, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => statSync(join(dist, name)).isFile())
    .sort();
}

/** Every page of the built site. */
export function pages(): string[] {
  return files().filter((name) => name.endsWith(".html"));
}

/** Of each kind of page the first one: one template serves all pages of a kind. */
export function onePerKind(): string[] {
  const kinds = Object.groupBy(pages(), (page) =>
    page.replace(
      /^(stories|categories|collections|components|providers|checks|guardrails)\/[^/]+\//,
      "$1/*/",
    ),
  );
  return Object.values(kinds).flatMap((group) => group?.slice(0, 1) ?? []);
}

/** Text of a built file. */
export function read(name: string): string {
  return readFileSync(join(dist, name), "utf8");
}

/** Address of a page from the root: stories/x/index.html → /stories/x/. */
export function addressOf(page: string): string {
  return `/${relative(".", page)
    .split(sep)
    .join("/")
    .replace(/(^|\/)index\.html$/, "$1")}`;
}
