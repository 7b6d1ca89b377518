import type { AdmissionAttributes } from "./admission-attributes.ts";
import { bool, dyn, int, listOf, mapOf, type StaticType, string, timestamp } from "./cel/cel-types.ts";
import type { CelValue } from "./cel/cel-value.ts";

const object = (name: string, fields: Record<string, StaticType>): StaticType => ({
  kind: "object",
  name: `kubernetes.${name}`,
  fields,
});
const kind = object("GroupVersionKind", { group: string, version: string, kind: string });
const resource = object("GroupVersionResource", { group: string, version: string, resource: string });

/** The type of `request`, field by field as the API server declares it. */
export const requestType = object("AdmissionRequest", {
  kind,
  resource,
  subResource: string,
  requestKind: kind,
  requestResource: resource,
  requestSubResource: string,
  name: string,
  namespace: string,
  operation: string,
  userInfo: object("UserInfo", {
    username: string,
    uid: string,
    groups: listOf(string),
    extra: mapOf(string, listOf(string)),
  }),
  dryRun: bool,
  options: dyn,
});

/** The type of `namespaceObject`, which shows no more of a Namespace than this. */
export const namespaceType = object("Namespace", {
  metadata: object("NamespaceMetadata", {
    name: string,
    generateName: string,
    namespace: string,
    labels: mapOf(string, string),
    annotations: mapOf(string, string),
    UID: string,
    creationTimestamp: timestamp,
    deletionGracePeriodSeconds: int,
    deletionTimestamp: timestamp,
    generation: int,
    resourceVersion: string,
    finalizers: listOf(string),
  }),
  spec: object("NamespaceSpec", { finalizers: listOf(string) }),
  status: object("NamespaceStatus", {
    conditions: listOf(
      object("NamespaceCondition", {
        status: string,
        type: string,
        lastTransitionTime: timestamp,
        message: string,
        reason: string,
      }),
    ),
    phase: string,
  }),
});

/** Who asks, where nobody says: an authenticated user without any privilege a policy would look for. */
const someUser = { username: "offline-user", groups: ["system:authenticated"] };

/**
 * `request` as CEL sees it. As in the API server, fields that are empty (subResource, name, namespace) are absent.
 * `overrides` replaces whole fields, `userInfo` above all.
 */
export function admissionRequest(
  request: AdmissionAttributes,
  overrides: Readonly<Record<string, CelValue>> = {},
): CelValue {
  const { group, version } = request;
  const kindOf = { group, version, kind: request.kind };
  const resourceOf = { group, version, resource: request.resource };
  return {
    kind: kindOf,
    resource: resourceOf,
    requestKind: kindOf,
    requestResource: resourceOf,
    ...(request.subresource === ""
      ? {}
      : { subResource: request.subresource, requestSubResource: request.subresource }),
    ...(request.name === "" ? {} : { name: request.name }),
    ...(request.namespace === "" ? {} : { namespace: request.namespace }),
    operation: request.operation,
    userInfo: someUser,
    dryRun: false,
    options: optionsOf(request),
    ...overrides,
  };
}

function optionsOf({ operation }: AdmissionAttributes): CelValue {
  const kinds: Readonly<Record<string, string>> = {
    CREATE: "CreateOptions",
    UPDATE: "UpdateOptions",
    DELETE: "DeleteOptions",
  };
  const optionKind = kinds[operation];
  return optionKind === undefined ? null : { kind: optionKind, apiVersion: "meta.k8s.io/v1" };
}
