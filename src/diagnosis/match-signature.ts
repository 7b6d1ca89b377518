import { type SignatureType, signatureTypes } from "./signature-types.ts";

/** A fixed text, white space, or a variable part of a signature. */
type Part = { kind: "text"; text: string } | { kind: "space" } | { kind: "variable"; type: SignatureType };

/** A signature made ready for matching. */
export interface CompiledSignature {
  template: string;
  parts: readonly Part[];
}

/** The longest line looked at, in characters: no real message line is longer. */
const maxLine = 2000;

/** Characters a variable may consist of, and how many of them. */
const variables: Record<Exclude<SignatureType, "duration">, { accepts: RegExp; most: number }> = {
  count: { accepts: /\d/, most: 12 },
  address: { accepts: /[0-9A-Fa-f:.[\]]/, most: 60 },
  name: { accepts: /[^\s"'`()[\]{},;]/, most: 253 },
  text: { accepts: /./s, most: 400 },
};

/** A Go or Prometheus duration, whole: a part of one is none. */
const duration = /(?:\d{1,8}(?:\.\d{1,6})?(?:ns|us|µs|ms|s|m|h|d|y)){1,6}/y;

/** Cuts a signature into its parts. */
export function compileSignature(template: string): CompiledSignature {
  const parts: Part[] = [];
  const addText = (text: string) => {
    const last = parts.at(-1);
    if (last?.kind === "text") last.text += text;
    else parts.push({ kind: "text", text });
  };
  let rest = template;
  while (rest.length > 0) {
    const found = /^\{([a-z][A-Za-z0-9]*)(?::([a-z]+))?\}/.exec(rest);
    const space = /^\s+/.exec(rest);
    if (found) {
      parts.push({ kind: "variable", type: typeOf(found[1] ?? "", found[2]) });
      rest = rest.slice(found[0].length);
    } else if (space) {
      parts.push({ kind: "space" });
      rest = rest.slice(space[0].length);
    } else {
      const escaped = rest.startsWith("{{") || rest.startsWith("}}");
      addText((rest[0] ?? "").toLowerCase());
      rest = rest.slice(escaped ? 2 : 1);
    }
  }
  return { template, parts };
}

/**
 * Whether a line carries the signature. Case and the amount of white space do not matter, and the template may stand
 * anywhere in the line, since logs put dates and levels in front.
 *
 * Follows all possible ends of each part at once, so that the time is bounded by parts times characters; a regular
 * expression with several open variables would try every combination.
 */
export function matchSignature(signature: CompiledSignature, line: string): boolean {
  const text = line.slice(0, maxLine).toLowerCase();
  let ends = new Uint8Array(text.length + 1).fill(1);
  for (const part of signature.parts) {
    const next = new Uint8Array(text.length + 1);
    if (!advance(part, text, ends, next)) return false;
    ends = next;
  }
  return true;
}

/** Marks where a part can end, given where it can start; gives whether it can end anywhere. */
function advance(part: Part, text: string, starts: Uint8Array, ends: Uint8Array): boolean {
  if (part.kind === "text") return advanceText(part.text, text, starts, ends);
  if (part.kind === "space") return advanceRun(/\s/, 40, text, starts, ends);
  if (part.type === "duration") return advanceDuration(text, starts, ends);
  const { accepts, most } = variables[part.type];
  return advanceRun(accepts, most, text, starts, ends);
}

function advanceText(fixed: string, text: string, starts: Uint8Array, ends: Uint8Array): boolean {
  let any = false;
  for (let at = text.indexOf(fixed); at !== -1; at = text.indexOf(fixed, at + 1)) {
    if (starts[at] === 1) {
      ends[at + fixed.length] = 1;
      any = true;
    }
  }
  return any;
}

/** One or more accepted characters: every end within reach of the latest start is possible. */
function advanceRun(
  accepts: RegExp,
  most: number,
  text: string,
  starts: Uint8Array,
  ends: Uint8Array,
): boolean {
  let any = false;
  let reach = -1;
  for (let at = 0; at < text.length; at++) {
    if (starts[at] === 1) reach = at + most;
    if (!accepts.test(text[at] ?? "")) reach = -1;
    else if (at < reach) {
      ends[at + 1] = 1;
      any = true;
    }
  }
  return any;
}

function advanceDuration(text: string, starts: Uint8Array, ends: Uint8Array): boolean {
  let any = false;
  for (let at = 0; at < text.length; at++) {
    if (starts[at] !== 1) continue;
    duration.lastIndex = at;
    const found = duration.exec(text);
    if (found) {
      ends[at + found[0].length] = 1;
      any = true;
    }
  }
  return any;
}

function typeOf(name: string, type: string | undefined): SignatureType {
  const wanted = type ?? name;
  return Object.hasOwn(signatureTypes, wanted) ? (wanted as SignatureType) : "name";
}
