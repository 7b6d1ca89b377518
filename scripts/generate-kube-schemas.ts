// Writes src/kube/schemas/*.json from the installed packages of kubernetes-models. Run it after updating one of them:
// node scripts/generate-kube-schemas.ts
import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assembleSchemas } from "./kube-schemas/assemble-schemas.ts";
import { builtInKinds, kindTable } from "./kube-schemas/kind-table.ts";
import { schemaPackages } from "./kube-schemas/packages.ts";
import { readPackage } from "./kube-schemas/read-package.ts";

const root = join(import.meta.dirname, "..");
const target = join(root, "src/kube/schemas");
const packages = schemaPackages.map((name) => ({
  name,
  schemas: readPackage(join(root, "node_modules", name)),
}));
const files = assembleSchemas(packages);

mkdirSync(target, { recursive: true });
for (const old of globSync("*.json", { cwd: target })) rmSync(join(target, old));
const write = (name: string, value: unknown) =>
  writeFileSync(join(target, name), `${JSON.stringify(value)}\n`);
for (const [file, schemas] of files) write(`${file}.json`, schemas);
write("kinds.json", kindTable(files));
const versions = schemaPackages.map((name) => {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")) as {
    version: string;
  };
  return [name, version];
});
const digest = createHash("sha256");
for (const [file, schemas] of files) digest.update(`${file}\n${JSON.stringify(schemas)}\n`);
write("sources.json", { packages: Object.fromEntries(versions), sha256: digest.digest("hex") });
console.log(`${files.size} files, ${builtInKinds(files)} built-in kinds`);
