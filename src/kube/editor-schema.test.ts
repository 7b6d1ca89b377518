import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { editorApis, editorSchema } from "./editor-schema.ts";
import { loadSchemas } from "./schemas/load-schemas.ts";

const text = editorSchema(loadSchemas());
const schema: unknown = JSON.parse(text);

describe("schemas/manifest.schema.json", () => {
  test("is what the check's own schemas say (npm run schemas writes it)", () => {
    expect(readFileSync("schemas/manifest.schema.json", "utf8")).toBe(text);
  });

  test("is small enough for an editor", () => expect(text.length).toBeLessThan(1_000_000));

  test("refers to nothing that is not there, and refuses unknown fields", () => {
    const { definitions, allOf } = schema as { definitions: Record<string, object>; allOf: unknown[] };
    const names = Object.keys(definitions);
    expect(allOf.length).toBeGreaterThan(editorApis.length);
    const refs = [...text.matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(refs.filter((name) => !names.includes(name))).toEqual([]);
    expect(definitions["apps_v1.Deployment"]).toMatchObject({
      additionalProperties: false,
      properties: { spec: { $ref: "#/definitions/apps_v1.DeploymentSpec" } },
    });
    expect(definitions["apps_v1.DeploymentSpec"]).toMatchObject({
      additionalProperties: false,
      properties: { replicas: { type: "integer" } },
    });
  });
});
