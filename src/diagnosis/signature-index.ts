import { type CompiledSignature, compileSignature, matchSignature } from "./match-signature.ts";

/** A signature of a story. */
export interface SignatureEntry {
  template: string;
  /** The read-only command that shows it. */
  command?: string;
  /** What would mean that it is not this story. */
  rulesOut?: string;
}

/** A signature with the story it belongs to. */
export interface OwnedSignature extends SignatureEntry {
  story: string;
}

interface Compiled extends OwnedSignature {
  compiled: CompiledSignature;
  /** Fixed texts in lower case: a line without one of them cannot match. */
  fixed: readonly string[];
}

/** Signatures made ready to be held against many lines. */
export interface SignatureIndex {
  byAnchor: ReadonlyMap<string, readonly Compiled[]>;
  /** Those without a word to look for; held against every line. */
  rest: readonly Compiled[];
}

/** Makes signatures ready. Each is found by its longest fixed word, so that most of them never look at most lines. */
export function makeSignatureIndex(signatures: readonly OwnedSignature[]): SignatureIndex {
  const byAnchor = new Map<string, Compiled[]>();
  const rest: Compiled[] = [];
  for (const signature of signatures) {
    const anchor = anchorOf(signature.template);
    const compiled = compileSignature(signature.template);
    const fixed = compiled.parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
    const entry = { ...signature, compiled, fixed };
    if (anchor === "") rest.push(entry);
    else byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), entry]);
  }
  return { byAnchor, rest };
}

/** The signatures a line carries. Takes a cleaned line. */
export function signaturesOf(index: SignatureIndex, line: string): OwnedSignature[] {
  const text = line.toLowerCase();
  const found: OwnedSignature[] = [];
  const look = (candidates: readonly Compiled[]) => {
    for (const { compiled, fixed, ...signature } of candidates)
      if (fixed.every((part) => text.includes(part)) && matchSignature(compiled, line)) found.push(signature);
  };
  for (const word of new Set(text.match(/[a-z0-9]+/g))) {
    const candidates = index.byAnchor.get(word);
    if (candidates) look(candidates);
  }
  look(index.rest);
  return found;
}

/** The parts of a template that are no plain text: doubled braces, which stand for one, and variables. */
const brace = /\{\{|\}\}|\{[a-z][A-Za-z0-9]*(?::[a-z]+)?\}/g;

/** The longest run of letters and digits in the fixed text that neither a variable nor an end of the template can cut. */
function anchorOf(template: string): string {
  const variable = "\u0001";
  const fixed = template.replaceAll(brace, (part) => (part.length === 2 ? " " : variable));
  return [...fixed.matchAll(/[A-Za-z0-9]+/g)]
    .filter((found) => {
      const before = fixed[found.index - 1];
      const after = fixed[found.index + found[0].length];
      return before !== undefined && before !== variable && after !== undefined && after !== variable;
    })
    .map((found) => found[0].toLowerCase())
    .reduce((best, word) => (word.length > best.length ? word : best), "");
}

/** The signature's fixed text: its words without the variables. */
export function fixedText(template: string): string {
  return template.replaceAll(brace, (part) => (part === "{{" ? "{" : part === "}}" ? "}" : " "));
}
