import { anonymiseLine } from "./anonymise-line.ts";
import type { Family } from "./families/family.ts";
import { readLines } from "./read-lines.ts";

/** An issue that asks for a story, ready to be looked through and sent. */
export interface MissingStory {
  title: string;
  body: string;
}

/** Most lines of the text that go into the issue. */
const mostLines = 12;
/** Longest line and title, in characters. */
const longestLine = 300;
const longestTitle = 90;

/**
 * Writes an issue that asks for the story of a text: the lines that report a failure, without names. Lines that only name an
 * object or say that all is well stay behind.
 */
export function missingStory(text: string, families: readonly Family[]): MissingStory {
  const lines = readLines(text);
  const failures = lines.filter(({ kind }) => kind === "failure");
  const chosen = (failures.length > 0 ? failures : lines.filter(({ kind }) => kind === "message")).slice(
    0,
    mostLines,
  );
  const kept = [...new Set(chosen.map(({ text: line }) => cut(anonymiseLine(line), longestLine)))].filter(
    (line) => line !== "",
  );
  const names = families.slice(0, 3).map(({ label }) => label);
  return {
    title: `Missing story: ${cut(kept[0] ?? "an error no story knows", longestTitle)}`,
    body: [
      "No story fits this text. Names, addresses, numbers and times were taken out of it; please look through it before you send it.",
      "",
      "```text",
      ...kept.map((line) => line.replaceAll("```", "'''")),
      "```",
      "",
      ...(names.length > 0 ? [`Recognised as: ${names.join(", ")}.`, ""] : []),
      "What it turned out to be, if you know, and where it is told in public:",
      "",
    ].join("\n"),
  };
}

/** Longest address a browser and a forge are sure to take. */
const longestAddress = 6000;

/** Address of the form for a new issue, filled in. Takes the address of the repository; lines at the end are dropped where it would get too long. */
export function missingStoryAddress(repository: string, { title, body }: MissingStory): string {
  const address = (text: string) =>
    `${repository.replace(/\/$/, "")}/issues/new?${new URLSearchParams({ title, body: text })}`;
  let rest = body;
  while (address(rest).length > longestAddress && rest.length > 0)
    rest = rest.slice(0, Math.floor(rest.length * 0.9));
  return address(rest);
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
