import { expect, test } from "vitest";
import { llmsText } from "./llms-text.ts";

test("has a title, a quotation, a list for each kind of failure that has stories, and the rest as optional", () => {
  const story = { title: "A [rare] failure", summary: "It broke.", url: "https://example.com/a.md" };
  expect(
    llmsText({
      name: "Stories",
      tagline: "What broke.",
      license: { name: "CC", url: "https://example.com/cc" },
      sections: [
        { title: "DNS", stories: [story] },
        { title: "Storage", stories: [] },
      ],
      documents: [{ title: "Feed", summary: "Atom.", url: "https://example.com/feed.xml" }],
    }),
  ).toMatchInlineSnapshot(`
    "# Stories

    > What broke.

    Every story names its sources, and says what was inferred. Symptoms are quoted as they were published; manifests marked as reconstructions are ours. Each link is the whole story as Markdown, under CC (https://example.com/cc).

    ## DNS

    - [A \\[rare\\] failure](https://example.com/a.md): It broke.

    ## Optional

    - [Feed](https://example.com/feed.xml): Atom.
    "
  `);
});
