/** A fenced block of an example: a file, a change to a file of the base library, the removal of one, or a symbolic link. */
export interface ExamplePart {
  action: "write" | "change" | "remove" | "link";
  file: string;
  text: string;
  /** latin1 where each character of the text is one byte. */
  encoding: "utf8" | "latin1";
  /** Version of the cluster the example is meant for, such as 1.27; the newest known where it says none. */
  kubernetesVersion?: string;
  /** Line of the page on which the block starts. */
  line: number;
}

/** A check's page, taken apart as src/checks/README.md describes it. */
export interface CheckPage {
  /** What stands before the first section. */
  meaning: string;
  fails: ExamplePart[];
  passes: ExamplePart[];
  /** Codes the section "Fails" names in backticks: they may come along. */
  also: string[];
}

/** Takes a page.md apart. Throws where it does not have the form. */
export function parsePage(text: string, name: string): CheckPage {
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
      const part = readPart(fence[2] ?? "", body, index + 1, name);
      if (part) current.parts.push(part);
      index = end;
    } else current.prose.push(line);
  }
  for (const wanted of ["Fails", "Passes"])
    if ((sections.get(wanted)?.parts.length ?? 0) === 0)
      throw new Error(`${name}: "## ${wanted}" has no example`);
  const order = [...sections.keys()].join(", ");
  if (order !== ", Fails, Passes")
    throw new Error(`${name}: the sections are ${order.slice(2)}, not Fails and Passes`);
  const fails = sections.get("Fails");
  return {
    meaning: (sections.get("")?.prose ?? []).join("\n").trim(),
    fails: fails?.parts ?? [],
    passes: sections.get("Passes")?.parts ?? [],
    also: [...(fails?.prose.join("\n") ?? "").matchAll(/`([a-z]+(?:-[a-z0-9]+)+)`/g)].map(
      (match) => match[1] ?? "",
    ),
  };
}

function readPart(info: string, body: string, line: number, name: string): ExamplePart | undefined {
  const file = / file=(\S+)/.exec(info)?.[1];
  const version = / kubernetes=(\S+)/.exec(info)?.[1];
  const removed = / remove=(\S+)/.exec(info)?.[1];
  if (removed !== undefined) return { action: "remove", file: removed, text: "", encoding: "utf8", line };
  const link = / link=(\S+)/.exec(info)?.[1];
  if (link !== undefined) return { action: "link", file: link, text: body.trim(), encoding: "utf8", line };
  if (file === undefined) throw new Error(`${name}: the block in line ${line} does not say file=`);
  if (info.startsWith("diff")) return { action: "change", file, text: body, encoding: "utf8", line };
  return / escapes\b/.test(info)
    ? { action: "write", file, text: readEscapes(body), encoding: "latin1", line }
    : {
        action: "write",
        file,
        text: body,
        encoding: "utf8",
        line,
        ...(version ? { kubernetesVersion: version } : {}),
      };
}

/**
 * What a page cannot hold itself: \0, \xff (one byte), \u{202e} (a character) and \repeat{a}{3000000}. Gives one
 * character per byte, but for \u{...}.
 */
export function readEscapes(body: string): string {
  return body
    .replace(/\\repeat\{([^}]*)\}\{(\d+)\}/g, (_whole, text: string, count: string) =>
      text.repeat(Number(count)),
    )
    .replace(/\\u\{([0-9a-f]+)\}/g, (_whole, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, 16)),
    )
    .replace(/\\x([0-9a-f]{2})/g, (_whole, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
    .replace(/\\0/g, "\0");
}

/**
 * Applies the lines of a diff without positions: what it keeps and takes away must stand in the text, once and in a row.
 * A line of three dots starts the next hunk. Throws where it does not fit.
 */
export function applyDiff(text: string, diff: string, name: string): string {
  let result = text;
  for (const hunk of diff.replace(/\n$/, "").split(/^\.\.\.\n/m)) {
    const lines = hunk.replace(/\n$/, "").split("\n");
    const before = lines.filter((line) => !line.startsWith("+")).map((line) => line.slice(1));
    const after = lines.filter((line) => !line.startsWith("-")).map((line) => line.slice(1));
    const wanted = `\n${before.join("\n")}\n`;
    const whole = `\n${result}`;
    const at = whole.indexOf(wanted);
    if (at === -1) throw new Error(`${name}: these lines are not in the file:\n${before.join("\n")}`);
    if (whole.indexOf(wanted, at + 1) !== -1)
      throw new Error(`${name}: these lines stand in the file more than once:\n${before.join("\n")}`);
    result =
      `${whole.slice(0, at)}\n${after.join("\n")}${after.length > 0 ? "\n" : ""}${whole.slice(at + wanted.length)}`.slice(
        1,
      );
  }
  return result;
}
