import type { Finding } from "../../src/finding/finding.ts";
import { compilePolicies } from "../../src/guardrail/compile-policy.ts";
import { evaluatePolicy } from "../../src/guardrail/evaluate-policy.ts";
import type { Operation } from "../../src/guardrail/policy-types.ts";
import { withParamObjects } from "../../src/guardrail/with-param-objects.ts";
import { resourcesAmong } from "../../src/kube/custom-resources.ts";
import { type ManifestObject, parseManifests } from "../../src/kube/parse-manifests.ts";
import { decisionsJson, decisionsText, type ReportedDecision } from "../../src/report/decisions.ts";
import { reportText } from "../../src/report/text.ts";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";
import { type Command, exitCodes } from "./command.ts";
import { oneOf, readArguments } from "./read-arguments.ts";
import { type ReadManifests, readManifests } from "./read-manifests.ts";
import { sourceLines } from "./source-lines.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage-error.ts";

const operations = ["CREATE", "UPDATE", "DELETE", "CONNECT"] as const satisfies readonly Operation[];

/** horror policy: an offline test of admission policies. */
export const policy: Command = {
  summary: "evaluates any ValidatingAdmissionPolicy against any objects",
  usage: `Usage: horror policy --policy FILE... --resource FILE... [options]

Says what each ValidatingAdmissionPolicy decides of each object, as the API server
would and without one. A FILE is a file, a folder or - for standard input.

  --policy FILE...        policies, with their bindings and parameters where there are any;
                          a policy without a binding is evaluated as if bound to everything
  --resource FILE...      objects; a Namespace among them is the one its objects are in, an object of
                          a policy's paramKind one of its parameters, a CustomResourceDefinition
                          names a resource
  --old-resource FILE...  the objects before an UPDATE, found by kind, namespace and name
  --request FILE          fields of \`request\` to replace, above all userInfo
  --operation OPERATION   ${operations.join(", ")} (default CREATE)
  --format FORMAT         text, json (default text)

Exit code 1 where an object is denied or cannot be decided.
`,
  async run(args, streams) {
    const { values, positionals } = readArguments("policy", spreadValues(args), {
      policy: { type: "string", multiple: true, default: [] },
      resource: { type: "string", multiple: true, default: [] },
      "old-resource": { type: "string", multiple: true, default: [] },
      request: { type: "string" },
      operation: { type: "string", default: "CREATE" },
      format: { type: "string", default: "text" },
    });
    const [stray] = positionals;
    if (stray !== undefined)
      throw new UsageError(`is ${stray} a policy or a resource? Name it after --policy or --resource.`);
    const format = oneOf("format", values.format, ["text", "json"]);
    const operation = oneOf("operation", values.operation.toUpperCase(), operations);
    const policies = await readObjects(values.policy, streams, "--policy");
    const resources = await readObjects(values.resource, streams, "--resource");
    const old =
      values["old-resource"].length > 0
        ? await readObjects(values["old-resource"], streams, "--old-resource")
        : undefined;
    const texts = new Map(policies.read.files.map(({ text, origin }) => [origin.file, text]));
    const compiled = compilePolicies(policies.objects, { textOf: (file) => texts.get(file) });
    if (compiled.policies.length === 0)
      throw new UsageError(`there is no ValidatingAdmissionPolicy in ${values.policy.join(", ")}.`);
    const request = values.request === undefined ? undefined : await readRequest(values.request, streams);
    const known = [...resources.objects, ...policies.objects];
    const resourceOf = resourcesAmong(known);
    const equipped = compiled.policies.map((one) => withParamObjects(one, resources.objects));
    const unread = [...policies.findings, ...resources.findings, ...(old?.findings ?? [])];
    const namespaces = known.filter(({ group, kind }) => group === "" && kind === "Namespace");
    const results = resources.objects.flatMap((object) =>
      equipped.map((one): ReportedDecision => {
        const namespace = namespaces.find(({ name }) => name === (object.namespace ?? "default"));
        const before = old?.objects.find((candidate) => sameObject(candidate, object));
        const { decision, message } = evaluatePolicy(one, object, {
          operation,
          resourceOf,
          ...(namespace ? { namespaceObject: namespace.value } : {}),
          ...(before ? { oldObject: before.value } : {}),
          ...(request ? { request } : {}),
        });
        return {
          file: object.file,
          line: object.at.line,
          apiVersion: object.apiVersion,
          kind: object.kind,
          ...(object.namespace === undefined ? {} : { namespace: object.namespace }),
          name: object.name,
          policy: one.name,
          decision,
          ...(message === undefined ? {} : { message }),
        };
      }),
    );
    const said = [...unread, ...compiled.findings];
    if (said.length > 0)
      streams.err(
        `${reportText(said, { sourceLine: sourceLines(new Map([...policies.read.texts, ...resources.read.texts])) })}\n`,
      );
    streams.out(`${format === "json" ? decisionsJson(results) : decisionsText(results)}\n`);
    if (unread.some(({ severity }) => severity === "error")) return exitCodes.failed;
    return results.some(({ decision }) => decision === "deny" || decision === "error")
      ? exitCodes.findings
      : exitCodes.clean;
  },
};

/** `--policy a b` means `--policy a --policy b`. */
function spreadValues(args: readonly string[]): string[] {
  const spread: string[] = [];
  let option: string | undefined;
  let taken = 0;
  for (const word of args) {
    if (word.startsWith("--")) {
      option = /^--(?:policy|resource|old-resource)$/.test(word) ? word : undefined;
      taken = 0;
      spread.push(word);
    } else if (option !== undefined) {
      if (taken > 0) spread.push(option);
      spread.push(word);
      taken++;
    } else spread.push(word);
  }
  return spread;
}

async function readObjects(
  paths: readonly string[],
  streams: Streams,
  option: string,
): Promise<{ objects: ManifestObject[]; findings: Finding[]; read: ReadManifests }> {
  const read = await readManifests(paths, streams, option);
  const parsed = read.files.map(({ text, origin }) => parseManifests(text, origin));
  const findings = [...read.findings, ...parsed.flatMap((one) => one.findings)];
  return { objects: parsed.flatMap(({ objects }) => objects), findings, read };
}

/** Reads a mapping of fields of `request`; throws UsageError where the file holds anything else. */
async function readRequest(path: string, streams: Streams): Promise<Record<string, unknown>> {
  const { files, findings } = await readManifests([path], streams, "--request");
  const { documents, findings: faults } = parseYaml(files[0]?.text ?? "", { file: path });
  const [fault] = [...findings, ...faults];
  const value = documents[0]?.value;
  if (fault) throw new UsageError(`${path}:${fault.line}: ${fault.message}`);
  if (
    files.length !== 1 ||
    documents.length !== 1 ||
    value === null ||
    typeof value !== "object" ||
    Array.isArray(value)
  )
    throw new UsageError(`${path} holds no mapping such as {userInfo: {username: alice}}.`);
  return value as Record<string, unknown>;
}

function sameObject(a: ManifestObject, b: ManifestObject): boolean {
  const namespace = (object: ManifestObject) => object.namespace ?? "default";
  return a.kind === b.kind && a.group === b.group && a.name === b.name && namespace(a) === namespace(b);
}
