import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { type ResolvedScalar, resolveScalar } from "./resolve-scalar.ts";
import { scalarKey } from "./scalar-key.ts";
import { surprisingScalar } from "./surprising-scalar.ts";
import { tooDeep } from "./syntax-faults.ts";
import { taggedScalar } from "./tagged-scalar.ts";
import { type YamlFault, yamlLimits } from "./yaml-fault.ts";
import type { YamlDialect } from "./yaml-types.ts";

/** Fields that hold the mode of a file, which everybody writes in octal. */
const fileModes: ReadonlySet<string> = new Set(["defaultMode", "mode"]);

/** Makes plain values of a document's tree and notes what is wrong with its keys, aliases, tags and scalars. */
export class ValueReader {
  readonly faults: YamlFault[] = [];
  readonly targets = new Map<Node, Node>();
  integersAreWhole = true;
  readonly #dialect: YamlDialect;
  readonly #bigInts: boolean;
  readonly #text: string;
  #flowDepth = 0;
  /** The anchors seen so far, each with its value and the number of nodes in it; `open` while inside it. */
  readonly #anchors = new Map<string, { node: Node; value: unknown; size: number; open: boolean }>();
  #nodes = 0;
  #aliasNodes = 0;
  #exploded = false;
  #octalIsMeant = false;

  /** @param text the text the tree was made of */
  constructor(dialect: YamlDialect, bigInts: boolean, text: string) {
    this.#dialect = dialect;
    this.#text = text;
    this.#bigInts = bigInts;
  }

  /** The value of a whole document; undefined where aliases unfold without end. */
  readRoot(root: Node | null): unknown {
    const value = this.#read(root, 0);
    return this.#exploded ? undefined : value;
  }

  #read(node: unknown, depth: number): unknown {
    this.#nodes++;
    if (depth > yamlLimits.depth) {
      this.#once("yaml-too-deep", () => tooDeep(...rangeOf(node)));
      return undefined;
    }
    if (isAlias(node)) return this.#alias(node);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor === undefined) return this.#content(node, depth);
    if (this.#dialect === "kubernetes" && !/^[-\w]+$/.test(anchor)) {
      const message = `The name of the anchor &${anchor} is not letters, digits, dashes and underscores.`;
      this.#fault(node, { code: "yaml-syntax", message, fix: "Rename the anchor and its aliases." });
    }
    const before = this.#nodes + this.#aliasNodes;
    const entry = { node: node as Node, value: undefined as unknown, size: 1, open: true };
    this.#anchors.set(anchor, entry);
    entry.value = this.#content(node, depth);
    entry.open = false;
    entry.size = this.#nodes + this.#aliasNodes - before + 1;
    return entry.value;
  }

  #content(node: unknown, depth: number): unknown {
    if (isScalar(node)) return this.#scalar(node);
    if (!isMap(node) && !isSeq(node)) return null;
    if (node.flow === true) this.#flowDepth++;
    const value = isMap(node) ? this.#mapping(node, depth) : this.#sequence(node, depth);
    if (node.flow === true) this.#flowDepth--;
    return value;
  }

  #scalar(node: Scalar): unknown {
    const text = typeof node.source === "string" ? node.source : String(node.value ?? "");
    if (this.#dialect === "kubernetes") this.#checkForm(node, text);
    if (node.tag !== undefined && node.tag !== "tag:yaml.org,2002:str" && node.tag !== "!") {
      return this.#checked(
        node,
        taggedScalar(node.tag, text, this.#dialect, (fault) => this.#fault(node, fault)),
      );
    }
    if (node.type !== "PLAIN" || node.tag !== undefined) return text;
    if (this.#dialect === "kubernetes") this.#warnOfSurprise(node, text, "The value");
    return this.#checked(node, resolveScalar(text, this.#dialect));
  }

  /** What YAML 1.2 allows in a scalar and Kubernetes' reader does not (goyaml.v2, scannerc.go). */
  #checkForm(node: Scalar, text: string): void {
    if (this.#flowDepth > 0 && node.type === "PLAIN" && text.includes("?")) {
      this.#fault(node, {
        code: "yaml-syntax",
        message: "Between braces or brackets an unquoted text cannot contain a question mark.",
        fix: "Put the text in quotes.",
      });
    }
    if (node.type !== "QUOTE_DOUBLE" || !node.range || !text.includes("/") || this.#isJson()) return;
    const raw = this.#text.slice(node.range[0], node.range[1]);
    const escaped = /(?<!\\)(?:\\\\)*\\\//.exec(raw);
    if (!escaped) return;
    this.#fault(node, {
      code: "yaml-syntax",
      message: "`\\/` is no escape sequence to Kubernetes' reader.",
      fix: "Write the slash without a backslash.",
    });
  }

  /** Between braces a plain key stands on one line, and its colon has a space after it. */
  #checkFlowKey(key: Scalar): void {
    const [start, end] = rangeOf(key);
    const after = this.#text[end + 1];
    if (this.#text[end] === ":" && after !== undefined && !/\s/.test(after)) {
      this.#fault(key, {
        code: "yaml-syntax",
        message: "Between braces a colon needs a space after it; without one it is part of the key.",
        fix: "Write a space after the colon.",
      });
    } else if (this.#text.slice(start, end).includes("\n")) {
      const message = "A key between braces goes over several lines.";
      this.#fault(key, { code: "yaml-syntax", message, fix: "Write the key on one line." });
    }
  }

  /** Whether the text is read as JSON, as everything that starts with a brace is. */
  #isJson(): boolean {
    return this.#text.trimStart().startsWith("{");
  }

  /** Integers as the caller wants them; numbers that JSON lacks are faults for Kubernetes. */
  #checked(node: Scalar, value: ResolvedScalar): unknown {
    if (typeof value === "bigint") {
      if (this.#bigInts) return value;
      const number = Number(value);
      if (!Number.isSafeInteger(number)) this.integersAreWhole = false;
      return number;
    }
    if (typeof value === "number") {
      if (!Number.isFinite(value) && this.#dialect === "kubernetes") {
        const fault = {
          code: "yaml-not-json" as const,
          message: `The value ${node.source ?? ""} has no counterpart in JSON, which the API server reads.`,
          fix: "Quote it if text is meant, or write a finite number.",
        };
        this.#fault(node, fault);
        return null;
      }
      if (Number.isInteger(value)) this.integersAreWhole = false;
    }
    return value;
  }

  #sequence(node: YAMLSeq, depth: number): unknown[] {
    const result: unknown[] = [];
    for (const item of node.items) {
      // In a flow sequence `[a: 1]` holds a mapping of one pair, which the parser already wrapped.
      result.push(this.#read(item, depth + 1));
    }
    return result;
  }

  #mapping(node: YAMLMap, depth: number): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    const places = new Map<string, Node>();
    const merges: { key: Node; value: unknown }[] = [];
    for (const { key, value } of node.items) {
      if (this.#dialect === "kubernetes" && isMergeKey(key)) {
        merges.push({ key: key as Node, value });
        continue;
      }
      const name = this.#key(key);
      if (name === undefined) {
        this.#read(value, depth + 1);
        continue;
      }
      const first = places.get(name);
      if (first === undefined) places.set(name, key as Node);
      else this.#duplicate(name, first, key as Node);
      this.#octalIsMeant = fileModes.has(name);
      setOwn(result, name, this.#read(value, depth + 1));
      this.#octalIsMeant = false;
    }
    for (const { key, value } of merges) this.#merge(result, key, value, depth);
    return result;
  }

  #key(key: unknown): string | undefined {
    const target = isAlias(key) ? this.#aliasTarget(key) : key;
    if (isScalar(target)) {
      if (!isAlias(key) && target.anchor !== undefined) {
        const value = this.#scalar(target);
        this.#anchors.set(target.anchor, { node: target, value, size: 1, open: false });
      }
      if (this.#dialect === "kubernetes" && target === key && typeof target.source === "string") {
        this.#checkForm(target, target.source);
        if (this.#flowDepth > 0 && target.type === "PLAIN") this.#checkFlowKey(target);
      }
      const name = scalarKey(target, this.#dialect);
      if (name !== undefined) {
        if (this.#dialect === "kubernetes" && target.type === "PLAIN" && typeof target.source === "string") {
          this.#warnOfSurprise(target, target.source, "The key");
        }
        return name;
      }
    }
    if (isAlias(key) && target === undefined) return undefined;
    this.#fault(key as Node, {
      code: "yaml-bad-key",
      message: "A key has to be text; this one is empty, a list or a mapping.",
      fix: "Write a plain word before the colon, or quote it.",
    });
    return undefined;
  }

  #duplicate(name: string, first: Node, second: Node): void {
    const [start, end] = rangeOf(second);
    const [firstStart] = rangeOf(first);
    this.faults.push({
      code: "yaml-duplicate-key",
      start,
      end,
      message: (lineOf) =>
        `The key "${name}" stands twice in the same mapping, first on line ${lineOf(firstStart)}; readers keep only one of the two.`,
      fix: "Keep one, or join the two values.",
    });
  }

  #alias(node: Alias): unknown {
    const entry = this.#resolve(node);
    if (!entry) return null;
    this.#aliasNodes += entry.size;
    if (this.#aliasNodes > yamlLimits.aliasNodes) {
      this.#exploded = true;
      this.#once("yaml-alias-bomb", () => ({
        code: "yaml-alias-bomb",
        start: rangeOf(node)[0],
        end: rangeOf(node)[1],
        message: () => `Aliases unfold this document to more than ${yamlLimits.aliasNodes} values.`,
        fix: "Write the values out, or use fewer aliases of aliases.",
      }));
      return null;
    }
    return entry.value;
  }

  #aliasTarget(node: Alias): Node | undefined {
    return this.#resolve(node)?.node;
  }

  #resolve(node: Alias): { node: Node; value: unknown; size: number } | undefined {
    const entry = this.#anchors.get(node.source);
    if (entry && !entry.open) {
      this.targets.set(node, entry.node);
      return entry;
    }
    const message = entry
      ? `The alias *${node.source} stands inside the value it names.`
      : `The alias *${node.source} has no anchor &${node.source} before it.`;
    const fix = entry
      ? "Write the value out."
      : "Add the anchor, or quote the text if the asterisk is meant.";
    this.#fault(node, { code: "yaml-unresolved-alias", message, fix });
    return undefined;
  }

  /** `<<: *a` and `<<: [*a, *b]`: keys of the mapping itself win, then those of earlier sources. */
  #merge(result: Record<string, unknown>, key: Node, value: unknown, depth: number): void {
    const target = isAlias(value) ? this.#aliasTarget(value) : value;
    const sources = isSeq(target) ? target.items : [value];
    for (const source of sources) {
      const merged = this.#read(source, depth + 1);
      if (merged === null || typeof merged !== "object" || Array.isArray(merged)) {
        this.#fault(key, {
          code: "yaml-bad-key",
          message: "The merge key `<<` takes a mapping or a list of mappings, usually as an alias.",
          fix: "Name an anchor of a mapping, as in `<<: *defaults`.",
        });
        continue;
      }
      for (const [name, inherited] of Object.entries(merged)) {
        if (!Object.hasOwn(result, name)) setOwn(result, name, inherited);
      }
    }
  }

  #warnOfSurprise(node: Scalar, text: string, what: string): void {
    if (text.length > 40) return;
    const reading = surprisingScalar(text);
    if (reading === undefined || (this.#octalIsMeant && reading.startsWith("an octal"))) return;
    this.#fault(node, {
      code: "yaml-surprising-value",
      message: `${what} ${text} is read as ${reading}.`,
      fix: reading.startsWith("the boolean")
        ? `Write ${reading.slice(12)} if that is meant, or quote it: "${text}".`
        : `Quote it if text is meant: "${text}".`,
    });
  }

  #fault(
    node: unknown,
    { code, message, fix }: { code: YamlFault["code"]; message: string; fix: string },
  ): void {
    const [start, end] = rangeOf(node);
    this.faults.push({ code, start, end, message: () => message, fix });
  }

  #once(code: YamlFault["code"], make: () => YamlFault): void {
    if (!this.faults.some((fault) => fault.code === code)) this.faults.push(make());
  }
}

/** Whether a key is the merge key of YAML 1.1: a plain `<<` without a tag. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === "PLAIN" && key.source === "<<" && key.tag === undefined;
}

function rangeOf(node: unknown): [number, number] {
  const range = isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [0, 0];
}

/** Sets a key as data even where its name is `__proto__`. */
function setOwn(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[name] = value;
  }
}
