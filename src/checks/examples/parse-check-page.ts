import { readEscapes } from "./read-escapes.ts";

/** A fenced block of an example: a file, a change to a file of the base library, the removal of one, or a symbolic link. */
export interface ExamplePart {
  action: "write" | "change" | "remove" | "link";
  file: string;
  text: string;
  /** The text as the page has it, where that is not the text itself: with its escapes unread. */
  escaped?: string;
  /** latin1 where each character of the text is one byte. */
  encoding: "utf8" | "latin1";
  /** Version of the cluster the example is meant for, such as 1.27; the newest known where it says none. */
  kubernetesVersion?: string;
  /** Line of the page on which the block starts. */
  line: number;
}

/** One example: what is said of it, and the files it consists of. */
export interface Example {
  /** Paragraphs, in backticks what is code. */
  prose: string[];
  parts: ExamplePart[];
}

/** A check's page, taken apart as src/checks/README.md describes it. */
export interface ParsedCheckPage {
  /** Paragraphs before the first section. */
  meaning: string[];
  fails: Example;
  passes: Example;
  /** Codes the section "Fails" names in backticks: they may come along. */
  also: string[];
}

/** Takes a page.md apart. Throws where it does not have the form. */
export function parseCheckPage(text: string, name: string): ParsedCheckPage {
  const sections = new Map<string, { prose: string[]; parts: ExamplePart[] }>();
  let current = { prose: [] as string[], parts: [] as ExamplePart[] };
  sections.set("", current);
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const heading = /^## (.+)$/.exec(line)?.[1];
    const fence = /^(`{3,}|~{3,})(.*)$/.exec(line);
    if (heading !== undefined) {
      current = { prose: [], parts: [] };
      sections.set(heading, current);
    } else if (fence) {
      const end = lines.indexOf(fence[1] ?? "", index + 1);
      if (end === -1) throw new Error(`${name}: the block in line ${index + 1} is never closed`);
      const body = `${lines.slice(index + 1, end).join("\n")}\n`;
      current.parts.push(readPart(fence[2] ?? "", body, index + 1, name));
      current.prose.push("");
      index = end;
    } else current.prose.push(line);
  }
  const order = [...sections.keys()].join(", ");
  if (order !== ", Fails, Passes")
    throw new Error(`${name}: the sections are ${order.slice(2)}, not Fails and Passes`);
  const example = (heading: string): Example => {
    const section = sections.get(heading);
    return { prose: paragraphs(section?.prose ?? []), parts: section?.parts ?? [] };
  };
  const fails = example("Fails");
  return {
    meaning: example("").prose,
    fails,
    passes: example("Passes"),
    also: [...fails.prose.join("\n").matchAll(/`([a-z]+(?:-[a-z0-9]+)+)`/g)].map((match) => match[1] ?? ""),
  };
}

function paragraphs(lines: readonly string[]): string[] {
  return lines
    .join("\n")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim().replaceAll("\n", " "))
    .filter((paragraph) => paragraph !== "");
}

function readPart(info: string, body: string, line: number, name: string): ExamplePart {
  const file = / file=(\S+)/.exec(info)?.[1];
  const version = / kubernetes=(\S+)/.exec(info)?.[1];
  const removed = / remove=(\S+)/.exec(info)?.[1];
  if (removed !== undefined) return { action: "remove", file: removed, text: "", encoding: "utf8", line };
  const link = / link=(\S+)/.exec(info)?.[1];
  if (link !== undefined) return { action: "link", file: link, text: body.trim(), encoding: "utf8", line };
  if (file === undefined) throw new Error(`${name}: the block in line ${line} does not say file=`);
  if (info.startsWith("diff")) return { action: "change", file, text: body, encoding: "utf8", line };
  return / escapes\b/.test(info)
    ? { action: "write", file, text: readEscapes(body), escaped: body, encoding: "latin1", line }
    : {
        action: "write",
        file,
        text: body,
        encoding: "utf8",
        line,
        ...(version ? { kubernetesVersion: version } : {}),
      };
}
