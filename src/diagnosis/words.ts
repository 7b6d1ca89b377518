/** A word of a line, in the form in which lines and stories are compared. */
export interface Word {
  /** The word itself, in lower case, without its ending. */
  term: string;
  /** The word as it stands there. */
  text: string;
  /** Whether it is ordinary language rather than a name, a path or a setting. */
  plain: boolean;
  /** Whether it is part of a compound that stands beside it. */
  part: boolean;
}

/** Words that only hold a sentence together. */
const stopWords = new Set(
  "a an and are as at be been being but by can could did do does done for from get gets got had has have here how i if in into is it its just like me more my no nor not now of off on one only or our out over own s same so some such t than that the their them then there these they this to too up us very was we were what when where which while who why will with would you your".split(
    " ",
  ),
);

/** Longest word kept; longer ones are keys or garbage. */
const maxWord = 80;

/**
 * Takes a text without variable parts apart into words. A compound (CrashLoopBackOff, kube-proxy, node-role.kubernetes.io/master)
 * gives itself and its parts, so that it is found by either; endings of number and tense are dropped.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const chunk of text.split(/[\s"'`()[\]{}<>,;=|*!?#$%^&~\\@]+/)) {
    const whole = chunk.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    if (whole === "" || whole.length > maxWord * 2) continue;
    const parts = whole
      .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
      .replaceAll(/(\p{Lu}{2,})(\p{Lu}\p{Ll})/gu, "$1 $2")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part !== "");
    const plain = parts.length === 1 && /^\p{Lu}?\p{Ll}{2,}$/u.test(whole);
    if (parts.length > 1) {
      const joined = parts.join("");
      if (joined.length <= maxWord) words.push({ term: joined, text: whole, plain: false, part: false });
    }
    for (const part of parts) {
      if (part.length > maxWord || stopWords.has(part) || (part.length === 1 && !/\d/.test(part))) continue;
      if (/^\d{1,2}$/.test(part)) continue;
      words.push({ term: stem(part), text: parts.length > 1 ? part : whole, plain, part: parts.length > 1 });
    }
  }
  return words;
}

/** Drops the endings by which English forms of one word differ most often: nodes, evicted, scheduling. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let rest = word;
  if (rest.endsWith("ies") && rest.length > 4) rest = `${rest.slice(0, -3)}y`;
  else if (/[^sui]s$/.test(rest)) rest = rest.slice(0, -1);
  for (const ending of ["ing", "ed"])
    if (rest.length - ending.length >= 4 && rest.endsWith(ending)) {
      rest = rest.slice(0, -ending.length);
      if (/([bdfgklmnprt])\1$/.test(rest) && !/(?:ll|ss)$/.test(rest)) rest = rest.slice(0, -1);
      return rest.endsWith("e") ? rest.slice(0, -1) : rest;
    }
  return rest.length > 4 && rest.endsWith("e") ? rest.slice(0, -1) : rest;
}
