import type { ScanOutcome } from "./scan-messages.ts";

/** Says in a few words what came of a scan, and what a clean one does not mean. */
export function describeScan(outcome: ScanOutcome): string {
  const { findings, objects, skipped, undecided, guardrails, milliseconds } = outcome;
  const parts: string[] = [];
  if (objects === 0 && findings.length === 0) parts.push("There is no Kubernetes object in this.");
  else if (findings.length === 0) parts.push("Nothing found: none of the faults listed below is in this.");
  else parts.push(`${plural(findings.length, "finding")}.`);
  if (objects > 0) {
    const time = Math.max(1, Math.round(milliseconds));
    parts.push(`${plural(objects, "object")} held against ${plural(guardrails, "guardrail")} in ${time} ms.`);
  }
  if (undecided > 0) parts.push(`${plural(undecided, "object")} could not be judged by every guardrail.`);
  if (skipped === 1)
    parts.push("1 document was passed over: it is no Kubernetes object, or could not be read.");
  if (skipped > 1)
    parts.push(
      `${plural(skipped, "document")} were passed over: they are no Kubernetes objects, or could not be read.`,
    );
  return parts.join(" ");
}

function plural(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}
