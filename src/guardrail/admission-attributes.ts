import type { ManifestObject } from "../kube/parse-manifests.ts";
import type { Operation, ResourceLookup } from "./policy-types.ts";
import { asRecord, asText } from "./read-policy-fields.ts";

/** What the API server knows of a request when it looks for policies that apply. */
export interface AdmissionAttributes {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Plural, in lower case. */
  readonly resource: string;
  readonly subresource: string;
  readonly name: string;
  /** Empty for cluster-scoped objects; for a Namespace its own name. */
  readonly namespace: string;
  readonly operation: Operation;
  readonly labels: Readonly<Record<string, unknown>>;
  readonly oldLabels: Readonly<Record<string, unknown>> | undefined;
  /** Whether an API server serves the kind at all; configuration files of Kubernetes' own programs are no objects. */
  readonly served: boolean;
}

/** API groups of configuration files that look like objects and never reach an API server. */
const configurationGroups =
  /^(kubeadm\.k8s\.io|.*\.config\.k8s\.io|config\.k8s\.io|audit\.k8s\.io|kind\.x-k8s\.io)$/;

/** Makes the attributes of the request that would bring an object to the API server. */
export function admissionAttributes(
  object: ManifestObject,
  options: {
    operation: Operation;
    subresource: string;
    resourceOf: ResourceLookup;
    oldObject: Readonly<Record<string, unknown>> | undefined;
  },
): AdmissionAttributes {
  const { group, version, kind } = object;
  const known = options.resourceOf(group, version, kind);
  const metadata = asRecord(object.value["metadata"]);
  const name = asText(metadata["name"]);
  const isNamespace = group === "" && kind === "Namespace";
  const namespaced = isNamespaced(object, options.resourceOf);
  const namespace = isNamespace ? name : namespaced ? asText(metadata["namespace"]) || "default" : "";
  return {
    group,
    version,
    kind,
    resource: known?.plural ?? guessPlural(kind),
    subresource: options.subresource,
    name,
    namespace,
    operation: options.operation,
    labels: asRecord(metadata["labels"]),
    oldLabels: options.oldObject && asRecord(asRecord(options.oldObject["metadata"])["labels"]),
    served: !configurationGroups.test(group),
  };
}

/** Whether objects of a kind belong to a namespace. A kind nobody knows is taken as namespaced, as most custom kinds are. */
export function isNamespaced(
  { group, version, kind }: { group: string; version: string; kind: string },
  resourceOf: ResourceLookup,
): boolean {
  return resourceOf(group, version, kind)?.namespaced ?? true;
}

/** The plural Kubernetes itself guesses for a kind: meta.UnsafeGuessKindToResource. */
export function guessPlural(kind: string): string {
  const singular = kind.toLowerCase();
  if (singular.endsWith("endpoints")) return singular;
  if (singular.endsWith("s")) return `${singular}es`;
  if (singular.endsWith("y")) return `${singular.slice(0, -1)}ies`;
  return `${singular}s`;
}
