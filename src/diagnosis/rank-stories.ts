import { everydayWords } from "./everyday-words.ts";
import { lineWeights } from "./line-kind.ts";
import type { Ranker } from "./ranker.ts";
import type { ReadLine } from "./read-lines.ts";
import {
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
  /** Best first. */
  lines: readonly RankedLine[];
  phrase: PhraseHit | undefined;
}

/** Most lines that count for a story; what further ones would add is lost in the decay. */
const mostLines = 8;

/** Ranks all stories that share anything with the lines, best first. */
export function rankStories(ranker: Ranker, lines: readonly ReadLine[]): RankedStory[] {
  const total = ranker.index.stories.length;
  const best: (RankedLine[] | undefined)[] = new Array(total);
  // Score a further line must exceed to count for a story.
  const least = new Float64Array(total);
  const phrases = new Map<number, PhraseHit>();
  const scratch = new Scratch(total, ranker.phrases.length);
  for (const line of lines) {
    if (lineWeights[line.kind] === 0) continue;
    const all = rankLine(ranker, line, scratch);
    for (const story of scratch.stories) {
      const score = scratch.score[story] ?? 0;
      if (score <= (least[story] ?? 0)) continue;
      const seenWorth = scratch.seen[story] ?? 0;
      const ranked = { line, score, share: all === 0 ? 0 : Math.min(1, seenWorth / all), seenWorth };
      const own = best[story];
      if (!own) best[story] = [ranked];
      else {
        insert(own, ranked);
        if (own.length === mostLines) least[story] = own[mostLines - 1]?.score ?? 0;
      }
    }
    for (const hit of phrasesIn(ranker, line, scratch)) {
      const before = phrases.get(hit.story);
      if (!before || phraseScore(hit) > phraseScore(before)) phrases.set(hit.story, hit);
    }
    scratch.clear();
  }
  return best
    .flatMap((found, story): RankedStory[] => {
      if (!found) return [];
      const phrase = phrases.get(story);
      const said = found.reduce((sum, { score }, place) => sum + score * lineDecay ** place, 0);
      const known = phrase ? phraseWeight * phraseScore(phrase) : 0;
      return [{ story, score: said + known, lines: found, phrase }];
    })
    .sort((a, b) => b.score - a.score || a.story - b.story);
}

/** What a known line is worth, as far as a pasted line holds it. */
export function phraseScore({ share, worth }: PhraseHit): number {
  return share * share * Math.min(worth, mostPhraseWorth);
}

/** The words of a line by which it speaks for a story, most telling first; everyday ones only where there are no others. */
export function tellingWords({ words }: Ranker, story: number, line: ReadLine): string[] {
  const found: { text: string; worth: number; everyday: boolean }[] = [];
  for (const [word, { text, weight }] of line.words) {
    const entry = words.get(word);
    if (!entry) continue;
    const { everyday, stories } = entry;
    for (let at = 0; at < stories.length; at += 2)
      if (stories[at] === story)
        found.push({ text, everyday, worth: entry.worth * weight * ((stories[at + 1] ?? 0) >> 1) });
  }
  const rare = found.filter(({ everyday }) => !everyday);
  const shown = (rare.length > 0 ? rare : found).sort((a, b) => b.worth - a.worth).map(({ text }) => text);
  return [...new Set(shown)];
}

/** Whether more than everyday words of a line speaks for a story. */
export function saysSomething({ words, families }: Ranker, story: number, line: ReadLine): boolean {
  const holds = (stories: readonly number[] = []) =>
    stories.some((value, at) => at % 2 === 0 && value === story);
  return (
    line.families.some(({ id }) => holds(families.get(id)?.stories)) ||
    [...line.words.keys()].some((word) => !everydayWords.has(word) && holds(words.get(word)?.stories))
  );
}

/** Sums of one line, kept between lines so that nothing is made anew for each. */
class Scratch {
  readonly score: Float64Array;
  readonly seen: Float64Array;
  readonly stories: number[] = [];
  readonly phraseWorth: Float64Array;
  readonly phraseTelling: Uint16Array;
  readonly phrases: number[] = [];

  constructor(stories: number, phrases: number) {
    this.score = new Float64Array(stories);
    this.seen = new Float64Array(stories);
    this.phraseWorth = new Float64Array(phrases);
    this.phraseTelling = new Uint16Array(phrases);
  }

  clear(): void {
    for (const story of this.stories) {
      this.score[story] = 0;
      this.seen[story] = 0;
    }
    for (const phrase of this.phrases) {
      this.phraseWorth[phrase] = 0;
      this.phraseTelling[phrase] = 0;
    }
    this.stories.length = 0;
    this.phrases.length = 0;
  }
}

/** Adds up what a line says for each story, by its words and its families. Gives the worth of all it says. */
function rankLine({ words, families }: Ranker, line: ReadLine, scratch: Scratch): number {
  const { score, seen, stories } = scratch;
  const weight = lineWeights[line.kind] / Math.sqrt(Math.max(1, line.words.size / wordsPerLine));
  const add = (list: readonly number[], worth: number) => {
    for (let at = 0; at < list.length; at += 2) {
      const story = list[at] ?? 0;
      const value = list[at + 1] ?? 0;
      const before = score[story] ?? 0;
      if (before === 0) stories.push(story);
      score[story] = before + (worth * weight * (value >> 1)) / 127;
      if ((value & 1) === 1) seen[story] = (seen[story] ?? 0) + worth;
    }
  };
  let all = 0;
  for (const [word, { plain, weight: own }] of line.words) {
    const entry = words.get(word);
    if (entry) {
      const worth = entry.worth * own;
      all += worth;
      add(entry.stories, worth);
    } else if (plain && !everydayWords.has(word))
      // A word of ordinary language that no story holds speaks against all of them.
      all += mostRarity * unknownWeight;
  }
  for (const { id } of line.families) {
    const entry = families.get(id);
    if (entry) add(entry.stories, entry.worth * familyWeight);
  }
  return all;
}

/** The known lines that a pasted line holds most of. */
function phrasesIn(
  { words, phrases }: Ranker,
  line: ReadLine,
  scratch: Scratch,
): (PhraseHit & { story: number })[] {
  const { phraseWorth, phraseTelling, phrases: touched } = scratch;
  for (const word of line.words.keys()) {
    const entry = words.get(word);
    if (!entry) continue;
    for (const number of entry.phrases) {
      const before = phraseWorth[number] ?? 0;
      if (before === 0) touched.push(number);
      phraseWorth[number] = before + entry.worth;
      if (!entry.everyday) phraseTelling[number] = (phraseTelling[number] ?? 0) + 1;
    }
  }
  return touched.flatMap((number) => {
    const { story, worth } = phrases[number] ?? { story: 0, worth: 0 };
    const telling = phraseTelling[number] ?? 0;
    const share = worth === 0 ? 0 : (phraseWorth[number] ?? 0) / worth;
    return share < leastShare || telling < 2 ? [] : [{ story, line, share, worth, telling }];
  });
}

/** Puts a line in its place among a story's best. */
function insert(own: RankedLine[], ranked: RankedLine): void {
  let at = own.length;
  while (at > 0 && (own[at - 1]?.score ?? 0) < ranked.score) at--;
  own.splice(at, 0, ranked);
  if (own.length > mostLines) own.pop();
}
