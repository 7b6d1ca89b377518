import { expect, test } from "vitest";
import type { GroupVersionSchemas } from "../schema-types.ts";
import { validateManifests } from "../validate-manifests.ts";
import { withFetchedSchemas } from "./fetch-schemas.ts";
import { loadSchemas } from "./load-schemas.ts";

const text = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replica: 1}\n";
const validate = (schemas: ReturnType<typeof loadSchemas>) =>
  validateManifests([{ text, origin: { file: "web.yaml" } }], { schemas });

test("finds the same as with all schemas at hand, and fetches each file once", async () => {
  const disk = loadSchemas();
  const fetched: string[] = [];
  const fetchSchemas = async (name: string): Promise<GroupVersionSchemas | undefined> => {
    fetched.push(name);
    const [group = "", version = ""] = name.split("_");
    return disk(group === "core" ? "" : group, version);
  };
  const known = new Map<string, GroupVersionSchemas | undefined>();
  expect(await withFetchedSchemas(validate, fetchSchemas, known)).toEqual(validate(disk));
  await withFetchedSchemas(validate, fetchSchemas, known);
  expect(fetched).toContain("apps_v1");
  expect(new Set(fetched).size).toBe(fetched.length);
});

test("a group that nobody knows is asked for once and then unknown", async () => {
  const asked: string[] = [];
  const result = await withFetchedSchemas(
    (schemas) => schemas("example.com", "v1"),
    async (name) => {
      asked.push(name);
      return undefined;
    },
    new Map(),
  );
  expect(result).toBeUndefined();
  expect(asked).toEqual(["example.com_v1"]);
});
