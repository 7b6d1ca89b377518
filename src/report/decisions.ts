import { visibleText } from "./visible-text.ts";

/** What one policy decided of one object. */
export interface ReportedDecision {
  file: string;
  line: number;
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
  /** Name of the ValidatingAdmissionPolicy. */
  policy: string;
  decision: "admit" | "deny" | "not-matched" | "error";
  /** The policy's words where it refuses, the reason where it cannot decide. */
  message?: string;
}

/** Decisions as one JSON document, `version: 1`; fields are only ever added. */
export function decisionsJson(results: readonly ReportedDecision[]): string {
  return JSON.stringify({ version: 1, results }, null, 2);
}

/** Decisions for people, one a line, with their number by kind at the end. */
export function decisionsText(results: readonly ReportedDecision[]): string {
  const lines = results.map(({ file, line, kind, namespace, name, policy, decision, message }) => {
    const object = `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
    const why = message === undefined ? "" : `: ${message}`;
    return visibleText(
      `${file}:${line}: ${decision}: ${object}, policy ${policy}${why}`.replace(/\s*\n\s*/g, " "),
    );
  });
  const count = (decision: ReportedDecision["decision"]) =>
    results.filter((result) => result.decision === decision).length;
  return [
    ...lines,
    "",
    `${count("deny")} denied, ${count("admit")} admitted, ${count("not-matched")} not matched, ${count("error")} not decided.`,
  ].join("\n");
}
