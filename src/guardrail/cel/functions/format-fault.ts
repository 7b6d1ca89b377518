import type { StaticType } from "../cel-types.ts";
import { showType } from "../cel-types.ts";

/** What each clause takes, and how cel-go calls it. */
const clauses: Readonly<Record<string, { takes: readonly StaticType["kind"][]; rule: string }>> = {
  d: { takes: ["int", "uint"], rule: "decimal clause can only be used on integers" },
  f: { takes: ["double"], rule: "fixed-point clause can only be used on doubles" },
  e: { takes: ["double"], rule: "scientific clause can only be used on doubles" },
  b: { takes: ["int", "uint", "bool"], rule: "only integers and bools can be formatted as binary" },
  x: {
    takes: ["int", "uint", "string", "bytes"],
    rule: "only integers, byte buffers, and strings can be formatted as hex",
  },
  X: {
    takes: ["int", "uint", "string", "bytes"],
    rule: "only integers, byte buffers, and strings can be formatted as hex",
  },
  o: { takes: ["int", "uint"], rule: "octal clause can only be used on integers" },
};

/**
 * What is wrong with a format and the types of its arguments; undefined where nothing is. A value of type dyn is looked
 * at once it is there. https://github.com/google/cel-go/blob/master/ext/formatting.go
 */
export function formatFault(format: string, types: readonly StaticType[]): string | undefined {
  let used = 0;
  for (const [clause, verb = ""] of format.matchAll(/%(?:%|(?:\.\d+)?(.?))/gsu)) {
    if (clause === "%%") continue;
    const known = clauses[verb];
    if (!known && verb !== "s")
      return `could not parse formatting clause: unrecognized formatting clause "${verb}"`;
    const type = types[used];
    if (!type) return `index ${used} out of range`;
    used++;
    if (
      known &&
      !["dyn", "free", ...known.takes].includes(type.kind) &&
      !(known.takes.includes("double") && type.kind === "string")
    )
      return `error during formatting: ${known.rule}, was given ${showType(type)}`;
  }
  return types.length > used
    ? `too many arguments supplied to string.format (expected ${used}, got ${types.length})`
    : undefined;
}
