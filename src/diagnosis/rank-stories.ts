import { everydayWords } from "./everyday-words.ts";
import { lineWeights } from "./line-kind.ts";
import type { ReadLine } from "./read-lines.ts";
import type { StoryIndex } from "./story-index.ts";
import {
  everydayWeight,
  familyWeight,
  leastShare,
  lineDecay,
  mostPhraseWorth,
  mostRarity,
  phraseWeight,
  unknownWeight,
  wordsPerLine,
} from "./weights.ts";

/** A line that speaks for a story. */
export interface RankedLine {
  line: ReadLine;
  score: number;
  /** The words by which it does, most telling first. */
  words: readonly string[];
  /** Share of what the line says, by worth, that the story has seen too. */
  share: number;
  /** Worth of the words found in what people saw. */
  seenWorth: number;
}

/** A known line of a story that a pasted line holds most of. */
export interface PhraseHit {
  line: ReadLine;
  /** Share of the known line, by worth. */
  share: number;
  /** Worth of the whole known line. */
  worth: number;
  /** Number of its words that are found and are not everyday ones. */
  telling: number;
}

/** How a text fits a story, before signatures and judgement. */
export interface RankedStory {
  story: number;
  score: number;
  lines: readonly RankedLine[];
  phrase: PhraseHit | undefined;
  /** Ids of families that text and story share, with the worth of the story in each. */
  families: readonly { id: string; worth: number }[];
}

/** What ranking needs at hand; made once for an index. */
export interface Ranker {
  index: StoryIndex;
  worthOf: ReadonlyMap<string, number>;
  familyWorthOf: ReadonlyMap<string, number>;
  phrasesByWord: ReadonlyMap<string, readonly number[]>;
  phraseWorths: readonly number[];
}

/** Makes an index ready for ranking. */
export function makeRanker(index: StoryIndex): Ranker {
  const total = index.stories.length;
  const keys = Object.keys(index.words);
  const worthOf = new Map(
    keys.map((word) => [
      word,
      rarity((index.words[word]?.length ?? 0) / 2, total) * (everydayWords.has(word) ? everydayWeight : 1),
    ]),
  );
  const phrasesByWord = new Map<string, number[]>();
  const phraseWorths: number[] = [];
  for (const [number, [, ...places]] of index.phrases.entries()) {
    let worth = 0;
    for (const place of places) {
      const word = keys[place];
      if (word === undefined) continue;
      worth += worthOf.get(word) ?? 0;
      const list = phrasesByWord.get(word);
      if (list) list.push(number);
      else phrasesByWord.set(word, [number]);
    }
    phraseWorths.push(worth);
  }
  const familyWorthOf = new Map(
    Object.entries(index.families).map(([id, list]) => [id, rarity(list.length / 2, total)]),
  );
  return { index, worthOf, familyWorthOf, phrasesByWord, phraseWorths };
}

/** Ranks all stories that share anything telling with the lines, best first. */
export function rankStories(ranker: Ranker, lines: readonly ReadLine[]): RankedStory[] {
  const stories = new Map<number, { lines: RankedLine[]; phrase?: PhraseHit }>();
  const of = (story: number) => {
    const known = stories.get(story);
    if (known) return known;
    const made: { lines: RankedLine[]; phrase?: PhraseHit } = { lines: [] };
    stories.set(story, made);
    return made;
  };
  for (const line of lines) {
    if (lineWeights[line.kind] === 0) continue;
    for (const [story, ranked] of rankLine(ranker, line)) of(story).lines.push(ranked);
    for (const [story, hit] of phrasesIn(ranker, line)) {
      const known = of(story);
      if (!known.phrase || phraseScore(hit) > phraseScore(known.phrase)) known.phrase = hit;
    }
  }
  return [...stories]
    .map(([story, found]): RankedStory => {
      const sorted = found.lines.sort((a, b) => b.score - a.score);
      const said = sorted.reduce((sum, { score }, place) => sum + score * lineDecay ** place, 0);
      const known = found.phrase ? phraseWeight * phraseScore(found.phrase) : 0;
      return {
        story,
        score: said + known,
        lines: sorted.slice(0, 5),
        phrase: found.phrase,
        families: sharedFamilies(ranker, story, lines),
      };
    })
    .sort((a, b) => b.score - a.score || a.story - b.story);
}

/** What a line says for each story, by its words and its families. */
function rankLine(ranker: Ranker, line: ReadLine): Map<number, RankedLine> {
  const { index, worthOf, familyWorthOf } = ranker;
  const sums = new Map<number, { score: number; seen: number; words: [string, number][] }>();
  let all = 0;
  const add = (list: readonly number[], worth: number, word: string) => {
    for (let at = 0; at < list.length; at += 2) {
      const story = list[at] ?? 0;
      const value = list[at + 1] ?? 0;
      const score = (worth * (value >> 1)) / 127;
      const sum = sums.get(story) ?? { score: 0, seen: 0, words: [] };
      sum.score += score;
      if ((value & 1) === 1) sum.seen += worth;
      if (word !== "") sum.words.push([word, score]);
      sums.set(story, sum);
    }
  };
  let unknown = 0;
  for (const [word, { plain, weight }] of line.words) {
    const known = worthOf.get(word);
    if (known === undefined) {
      if (plain && !everydayWords.has(word)) unknown++;
      continue;
    }
    const worth = known * weight;
    all += worth;
    add(index.words[word] ?? [], worth, word);
  }
  // A word of ordinary language that no story holds speaks against all of them.
  all += unknown * mostRarity * unknownWeight;
  for (const { id } of line.families)
    add(index.families[id] ?? [], (familyWorthOf.get(id) ?? 0) * familyWeight, "");
  const weight = lineWeights[line.kind] / Math.sqrt(Math.max(1, line.words.size / wordsPerLine));
  return new Map(
    [...sums].map(([story, { score, seen, words }]) => [
      story,
      {
        line,
        score: score * weight,
        share: all === 0 ? 0 : Math.min(1, seen / all),
        seenWorth: seen,
        words: words
          .sort((a, b) => b[1] - a[1])
          .slice(0, 6)
          .map(([word]) => word),
      },
    ]),
  );
}

/** The best known line of each story that a pasted line holds most of. */
function phrasesIn(
  { index, worthOf, phrasesByWord, phraseWorths }: Ranker,
  line: ReadLine,
): Map<number, PhraseHit> {
  const found = new Map<number, { worth: number; telling: number }>();
  for (const word of line.words.keys()) {
    const everyday = everydayWords.has(word);
    const worth = worthOf.get(word) ?? 0;
    for (const number of phrasesByWord.get(word) ?? []) {
      const sum = found.get(number) ?? { worth: 0, telling: 0 };
      sum.worth += worth;
      if (!everyday) sum.telling++;
      found.set(number, sum);
    }
  }
  const best = new Map<number, PhraseHit>();
  for (const [number, { worth, telling }] of found) {
    const whole = phraseWorths[number] ?? 0;
    const share = whole === 0 ? 0 : worth / whole;
    if (share < leastShare || telling < 2) continue;
    const story = index.phrases[number]?.[0] ?? 0;
    const hit = { line, share, worth: whole, telling };
    const before = best.get(story);
    if (!before || phraseScore(hit) > phraseScore(before)) best.set(story, hit);
  }
  return best;
}

/** What a known line is worth, as far as a pasted line holds it. */
export function phraseScore({ share, worth }: PhraseHit): number {
  return share * share * Math.min(worth, mostPhraseWorth);
}

function sharedFamilies(
  { index }: Ranker,
  story: number,
  lines: readonly ReadLine[],
): RankedStory["families"] {
  const ids = new Set(lines.flatMap(({ families }) => families.map(({ id }) => id)));
  return [...ids].flatMap((id) => {
    const list = index.families[id] ?? [];
    for (let at = 0; at < list.length; at += 2)
      if (list[at] === story) return [{ id, worth: ((list[at + 1] ?? 0) >> 1) / 127 }];
    return [];
  });
}

/**
 * Worth of a word that so many of all stories hold: the inverse document frequency of BM25, on a scale on which a word of
 * one story is always worth the same, so that what is called likely does not depend on the size of a library.
 */
function rarity(stories: number, total: number): number {
  const plain = (count: number) => Math.log(1 + (total - count + 0.5) / (count + 0.5));
  return total < 2 ? mostRarity : (mostRarity * plain(stories)) / plain(1);
}
