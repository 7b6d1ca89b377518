import type { SignatureType } from "./schema.ts";

/** Patterns of the variable types; none can match an unbounded run twice, so matching stays linear. */
const patterns: Record<SignatureType, string> = {
  count: "\\d{1,12}",
  duration: "(?:\\d{1,8}(?:\\.\\d{1,6})?(?:ns|us|µs|ms|s|m|h|d|y)){1,6}",
  address: "\\[?[0-9A-Fa-f:.]{2,45}\\]?(?::\\d{1,5})?",
  name: "[^\\s\"'`()\\[\\]{},;]{1,253}",
  text: ".{1,400}?",
};

/** A signature made ready for matching. */
export interface CompiledSignature {
  template: string;
  pattern: RegExp;
}

/**
 * Makes a pattern of a signature. Case and the amount of white space do not matter, and the template may stand
 * anywhere in the line, since logs put dates and levels in front.
 */
export function compileSignature(template: string): CompiledSignature {
  let source = "";
  let rest = template;
  while (rest.length > 0) {
    const found = /^\{([a-z][A-Za-z0-9]*)(?::([a-z]+))?\}/.exec(rest);
    if (found) {
      source += patterns[typeOf(found[1] ?? "", found[2])];
      rest = rest.slice(found[0].length);
    } else if (rest.startsWith("{{") || rest.startsWith("}}")) {
      source += `\\${rest[0]}`;
      rest = rest.slice(2);
    } else if (/^\s/.test(rest)) {
      source += "\\s{1,20}";
      rest = rest.trimStart();
    } else {
      source += (rest[0] ?? "").replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
      rest = rest.slice(1);
    }
  }
  return { template, pattern: new RegExp(source, "i") };
}

/** Whether a line carries the signature. Lines are cut at 2,000 characters: no real message line is longer. */
export function matchSignature(signature: CompiledSignature, line: string): boolean {
  return signature.pattern.test(line.slice(0, 2000));
}

function typeOf(name: string, type: string | undefined): SignatureType {
  if (type !== undefined && Object.hasOwn(patterns, type)) return type as SignatureType;
  return Object.hasOwn(patterns, name) ? (name as SignatureType) : "name";
}
