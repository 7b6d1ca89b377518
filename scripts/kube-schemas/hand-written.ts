import type { GroupVersionSchemas, SchemaNode, SchemaObject } from "../../src/kube/schema-types.ts";

/**
 * Kinds that no package describes, by file. kubeadm:
 * https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/ and …v1beta3/.
 */
export const handWritten: Record<string, GroupVersionSchemas> = {
  "kubeadm.k8s.io_v1beta3": kubeadm("v1beta3"),
  "kubeadm.k8s.io_v1beta4": kubeadm("v1beta4"),
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

function kubeadm(version: "v1beta3" | "v1beta4"): GroupVersionSchemas {
  const newer = version === "v1beta4";
  const only = (fields: Record<string, SchemaNode>) => (newer ? fields : {});
  const args = newer ? list("#Arg") : map("string");
  const component: Record<string, SchemaNode> = {
    extraArgs: args,
    extraVolumes: list("#HostPathMount"),
    ...only({ extraEnvs: list("core_v1#EnvVar") }),
  };
  const image: Record<string, SchemaNode> = { imageRepository: "string", imageTag: "string" };
  const meta: Record<string, SchemaNode> = { apiVersion: "string", kind: "string", metadata: "any" };
  const timeouts = only({ timeouts: "#Timeouts" });
  const kinds: Record<string, SchemaNode> = {
    ClusterConfiguration: object({
      ...meta,
      etcd: object({
        local: object({
          ...image,
          dataDir: "string",
          extraArgs: args,
          serverCertSANs: list("string"),
          peerCertSANs: list("string"),
          ...only({ extraEnvs: list("core_v1#EnvVar") }),
        }),
        external: object(
          {
            endpoints: list("string"),
            caFile: "string",
            certFile: "string",
            keyFile: "string",
            ...only({ httpEndpoints: list("string") }),
          },
          ["endpoints"],
        ),
      }),
      networking: object({ serviceSubnet: "string", podSubnet: "string", dnsDomain: "string" }),
      kubernetesVersion: "string",
      controlPlaneEndpoint: "string",
      apiServer: object({
        ...component,
        certSANs: list("string"),
        ...(newer ? {} : { timeoutForControlPlane: "string" }),
      }),
      controllerManager: object(component),
      scheduler: object(component),
      dns: object({ ...image, ...only({ disabled: "boolean" }) }),
      certificatesDir: "string",
      imageRepository: "string",
      featureGates: map("boolean"),
      clusterName: "string",
      ...only({
        proxy: object({ disabled: "boolean" }),
        encryptionAlgorithm: {
          type: "string",
          enum: ["RSA-2048", "RSA-3072", "RSA-4096", "ECDSA-P256", "ECDSA-P384"],
        },
        certificateValidityPeriod: "string",
        caCertificateValidityPeriod: "string",
      }),
    }),
    InitConfiguration: object({
      ...meta,
      bootstrapTokens: list("#BootstrapToken"),
      nodeRegistration: "#NodeRegistrationOptions",
      localAPIEndpoint: "#APIEndpoint",
      certificateKey: "string",
      skipPhases: list("string"),
      patches: "#Patches",
      ...only({ dryRun: "boolean" }),
      ...timeouts,
    }),
    JoinConfiguration: object(
      {
        ...meta,
        nodeRegistration: "#NodeRegistrationOptions",
        caCertPath: "string",
        discovery: object({
          bootstrapToken: object(
            {
              token: "string",
              apiServerEndpoint: "string",
              caCertHashes: list("string"),
              unsafeSkipCAVerification: "boolean",
            },
            ["token"],
          ),
          file: object({ kubeConfigPath: "string" }, ["kubeConfigPath"]),
          tlsBootstrapToken: "string",
          ...(newer ? {} : { timeout: "string" }),
        }),
        controlPlane: object({ localAPIEndpoint: "#APIEndpoint", certificateKey: "string" }),
        skipPhases: list("string"),
        patches: "#Patches",
        ...only({ dryRun: "boolean" }),
        ...timeouts,
      },
      ["discovery"],
    ),
  };
  if (newer) {
    kinds["ResetConfiguration"] = object({
      ...meta,
      certificatesDir: "string",
      cleanupTmpDir: "boolean",
      criSocket: "string",
      dryRun: "boolean",
      force: "boolean",
      ignorePreflightErrors: list("string"),
      skipPhases: list("string"),
      unmountFlags: list("string"),
      timeouts: "#Timeouts",
    });
  }
  return {
    kinds,
    definitions: {
      ...only({
        Arg: object({ name: "string", value: "string" }, ["name", "value"]),
        Timeouts: object({
          controlPlaneComponentHealthCheck: "string",
          kubeletHealthCheck: "string",
          kubernetesAPICall: "string",
          etcdAPICall: "string",
          tlsBootstrap: "string",
          discovery: "string",
          upgradeManifests: "string",
        }),
      }),
      APIEndpoint: object({ advertiseAddress: "string", bindPort: "int32" }),
      BootstrapToken: object(
        {
          token: "string",
          description: "string",
          ttl: "string",
          expires: "dateTime",
          usages: list("string"),
          groups: list("string"),
        },
        ["token"],
      ),
      HostPathMount: object(
        { name: "string", hostPath: "string", mountPath: "string", readOnly: "boolean", pathType: "string" },
        ["name", "hostPath", "mountPath"],
      ),
      NodeRegistrationOptions: object({
        name: "string",
        criSocket: "string",
        taints: list("core_v1#Taint"),
        kubeletExtraArgs: args,
        ignorePreflightErrors: list("string"),
        imagePullPolicy: { type: "string", enum: ["Always", "IfNotPresent", "Never"] },
        ...only({ imagePullSerial: "boolean" }),
      }),
      Patches: object({ directory: "string" }),
    },
  };
}
