import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GroupVersionSchemas, SchemaSource } from "../schema-types.ts";
import { schemaName } from "./schema-name.ts";

/** Gives the generated schemas from disk; each file is read when first asked for and kept. */
export function loadSchemas(): SchemaSource {
  return (group, version) => {
    const name = schemaName(group, version);
    if (name === undefined) return undefined;
    const known = cache.get(name);
    if (known !== undefined) return known;
    const path = join(import.meta.dirname, `${name}.json`);
    if (!existsSync(path)) return undefined;
    const schemas = JSON.parse(readFileSync(path, "utf8")) as GroupVersionSchemas;
    cache.set(name, schemas);
    return schemas;
  };
}

const cache = new Map<string, GroupVersionSchemas>();
