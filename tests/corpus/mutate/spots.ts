import { isMap, isScalar, isSeq, type Pair, parseAllDocuments, type Scalar, type YAMLMap } from "yaml";

/** A key with its value somewhere in a document. */
export interface Spot {
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
export const freeMaps = new Set([
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
export const openParts = new Set([
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

export const builtInGroup = /^(?:v1|apps|batch|policy|autoscaling|(?!gateway\.)[a-z.]+\.k8s\.io)(?:\/|$)/;

export function spotsOf(text: string): Spot[] {
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
export function isTyped({ path, kind, apiVersion }: Spot): boolean {
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

export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  const at = end === -1 ? text.length : end;
  return text[at - 1] === "\r" ? at - 1 : at;
}
