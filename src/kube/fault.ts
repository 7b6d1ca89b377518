import type { FindingCode } from "../finding/codes.ts";
import type { YamlPath } from "../yaml/yaml-types.ts";

/** Something wrong in a value, placed by its path; it becomes a finding once the document says where that is. */
export interface Fault {
  code: FindingCode;
  path: YamlPath;
  /** Whether the key or the value is to be marked; default value. */
  on?: "key" | "value";
  message: string;
  fix: string;
}

/** A path as people write it: `spec.containers[0].image`; keys with dots stand in brackets. */
export function pathText(path: YamlPath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z0-9_$-]+$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
