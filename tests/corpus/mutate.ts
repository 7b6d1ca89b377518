// One file for all kinds of mutation, since they share what may be changed at a place (types, siblings, open maps) and
// must not disagree about it: a change that is no fault would count as a miss of the checker.

import { isMap, isScalar, isSeq, type Pair, parseAllDocuments, type Scalar, type YAMLMap } from "yaml";

/** A text with one fault put into it. */
export interface Mutation {
  kind: MutationKind;
  /** File of the corpus it was made from. */
  file: string;
  text: string;
  /** Lines on which the fault stands (1-based): one, or two where it is a contradiction between two places. */
  lines: readonly number[];
  /** What was done, for people. */
  what: string;
}

export const mutationKinds = [
  "misspelt key",
  "key one level up",
  "key one level down",
  "wrong type",
  "missing required field",
  "bad enum",
  "bad quantity",
  "bad name",
  "duplicate key",
  "unknown API version",
  "removed API version",
  "selector mismatch",
] as const;

export type MutationKind = (typeof mutationKinds)[number];

/** A generator of numbers from 0 up to 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A key with its value somewhere in a document. */
interface Spot {
  /** Keys and indexes from the object to the pair, its own key last. */
  path: readonly (string | number)[];
  key: Scalar;
  value: unknown;
  parent: YAMLMap;
  pair: Pair;
  /** Whether it is written over lines of its own: `key:` at the start of a line, outside of braces. */
  block: boolean;
  apiVersion: string;
  kind: string;
}

/** Mappings whose keys are free, so that no other key in them is a fault. */
const freeMaps = new Set([
  "annotations",
  "binaryData",
  "data",
  "encryptedData",
  "externalLabels",
  "hard",
  "labels",
  "limits",
  "matchLabels",
  "nodeSelector",
  "options",
  "parameters",
  "requests",
  "stringData",
  "substitute",
  "volumeAttributes",
  "capacity",
  "default",
  "defaultRequest",
  "max",
  "maxLimitRequestRatio",
  "min",
  "overhead",
  "podFixed",
  "extraArgs",
  "maxAllowed",
  "minAllowed",
  "tags",
]);

/** Parts that hold schemas, patterns, values of charts or what a controller reports: anything is allowed in them. */
const openParts = new Set([
  "fieldsV1",
  "managedFields",
  "openAPIV3Schema",
  "patchStrategicMerge",
  "pattern",
  "preconditions",
  "status",
  "values",
  "valuesObject",
  "elements",
  "generate",
  "context",
  "overlay",
]);

const builtInGroup = /^(?:v1|apps|batch|policy|autoscaling|(?!gateway\.)[a-z.]+\.k8s\.io)(?:\/|$)/;

function spotsOf(text: string): Spot[] {
  const spots: Spot[] = [];
  for (const document of parseAllDocuments(text, { logLevel: "silent", uniqueKeys: false })) {
    const walk = (node: unknown, path: (string | number)[], flow: boolean, owner: [string, string]): void => {
      if (isSeq(node)) {
        node.items.forEach((item, index) => {
          walk(item, [...path, index], flow || node.flow === true, owner);
        });
      }
      if (!isMap(node)) return;
      const inner: [string, string] =
        path.length === 0 || path[0] === "items" ? [textAt(node, "apiVersion"), textAt(node, "kind")] : owner;
      const own: [string, string] = inner[0] === "" ? owner : inner;
      for (const pair of node.items) {
        if (
          !isScalar(pair.key) ||
          typeof pair.key.value !== "string" ||
          pair.key.anchor ||
          pair.key.value === "<<"
        )
          continue;
        const key = pair.key as Scalar;
        const here = [...path, pair.key.value];
        const block = !(flow || node.flow === true) && startsLine(text, key.range?.[0] ?? 0);
        spots.push({
          path: here,
          key,
          value: pair.value,
          parent: node,
          pair,
          block,
          apiVersion: own[0],
          kind: own[1],
        });
        walk(pair.value, here, flow || node.flow === true, own);
      }
    };
    walk(document.contents, [], false, ["", ""]);
  }
  return spots.filter((spot) => spot.kind !== "" && !spot.kind.endsWith("List"));
}

function textAt(map: YAMLMap, name: string): string {
  const value = map.get(name);
  return typeof value === "string" ? value : "";
}

function startsLine(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ ]*(?:- +)*$/.test(text.slice(lineStart, offset));
}

/** Whether the API, and not the author, decides which keys stand beside this one. */
function isTyped({ path, kind, apiVersion }: Spot): boolean {
  const names = path.slice(0, -1).filter((step): step is string => typeof step === "string");
  if (names.some((name) => openParts.has(name))) return false;
  const parent = names.at(-1);
  if (parent !== undefined && freeMaps.has(parent)) return false;
  if (parent === "selector" && (kind === "Service" || kind === "ReplicationController" || kind === "Gateway"))
    return false;
  if (kind === "List" || kind === "Event" || kind === "CertificateSigningRequest") return false;
  if (names.includes("metadata") && path[0] !== "metadata" && !builtInGroup.test(apiVersion)) return false;
  // A schema of CustomResourceDefinitions, and objects of which the schema says nothing.
  return !names.includes("opaque");
}

type Edit = { start: number; end: number; insert: string };

/** All mutations of a kind that a text allows, in the order of the text. */
export function mutationsOf(file: string, text: string, kind: MutationKind): Mutation[] {
  const spots = spotsOf(text);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const result: Mutation[] = [];
  const add = (spot: Spot, edits: Edit[], lines: number[], what: string) => {
    let changed = text;
    for (const { start, end, insert } of [...edits].sort((a, b) => b.start - a.start)) {
      changed = changed.slice(0, start) + insert + changed.slice(end);
    }
    result.push({ kind, file, text: changed, lines, what: `${spot.kind} ${spot.path.join(".")}: ${what}` });
  };
  const rangeOf = (node: unknown): [number, number] | undefined => {
    const range = (node as { range?: [number, number, number] | null } | null)?.range;
    return range && range[1] > range[0] ? [range[0], range[1]] : undefined;
  };
  for (const spot of spots) {
    const name = String(spot.key.value);
    const keyRange = rangeOf(spot.key);
    if (!keyRange) continue;
    const line = lineAt(keyRange[0]);
    const valueRange = rangeOf(spot.value);
    const plainKey = spot.key.type === "PLAIN";
    const builtIn = builtInGroup.test(spot.apiVersion);
    const replace = (insert: string, lines = [lineAt(valueRange?.[0] ?? 0)]) => {
      if (!valueRange || !isScalar(spot.value) || spot.value.anchor) return;
      if (spot.value.type?.startsWith("BLOCK")) return;
      add(
        spot,
        [{ start: valueRange[0], end: valueRange[1], insert }],
        lines,
        `${text.slice(...valueRange)} → ${insert}`,
      );
    };
    switch (kind) {
      case "misspelt key": {
        if (!plainKey || !isTyped(spot) || name.length < 3) break;
        for (const wrong of misspellings(name)) {
          add(spot, [{ start: keyRange[0], end: keyRange[1], insert: wrong }], [line], wrong);
        }
        break;
      }
      case "key one level up":
      case "key one level down": {
        const moved = kind === "key one level up" ? movedUp(spot, text) : movedDown(spot, text, spots);
        if (moved) add(spot, moved.edits, [moved.line], moved.what);
        break;
      }
      case "wrong type": {
        if (!isTyped(spot) && !freeMaps.has(String(spot.path.at(-2)))) break;
        for (const wrong of wrongValues(spot)) replace(wrong);
        break;
      }
      case "missing required field": {
        if (!isRequired(spot)) break;
        const cut = cutOf(spot, text);
        if (cut) add(spot, [{ ...cut, insert: "" }], parentLines(spot, text), "taken out");
        break;
      }
      case "bad enum": {
        if (!enumKeys.has(name) || !isTyped(spot) || typeof (spot.value as Scalar)?.value !== "string") break;
        if (!isEnum(spot)) break;
        const value = String((spot.value as Scalar).value);
        if (value === "") break;
        replace(value === value.toLowerCase() ? value.toUpperCase() : value.toLowerCase());
        replace(`${value}x`);
        break;
      }
      case "bad quantity": {
        const parent = String(spot.path.at(-2));
        if (
          !["limits", "requests", "capacity", "hard", "default", "defaultRequest", "max", "min"].includes(
            parent,
          )
        )
          break;
        if (!builtIn || !isScalar(spot.value) || spot.path.includes("status")) break;
        if (spot.path.includes("openAPIV3Schema")) break;
        const value = String(spot.value.value);
        for (const wrong of [
          `${value}b`,
          `${value}B`,
          `${value} Mi`,
          `"${value} "`,
          "lots",
          '""',
          `${value}ki`,
        ])
          replace(wrong);
        break;
      }
      case "bad name": {
        if (typeof (spot.value as Scalar)?.value !== "string" || !builtIn) break;
        const value = String((spot.value as Scalar).value);
        for (const wrong of badNames(spot, value)) replace(wrong);
        break;
      }
      case "duplicate key": {
        if (!valueRange || !isScalar(spot.value) || spot.value.anchor || spot.value.type?.startsWith("BLOCK"))
          break;
        if (spot.path.includes("fieldsV1")) break;
        const source = text.slice(keyRange[0], valueRange[1]);
        if (source.includes("\n")) break;
        if (spot.block) {
          const indent = keyRange[0] - (text.lastIndexOf("\n", keyRange[0] - 1) + 1);
          const end = lineEnd(text, valueRange[1]);
          add(spot, [{ start: end, end, insert: `\n${" ".repeat(indent)}${source}` }], [line + 1], source);
        } else
          add(spot, [{ start: valueRange[1], end: valueRange[1], insert: `, ${source}` }], [line], source);
        break;
      }
      case "unknown API version": {
        if (!isApiVersion(spot)) break;
        const value = String((spot.value as Scalar).value);
        for (const wrong of unknownVersions(value)) replace(wrong);
        break;
      }
      case "removed API version": {
        if (!isApiVersion(spot)) break;
        for (const old of removedVersions[`${String((spot.value as Scalar).value)}/${spot.kind}`] ?? [])
          replace(old);
        break;
      }
      case "selector mismatch": {
        if (!isSelectorLabel(spot) || typeof (spot.value as Scalar)?.value !== "string") break;
        const twin = twinOf(spot, spots);
        if (!twin) break;
        const lines = [line, lineAt(rangeOf(twin.key)?.[0] ?? 0)];
        replace(`${String((spot.value as Scalar).value)}x`, lines);
        const twinValue = rangeOf(twin.value);
        if (twinValue && isScalar(twin.value) && !twin.value.anchor) {
          add(
            twin,
            [{ start: twinValue[0], end: twinValue[1], insert: "another" }],
            lines,
            "another label on the template",
          );
        }
        break;
      }
      default:
    }
  }
  return result;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  const at = end === -1 ? text.length : end;
  return text[at - 1] === "\r" ? at - 1 : at;
}

/** Two neighbours swapped, one letter left out, one doubled, the case of one changed. */
function misspellings(name: string): string[] {
  const middle = Math.floor(name.length / 2);
  const swapped = name.slice(0, middle - 1) + name[middle] + name[middle - 1] + name.slice(middle + 1);
  const upper = name[0] === name[0]?.toUpperCase();
  const cased = (upper ? name[0]?.toLowerCase() : name[0]?.toUpperCase()) + name.slice(1);
  const all = [
    swapped,
    name.slice(0, middle) + name.slice(middle + 1),
    `${name}s`,
    cased,
    name.slice(0, -1),
    `x${name}`,
  ];
  // A slip that gives another real field (`value` and `values`, `key` and `keys`) may be right.
  return [...new Set(all)].filter((word) => word !== name && !siblings.has(`${name} ${word}`));
}

const siblings = new Set(
  ["value values", "values value", "key keys", "limit limits", "limits limit", "host hosts", "hosts host"]
    .concat(["port ports", "ports port", "path paths", "paths path", "item items", "clusterIP clusterIPs"])
    .concat(["podCIDR podCIDRs", "podCIDRs podCIDR", "externalIPs externalIP", "name names", "names name"])
    .concat([
      "podIP podIPs",
      "hostIP hostIPs",
      "hostIPs hostIP",
      "podIPs podIP",
      "version versions",
      "versions version",
    ])
    .concat(["resource resources", "resources resource", "container containers", "containers container"])
    .concat([
      "metric metrics",
      "namespaces namespace",
      "namespace namespaces",
      "volume volumes",
      "source sources",
    ])
    .concat(["sources source", "template templates", "templates template", "patch patches", "patches patch"])
    .concat([
      "matchLabels matchLabel",
      "default defaults",
      "uri uris",
      "uris uri",
      "rule rules",
      "interval intervals",
    ])
    .concat(["secret secrets", "key keys", "url urls", "role roles", "roles role", "repoURL repoURLs"])
    .concat([
      "gateway gateways",
      "header headers",
      "subject subjects",
      "subjects subject",
      "emailSAN emailSANs",
    ]),
);

/** A block key moved to the level of the key that holds it. */
function movedUp(spot: Spot, text: string): { edits: Edit[]; line: number; what: string } | undefined {
  const own = blockOf(spot, text);
  const depth = spot.path.length;
  if (!own || depth < 2 || !isTyped(spot)) return undefined;
  const parent = spot.path.at(-2);
  if (typeof parent !== "string" || upMayBeRight(spot)) return undefined;
  const parentIndent = indentOfParent(spot, text, own.start);
  if (parentIndent === undefined || parentIndent >= own.indent) return undefined;
  // Moved behind the whole of its parent.
  const parentEnd = endOfParent(text, own.start, parentIndent);
  const body = own.text
    .split("\n")
    .map((line) => line.slice(own.indent - parentIndent))
    .join("\n");
  const before = text.slice(0, own.start).split("\n").length;
  const between = text.slice(own.end, parentEnd).split("\n").length - 1;
  return {
    edits: [
      { start: own.start, end: own.end, insert: "" },
      { start: parentEnd, end: parentEnd, insert: body },
    ],
    line: before + between,
    what: "moved out of its parent",
  };
}

/** Where a key means something a level further out too. */
function upMayBeRight({ path }: Spot): boolean {
  const [name, parent] = [String(path.at(-1)), String(path.at(-2))];
  return parent === "metadata" && (name === "name" || name === "namespace") && path.length > 3
    ? true
    : ["annotations", "labels"].includes(parent);
}

/** A block key moved into the mapping that stands right before it. */
function movedDown(
  spot: Spot,
  text: string,
  spots: readonly Spot[],
): { edits: Edit[]; line: number; what: string } | undefined {
  const own = blockOf(spot, text);
  if (!own || !isTyped(spot)) return undefined;
  const index = spot.parent.items.indexOf(spot.pair);
  const before = spot.parent.items[index - 1];
  const beforeSpot = spots.find((one) => one.pair === before);
  if (
    !before ||
    !beforeSpot?.block ||
    !isMap(before.value) ||
    before.value.flow ||
    before.value.items.length === 0
  )
    return undefined;
  const name = String((before.key as Scalar).value);
  if (freeMaps.has(name) || openParts.has(name) || name === "selector") return undefined;
  const inner = spots.find((one) => one.parent === before.value);
  if (!inner?.block || !isTyped(inner)) return undefined;
  const first = (before.value.items[0]?.key as Scalar | undefined)?.range?.[0];
  if (first === undefined) return undefined;
  const indent = first - (text.lastIndexOf("\n", first - 1) + 1);
  if (indent <= own.indent) return undefined;
  const known = before.value.items.some((one) => isScalar(one.key) && one.key.value === spot.key.value);
  if (known || downMayBeRight(name, String(spot.key.value))) return undefined;
  const pad = " ".repeat(indent - own.indent);
  const body = own.text
    .split("\n")
    .map((line) => (line === "" ? line : pad + line))
    .join("\n");
  return {
    edits: [{ start: own.start, end: own.end, insert: body }],
    line: text.slice(0, own.start).split("\n").length,
    what: `moved into ${name}`,
  };
}

function downMayBeRight(into: string, name: string): boolean {
  return (
    (into === "metadata" && ["labels", "annotations", "name", "namespace", "generation"].includes(name)) ||
    (into === "securityContext" && ["runAsUser"].includes(name)) ||
    (into === "template" && name === "spec") ||
    (/Probe$/.test(into) && ["terminationGracePeriodSeconds"].includes(name)) ||
    (into === "resources" && ["limits", "requests", "claims"].includes(name))
  );
}

/** The lines of a block key, where it stands alone on them. */
function blockOf(
  spot: Spot,
  text: string,
): { start: number; end: number; indent: number; text: string } | undefined {
  const offset = spot.key.range?.[0];
  if (!spot.block || offset === undefined || text.includes("\r")) return undefined;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const indent = offset - start;
  if (text.slice(start, offset).trim() !== "") return undefined;
  const value = spot.value as { range?: [number, number, number] | null; anchor?: string } | null;
  if (value?.anchor || text.slice(offset, value?.range?.[1] ?? offset).includes("<<")) return undefined;
  let end = lineEnd(text, offset) + 1;
  while (end < text.length) {
    const next = lineEnd(text, end);
    const line = text.slice(end, next);
    const depth = line.search(/\S/);
    const item = depth === indent && line.trimStart().startsWith("- ") && isSeq(spot.value);
    if (depth === -1 || depth > indent || item) end = next + 1;
    else break;
  }
  return {
    start,
    end: Math.min(end, text.length),
    indent,
    text: text.slice(start, Math.min(end, text.length)),
  };
}

function indentOfParent(spot: Spot, text: string, start: number): number | undefined {
  const lines = text.slice(0, start).split("\n");
  const name = String(spot.path.at(-2));
  const own = spot.key.range?.[0] ?? 0;
  const indent = own - (text.lastIndexOf("\n", own - 1) + 1);
  for (let index = lines.length - 1; index >= 0; index--) {
    const match = /^([ -]*)([^\s:#]+):/.exec(lines[index] ?? "");
    if (!match || (match[1]?.length ?? 0) >= indent) continue;
    return match[2]?.replace(/^["']|["']$/g, "") === name ? match[1]?.length : undefined;
  }
  return undefined;
}

function endOfParent(text: string, from: number, indent: number): number {
  let at = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const depth = line.search(/\S/);
    if (depth !== -1 && depth <= indent && !(depth === indent && line.trimStart().startsWith("#"))) {
      return at;
    }
    at = end + 1;
  }
  return text.endsWith("\n") ? text.length : text.length;
}

/** Free mappings that hold quantities, so that numbers are right in them. */
const quantityMaps = new Set([
  "capacity",
  "default",
  "defaultRequest",
  "hard",
  "limits",
  "max",
  "maxLimitRequestRatio",
  "min",
  "overhead",
  "podFixed",
  "requests",
]);

const booleans = new Set([
  "hostNetwork",
  "readOnly",
  "automountServiceAccountToken",
  "privileged",
  "runAsNonRoot",
  "readOnlyRootFilesystem",
  "allowPrivilegeEscalation",
  "optional",
  "suspend",
  "served",
  "storage",
  "immutable",
  "stdin",
  "tty",
]);

/** Values of another type than the one there. */
function wrongValues(spot: Spot): string[] {
  const { value, path, apiVersion } = spot;
  const name = String(path.at(-1));
  if (!isScalar(value) || value.tag !== undefined) return [];
  const free = freeMaps.has(String(path.at(-2)));
  const quantities = quantityMaps.has(String(path.at(-2)));
  if (path.includes("status") || path.includes("fieldsV1") || path.includes("openAPIV3Schema")) return [];
  if (!builtInGroup.test(apiVersion)) {
    // What a custom kind takes is often looser; a mapping in place of a single value never is.
    return free || path.some((step) => openParts.has(String(step)))
      ? []
      : typeof value.value === "number"
        ? ["{a: b}"]
        : [];
  }
  if (path.includes("opaque")) return [];
  if (free && quantities) return ["{a: b}", "[1]", "true"];
  if (free) return name === "options" ? [] : ["12", "true", "{a: b}", "[x]"];
  if (typeof value.value === "string") {
    if (/^(?:kind|apiVersion)$/.test(name) && path.length === 1) return [];
    if (["port", "targetPort", "maxSurge", "maxUnavailable", "minAvailable", "nodes"].includes(name))
      return ["true", "{a: b}"];
    if (
      [
        "storage",
        "divisor",
        "value",
        "averageValue",
        "sizeLimit",
        "cpu",
        "memory",
        "default",
        "example",
      ].includes(name)
    )
      return ["{a: b}"];
    return ["12", "true", "{a: b}", "[x]"];
  }
  if (typeof value.value === "number") {
    if (["port", "targetPort", "maxSurge", "maxUnavailable", "minAvailable"].includes(name))
      return ["true", "{a: b}"];
    if (["divisor", "averageValue", "value", "default", "sizeLimit", "storage"].includes(name))
      return ["{a: b}"];
    return ["many", `"${value.value}"`, "true", "{a: b}", "[1]"];
  }
  if (typeof value.value === "boolean") return booleans.has(name) ? ['"true"', "1", "{a: b}", "enabled"] : [];
  return [];
}

/** Fields without which the API server refuses an object. */
function isRequired({ path, kind, apiVersion, parent }: Spot): boolean {
  const [name, owner, above] = [String(path.at(-1)), path.at(-2), path.at(-3)];
  if (!builtInGroup.test(apiVersion) || parent.has("<<")) return false;
  const route = path.map((step) => (typeof step === "number" ? "[]" : step)).join(".");
  const workload = ["Deployment", "DaemonSet", "StatefulSet", "ReplicaSet"].includes(kind);
  if (route === "metadata.name")
    return !parent.has("generateName") && !/Review$|TokenRequest|Eviction/.test(kind);
  if (workload && ["spec.selector", "spec.template", "spec"].includes(route)) return true;
  if (kind === "CronJob" && ["spec.schedule", "spec.jobTemplate"].includes(route)) return true;
  if (kind === "HorizontalPodAutoscaler" && ["spec.scaleTargetRef", "spec.maxReplicas"].includes(route))
    return true;
  if (/RoleBinding$/.test(kind) && route === "roleRef") return true;
  if (/^(?:Cluster)?Role$/.test(kind) && /^rules\.\[\]\.(?:verbs|resources|apiGroups)$/.test(route)) {
    return name === "verbs" || parent.has("resources");
  }
  if (kind === "StorageClass" && route === "provisioner") return true;
  if (kind === "PersistentVolume" && ["spec.capacity", "spec.accessModes"].includes(route)) return true;
  if (kind === "PersistentVolumeClaim" && ["spec.resources", "spec.accessModes"].includes(route)) return true;
  if (kind === "Service" && /^spec\.ports\.\[\]\.port$/.test(route)) return true;
  if (kind === "Ingress" && /\.pathType$|\.backend$/.test(route)) return true;
  if (
    kind === "CustomResourceDefinition" &&
    ["spec.group", "spec.scope", "spec.names", "spec.versions"].includes(route)
  )
    return true;
  if (
    /WebhookConfiguration$/.test(kind) &&
    /webhooks\.\[\]\.(?:clientConfig|sideEffects|admissionReviewVersions|name)$/.test(route)
  )
    return true;
  if (typeof owner === "number" && above === "containers" && (name === "name" || name === "image"))
    return true;
  if (typeof owner === "number" && above === "env" && name === "name") return true;
  if (typeof owner === "number" && above === "volumeMounts" && (name === "name" || name === "mountPath"))
    return true;
  if (typeof owner === "number" && above === "volumes" && name === "name") return true;
  if (typeof owner === "number" && above === "ports" && name === "containerPort") return true;
  if (owner === "httpGet" && name === "port") return true;
  if (owner === "secretKeyRef" || owner === "configMapKeyRef") return name === "key";
  if (owner === "persistentVolumeClaim" && name === "claimName") return true;
  if (owner === "hostPath" && name === "path") return true;
  if (owner === "fieldRef" && name === "fieldPath") return true;
  return false;
}

/** The stretch of text that takes a key with its value out. */
function cutOf(spot: Spot, text: string): { start: number; end: number } | undefined {
  const own = blockOf(spot, text);
  if (own) return spot.parent.items.length === 1 ? undefined : { start: own.start, end: own.end };
  if (spot.parent.flow !== true || spot.parent.items.length < 2) return undefined;
  const index = spot.parent.items.indexOf(spot.pair);
  const start = spot.key.range?.[0];
  const end = (spot.value as { range?: [number, number, number] } | null)?.range?.[1];
  if (start === undefined || end === undefined) return undefined;
  const next = spot.parent.items[index + 1];
  const nextStart = (next?.key as Scalar | undefined)?.range?.[0];
  if (nextStart !== undefined) return { start, end: nextStart };
  const comma = text.lastIndexOf(",", start);
  return { start: comma, end };
}

/** Where a missing field is to be shown: from the mapping that lacks it, or the key that holds this mapping, to its end. */
function parentLines(spot: Spot, text: string): number[] {
  const range = spot.parent.range ?? [0, 0, 0];
  const from = text.slice(0, range[0]).split("\n").length - 1;
  const to = text.slice(0, range[1]).split("\n").length;
  // A container that inherits its fields by a merge lacks nothing.
  if (spot.path.length <= 2)
    return Array.from({ length: to - from + 20 }, (_, index) => Math.max(1, from - 10) + index);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const enumKeys = new Set([
  "imagePullPolicy",
  "restartPolicy",
  "protocol",
  "pathType",
  "type",
  "concurrencyPolicy",
  "dnsPolicy",
  "whenUnsatisfiable",
  "effect",
  "operator",
  "persistentVolumeReclaimPolicy",
  "reclaimPolicy",
  "volumeBindingMode",
  "externalTrafficPolicy",
  "sessionAffinity",
  "terminationMessagePolicy",
  "scheme",
  "sideEffects",
  "failurePolicy",
  "matchPolicy",
  "podManagementPolicy",
  "completionMode",
  "preemptionPolicy",
  "mountPropagation",
  "volumeMode",
  "selectPolicy",
  "fsGroupPolicy",
  "addressType",
  "scope",
]);

/** Fields of these names that take any word are left out. */
function isEnum({ path, kind, apiVersion }: Spot): boolean {
  if (!builtInGroup.test(apiVersion) || path.includes("status")) return false;
  const name = path.at(-1);
  if (name !== "type") return true;
  if (kind === "Secret" || kind === "Event" || kind === "Node" || path.includes("onPodConditions"))
    return false;
  return !path.includes("parameters");
}

/** Names that are none, for fields that hold one. */
function badNames({ path, kind, apiVersion }: Spot, value: string): string[] {
  const [name, owner, above] = [path.at(-1), path.at(-2), path.at(-3)];
  const rbac = apiVersion.startsWith("rbac.");
  if (name === "name" && owner === "metadata" && path.length === 2) {
    if (rbac) return ["a/b"];
    if (kind === "Event" || kind === "CertificateSigningRequest" || kind === "APIService") return [];
    return [`${value}_x`, `${value.toUpperCase()}A`, `-${value}`, `${value}-`, "x".repeat(260)];
  }
  if (name === "namespace" && owner === "metadata" && path.length === 2)
    return [`${value}_x`, `${value}.x`, "Prod"];
  if (name === "name" && typeof owner === "number" && above === "containers")
    return [`${value}_x`, "Web", `${value}.a`, "y".repeat(64)];
  if (name === "name" && typeof owner === "number" && above === "volumes") return [`${value}_x`, "Data"];
  if (name === "name" && typeof owner === "number" && above === "ports" && path.includes("containers"))
    return ["a-very-long-port-name", "with_underscore", "Http", '"8080"'];
  if (name === "serviceAccountName" || name === "priorityClassName") return ["Under_Score"];
  if (owner === "labels" && path.length === 3 && path[0] === "metadata")
    return ["has space", "-dash", "z".repeat(64), "a/b"];
  return [];
}

function isApiVersion({ path, value }: Spot): boolean {
  return (
    path.at(-1) === "apiVersion" && path.length === 1 && isScalar(value) && typeof value.value === "string"
  );
}

function unknownVersions(value: string): string[] {
  const slash = value.indexOf("/");
  if (slash === -1) return ["v2", "v1beta9", "core/v1", "V1"];
  const group = value.slice(0, slash);
  const all = [`${group}/v99`, `${group}/v0`, `${group}/v9beta9`];
  if (builtInGroup.test(value) && !group.includes(".")) all.push(`${group}s/v1`, `${group}.k8s.io/v1x`);
  return all.filter((one) => !one.startsWith("app.k8s.io"));
}

/** API versions that clusters of today no longer serve, by what replaced them. */
const removedVersions: Readonly<Record<string, readonly string[]>> = {
  "apps/v1/Deployment": ["extensions/v1beta1", "apps/v1beta1", "apps/v1beta2"],
  "apps/v1/DaemonSet": ["extensions/v1beta1", "apps/v1beta2"],
  "apps/v1/StatefulSet": ["apps/v1beta1", "apps/v1beta2"],
  "apps/v1/ReplicaSet": ["extensions/v1beta1", "apps/v1beta2"],
  "networking.k8s.io/v1/Ingress": ["extensions/v1beta1", "networking.k8s.io/v1beta1"],
  "networking.k8s.io/v1/IngressClass": ["networking.k8s.io/v1beta1"],
  "networking.k8s.io/v1/NetworkPolicy": ["extensions/v1beta1"],
  "batch/v1/CronJob": ["batch/v1beta1", "batch/v2alpha1"],
  "policy/v1/PodDisruptionBudget": ["policy/v1beta1"],
  "autoscaling/v2/HorizontalPodAutoscaler": ["autoscaling/v2beta1", "autoscaling/v2beta2"],
  "rbac.authorization.k8s.io/v1/Role": ["rbac.authorization.k8s.io/v1beta1"],
  "rbac.authorization.k8s.io/v1/RoleBinding": ["rbac.authorization.k8s.io/v1beta1"],
  "rbac.authorization.k8s.io/v1/ClusterRole": [
    "rbac.authorization.k8s.io/v1beta1",
    "rbac.authorization.k8s.io/v1alpha1",
  ],
  "rbac.authorization.k8s.io/v1/ClusterRoleBinding": ["rbac.authorization.k8s.io/v1beta1"],
  "apiextensions.k8s.io/v1/CustomResourceDefinition": ["apiextensions.k8s.io/v1beta1"],
  "admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration": ["admissionregistration.k8s.io/v1beta1"],
  "admissionregistration.k8s.io/v1/MutatingWebhookConfiguration": ["admissionregistration.k8s.io/v1beta1"],
  "storage.k8s.io/v1/StorageClass": ["storage.k8s.io/v1beta1"],
  "storage.k8s.io/v1/CSIDriver": ["storage.k8s.io/v1beta1"],
  "scheduling.k8s.io/v1/PriorityClass": ["scheduling.k8s.io/v1beta1", "scheduling.k8s.io/v1alpha1"],
  "coordination.k8s.io/v1/Lease": ["coordination.k8s.io/v1beta1"],
  "discovery.k8s.io/v1/EndpointSlice": ["discovery.k8s.io/v1beta1"],
  "node.k8s.io/v1/RuntimeClass": ["node.k8s.io/v1beta1"],
  "flowcontrol.apiserver.k8s.io/v1/FlowSchema": [
    "flowcontrol.apiserver.k8s.io/v1beta1",
    "flowcontrol.apiserver.k8s.io/v1beta3",
  ],
  "certificates.k8s.io/v1/CertificateSigningRequest": ["certificates.k8s.io/v1beta1"],
  "apiregistration.k8s.io/v1/APIService": ["apiregistration.k8s.io/v1beta1"],
};

function isSelectorLabel({ path, kind }: Spot): boolean {
  return (
    ["Deployment", "DaemonSet", "StatefulSet", "ReplicaSet"].includes(kind) &&
    path.length === 4 &&
    path[1] === "selector" &&
    path[2] === "matchLabels"
  );
}

/** The template's label of the same key, in the same document. */
function twinOf(spot: Spot, spots: readonly Spot[]): Spot | undefined {
  const from = spots.indexOf(spot);
  const after = spots
    .slice(from)
    .find(
      ({ path }) =>
        path.slice(0, 4).join(".") === "spec.template.metadata.labels" && path.at(-1) === spot.path.at(-1),
    );
  const end = spots.slice(from).find(({ path }) => path.length === 1 && path[0] === "apiVersion");
  if (!after || (end && spots.indexOf(after) > spots.indexOf(end))) return undefined;
  return after;
}
