import type { Poll } from "./schema.ts";

/** Counted answers to one option. */
export interface TallyRow {
  option: string;
  count: number;
  /** Whole per cent of all counted answers; all rows together give 100. Left out below the minimum. */
  percent?: number;
}

/** What has been counted of a poll, ready to show. */
export interface Tally {
  /** Number of counted answers. */
  total: number;
  /** Day of the count, YYYY-MM-DD. */
  counted: string;
  /** How the answers were collected, in one sentence. */
  method: string;
  rows: TallyRow[];
}

/**
 * Sums up the counted answers of a poll. Gives nothing where nobody has been counted. Percentages appear from `minimum`
 * answers on, since a third of three answers says nothing; they are rounded by largest remainder, so that they add up.
 */
export function tally(poll: Poll, minimum: number): Tally | undefined {
  const { results } = poll;
  if (!results) return undefined;
  const total = results.counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const percents = total >= minimum ? wholePercents(results.counts, total) : undefined;
  return {
    total,
    counted: results.counted,
    method: results.method,
    rows: poll.options.map((option, index) => ({
      option,
      count: results.counts[index] ?? 0,
      ...(percents ? { percent: percents[index] ?? 0 } : {}),
    })),
  };
}

function wholePercents(counts: readonly number[], total: number): number[] {
  const shares = counts.map((count) => (100 * count) / total);
  const percents = shares.map(Math.floor);
  const missing = 100 - percents.reduce((sum, percent) => sum + percent, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) percents[index] = (percents[index] ?? 0) + 1;
  return percents;
}
