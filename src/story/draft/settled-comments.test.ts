import { expect, test } from "vitest";
import { withoutSettledComments } from "./settled-comments.ts";

const preamble = "# Fields are explained once.\n# Delete these.\n\n";

test.each([
  ["a told field", `${preamble}# What it was.\ntitle: It broke\n`, "title: It broke\n"],
  [
    "a field with a mark",
    `${preamble}# What it was.\ntitle: "TODO: A sentence."\n`,
    `${preamble}# What it was.\ntitle: "TODO: A sentence."\n`,
  ],
  [
    "a mark further in",
    '# How.\nfix:\n  # Why.\n  why: because\n  how: "TODO: Say."\nnext: 1\n',
    '# How.\nfix:\n  why: because\n  how: "TODO: Say."\nnext: 1\n',
  ],
  ["an unknown value", "# Where.\nprovider: unknown\n", "# Where.\nprovider: unknown\n"],
  ["an empty list", "# More.\nrelated: []\n", "# More.\nrelated: []\n"],
  ["the next field's mark", '# One.\none: 1\n# Two.\ntwo: "TODO: 2"\n', 'one: 1\n# Two.\ntwo: "TODO: 2"\n'],
])("comments and %s", (_, given, kept) => {
  expect(withoutSettledComments(given)).toBe(kept);
});
