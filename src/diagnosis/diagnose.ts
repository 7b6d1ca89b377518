import { addExact, type ExactHit, exactHits } from "./exact-hits.ts";
import type { Family } from "./families/family.ts";
import { type Confidence, judge } from "./judge.ts";
import { type RankedStory, rankStories, saysSomething, tellingWords } from "./rank-stories.ts";
import { makeRanker, type Ranker } from "./ranker.ts";
import { type ReadLine, readLines } from "./read-lines.ts";
import { makeSignatureIndex } from "./signature-index.ts";
import type { KnownStory, StoryIndex } from "./story-index.ts";

/** A pasted line that speaks for a story. */
export interface MatchedLine {
  /** Its place in the text, from 1. */
  line: number;
  text: string;
  /** The story's signature it carries, where it carries one. */
  signature?: string;
  /** The words by which it speaks for the story, where it carries no signature. */
  words: readonly string[];
}

/** A story that a text resembles. */
export interface Match {
  story: string;
  title: string;
  summary: string;
  /** From 0 to 1; comparable within one diagnosis. */
  score: number;
  confidence: Confidence;
  /** Why, in one sentence. */
  why: string;
  /** The lines that speak for it, most telling first. */
  lines: readonly MatchedLine[];
  /** What would mean that it is not this story, to tell it from its neighbours. */
  rulesOut: readonly { observed: string; command?: string; rulesOut: string }[];
}

/** What pasted text comes to. */
export interface Diagnosis {
  /** Best first. */
  matches: readonly Match[];
  /** The families of errors in the text, most frequent first: where to look when no story fits. */
  families: readonly Family[];
  /** Whether a story is named as exact or likely. */
  sure: boolean;
  /** Lines read, empty ones and repetitions apart. */
  lines: number;
}

/** Holds text against the stories. */
export type Diagnoser = (text: string, options?: { limit?: number }) => Diagnosis;

/** Most lines shown for a story, and most words of each. */
const mostLines = 3;
const mostWords = 6;
/** A line is shown if it speaks for the story this much of what the best line does. */
const leastOfBestLine = 0.4;

/** Score at which a match is as good as it looks; above it differences count less and less. */
const halfScore = 12;

/** Stories below this share of the best one's score are not named. */
const leastOfBest = 0.2;

/**
 * Makes a diagnoser from the index of stories and what is known of each. Holding text against it is pure: the same text
 * gives the same answer in the browser and in the terminal, and nothing leaves the machine.
 */
export function makeDiagnoser(index: StoryIndex, stories: readonly KnownStory[]): Diagnoser {
  const ranker = makeRanker(index);
  const known = new Map(stories.map((story) => [story.id, story]));
  const signatures = makeSignatureIndex(
    stories.flatMap(({ id, signatures: own }) => own.map((signature) => ({ ...signature, story: id }))),
  );
  return (text, { limit = 5 } = {}) => {
    const lines = readLines(text);
    const exact = exactHits(lines, signatures);
    const ranked = addExact(rankStories(ranker, lines), exact, ranker);
    const [first] = ranked;
    const near = ranked.filter((entry) => entry.score >= (first?.score ?? 0) * leastOfBest);
    // Where there are only everyday words, they have to do.
    const telling = near.filter(
      ({ story, phrase, lines: own }) =>
        phrase || own.length === 0 || own.some(({ line }) => saysSomething(ranker, story, line)),
    );
    const worthNaming = telling.length > 0 ? telling : near;
    const matches = worthNaming.slice(0, limit).flatMap((entry): Match[] => {
      const story = known.get(index.stories[entry.story] ?? "");
      if (!story) return [];
      const hits = exact.get(story.id) ?? [];
      const { confidence, why } = judge(entry, hits.length > 0, first?.score ?? 0);
      return [
        {
          story: story.id,
          title: story.title,
          summary: story.summary,
          score: Math.round((entry.score / (entry.score + halfScore)) * 1000) / 1000,
          confidence,
          why,
          lines: matchedLines(ranker, entry, hits),
          rulesOut: story.rulesOut.slice(0, 2),
        },
      ];
    });
    return {
      matches,
      families: mostFrequent(lines),
      sure: matches.some(({ confidence }) => confidence !== "weak"),
      lines: lines.length,
    };
  };
}

function matchedLines(
  ranker: Ranker,
  { story, lines, phrase }: RankedStory,
  hits: readonly ExactHit[],
): MatchedLine[] {
  const shown = new Map<number, MatchedLine>();
  for (const { line, signature } of hits)
    if (!shown.has(line.line))
      shown.set(line.line, {
        line: line.line,
        text: line.text.trim(),
        signature: signature.template,
        words: [],
      });
  const least = (lines[0]?.score ?? 0) * leastOfBestLine;
  const ordered = phrase ? [...lines.filter(({ line }) => line === phrase.line), ...lines] : lines;
  for (const { line, score } of ordered) {
    if (shown.size >= mostLines) break;
    if (shown.has(line.line) || score < least) continue;
    const words = tellingWords(ranker, story, line).slice(0, mostWords);
    if (words.length > 0) shown.set(line.line, { line: line.line, text: line.text.trim(), words });
  }
  return [...shown.values()];
}

function mostFrequent(lines: readonly ReadLine[]): Family[] {
  const counts = new Map<Family, number>();
  for (const { families, kind } of lines)
    for (const family of families)
      counts.set(family, (counts.get(family) ?? 0) + (kind === "failure" ? 2 : 1));
  return [...counts].sort((a, b) => b[1] - a[1]).map(([family]) => family);
}
