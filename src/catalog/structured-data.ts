import type { StoryFacts } from "../story/schema/story.ts";

/** What a story's structured data is made of. */
export interface DescribedStory {
  facts: Pick<StoryFacts, "title" | "published" | "updated" | "sources">;
  /** Whole address of its page. */
  url: string;
  /** Whole address of its picture. */
  image: string;
  /** Name of the library. */
  library: string;
  license: string;
}

/**
 * A story as JSON-LD for search engines (https://schema.org/TechArticle), ready to stand in a script element: signs that
 * could end the element are escaped.
 */
export function structuredData({ facts, url, image, library, license }: DescribedStory): string {
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": "TechArticle",
    headline: facts.title,
    url,
    image,
    datePublished: facts.published,
    ...(facts.updated === undefined ? {} : { dateModified: facts.updated }),
    citation: facts.sources.filter(({ kind }) => kind === "primary").map((source) => source.url),
    publisher: { "@type": "Organization", name: library },
    license,
  }).replaceAll("<", "\\u003c");
}
