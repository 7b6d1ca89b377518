import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { sortFindings } from "../finding/sort-findings.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import type { TextOrigin } from "../yaml/yaml-types.ts";
import { checkValue } from "./check-value.ts";
import { type CompiledSchema, namedFields, SchemaRegistry } from "./compile-schema.ts";
import { fieldsOf } from "./field-advice.ts";
import { isBuiltInGroup } from "./find-schema.ts";
import { knownGroupVersions } from "./resource-names.ts";
import { rules } from "./rules/index.ts";
import type { SchemaSource } from "./schema-types.ts";
import { placeOf, withoutSurprises } from "./validate-manifests.ts";

/**
 * Checks an excerpt: a part of an object, in which fields may be left out.
 * @param fragment where the part belongs: `Deployment.spec.template.spec`, `apps/v1/Deployment.spec`, `Pod` for a whole
 *   object, `Pod.spec.containers[0]` for an item of a list
 *
 * A line of `...` or `# ...`, also as a list item, and `...` as a value, leave something out. No field is required.
 */
export function validateFragment(
  text: string,
  origin: TextOrigin,
  fragment: string,
  { schemas }: { schemas: SchemaSource },
): Finding[] {
  const registry = new SchemaRegistry(schemas);
  const place = findPlace(fragment, registry);
  if ("problem" in place) {
    const at = { line: origin.firstLine ?? 1, column: 1 };
    const { problem: message, fix } = place;
    return [makeFinding({ code: "manifest-unknown-fragment", file: origin.file, at, message, fix })];
  }
  const { documents, findings } = parseYaml(withoutElisions(text), origin, { dialect: "kubernetes" });
  const found = [...findings];
  for (const document of documents) {
    if (document.empty || document.value === undefined || document.value === null) continue;
    const faults = checkValue(document.value, place.schema, {
      rules,
      kind: place.kind,
      custom: place.custom,
      excerpt: true,
    });
    for (const { code, path, on, message, fix } of faults) {
      const at = placeOf(document, path, on);
      found.push(makeFinding({ code, file: origin.file, at, message, fix }));
    }
  }
  return sortFindings(withoutSurprises(found));
}

/** Blanks what stands for something left out; everything else keeps its place. */
function withoutElisions(text: string): string {
  return text
    .replace(/^([ \t]*)(?:-[ \t]+)?(?:\.\.\.|…|\[\.\.\.\]|\[…\])[ \t]*(?:#.*)?$/gm, "$1")
    .replace(/^([^#\n]*:[ \t]+)(?:\.\.\.|…|\[\.\.\.\]|\[…\])([ \t]*(?:#.*)?)$/gm, "$1$2");
}

type Place = { schema: CompiledSchema; kind: string; custom: boolean } | { problem: string; fix: string };

function findPlace(fragment: string, registry: SchemaRegistry): Place {
  const match = /^((?:[a-z0-9.-]+\/)*)([A-Z][A-Za-z0-9]*)((?:\.[A-Za-z0-9_-]+(?:\[\d*\])*)*)$/.exec(fragment);
  if (!match) {
    return {
      problem: `"${fragment}" does not say where an excerpt belongs.`,
      fix: "Write a kind and a path, such as Deployment.spec.template.spec.",
    };
  }
  const [, prefix = "", kind = "", path = ""] = match;
  const apiVersion = prefix.replace(/\/$/, "");
  const homes = knownGroupVersions()
    .filter((one) => one.kinds.includes(kind))
    .filter(
      ({ group, version }) =>
        apiVersion === "" || apiVersion === (group === "" ? version : `${group}/${version}`),
    )
    .sort((a, b) => rank(a) - rank(b));
  const home = homes[0];
  const root = home && registry.kind(home.group, home.version, kind);
  if (!root)
    return { problem: `No kind ${prefix}${kind} is known.`, fix: "Correct the kind of the excerpt." };
  let schema: CompiledSchema = root;
  let walked = kind;
  for (const step of path.split(".").slice(1)) {
    const name = step.replace(/\[.*$/, "");
    const next = fieldSchema(schema, name);
    if (!next) {
      const known = [...fieldsOf(schema)].slice(0, 12).join(", ");
      return {
        problem: `${walked} has no field "${name}".`,
        fix: `Correct the path; ${walked} has ${known || "none"}.`,
      };
    }
    schema = next;
    for (const _ of step.match(/\[\d*\]/g) ?? []) schema = schema.items?.get() ?? schema;
    walked = `${walked}.${step}`;
  }
  return { schema, kind, custom: !isBuiltInGroup(home.group) };
}

function fieldSchema(schema: CompiledSchema, name: string): CompiledSchema | undefined {
  return (namedFields(schema).get(name) ?? schema.values)?.get();
}

/** Kubernetes' own stable versions first. */
function rank({ group, version }: { group: string; version: string }): number {
  const stable = /^v\d+$/.test(version) ? 0 : 1;
  return (group.includes(".") && !group.endsWith(".k8s.io") ? 2 : 0) + stable;
}
