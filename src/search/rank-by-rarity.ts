import type { EngineResult } from "./engine.ts";

/**
 * Merges searches for single words: a page earns more for a word the fewer pages hold it, so that one rare word outweighs
 * several common ones. Within a word the engine's own score breaks ties. Takes the results of each word; gives every
 * page once, best first.
 */
export function rankByRarity(perWord: readonly (readonly EngineResult[])[]): EngineResult[] {
  const pages = new Map<string, { result: EngineResult; score: number }>();
  const total = new Set(perWord.flatMap((results) => results.map((result) => result.id))).size;
  for (const results of perWord) {
    const best = Math.max(...results.map((result) => result.score), Number.MIN_VALUE);
    const rarity = Math.log(1 + total / Math.max(results.length, 1));
    for (const result of results) {
      const earned = rarity * (1 + (0.5 * result.score) / best);
      const page = pages.get(result.id);
      if (page) page.score += earned;
      else pages.set(result.id, { result, score: earned });
    }
  }
  return [...pages.values()].sort((a, b) => b.score - a.score).map((page) => page.result);
}
