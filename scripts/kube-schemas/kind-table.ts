import type { GroupVersionSchemas } from "../../src/kube/schema-types.ts";
import { clusterScoped, pluralOf } from "./scopes.ts";

/**
 * The table behind `resourceOf`: per `group/version` (`v1` for core), kind to plural; a plural that ends with `!`
 * belongs to no namespace.
 */
export function kindTable(files: Map<string, GroupVersionSchemas>): Record<string, Record<string, string>> {
  const table: Record<string, Record<string, string>> = {};
  const unused = new Set(clusterScoped);
  for (const [file, { kinds }] of files) {
    const [group = "", version = ""] = splitFile(file);
    const entries = Object.keys(kinds).map((kind): [string, string] => {
      const name = `${group}/${kind}`;
      unused.delete(name);
      return [kind, `${pluralOf(kind)}${clusterScoped.has(name) ? "!" : ""}`];
    });
    if (entries.length > 0)
      table[group === "" ? version : `${group}/${version}`] = Object.fromEntries(entries);
  }
  if (unused.size > 0) throw new Error(`cluster-scoped kinds nobody describes: ${[...unused].join(", ")}`);
  return table;
}

/** Number of kinds of Kubernetes itself. */
export function builtInKinds(files: Map<string, GroupVersionSchemas>): number {
  let count = 0;
  for (const [file, { kinds }] of files) {
    const group = splitFile(file)[0] ?? "";
    if (!group.includes(".") || (group.endsWith(".k8s.io") && !/gateway|karpenter|x-k8s/.test(group))) {
      count += Object.keys(kinds).length;
    }
  }
  return count;
}

function splitFile(file: string): string[] {
  const at = file.lastIndexOf("_");
  const group = file.slice(0, at);
  return [group === "core" ? "" : group, file.slice(at + 1)];
}
