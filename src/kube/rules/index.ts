import type { Rule, RuleTable } from "../rule.ts";

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
export const rules: RuleTable = {};
