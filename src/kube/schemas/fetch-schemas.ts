import type { GroupVersionSchemas, SchemaSource } from "../schema-types.ts";
import { schemaName } from "./schema-name.ts";

/**
 * Runs something that needs schemas where they come over the network: what it asks for and is not at hand is fetched, and
 * it runs again until nothing is missing. Takes a function that gives the schemas of a file by its name, or undefined
 * where there are none; what it gave is kept in `known`.
 */
export async function withFetchedSchemas<Result>(
  run: (schemas: SchemaSource) => Result,
  fetchSchemas: (name: string) => Promise<GroupVersionSchemas | undefined>,
  known: Map<string, GroupVersionSchemas | undefined>,
): Promise<Result> {
  for (;;) {
    const missing = new Set<string>();
    const result = run((group, version) => {
      const name = schemaName(group, version);
      if (name === undefined) return undefined;
      if (!known.has(name)) missing.add(name);
      return known.get(name);
    });
    if (missing.size === 0) return result;
    await Promise.all([...missing].map(async (name) => known.set(name, await fetchSchemas(name))));
  }
}
