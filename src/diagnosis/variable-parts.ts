/** What a variable part of a line is. */
export type VariableKind = "time" | "identifier" | "address" | "host" | "name" | "age" | "number" | "version";

/** A part of a line that differs from cluster to cluster and so says nothing about a failure. */
export interface VariablePart {
  start: number;
  end: number;
  kind: VariableKind;
  /** What of it is worth reading: the workload's name in the name of its pod. */
  keeps: string;
}

interface Rule {
  kind: VariableKind;
  pattern: RegExp;
  /** What of the found text remains; nothing where left out. */
  keep?: (found: RegExpExecArray) => string;
}

const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
/** Letters of generated suffixes: no vowels, 0, 1 or 3 (k8s.io/apimachinery/pkg/util/rand). */
const random = "[bcdfghjklmnpqrstvwxz2456789]";
const namesBase = "[a-z0-9](?:[a-z0-9.-]{0,120}[a-z0-9])?";

/**
 * In this order: what an earlier rule took, a later one leaves alone. Every repetition is bounded, so that no line can
 * make a rule backtrack for long.
 */
const rules: readonly Rule[] = [
  // Dates and times: ISO 8601, klog (E0228 20:13:53.795782 1), syslog, RFC 1123, a clock.
  {
    kind: "time",
    pattern:
      /(?<![\w-])\d{4}[-/]\d{2}[-/]\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?(?![\w-])/g,
  },
  { kind: "time", pattern: /\b[IWEF]\d{4} \d{2}:\d{2}:\d{2}\.\d{1,9}(?:\s{1,12}\d{1,9}(?= ))?/g },
  {
    kind: "time",
    pattern: new RegExp(
      `\\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(?:\\d{1,2} ${month} \\d{4}|${month} {1,2}\\d{1,2}(?: \\d{4})?) \\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?: (?:[+-]\\d{4}|UTC|GMT|Z))?(?: m=[+-][\\d.]{1,20})?`,
      "g",
    ),
  },
  { kind: "time", pattern: /(?<![\d:])\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?![\d:])/g },
  // UIDs, digests, cloud ids.
  { kind: "identifier", pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi },
  { kind: "identifier", pattern: /\bsha256:[0-9a-f]{6,64}\b/gi },
  {
    kind: "identifier",
    pattern: /\b(?:i|vpc|subnet|sg|eni|vol|ami|lt|snap|acl|rtb|igw|nat)-[0-9a-f]{8,17}\b/g,
  },
  {
    kind: "identifier",
    pattern: /\barn:aws[a-z-]{0,12}:[a-z0-9-]{0,30}:[a-z0-9-]{0,20}:\d{0,12}:[\w/.:*-]{1,200}/g,
  },
  // Addresses: IPv4 and IPv6, with or without mask or port; MAC addresses; mail.
  { kind: "address", pattern: /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2}|:\d{1,5})?(?!\.?\d)/g },
  {
    kind: "address",
    pattern:
      /(?<![\w:.])\[?(?=[0-9a-f:]{0,45}\d)(?:[0-9a-f]{1,4}:){1,7}(?::[0-9a-f]{1,4}){1,6}\]?(?::\d{1,5})?(?![\w:])/gi,
  },
  {
    kind: "address",
    pattern: /(?<![\w:.])\[?(?:[0-9a-f]{1,4}:){5,7}[0-9a-f]{1,4}\]?(?::\d{1,5})?(?![\w:])/gi,
  },
  { kind: "address", pattern: /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}\b/gi },
  // Names of nodes as the clouds give them.
  {
    kind: "host",
    pattern: /(?<![\w-])ip-\d{1,3}(?:-\d{1,3}){3}(?:\.[a-z0-9-]{1,63}){0,6}/g,
  },
  {
    kind: "host",
    pattern: /(?<![\w-])gke-[a-z0-9-]{1,80}-[0-9a-f]{8}-[a-z0-9]{4}(?![\w-])/g,
    keep: () => "gke",
  },
  {
    kind: "host",
    pattern: /(?<![\w-])aks-[a-z0-9-]{1,60}-\d{8}-vmss[0-9a-z]{6}(?![\w-])/g,
    keep: () => "aks",
  },
  // Names of pods: workload-hash-suffix, workload-suffix; the workload's name remains.
  {
    kind: "name",
    pattern: new RegExp(`(?<![\\w.-])(${namesBase})-${random}{8,10}-${random}{5}(?![a-z0-9-])`, "g"),
    keep: (found) => found[1] ?? "",
  },
  {
    kind: "name",
    pattern: new RegExp(`(?<![\\w.-])(${namesBase})-(?=[a-z]{0,4}\\d)${random}{5}(?![a-z0-9-])`, "g"),
    keep: (found) => found[1] ?? "",
  },
  // Versions, then what is left of hexadecimal names and keys.
  {
    kind: "version",
    pattern: /(?<![\w.])v?\d{1,5}\.\d{1,5}(?:\.\d{1,9}){0,3}(?:[-+][0-9A-Za-z.+-]{1,40})?(?![\w])/g,
  },
  { kind: "identifier", pattern: /\b(?:0x)?(?=[0-9a-f]{0,64}\d)(?=[0-9a-f]{0,64}[a-f])[0-9a-f]{7,64}\b/gi },
  {
    kind: "identifier",
    pattern: /(?<![\w/+])(?=[\w/+]{0,200}\d)(?=[\w/+]{0,200}[A-Z])[\w+]{40,400}={0,2}(?![\w/+])/g,
  },
  // Ages and repetitions: (x34 over 5m12s), 4m12s, 0.25s.
  { kind: "age", pattern: /\(x\d{1,9} over [^)]{1,24}\)/g },
  {
    kind: "age",
    pattern: /(?<![\w.])(?:\d{1,9}(?:\.\d{1,9})?(?:ns|us|µs|ms|s|m|h|d|y)){1,6}(?![\w])/g,
  },
  // Shares, quantities and other numbers.
  { kind: "version", pattern: /(?<![\w.])v\d{1,3}(?![\w.])/g },
  { kind: "number", pattern: /(?<![\w.])\d{1,15}\/\d{1,15}(?![\w])/g },
  {
    kind: "number",
    pattern: /(?<![\w.])-?\d{1,18}(?:\.\d{1,18})?(?:m|k|[KMGTP]i?B?|%|B|bytes)?(?![\w])/g,
  },
];

/** Statuses and exit codes that are names in themselves, wherever they stand alone. */
const tellingNumbers = new Set("126 127 137 139 143 401 403 404 409 413 429 499 500 502 503 504".split(" "));

/** Finds the variable parts of a line, in order, none within another. Takes any text without line breaks. */
export function findVariableParts(line: string): VariablePart[] {
  const parts: VariablePart[] = [];
  const taken = new Uint8Array(line.length);
  for (const { kind, pattern, keep } of rules) {
    for (const found of line.matchAll(pattern)) {
      const start = found.index;
      const end = start + found[0].length;
      if (taken.subarray(start, end).includes(1)) continue;
      if (kind === "number" && tellingNumbers.has(found[0])) continue;
      parts.push({ start, end, kind, keeps: keep ? keep(found) : "" });
      taken.fill(1, start, end);
    }
  }
  return parts.sort((a, b) => a.start - b.start);
}

/** The line without its variable parts: what remains is the same in every cluster. */
export function dropVariableParts(line: string): string {
  let text = "";
  let at = 0;
  for (const { start, end, keeps } of findVariableParts(line)) {
    text += `${line.slice(at, start)} ${keeps} `;
    at = end;
  }
  return (text + line.slice(at)).replaceAll(/\s+/g, " ").trim();
}
