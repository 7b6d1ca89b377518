import { settings, vocabulary } from "../catalog/library.ts";
import { absolute } from "../catalog/links.ts";
import { llmsText } from "../catalog/llms-text.ts";
import { listStories } from "../catalog/stories.ts";

/** What the library offers to programs that read text: https://llmstxt.org. */
export async function GET(): Promise<Response> {
  const { name, tagline, contentLicense } = settings();
  const stories = await listStories();
  const text = llmsText({
    name,
    tagline,
    license: contentLicense,
    sections: Object.entries(vocabulary().categories).map(([id, { label }]) => ({
      title: label,
      stories: stories
        .filter(({ facts }) => facts.category === id)
        .map((story) => ({
          title: story.facts.title,
          summary: story.facts.summary,
          url: absolute(`/stories/${story.id}.md`),
        })),
    })),
    documents: [
      {
        title: "All stories as JSON",
        summary: "Facts of every story, with a schema.",
        url: absolute("/stories.json"),
      },
      {
        title: "Signatures",
        summary: "Templates of the lines that each story is known by.",
        url: absolute("/signatures.json"),
      },
      {
        title: "Guardrails",
        summary:
          "Policies for the API server, in one file for kubectl apply; each has a page under /guardrails/.",
        url: absolute("/guardrails.yaml"),
      },
      { title: "Feed", summary: "Stories as they join, as Atom.", url: absolute("/feed.xml") },
    ],
  });
  return new Response(text, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
