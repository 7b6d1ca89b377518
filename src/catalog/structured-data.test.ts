import { expect, test } from "vitest";
import { structuredData } from "./structured-data.ts";

const story = {
  facts: {
    title: "A </script> in a title",
    published: "2026-01-02",
    sources: [
      { title: "x", url: "https://example.com/a", kind: "primary" as const },
      { title: "y", url: "https://example.com/b", kind: "reference" as const },
    ],
  },
  url: "https://example.com/stories/a/",
  image: "https://example.com/stories/a/card.png",
  library: "Stories",
  license: "https://example.com/licence",
};

test("names the story, its primary sources and its licence", () => {
  expect(JSON.parse(structuredData(story))).toMatchObject({
    "@type": "TechArticle",
    headline: "A </script> in a title",
    citation: ["https://example.com/a"],
    datePublished: "2026-01-02",
  });
});

test("cannot end the element it stands in", () => {
  expect(structuredData(story)).not.toContain("</script");
});

test("says when it was corrected, and only then", () => {
  expect(structuredData(story)).not.toContain("dateModified");
  expect(
    JSON.parse(structuredData({ ...story, facts: { ...story.facts, updated: "2026-02-03" } })),
  ).toMatchObject({ dateModified: "2026-02-03" });
});
