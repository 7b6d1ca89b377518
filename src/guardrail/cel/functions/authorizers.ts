import { CelError } from "../cel-error.ts";
import { bool, opaque, type StaticType, string } from "../cel-types.ts";
import { CelOpaque } from "../cel-value.ts";
import type { Overload } from "../function-library.ts";

const prefix = "kubernetes.authorization";
const authorizer = opaque(`${prefix}.Authorizer`);
const pathCheck = opaque(`${prefix}.PathCheck`);
const groupCheck = opaque(`${prefix}.GroupCheck`);
const resourceCheck = opaque(`${prefix}.ResourceCheck`);
const decision = opaque(`${prefix}.Decision`);

/** Types of the variables `authorizer` and `authorizer.requestResource`. */
export const authorizerTypes = { authorizer, resourceCheck };

/** What stands for an authorizer where there is no cluster to ask. */
export class OfflineAuthorizer extends CelOpaque {
  override readonly typeName: string;

  constructor(type: StaticType) {
    super();
    this.typeName = type.kind === "opaque" ? type.name : type.kind;
  }

  override equals(other: CelOpaque): boolean {
    return other === this;
  }
}

const signatures: readonly (readonly [string, readonly StaticType[], StaticType])[] = [
  ["path", [authorizer, string], pathCheck],
  ["check", [pathCheck, string], decision],
  ["group", [authorizer, string], groupCheck],
  ["serviceAccount", [authorizer, string, string], authorizer],
  ["resource", [groupCheck, string], resourceCheck],
  ["subresource", [resourceCheck, string], resourceCheck],
  ["namespace", [resourceCheck, string], resourceCheck],
  ["name", [resourceCheck, string], resourceCheck],
  ["fieldSelector", [resourceCheck, string], resourceCheck],
  ["labelSelector", [resourceCheck, string], resourceCheck],
  ["check", [resourceCheck, string], decision],
  ["errored", [decision], bool],
  ["error", [decision], string],
  ["allowed", [decision], bool],
  ["reason", [decision], string],
];

/**
 * Kubernetes' authorizer library: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-authorizer-library
 * It compiles, and every call is an error: what a user may do is known to the cluster only.
 */
export const authorizerFunctions: readonly Overload[] = signatures.map(([name, params, result]) => ({
  name,
  member: true,
  params,
  result,
  run: () => {
    throw new CelError(
      "authorizer asks the cluster for permissions and cannot be evaluated offline",
      "offline",
    );
  },
}));
