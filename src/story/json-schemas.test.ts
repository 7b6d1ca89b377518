import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { jsonSchemas } from "./json-schemas.ts";

describe("schemas/", () => {
  test("holds a file for each document, and nothing else", () => {
    expect(jsonSchemas().size).toBeGreaterThan(0);
    expect(readdirSync("schemas").sort()).toEqual(["manifest.schema.json", ...jsonSchemas().keys()].sort());
  });

  test.each([...jsonSchemas()])(
    "%s is what the Zod schema says (npm run schemas writes it)",
    (file, text) => {
      expect(readFileSync(`schemas/${file}`, "utf8")).toBe(text);
    },
  );

  test.each([...jsonSchemas()])("%s documents every field and refuses unknown ones", (file, text) => {
    const undocumented: string[] = [];
    let objects = 0;
    const walk = (node: unknown, path: string): void => {
      if (node === null || typeof node !== "object") return;
      const { properties, additionalProperties } = node as Record<string, unknown>;
      if (properties !== null && typeof properties === "object") {
        objects++;
        expect(additionalProperties, `${file} ${path}`).toBe(false);
        for (const [name, field] of Object.entries(properties))
          if (typeof field.description !== "string") undocumented.push(`${path}.${name}`);
      }
      for (const [name, inner] of Object.entries(node)) walk(inner, `${path}.${name}`);
    };
    walk(JSON.parse(text), "");
    expect(objects).toBeGreaterThan(0);
    expect(undocumented).toEqual([]);
  });
});
