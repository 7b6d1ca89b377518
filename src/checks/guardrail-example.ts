import { type ManifestObject, parseManifests } from "../kube/parse-manifests.ts";
import type { LoadedText } from "../story/library.ts";
import { splitDocuments } from "../yaml/split-documents.ts";
import { type CompiledGuardrail, isParam, judge } from "./compile-guardrails.ts";
import { objectName } from "./manifest-pair.ts";

/** What a policy said to an object it refuses. */
export interface Refusal {
  /** Name of the policy. */
  policy: string;
  /** Name of the binding under which it was evaluated. */
  binding: string;
  /** Index of the validation in the policy. */
  validation: number;
  message: string;
}

/** An object of an example, as the guardrail judged it beside the others that are shown. */
export interface JudgedObject {
  /** Kind/name. */
  object: string;
  /** Each message once; empty where the object is admitted. */
  refusals: Refusal[];
}

/** A part of fail.yaml or pass.yaml that shows what the file is about, and what is left of the file. */
export interface GuardrailExample {
  /** One document, or as many as the judged object needs beside it. */
  text: string;
  /** The objects of `text` that were refused, or admitted; others are there for them to be judged with. */
  judged: JudgedObject[];
  /** All other documents; empty where there are none. */
  rest: string;
  /** How many objects of the rest were refused, or let pass. */
  more: number;
}

/**
 * Takes from fail.yaml the first object that the guardrail refuses, or from pass.yaml the first that it looks at and
 * admits, with those documents before or after it without which it would decide otherwise. Undefined where there is none.
 */
export function guardrailExample(
  guardrail: CompiledGuardrail,
  { file, text }: LoadedText,
  wanted: "deny" | "admit",
): GuardrailExample | undefined {
  const documents = splitDocuments(text).map(({ start, end }) => withoutMarkers(text.slice(start, end)));
  const { objects } = parseManifests(text, { file });
  const among = (indexes: ReadonlySet<number>) =>
    objects.filter(({ document }) => indexes.has(document.index));
  const decides = (indexes: ReadonlySet<number>) =>
    among(indexes).some((object) => judge(guardrail, object, among(indexes)).decision === wanted);
  const upTo = (last: number) => new Set(documents.slice(0, last + 1).keys());
  const last = documents.findIndex((_, index) => decides(upTo(index)));
  if (last === -1) return undefined;
  const shown = upTo(last);
  // The last document decided it, so it stays.
  for (let index = last - 1; index >= 0; index--) {
    shown.delete(index);
    if (!decides(shown)) shown.add(index);
  }
  const joined = (kept: boolean) => documents.filter((_, index) => shown.has(index) === kept).join("\n---\n");
  const others = objects.filter(({ document }) => !shown.has(document.index));
  return {
    text: joined(true),
    judged: judgedObjects(guardrail, among(shown), wanted),
    rest: joined(false),
    more: others.filter((object) => isOneMore(guardrail, object, objects, wanted)).length,
  };
}

function judgedObjects(
  guardrail: CompiledGuardrail,
  objects: readonly ManifestObject[],
  wanted: "deny" | "admit",
): JudgedObject[] {
  return objects.flatMap((object) => {
    const { decision, failures } = judge(guardrail, object, objects);
    if (decision !== wanted) return [];
    const byMessage = new Map(failures.map((failure) => [failure.message, failure]));
    const refusals = [...byMessage.values()].map(({ binding = "", index, message }) => ({
      policy: policyOf(guardrail, binding),
      binding,
      validation: index,
      message,
    }));
    return [{ object: objectName(object), refusals }];
  });
}

/** An object of pass.yaml that no policy looks at is let pass as well, unless it is there for the others to be judged with. */
function isOneMore(
  guardrail: CompiledGuardrail,
  object: ManifestObject,
  objects: readonly ManifestObject[],
  wanted: "deny" | "admit",
): boolean {
  const { decision } = judge(guardrail, object, objects);
  if (decision === wanted) return true;
  const lends = isParam(guardrail, object) || (object.group === "" && object.kind === "Namespace");
  return wanted === "admit" && decision === "not-matched" && !lends;
}

function policyOf({ policies }: CompiledGuardrail, binding: string): string {
  return policies.find(({ bindings }) => bindings.some(({ name }) => name === binding))?.name ?? binding;
}

function withoutMarkers(text: string): string {
  return text.replace(/^---[ \t]*\r?\n/, "").trimEnd();
}
