import type { GroupVersionSchemas, SchemaNode, SchemaObject } from "../../src/kube/schema-types.ts";

/**
 * Files that tools read and no cluster stores. Kustomize: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 * and api/types/kustomization.go. kubeconfig: https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/.
 */
export const clientFiles: Readonly<Record<string, GroupVersionSchemas>> = {
  "kustomize.config.k8s.io_v1alpha1": { kinds: { Component: kustomization() }, definitions: {} },
  "kustomize.config.k8s.io_v1beta1": { kinds: { Kustomization: kustomization() }, definitions: {} },
};

/** Kinds of the same sort that share a file with the API's own, by file. */
export const clientKinds: Readonly<Record<string, Readonly<Record<string, SchemaNode>>>> = {
  core_v1: { Config: kubeconfig() },
};

function object(properties: Record<string, SchemaNode>, required: string[] = []): SchemaObject {
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
}

function list(items: SchemaNode): SchemaObject {
  return { type: "array", items };
}

function map(additionalProperties: SchemaNode): SchemaObject {
  return { type: "object", additionalProperties };
}

function kustomization(): SchemaObject {
  const target = object({
    group: "string",
    version: "string",
    kind: "string",
    name: "string",
    namespace: "string",
    annotationSelector: "string",
    labelSelector: "string",
  });
  const options = object({
    labels: map("string"),
    annotations: map("string"),
    disableNameSuffixHash: "boolean",
    immutable: "boolean",
  });
  const generator = {
    name: "string",
    namespace: "string",
    behavior: { type: "string", enum: ["create", "replace", "merge", "unspecified", ""] },
    files: list("string"),
    literals: list("string"),
    env: "string",
    envs: list("string"),
    options,
  };
  const specs = list(
    object({ path: "string", group: "string", version: "string", kind: "string", create: "boolean" }),
  );
  const patch = object({ path: "string", patch: "string", target, options: "any" });
  const anyObject: SchemaObject = { type: "object", "x-kubernetes-preserve-unknown-fields": true };
  return object({
    apiVersion: "string",
    kind: "string",
    metadata: object({
      name: "string",
      namespace: "string",
      labels: map("string"),
      annotations: map("string"),
    }),
    openapi: map("string"),
    namePrefix: "string",
    nameSuffix: "string",
    namespace: "string",
    commonLabels: map("string"),
    labels: list(
      object({
        pairs: map("string"),
        includeSelectors: "boolean",
        includeTemplates: "boolean",
        fields: specs,
      }),
    ),
    commonAnnotations: map("string"),
    patchesStrategicMerge: list("string"),
    patchesJson6902: list(patch),
    patches: list(patch),
    images: list(
      object({ name: "string", newName: "string", newTag: "string", tagSuffix: "string", digest: "string" }),
    ),
    imageTags: list(object({ name: "string", newName: "string", newTag: "string", digest: "string" })),
    replacements: list(anyObject),
    replicas: list(object({ name: "string", count: "integer" })),
    vars: list(anyObject),
    sortOptions: anyObject,
    resources: list("string"),
    components: list("string"),
    crds: list("string"),
    bases: list("string"),
    configMapGenerator: list(object(generator)),
    secretGenerator: list(object({ ...generator, type: "string" })),
    helmGlobals: object({ chartHome: "string", configHome: "string" }),
    helmCharts: list(anyObject),
    helmChartInflationGenerator: list(anyObject),
    generatorOptions: options,
    configurations: list("string"),
    generators: list("string"),
    transformers: list("string"),
    validators: list("string"),
    buildMetadata: list("string"),
  });
}

function kubeconfig(): SchemaObject {
  const extensions = list(object({ name: "string", extension: "any" }));
  const named = (name: string, content: SchemaNode) =>
    list(object({ name: "string", [name]: content }, ["name"]));
  return object({
    apiVersion: "string",
    kind: "string",
    preferences: object({ colors: "boolean", extensions }),
    clusters: named(
      "cluster",
      object({
        server: "string",
        "tls-server-name": "string",
        "insecure-skip-tls-verify": "boolean",
        "certificate-authority": "string",
        "certificate-authority-data": "string",
        "proxy-url": "string",
        "disable-compression": "boolean",
        extensions,
      }),
    ),
    users: named(
      "user",
      object({
        "client-certificate": "string",
        "client-certificate-data": "string",
        "client-key": "string",
        "client-key-data": "string",
        token: "string",
        tokenFile: "string",
        as: "string",
        "as-uid": "string",
        "as-groups": list("string"),
        "as-user-extra": map(list("string")),
        username: "string",
        password: "string",
        "auth-provider": object({ name: "string", config: map("string") }),
        exec: "any",
        extensions,
      }),
    ),
    contexts: named(
      "context",
      object({ cluster: "string", user: "string", namespace: "string", extensions }),
    ),
    "current-context": "string",
    extensions,
  });
}
