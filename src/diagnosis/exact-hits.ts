import type { RankedStory } from "./rank-stories.ts";
import type { Ranker } from "./ranker.ts";
import type { ReadLine } from "./read-lines.ts";
import { fixedText, type OwnedSignature, type SignatureIndex, signaturesOf } from "./signature-index.ts";
import { exactBonus } from "./weights.ts";
import { wordsOf } from "./words.ts";

/** A line that carries a signature. */
export interface ExactHit {
  line: ReadLine;
  signature: OwnedSignature;
}

/**
 * The signatures that lines carry, by story. A terminal may have broken a line in two, so each line is also tried together with
 * the next.
 */
export function exactHits(lines: readonly ReadLine[], signatures: SignatureIndex): Map<string, ExactHit[]> {
  const hits = new Map<string, ExactHit[]>();
  const add = (line: ReadLine, text: string) => {
    for (const signature of signaturesOf(signatures, text)) {
      const own = hits.get(signature.story) ?? [];
      if (!own.some((hit) => hit.signature.template === signature.template)) own.push({ line, signature });
      hits.set(signature.story, own);
    }
  };
  for (const line of lines) add(line, line.clean);
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next && next.line === line.line + 1) add(line, `${line.clean} ${next.clean.trimStart()}`);
  }
  return hits;
}

/** Raises the stories whose signatures were found, by how much their fixed words tell. */
export function addExact(
  ranked: readonly RankedStory[],
  exact: ReadonlyMap<string, readonly ExactHit[]>,
  { index, words }: Ranker,
): RankedStory[] {
  if (exact.size === 0) return [...ranked];
  const stories = new Map(ranked.map((entry) => [entry.story, entry]));
  for (const [id, hits] of exact) {
    const story = index.stories.indexOf(id);
    if (story === -1) continue;
    const entry = stories.get(story) ?? { story, score: 0, lines: [], phrase: undefined };
    const worths = hits.map(({ signature }) =>
      wordsOf(fixedText(signature.template)).reduce(
        (sum, { term }) => sum + (words.get(term)?.worth ?? 0),
        0,
      ),
    );
    const bonus = Math.min(exactBonus.most, exactBonus.least + exactBonus.perWorth * Math.max(...worths));
    stories.set(story, { ...entry, score: entry.score + bonus + hits.length - 1 });
  }
  return [...stories.values()].sort((a, b) => b.score - a.score || a.story - b.story);
}
