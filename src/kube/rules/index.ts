import type { Rule, RuleTable } from "../rule.ts";
import { accessRules } from "./access.ts";
import { admissionRules } from "./admission.ts";
import { containerRules } from "./containers.ts";
import { customKindRules } from "./custom-kinds.ts";
import { customResourceRules } from "./custom-resources.ts";
import { environmentRules } from "./environment.ts";
import { labelRules } from "./labels.ts";
import { networkingRules } from "./networking.ts";
import { podRules } from "./pods.ts";
import { probeRules } from "./probes.ts";
import { scalingKindRules } from "./scaling-kinds.ts";
import { serviceRules } from "./services.ts";
import { storageRules } from "./storage.ts";
import { volumeRules } from "./volumes.ts";
import { workloadRules } from "./workloads.ts";

/** Joins tables of rules; a definition gets the rules of all. */
export function mergeRules(...tables: readonly RuleTable[]): RuleTable {
  const merged: Record<string, Rule[]> = {};
  for (const table of tables) {
    for (const [definition, list] of Object.entries(table)) {
      merged[definition] ??= [];
      merged[definition].push(...list);
    }
  }
  return merged;
}

/** All rules by the definition they apply to. */
export const rules: RuleTable = mergeRules(
  labelRules,
  containerRules,
  probeRules,
  environmentRules,
  podRules,
  volumeRules,
  workloadRules,
  scalingKindRules,
  serviceRules,
  networkingRules,
  accessRules,
  storageRules,
  admissionRules,
  customResourceRules,
  customKindRules,
);
