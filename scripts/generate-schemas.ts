import { mkdirSync, writeFileSync } from "node:fs";
import { editorSchema } from "../src/kube/editor-schema.ts";
import { loadSchemas } from "../src/kube/schemas/load-schemas.ts";
import { jsonSchemas } from "../src/story/json-schemas.ts";

// Writes the JSON Schemas editors use. Tests fail where they are not what the program's own schemas say.

mkdirSync("schemas", { recursive: true });
for (const [file, text] of jsonSchemas()) writeFileSync(`schemas/${file}`, text);
writeFileSync("schemas/manifest.schema.json", editorSchema(loadSchemas()));
