import { isGiven, listOf, recordOf } from "../plain-values.ts";
import type { Rule, RuleTable } from "../rule.ts";
import { checkAtLeast, checkOneOf, checkPortNumber, checkPortOrName } from "./field-checks.ts";

const counts = [
  "initialDelaySeconds",
  "periodSeconds",
  "timeoutSeconds",
  "successThreshold",
  "failureThreshold",
];

/** core validation, validateProbe: one handler, no negative times. */
const probe: Rule = (value, context) => {
  checkOneOf(value, ["exec", "httpGet", "tcpSocket", "grpc"], "The probe", context);
  checkAtLeast(value, counts, 0, context);
  checkAtLeast(value, ["terminationGracePeriodSeconds"], 1, context);
};

const port: Rule = (value, context) => checkPortOrName(value["port"], ["port"], context);

const grpc: Rule = (value, context) => checkPortNumber(value["port"], ["port"], context);

/** core validation, validateExecAction. */
const exec: Rule = (value, { report, excerpt }) => {
  if (excerpt || listOf(value["command"]).length > 0 || (isGiven(value["command"]) && !isList(value))) return;
  report({
    code: "manifest-missing-field",
    path: isGiven(value["command"]) ? ["command"] : [],
    on: "key",
    message: "exec has no command to run.",
    fix: 'Add command, such as ["cat", "/tmp/healthy"].',
  });
};

function isList(value: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(value["command"]);
}

const lifecycleHandler: Rule = (value, context) =>
  checkOneOf(value, ["exec", "httpGet", "tcpSocket", "sleep"], "The hook", context);

/** core validation, validateLivenessProbe, validateReadinessProbe and validateStartupProbe: what each may say. */
const probesOfContainer: Rule = (value, { report }) => {
  for (const field of ["livenessProbe", "startupProbe"]) {
    const threshold = recordOf(value[field])["successThreshold"];
    if (typeof threshold !== "number" || threshold === 1 || threshold === 0) continue;
    const message = `${field}.successThreshold is ${threshold}; for this probe it has to be 1.`;
    report({
      code: "manifest-bad-value",
      path: [field, "successThreshold"],
      message,
      fix: "Write 1 or leave it out.",
    });
  }
  if (!isGiven(recordOf(value["readinessProbe"])["terminationGracePeriodSeconds"])) return;
  report({
    code: "manifest-exclusive-fields",
    path: ["readinessProbe", "terminationGracePeriodSeconds"],
    on: "key",
    message: "A readiness probe never ends a container, so it takes no terminationGracePeriodSeconds.",
    fix: "Take it out, or set it on the liveness or startup probe.",
  });
};

/** Rules of probes and of the hooks of a container's life. */
export const probeRules: RuleTable = {
  "core_v1#Container": [probesOfContainer],
  "core_v1#Probe": [probe],
  "core_v1#HTTPGetAction": [port],
  "core_v1#TCPSocketAction": [port],
  "core_v1#GRPCAction": [grpc],
  "core_v1#ExecAction": [exec],
  "core_v1#LifecycleHandler": [lifecycleHandler],
};
