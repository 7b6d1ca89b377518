import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { z } from "zod";
import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { decodeText } from "../yaml/decode-text.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import { type DeniedWord, parseDenyList } from "./deny-list.ts";
import type {
  GuardrailFolder,
  Library,
  LoadedCollection,
  LoadedData,
  LoadedText,
  StoryFolder,
} from "./library.ts";
import { parseStory, splitFrontMatter } from "./parse-story.ts";
import { collectionSchema } from "./schema/collection.ts";
import { librarySchema } from "./schema/library.ts";
import { referencesSchema } from "./schema/reference.ts";
import { vocabularySchema } from "./schema/vocabulary.ts";
import { unsafeFileName } from "./unsafe-file-name.ts";
import { validateDocument } from "./validate-document.ts";

/** The largest files read, in bytes: ten times the largest there are, and far below what would hold up a check. */
const maxSize = { library: 512 * 1024, prose: 128 * 1024, manifests: 64 * 1024 };
/** The most YAML documents in a file. */
const maxDocuments = 200;
/** The most entries of a folder, for the same reason. */
const maxEntries = 2000;
/** The deny list of a library; it stays out of git, so that it does not give away what it protects. */
const denyListName = "deny-list.txt";
const evidenceName = /^[a-z0-9][a-z0-9.-]*\.txt$/;
const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Where the library's content lies: `HORROR_CONTENT`, or `content` in the working directory. */
export function contentFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(environment["HORROR_CONTENT"] ?? "content");
}

/**
 * Reads all of a content folder. What cannot be read becomes a finding and never keeps the rest from being read.
 * Throws only where the folder itself, or a deny list that the environment names, is not there.
 */
export function loadLibrary(root = contentFolder(), environment: NodeJS.ProcessEnv = process.env): Library {
  const reader = new Reader();
  const top = reader.list(root);
  const known = new Set([
    "LICENSE",
    denyListName,
    "library.yaml",
    "vocabulary.yaml",
    "references.yaml",
    "stories",
    "guardrails",
    "collections",
  ]);
  for (const name of top.filter((entry) => !known.has(entry)))
    reader.unexpected(`${root}/${name}`, [...known]);
  const denyList = readDenyList(root, top, environment);
  const library: Library = {
    root: reader.path(root),
    settings: reader.data(librarySchema, `${root}/library.yaml`),
    vocabulary: reader.data(vocabularySchema, `${root}/vocabulary.yaml`),
    references: top.includes("references.yaml")
      ? reader.data(referencesSchema, `${root}/references.yaml`)
      : { file: reader.path(`${root}/references.yaml`) },
    stories: reader.folders(root, "stories").map((id) => reader.story(`${root}/stories/${id}`, id)),
    guardrails: reader
      .folders(root, "guardrails")
      .map((id) => reader.guardrail(`${root}/guardrails/${id}`, id)),
    collections: reader
      .inside(root, "collections")
      .flatMap((name) => reader.collection(`${root}/collections/${name}`, name)),
    ...(denyList ? { denyList } : {}),
    findings: reader.findings,
  };
  return library;
}

/** The list that HORROR_DENY_LIST names, or the library's own. Throws where the one that is named cannot be read. */
function readDenyList(root: string, top: string[], environment: NodeJS.ProcessEnv): DeniedWord[] | undefined {
  const named = environment["HORROR_DENY_LIST"];
  if (named) return parseDenyList(readFileSync(resolve(named), "utf8"));
  return top.includes(denyListName)
    ? parseDenyList(readFileSync(`${root}/${denyListName}`, "utf8"))
    : undefined;
}

/** Reads what a scan needs of a content folder, the settings and the guardrails, and leaves the stories alone. */
export function loadGuardrails(
  root = contentFolder(),
): Pick<Library, "settings" | "guardrails" | "findings"> {
  const reader = new Reader();
  reader.list(root);
  return {
    settings: reader.data(librarySchema, `${root}/library.yaml`),
    guardrails: reader
      .folders(root, "guardrails")
      .map((id) => reader.guardrail(`${root}/guardrails/${id}`, id)),
    findings: reader.findings,
  };
}

/** Reads files, and keeps what was wrong with them. */
class Reader {
  readonly findings: Finding[] = [];

  /** A path as an author would type it: relative to the working directory, with forward slashes. */
  path(file: string): string {
    const short = relative(process.cwd(), file);
    return (short.startsWith("..") ? file : short).split(sep).join("/");
  }

  /**
   * Names in a folder, sorted by code units; hidden files (editors, systems) are passed over, and so, with a finding, are
   * links, which could lead anywhere on the machine that builds, and names that are not safe everywhere.
   */
  list(folder: string): string[] {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
    if (entries.length > maxEntries)
      this.report(
        "file-too-large",
        folder,
        `The folder holds ${entries.length} entries; up to ${maxEntries} are read.`,
        "Keep only what a reader needs.",
      );
    const names = entries.map(({ name }) => name);
    return entries
      .slice(0, maxEntries)
      .filter((entry) => this.#isSafe(folder, entry, names))
      .map(({ name }) => name)
      .sort();
  }

  #isSafe(folder: string, entry: Dirent, siblings: readonly string[]): boolean {
    const file = `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) {
      this.report(
        "file-link",
        file,
        `${entry.name} is a symbolic link, and a link can lead anywhere on the machine that builds.`,
        "Replace it by the file itself.",
      );
      return false;
    }
    const reason = unsafeFileName(entry.name, siblings);
    if (reason === undefined) return true;
    this.report(
      "file-unsafe-name",
      file.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd"),
      `The name ${JSON.stringify(entry.name)} ${reason}.`,
      "Use lower case letters, digits, dashes and dots.",
    );
    return false;
  }

  /** Names in a folder of a folder, where it is there and a folder indeed. A link was reported with its neighbours. */
  inside(folder: string, name: string): string[] {
    const path = `${folder}/${name}`;
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (status === undefined || status.isSymbolicLink()) return [];
    if (status.isDirectory()) return this.list(path);
    this.unexpected(path, []);
    return [];
  }

  /** The folders in a folder of a folder; anything else in it is unexpected. */
  folders(folder: string, name: string): string[] {
    return this.inside(folder, name).filter((entry) => {
      const path = `${folder}/${name}/${entry}`;
      if (lstatSync(path).isDirectory()) return true;
      this.unexpected(path, []);
      return false;
    });
  }

  report(code: Parameters<typeof makeFinding>[0]["code"], file: string, message: string, fix: string): void {
    this.findings.push(
      makeFinding({ code, file: this.path(file), at: { line: 1, column: 1 }, message, fix }),
    );
  }

  unexpected(file: string, known: string[]): void {
    this.report(
      "file-unexpected",
      file,
      `Nothing reads ${this.path(file)}.`,
      known.length > 0
        ? `Remove it; this folder holds ${known.join(", ")}.`
        : "Remove it, or move it where it belongs.",
    );
  }

  /** Text of a file, which must be a plain file in UTF-8 with something in it. */
  text(file: string, most: number): LoadedText {
    const path = this.path(file);
    const status = lstatSync(file);
    if (!status.isFile()) {
      // A link was reported with its neighbours.
      if (!status.isSymbolicLink())
        this.report("file-unexpected", file, `${path} is not a plain file.`, "Put a file in its place.");
      return { file: path, text: "", readable: false };
    }
    if (status.size > most) {
      this.report(
        "file-too-large",
        file,
        `The file has ${status.size} bytes; at most ${most} are read.`,
        "Keep only what a reader needs.",
      );
      return { file: path, text: "", readable: false };
    }
    const { text, findings } = decodeText(readFileSync(file), path);
    this.findings.push(...findings);
    if (text === undefined) return { file: path, text: "", readable: false };
    const documents = text.match(/^---/gm)?.length ?? 0;
    if (documents > maxDocuments) {
      const message = `The file holds ${documents} documents; at most ${maxDocuments} are read.`;
      this.report("file-too-large", file, message, "Keep only what a reader needs.");
      return { file: path, text: "", readable: false };
    }
    if (text.trim() === "") {
      this.report("file-empty", file, "The file is empty.", "Write it, or remove it.");
      return { file: path, text: "", readable: false };
    }
    return { file: path, text, readable: true };
  }

  data<Schema extends z.ZodType>(schema: Schema, file: string): LoadedData<z.infer<Schema>> {
    const path = this.path(file);
    if (lstatSync(file, { throwIfNoEntry: false }) === undefined) {
      this.report(
        "file-missing",
        file,
        `There is no ${path}.`,
        "Add it; the library's own copy shows its form.",
      );
      return { file: path };
    }
    const loaded = this.text(file, maxSize.library);
    if (!loaded.readable) return { file: path };
    const { text } = loaded;
    const parsed = parseYaml(text, { file: path });
    this.findings.push(...parsed.findings);
    const [document] = parsed.documents;
    if (!document || document.value === undefined) return { file: path, text };
    const { value, findings } = validateDocument(schema, document, path);
    this.findings.push(...findings);
    return value === undefined ? { file: path, text, document } : { file: path, text, document, value };
  }

  story(folder: string, id: string): StoryFolder {
    const template = id === "_template";
    const result: StoryFolder = { id, folder: this.path(folder), template, evidence: [] };
    if (!template) this.#checkId(id, folder, `The folder name "${id}" cannot be a story's id.`);
    const names = this.list(folder);
    if (names.includes("story.mdx")) {
      const loaded = this.text(`${folder}/story.mdx`, maxSize.prose);
      if (loaded.readable) {
        result.story = parseStory(loaded.text, loaded.file);
        this.findings.push(...result.story.findings);
      }
    } else
      this.report(
        "file-missing",
        folder,
        `The story ${id} has no story.mdx.`,
        "Add story.mdx, or start with: horror new <id>",
      );
    if (names.includes("broken.yaml")) result.broken = this.text(`${folder}/broken.yaml`, maxSize.manifests);
    if (names.includes("fixed.yaml")) result.fixed = this.text(`${folder}/fixed.yaml`, maxSize.manifests);
    for (const name of this.inside(folder, "evidence")) {
      const file = `${folder}/evidence/${name}`;
      if (evidenceName.test(name)) result.evidence.push(this.text(file, maxSize.manifests));
      else this.unexpected(file, ["text files, <name>.txt, in lower case"]);
    }
    const known = ["story.mdx", "broken.yaml", "fixed.yaml", "evidence"];
    for (const name of names.filter((entry) => !known.includes(entry)))
      this.unexpected(`${folder}/${name}`, known);
    return result;
  }

  /** An id becomes an address and a name of files: nothing but letters, digits and dashes. */
  #checkId(id: string, file: string, message: string): void {
    if (idPattern.test(id) && id.length <= 80) return;
    const fix = "Use lower case letters, digits and single dashes, at most 80 characters.";
    this.report("field-bad-format", file, message, fix);
  }

  guardrail(folder: string, id: string): GuardrailFolder {
    this.#checkId(id, folder, `The folder name "${id}" cannot be a guardrail's id.`);
    const result: GuardrailFolder = { id, folder: this.path(folder) };
    const names = this.list(folder);
    const known = ["policy.yaml", "fail.yaml", "pass.yaml"];
    for (const name of ["policy", "fail", "pass"] as const) {
      if (names.includes(`${name}.yaml`))
        result[name] = this.text(`${folder}/${name}.yaml`, maxSize.manifests);
      else
        this.report(
          "file-missing",
          folder,
          `The guardrail ${id} has no ${name}.yaml.`,
          "A guardrail needs policy.yaml, fail.yaml (refused) and pass.yaml (admitted).",
        );
    }
    for (const name of names.filter((entry) => !known.includes(entry)))
      this.unexpected(`${folder}/${name}`, known);
    return result;
  }

  collection(file: string, name: string): LoadedCollection[] {
    if (!name.endsWith(".mdx")) {
      this.unexpected(file, ["<id>.mdx"]);
      return [];
    }
    this.#checkId(
      name.slice(0, -".mdx".length),
      file,
      `The file name "${name}" cannot be a collection's id.`,
    );
    const loaded = this.text(file, maxSize.prose);
    if (!loaded.readable) return [];
    const split = splitFrontMatter(loaded.text, loaded.file);
    this.findings.push(...split.findings);
    const result: LoadedCollection = {
      id: name.slice(0, -".mdx".length),
      file: loaded.file,
      text: loaded.text,
      body: split.body,
      bodyLine: split.bodyLine,
    };
    if (split.document) {
      const { value, findings } = validateDocument(collectionSchema, split.document, loaded.file);
      this.findings.push(...findings);
      result.document = split.document;
      if (value) result.facts = value;
    }
    return [result];
  }
}
