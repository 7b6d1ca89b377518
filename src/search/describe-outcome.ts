import type { SearchOutcome } from "./run-search.ts";

/** What a search came to, as far as it is told to the reader. */
export interface ShownOutcome {
  query: string;
  how: SearchOutcome["how"];
  tried: string;
  /** Number of stories whose own message the query carries. */
  exact: number;
  /** Number of stories that hold the words. */
  found: number;
  /** How many of them the chosen facets leave. */
  shown: number;
}

/** Says in one sentence what a search found and what it took; read out to those who cannot see the list. */
export function describeOutcome({ query, how, tried, exact, found, shown }: ShownOutcome): string {
  if (query === "") return `${stories(shown)}.`;
  const name = `“${shorten(query)}”`;
  if (how === "none") return `No story holds ${name}, nor any of its words.`;
  const kept = shown === found ? stories(found) : `${shown} of ${stories(found)}`;
  const narrowed = shown === 0 ? ", none with what you chose" : "";
  if (exact > 0)
    return `${kept} for ${name}, ${exact === 1 ? "the first known" : `the first ${exact} known`} by this very message${narrowed}.`;
  if (how === "typed") return `${kept} for ${name}${narrowed}.`;
  if (how === "steady")
    return `${kept} for “${shorten(tried)}”, leaving out numbers and names that differ between clusters${narrowed}.`;
  return `No story holds all of ${name}. ${kept} with some of its words, the rarest first: ${shorten(tried)}${narrowed}.`;
}

function stories(count: number): string {
  return count === 1 ? "1 story" : `${count} stories`;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
}
