import type { Diagnosis, Match, MatchedLine } from "../../src/diagnosis/diagnose.ts";
import type { Family } from "../../src/diagnosis/families/family.ts";
import { visibleText } from "../../src/report/visible-text.ts";

/** Most families and lines named. */
const mostFamilies = 3;
/** Longest line shown, in characters. */
const longestLine = 160;

/** A diagnosis as JSON. Takes the address of the site with a slash at its end. */
export function diagnosisJson({ matches, families, sure }: Diagnosis, site: string): string {
  const document = {
    version: 1,
    sure,
    matches: matches.map(({ story, title, score, confidence, why, lines, rulesOut }) => ({
      story,
      title,
      url: `${site}stories/${story}/`,
      score,
      confidence,
      why,
      lines: lines.map(({ line, text, signature, words }) => ({
        line,
        text,
        ...(signature === undefined ? { words } : { signature }),
      })),
      rulesOut,
    })),
    families: families.map(({ id, label, meaning, commands }) => ({ id, label, meaning, commands })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A diagnosis for the terminal: stories best first, with the line that speaks for each, and a way forward where none fits. */
export function diagnosisText(diagnosis: Diagnosis, site: string): string {
  const { matches, families, sure, lines } = diagnosis;
  if (lines === 0) return "There is no text to look at.\n";
  const head = sure
    ? []
    : [
        matches.length === 0
          ? "No story fits, not even in part."
          : "No story fits well. These share some of the words:",
        "",
      ];
  const close = tellingApart(matches);
  return [
    ...head,
    ...matches.flatMap((match) => [
      ...matchText(match, site),
      ...(close.has(match.story) ? ruleText(match) : []),
      "",
    ]),
    ...(sure ? [] : families.slice(0, mostFamilies).flatMap(familyText)),
    ...(sure ? [] : [`If you find out what it is, tell it: ${site}contribute/`, ""]),
  ]
    .join("\n")
    .replace(/\n+$/, "\n");
}

function matchText({ story, title, confidence, lines }: Match, site: string): string[] {
  return [`${confidence.padEnd(6)}  ${title}`, `        ${site}stories/${story}/`, ...lines.map(lineText)];
}

function lineText({ line, text, signature, words }: MatchedLine): string {
  const why = signature === undefined ? `by ${words.join(", ")}` : `matches ${signature}`;
  const shown = visibleText(text);
  const cut = shown.length > longestLine ? `${shown.slice(0, longestLine - 1)}…` : shown;
  return `        line ${line}: ${cut}\n          ${why}`;
}

function ruleText({ rulesOut }: Match): string[] {
  return rulesOut
    .slice(0, 1)
    .flatMap(({ command, rulesOut: rule }) => [
      ...(command === undefined ? [] : [`        to tell: ${command}`]),
      `        not this: ${rule}`,
    ]);
}

function familyText({ label, meaning, commands }: Family): string[] {
  return [
    `${label}: ${meaning}`,
    ...commands.flatMap(({ command, shows }) => [`  ${command}`, `    shows ${shows}`]),
    "",
  ];
}

/** Stories so close to the best one that only looking tells them apart. */
function tellingApart(matches: readonly Match[]): Set<string> {
  const [first, second] = matches;
  if (!first || !second || second.score < first.score * 0.85) return new Set();
  return new Set(matches.filter(({ score }) => score >= first.score * 0.85).map(({ story }) => story));
}
