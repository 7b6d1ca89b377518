import { cleanLine } from "../diagnosis/clean-line.ts";
import { everydayWords } from "../diagnosis/everyday-words.ts";
import { lineKind, lineWeights } from "../diagnosis/line-kind.ts";
import { lineWords } from "../diagnosis/line-words.ts";
import { dropVariableParts } from "../diagnosis/variable-parts.ts";
import { wordsOf } from "../diagnosis/words.ts";

/** A word of a query. */
export interface QueryWord {
  /** In the form of the index. */
  term: string;
  /** As typed. */
  text: string;
  /** How much it counts: a part of a compound less than the whole, an everyday word less than a telling one. */
  weight: number;
}

/** Most lines of a query that are looked at. */
const mostLines = 200;
/** Most words of a pasted text that are looked up. */
const mostWords = 24;

/**
 * The words of a query as typed. Of a compound (CrashLoopBackOff, node-role.kubernetes.io/master) the parts stand for the whole, so
 * that it is found however a page writes it.
 */
export function typedWords(query: string): QueryWord[] {
  const words = new Map<string, QueryWord>();
  for (const chunk of cleanLine(query.replaceAll(/\s+/g, " ")).split(" ")) {
    const own = wordsOf(chunk);
    const parts = own.filter(({ part }) => part);
    for (const { term, text } of parts.length > 0 ? parts : own) words.set(term, { term, text, weight: 1 });
  }
  return [...words.values()];
}

/** The words of a query once the parts that differ from cluster to cluster are set aside, those that tell most first. */
export function steadyWords(query: string): QueryWord[] {
  const words = new Map<string, QueryWord>();
  for (const line of query.split(/\r\n|\n|\r/, mostLines).map(cleanLine)) {
    const lineWeight = lineWeights[lineKind(line)];
    if (lineWeight === 0) continue;
    for (const [term, { text, weight }] of lineWords(dropVariableParts(line))) {
      const worth = weight * lineWeight * (everydayWords.has(term) ? 0.25 : 1);
      if (worth > (words.get(term)?.weight ?? 0)) words.set(term, { term, text, weight: worth });
    }
  }
  return [...words.values()].sort((a, b) => b.weight - a.weight).slice(0, mostWords);
}

/** Whether a query is more than a few words: something pasted, in which a signature may stand. */
export function isPasted(query: string): boolean {
  return query.includes("\n") || query.trim().split(/\s+/).length > 3 || /[:"/=]/.test(query);
}
