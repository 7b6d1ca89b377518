import { describe, expect, test } from "vitest";
import { editYaml } from "./edit-yaml.ts";

const text = `# Above.
title: An example # behind
# What was involved.
components: [probe, deployment]

impact:
  # Who felt it.
  affected: nobody
  duration: unknown
`;

describe("editing YAML", () => {
  test("keeps comments, order and blank lines", () => {
    expect(
      editYaml(text, [
        { path: ["title"], value: 'A "quoted": title' },
        { path: ["components"], value: ["node"] },
        { path: ["impact", "affected"], value: "everybody", comment: "TODO: who?" },
      ]),
    ).toMatchInlineSnapshot(`
      "# Above.
      title: 'A "quoted": title' # behind
      # What was involved.
      components: [node]

      impact:
        # Who felt it.
        affected: everybody # TODO: who?
        duration: unknown
      "
    `);
  });

  test("takes entries out and adds new ones at the end", () => {
    expect(
      editYaml(text, [
        { path: ["impact", "duration"], value: undefined },
        { path: ["queries"], value: ["one: two", "three"] },
      ]),
    ).toMatchInlineSnapshot(`
      "# Above.
      title: An example # behind
      # What was involved.
      components: [probe, deployment]

      impact:
        # Who felt it.
        affected: nobody
      queries:
        - "one: two"
        - three
      "
    `);
  });

  test("changes nothing without edits", () => {
    expect(editYaml(text, [])).toBe(text);
  });

  test("refuses what is no YAML", () => {
    expect(() => editYaml("a: [", [])).toThrow("no YAML");
  });
});
