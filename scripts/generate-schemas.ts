import { mkdirSync, writeFileSync } from "node:fs";
import { jsonSchemas } from "../src/story/json-schemas.ts";

// Writes the JSON Schemas editors use. A test fails where they are not what the Zod schemas say.

mkdirSync("schemas", { recursive: true });
for (const [file, text] of jsonSchemas()) writeFileSync(`schemas/${file}`, text);
