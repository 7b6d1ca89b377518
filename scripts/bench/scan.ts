// Compares scanning 5,000 objects by every guardrail of the library with validating the same objects.
// node scripts/bench/scan.ts
import { compileGuardrails } from "../../src/checks/compile-guardrails.ts";
import { scanManifests } from "../../src/guardrail/scan-manifests.ts";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../../src/kube/validate-manifests.ts";
import { loadGuardrails } from "../../src/story/load-library.ts";
import { deploymentText } from "./deployment-text.ts";

const applications = 1000;
const rounds = 3;
const limit = 2;
const policies = [...compileGuardrails(loadGuardrails("content")).values()].flatMap((one) => one.policies);

/** What stands around a Deployment: five objects in all. Every Service may be a parameter of some guardrail. */
const applicationText = (index: number): string => {
  const metadata = `metadata: { name: web-${index}, namespace: shop }`;
  return [
    deploymentText(index),
    `apiVersion: v1\nkind: Service\n${metadata}\nspec:\n  selector: { app.kubernetes.io/name: web-${index} }\n  ports: [{ port: 80, targetPort: http }]\n`,
    `apiVersion: v1\nkind: ConfigMap\n${metadata}\ndata: { level: info }\n`,
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n${metadata}\nspec: { podSelector: { matchLabels: { app.kubernetes.io/name: web-${index} } } }\n`,
    `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n${metadata}\nspec:\n  maxReplicas: 9\n  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web-${index} }\n`,
  ].join("---\n");
};
const shapes: Readonly<Record<string, readonly string[]>> = {
  "5,000 Deployments": Array.from({ length: 5 * applications }, (_, index) => deploymentText(index)),
  "1,000 applications of five objects": Array.from({ length: applications }, (_, index) =>
    applicationText(index),
  ),
};
const time = (work: () => number): number => {
  const start = performance.now();
  const objects = work();
  if (objects !== 5 * applications) throw new Error(`expected ${5 * applications} objects, got ${objects}`);
  return performance.now() - start;
};

for (const [shape, texts] of Object.entries(shapes)) {
  const files = texts.map((text, index) => ({ text, origin: { file: `file-${index}.yaml` } }));
  let validating = Number.POSITIVE_INFINITY;
  let scanning = Number.POSITIVE_INFINITY;
  // In turns, so that a busy moment of the machine hits both.
  for (let round = 0; round < rounds; round++) {
    validating = Math.min(
      validating,
      time(() => validateManifests(files, { schemas: loadSchemas() }).resources.length),
    );
    scanning = Math.min(
      scanning,
      time(() => scanManifests(files, policies).resources.length),
    );
  }
  const ratio = scanning / validating;
  console.log(`${shape}, ${policies.length} policies`);
  console.log(`validate  ${validating.toFixed(0)} ms`);
  console.log(`scan      ${scanning.toFixed(0)} ms`);
  console.log(`ratio     ${ratio.toFixed(2)} (at most ${limit})`);
  if (ratio > limit) process.exitCode = 1;
}
