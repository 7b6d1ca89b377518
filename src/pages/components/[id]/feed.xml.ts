import type { APIRoute } from "astro";
import { settings } from "../../../catalog/library.ts";
import { storyFeed } from "../../../catalog/story-feed.ts";
import { listTermPages, type TermPage } from "../../../catalog/terms.ts";

/** The Atom feed of the stories of one component: for the team that runs it. */
export const GET: APIRoute<{ page: TermPage }> = ({ props }) => {
  const { term, stories } = props.page;
  return storyFeed({
    title: `${term.label}: ${settings().name}`,
    meaning: term.meaning,
    path: term.path,
    stories,
  });
};

export async function getStaticPaths() {
  return (await listTermPages("components")).map((page) => ({
    params: { id: page.term.id },
    props: { page },
  }));
}
