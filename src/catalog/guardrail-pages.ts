import type { CompiledGuardrail } from "../checks/compile-guardrails.ts";
import { type GuardrailExample, guardrailExample } from "../checks/guardrail-example.ts";
import { withoutAddress } from "../guardrail/without-address.ts";
import { compiledGuardrails } from "./compiled-guardrails.ts";
import { type GuardrailScope, guardrailScope } from "./guardrail-scope.ts";
import { type GuardrailView, listAddressedGuardrails } from "./guardrails.ts";
import { inRepository, type TermView, term, vocabulary } from "./library.ts";
import { messageParts } from "./message-parts.ts";

/** A guardrail with what a reader wants to know of it before adopting it. */
export interface GuardrailPage extends GuardrailView {
  /** What it refuses, in a sentence: the beginning of its first message. */
  title: string;
  /** What the first message says besides: what comes of it and what to do. */
  advice: string;
  /** The comment at the top of the policy, by paragraph; empty where there is none. */
  about: string[];
  /** Every message it may refuse an object with, without the story's address. */
  reasons: string[];
  /** Which requests each of its policies judges. */
  scopes: GuardrailScope[];
  /** Names of its bindings. */
  bindings: string[];
  /** Path of its folder in the repository. */
  folder: string;
}

export type { GuardrailExample };

/** What a guardrail refused and admitted in this build. */
export interface GuardrailExamples {
  /** From fail.yaml. */
  refused: GuardrailExample | undefined;
  /** From pass.yaml. */
  admitted: GuardrailExample | undefined;
}

let listed: Promise<GuardrailPage[]> | undefined;

/** The guardrails of published stories by id, each with what its page says. */
export async function listGuardrailPages(): Promise<GuardrailPage[]> {
  return (await listAddressedGuardrailPages()).filter(({ stories }) => stories.length > 0);
}

/** All guardrails that have a page, by id: put together once a build, and anew in development. */
export function listAddressedGuardrailPages(): Promise<GuardrailPage[]> {
  if (import.meta.env.DEV) return describeGuardrails();
  listed ??= describeGuardrails();
  return listed;
}

async function describeGuardrails(): Promise<GuardrailPage[]> {
  const compiled = compiledGuardrails();
  return (await listAddressedGuardrails()).map((view) => {
    const guardrail = compiled.get(view.id);
    const reasons = guardrail ? reasonsOf(guardrail) : [];
    const { title, rest } = messageParts(reasons[0] ?? view.id);
    const policies = guardrail?.policies ?? [];
    return {
      ...view,
      title,
      advice: rest,
      about: commentAtTop(view.policy),
      reasons: reasons.map((reason) => withoutAddress(reason)),
      scopes: policies.map((policy) => guardrailScope(policy)),
      bindings: policies.flatMap(({ bindings }) => bindings.map(({ name }) => name)),
      folder: inRepository(`guardrails/${view.id}`),
    };
  });
}

/** The published guardrails by the category of the first story behind each, in the vocabulary's order. */
export async function groupGuardrailPages(): Promise<{ category: TermView; guardrails: GuardrailPage[] }[]> {
  const pages = await listGuardrailPages();
  return Object.keys(vocabulary().categories)
    .map((id) => ({
      category: term("categories", id),
      guardrails: pages.filter(({ stories: [story] }) => story?.category.id === id),
    }))
    .filter(({ guardrails }) => guardrails.length > 0);
}

/** Judges the cases of a guardrail; what comes out is shown as it came. */
export function guardrailExamples(id: string): GuardrailExamples {
  const guardrail = compiledGuardrails().get(id);
  return {
    refused: guardrail && exampleOf(guardrail, "fail", "deny"),
    admitted: guardrail && exampleOf(guardrail, "pass", "admit"),
  };
}

function exampleOf(guardrail: CompiledGuardrail, file: "fail" | "pass", wanted: "deny" | "admit") {
  const cases = guardrail.folder[file];
  return cases?.readable ? guardrailExample(guardrail, cases, wanted) : undefined;
}

/** A message as written; where there is only a messageExpression, what that says of the first object of fail.yaml. */
function reasonsOf(guardrail: CompiledGuardrail): string[] {
  return guardrail.policies.flatMap(({ name, validations }) =>
    validations.map(({ message, source }, index) => {
      if (message.trim() !== "") return message;
      const said = exampleOf(guardrail, "fail", "deny")?.judged.flatMap(({ refusals }) => refusals) ?? [];
      const here = said.find(({ policy, validation }) => policy === name && validation === index);
      return here?.message ?? `failed expression: ${source.trim()}`;
    }),
  );
}

function commentAtTop(policy: string): string[] {
  const [comment = ""] = /^(?:#.*\r?\n)+/.exec(policy) ?? [];
  return comment
    .replace(/^#\s*yaml-language-server:.*$/m, "")
    .replace(/^# ?/gm, "")
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}
