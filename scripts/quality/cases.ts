import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** A text and the story it belongs to. */
export interface QualityCase {
  /** Where it stands: its file, and its place in it from 1. */
  name: string;
  text: string;
  /** The story that must come first, and others that fit as well. */
  stories: readonly string[];
}

/** A text that belongs to no story. */
export interface ForeignCase {
  name: string;
  text: string;
}

const casesSchema = z.array(
  z.strictObject({ story: z.string(), or: z.array(z.string()).optional(), text: z.string().min(1) }),
);
const foreignSchema = z.array(z.string().min(1));

/** Folder of the cases. */
const root = "tests/search";

/** Pasted texts by which the constants of ranking were set. */
export function pastedCases(): QualityCase[] {
  return readdirSync(join(root, "cases"))
    .sort()
    .flatMap((file) => readCases(join(root, "cases", file)));
}

/** Texts as people paste them into public threads, by which nothing was set. */
export function heldOutCases(): QualityCase[] {
  return readCases(join(root, "held-out", "public-threads.yaml"));
}

/** Texts that belong to no story, made for the library and taken from public threads. */
export function foreignCases(): { made: ForeignCase[]; heldOut: ForeignCase[] } {
  return {
    made: readForeign(join(root, "foreign.yaml")),
    heldOut: readForeign(join(root, "held-out", "foreign.yaml")),
  };
}

/** The searches each story's author says must find it. */
export function queryCases(stories: readonly { id: string; queries: readonly string[] }[]): QualityCase[] {
  return stories.flatMap(({ id, queries }) =>
    queries.map((text, index) => ({ name: `${id} query ${index + 1}`, text, stories: [id] })),
  );
}

function readCases(file: string): QualityCase[] {
  return casesSchema.parse(parse(readFileSync(file, "utf8"))).map(({ story, or = [], text }, index) => ({
    name: `${file} ${index + 1}`,
    text,
    stories: [story, ...or],
  }));
}

function readForeign(file: string): ForeignCase[] {
  return foreignSchema
    .parse(parse(readFileSync(file, "utf8")))
    .map((text, index) => ({ name: `${file} ${index + 1}`, text }));
}
