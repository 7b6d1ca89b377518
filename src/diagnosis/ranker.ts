import { everydayWords } from "./everyday-words.ts";
import type { StoryIndex } from "./story-index.ts";
import { everydayWeight, mostRarity } from "./weights.ts";

/** A word or family: its worth by rarity, and the stories that have it. */
export interface Entry {
  worth: number;
  everyday: boolean;
  /** Pairs of story and weight, as in the index. */
  stories: readonly number[];
  /** Known lines that hold the word. */
  phrases: number[];
}

/** A line or search a story is known by. */
export interface Phrase {
  story: number;
  /** Worth of all its words. */
  worth: number;
}

/** An index made ready for ranking; made once. */
export interface Ranker {
  index: StoryIndex;
  words: ReadonlyMap<string, Entry>;
  families: ReadonlyMap<string, Entry>;
  phrases: readonly Phrase[];
}

/** In libraries of at least so many stories, a word that more than half of them hold is passed over. */
const few = 20;

/** Makes an index ready for ranking. */
export function makeRanker(index: StoryIndex): Ranker {
  const total = index.stories.length;
  const entries = (lists: StoryIndex["words"]) =>
    new Map(
      Object.entries(lists).map(([key, stories]): [string, Entry] => {
        const everyday = everydayWords.has(key);
        const worth = rarity(stories.length / 2, total) * (everyday ? everydayWeight : 1);
        const common = total >= few && stories.length / 2 > total * 0.75;
        return [key, { worth, everyday, stories: common ? [] : stories, phrases: [] }];
      }),
    );
  const words = entries(index.words);
  const places = [...words.values()];
  const phrases = index.phrases.map(([story = 0, ...held], number): Phrase => {
    let worth = 0;
    for (const place of held) {
      const entry = places[place];
      if (!entry) continue;
      worth += entry.worth;
      entry.phrases.push(number);
    }
    return { story, worth };
  });
  return { index, words, families: entries(index.families), phrases };
}

/**
 * Worth of a word that so many of all stories hold: the inverse document frequency of BM25, on a scale on which a word of
 * one story is always worth the same, so that what is called likely does not depend on the size of a library.
 */
function rarity(stories: number, total: number): number {
  const plain = (count: number) => Math.log(1 + (total - count + 0.5) / (count + 0.5));
  return total < 2 ? mostRarity : (mostRarity * plain(stories)) / plain(1);
}
