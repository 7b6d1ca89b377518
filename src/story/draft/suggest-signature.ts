import { signatureSchema } from "../../diagnosis/schema.ts";

/** What varies from one cluster to the next, most telling form first, with the variable that stands for it. */
const varying: readonly (readonly [RegExp, string])[] = [
  [/\{[^{}]*\}/g, "{part:text}"],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, "{uid:name}"],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, "{time:name}"],
  [/\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g, "{address}"],
  // A Deployment's pod: its name, the hash of its template, five characters of its own.
  [/\b[a-z0-9](?:[a-z0-9-]*[a-z0-9])?-[a-z0-9]{6,10}-[a-z0-9]{5}(?![a-z0-9-])/g, "{pod:name}"],
  [/\b[0-9a-f]{12,64}\b/g, "{hash:name}"],
  [/\b(?:\d+(?:\.\d+)?(?:ms|us|h|m|s))+\b/g, "{duration}"],
  [/(?<![\w.{])\d+(?![\w.])/g, "{count}"],
];

/**
 * A signature to start from: the line with what varies taken out. Undefined where too little would remain to recognise
 * anything. Takes one line as it was printed.
 */
export function suggestSignature(line: string): string | undefined {
  let template = line.trim();
  for (const [form, variable] of varying) template = template.replace(form, variable);
  return signatureSchema.safeParse(template).success ? template : undefined;
}
