import { listCheckPages } from "./check-pages.ts";
import { listCollections } from "./collections.ts";
import { listGuardrails } from "./guardrails.ts";
import { listStories } from "./stories.ts";
import { listTermPages } from "./terms.ts";

/** A page of the site that may be listed: its path from the root, and the day of its last change where it is known. */
export interface SitePath {
  path: string;
  changed?: string;
}

/** All pages of the site but those that only lead to others, such as the search. */
export async function listSitePaths(): Promise<SitePath[]> {
  const stories = await listStories();
  const newest = stories
    .map(({ facts }) => facts.updated ?? facts.published)
    .sort()
    .at(-1);
  const changed = newest === undefined ? {} : { changed: newest };
  const kinds = ["categories", "components", "providers"] as const;
  const terms = await Promise.all(
    kinds.map(async (kind) => [
      { path: `/${kind}/` },
      ...(await listTermPages(kind)).map(({ term }) => ({ path: term.path })),
    ]),
  );
  return [
    { path: "/", ...changed },
    { path: "/stories/", ...changed },
    ...stories.map(({ path, facts }) => ({ path, changed: facts.updated ?? facts.published })),
    { path: "/collections/" },
    ...(await listCollections()).map(({ path, facts }) => ({ path, changed: facts.published })),
    ...terms.flat(),
    { path: "/patterns/", ...changed },
    { path: "/references/" },
    { path: "/guardrails/" },
    ...(await listGuardrails()).map(({ path }) => ({ path })),
    { path: "/diagnose/" },
    { path: "/errors/", ...changed },
    { path: "/errors/coverage/", ...changed },
    { path: "/scan/" },
    { path: "/contribute/" },
    { path: "/checks/" },
    ...listCheckPages().map(({ path }) => ({ path })),
  ];
}
