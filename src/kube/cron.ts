const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const fields: { name: string; min: number; max: number; words: readonly string[] }[] = [
  { name: "minute", min: 0, max: 59, words: [] },
  { name: "hour", min: 0, max: 23, words: [] },
  { name: "day of month", min: 1, max: 31, words: [] },
  { name: "month", min: 1, max: 12, words: months },
  { name: "day of week", min: 0, max: 6, words: days },
];

/**
 * Says in half a sentence what is wrong with a cron schedule, or gives undefined where it is right.
 * Grammar: github.com/robfig/cron/v3, ParseStandard, which the API server uses: five fields, or a word such as @daily.
 */
export function scheduleProblem(schedule: string): string | undefined {
  if (/TZ=/.test(schedule)) return "names a time zone, which belongs in timeZone";
  const text = schedule.trim();
  if (text === "") return "is empty";
  if (text.startsWith("@")) {
    if (/^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(text)) return undefined;
    const every = /^@every (.+)$/.exec(text)?.[1];
    if (every === undefined) return `names ${text}, which is no schedule`;
    return isGoDuration(every) ? undefined : `has ${every}, which is no duration`;
  }
  const parts = text.split(/\s+/);
  if (parts.length !== 5) {
    return `has ${parts.length} fields, and needs five: minute, hour, day of month, month, day of week`;
  }
  for (const [index, field] of fields.entries()) {
    const problem = fieldProblem(parts[index] ?? "", field);
    if (problem !== undefined) return `has ${parts[index]} as ${field.name}: ${problem}`;
  }
  return undefined;
}

function fieldProblem(text: string, { min, max, words }: (typeof fields)[number]): string | undefined {
  for (const part of text.split(",")) {
    const [range = "", step, ...more] = part.split("/");
    if (more.length > 0) return "there is more than one slash";
    if (step !== undefined && (!/^\d+$/.test(step) || Number(step) === 0)) return `${step} is no step`;
    if (range === "*" || range === "?") continue;
    const ends = range.split("-");
    if (ends.length > 2) return `${range} is no range`;
    const numbers = ends.map((end) => numberOf(end, words));
    for (const [index, number] of numbers.entries()) {
      if (number === undefined)
        return `${ends[index] === "" ? "a number" : ends[index]} is ${ends[index] === "" ? "missing" : "no number"}`;
      if (number < min || number > max) return `${number} is not between ${min} and ${max}`;
    }
    const [start, end] = numbers;
    if (start !== undefined && end !== undefined && start > end) return `${start} comes after ${end}`;
  }
  return undefined;
}

function numberOf(text: string, words: readonly string[]): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = words.indexOf(text.toLowerCase());
  return index === -1 ? undefined : index + (words === months ? 1 : 0);
}

/** Whether a text is a duration as Go's time.ParseDuration reads it: `1h30m`, `0.5s`. */
export function isGoDuration(text: string): boolean {
  return /^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.test(text);
}

/** Whether a text names a time zone of the IANA database. */
export function isTimeZone(text: string): boolean {
  if (text === "" || text.toLowerCase() === "local" || /^[+-]|^\d/.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
