import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";

const folder = ".github/ISSUE_TEMPLATE";
const forms = readdirSync(folder).filter((name) => name !== "config.yml");

interface Form {
  name: string;
  description: string;
  body: { type: string; id?: string; attributes: { label?: string; options?: string[] } }[];
}

test("there are forms", () => expect(forms.length).toBeGreaterThanOrEqual(3));

// Rules of GitHub's "Syntax for issue forms".
test.each(forms)("%s is a form that GitHub takes", (name) => {
  const parsed = parseYaml(readFileSync(`${folder}/${name}`, "utf8"), { file: name });
  expect(parsed.findings).toEqual([]);
  const form = parsed.documents[0]?.value as unknown as Form;
  expect(form.name.length).toBeGreaterThan(3);
  expect(form.description.length).toBeGreaterThan(3);
  const fields = form.body.filter(({ type }) => type !== "markdown");
  expect(fields.length).toBeGreaterThan(0);
  for (const { type } of form.body)
    expect(["markdown", "input", "textarea", "dropdown", "checkboxes"]).toContain(type);
  const ids = fields.map(({ id }) => id);
  expect(new Set(ids).size).toBe(fields.length);
  for (const id of ids) expect(id).toMatch(/^[\w-]+$/);
  const labels = fields.map(({ attributes }) => attributes.label);
  expect(new Set(labels).size).toBe(fields.length);
  for (const { type, attributes } of fields)
    if (type === "dropdown") {
      expect(new Set(attributes.options).size).toBe(attributes.options?.length);
      // GitHub refuses a choice called None, which it adds by itself.
      expect(attributes.options?.map((option) => option.toLowerCase())).not.toContain("none");
    }
});
