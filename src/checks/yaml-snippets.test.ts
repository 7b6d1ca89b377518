import { describe, expect, test } from "vitest";
import { parseProse } from "../story/parse-prose.ts";
import { yamlSnippets } from "./yaml-snippets.ts";

const kinds = (prose: string) =>
  yamlSnippets(parseProse(prose, 0, "x.mdx").blocks).map((snippet) =>
    snippet.kind === "excerpt"
      ? snippet.fragment
      : snippet.kind === "elided"
        ? `elided at ${snippet.line}`
        : "whole",
  );
const block = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n\n`;

describe("snippets", () => {
  test("are the YAML blocks and no others", () => {
    expect(
      kinds(
        block("yaml", "a: 1") +
          block("yml", "a: 1") +
          block("YAML", "a: 1") +
          block("json", "{}") +
          block("", "a: 1"),
      ),
    ).toEqual(["whole", "whole", "whole"]);
  });

  test.each([
    "Pod",
    "Deployment.spec.template.spec",
    "apps/v1/Deployment.spec",
    "Pod.spec.containers[0]",
    "networking.k8s.io/v1/Ingress.spec",
  ])("marked as %s are excerpts", (fragment) =>
    expect(kinds(block(`yaml excerpt=${fragment}`, "..."))).toEqual([fragment]),
  );

  test.each(["excerpt", "excerpt=", "excerpt=pod.spec", "Excerpt=Pod", "title=x", "excerpt=Pod extra"])(
    "with the marker %s are left to their own rule",
    (marker) => expect(kinds(block(`yaml ${marker}`, "a: 1"))).toEqual([]),
  );

  test.each(["...", "  ...", "# ...", "  # …", "- ...", "[...]", "a: ...", "a: [...]", "  - # ..."])(
    "that leave something out by %j are elided",
    (line) => expect(kinds(block("yaml", `kind: Pod\n${line}\nb: 1`))).toEqual(["elided at 1"]),
  );

  test.each(["a: 1 # ... and so on", "a: '...'", "a: wait...", "# and so on..."])(
    "with %j are whole",
    (line) => expect(kinds(block("yaml", line))).toEqual(["whole"]),
  );

  test("may end a document with three dots", () => {
    expect(kinds(block("yaml", "a: 1\n...\n---\nb: 2"))).toEqual(["whole"]);
  });
});
