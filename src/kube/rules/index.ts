import type { RuleTable } from "../rule.ts";

/** All rules by the definition they apply to. */
export const rules: RuleTable = {};
