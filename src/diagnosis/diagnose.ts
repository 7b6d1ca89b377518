import { everydayWords } from "./everyday-words.ts";
import type { Family } from "./families/family.ts";
import { type Confidence, judge } from "./judge.ts";
import { makeRanker, type RankedStory, type Ranker, rankStories } from "./rank-stories.ts";
import { type ReadLine, readLines } from "./read-lines.ts";
import {
  fixedText,
  makeSignatureIndex,
  type OwnedSignature,
  type SignatureIndex,
  signaturesOf,
} from "./signature-index.ts";
import type { KnownStory, StoryIndex } from "./story-index.ts";
import { exactBonus } from "./weights.ts";
import { wordsOf } from "./words.ts";

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
    const ranked = withExact(rankStories(ranker, lines), exact, ranker);
    const [first] = ranked;
    const worthNaming = ranked.filter(
      (entry) => entry.score >= (first?.score ?? 0) * leastOfBest && saysSomething(entry),
    );
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
          lines: matchedLines(entry, hits),
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

/** Whether more than everyday words speaks for a story. */
function saysSomething({ lines, phrase, families, score }: RankedStory): boolean {
  return (
    phrase !== undefined ||
    families.length > 0 ||
    lines.some(({ words }) => words.some((word) => !everydayWords.has(word))) ||
    (score > 0 && lines.length === 0)
  );
}

interface ExactHit {
  line: ReadLine;
  signature: OwnedSignature;
}

/** Signatures by story. A terminal may have broken a line in two, so each line is also tried together with the next. */
function exactHits(lines: readonly ReadLine[], signatures: SignatureIndex): Map<string, ExactHit[]> {
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

function withExact(
  ranked: readonly RankedStory[],
  exact: ReadonlyMap<string, readonly ExactHit[]>,
  { index, worthOf }: Ranker,
): RankedStory[] {
  const stories = new Map(ranked.map((entry) => [entry.story, entry]));
  for (const [id, hits] of exact) {
    const story = index.stories.indexOf(id);
    if (story === -1) continue;
    const entry = stories.get(story) ?? { story, score: 0, lines: [], phrase: undefined, families: [] };
    const worths = hits.map(({ signature }) =>
      wordsOf(fixedText(signature.template)).reduce((sum, { term }) => sum + (worthOf.get(term) ?? 0), 0),
    );
    const best = Math.max(...worths);
    stories.set(story, {
      ...entry,
      score: entry.score + Math.min(exactBonus, 6 + 1.5 * best) + hits.length - 1,
    });
  }
  return [...stories.values()].sort((a, b) => b.score - a.score || a.story - b.story);
}

function matchedLines({ lines, phrase }: RankedStory, hits: readonly ExactHit[]): MatchedLine[] {
  const shown = new Map<number, MatchedLine>();
  for (const { line, signature } of hits)
    if (!shown.has(line.line))
      shown.set(line.line, {
        line: line.line,
        text: line.text.trim(),
        signature: signature.template,
        words: [],
      });
  const [top] = lines;
  const ordered = phrase ? [...lines.filter(({ line }) => line === phrase.line), ...lines] : lines;
  for (const { line, score, words } of ordered) {
    if (shown.size >= 3) break;
    const telling = [
      ...new Set(
        words.filter((word) => !everydayWords.has(word)).map((word) => line.words.get(word)?.text ?? word),
      ),
    ];
    if (shown.has(line.line) || telling.length === 0 || score < (top?.score ?? 0) * 0.4) continue;
    shown.set(line.line, { line: line.line, text: line.text.trim(), words: telling });
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
