import type { YamlPath } from "../yaml/yaml-types.ts";
import type { Fault } from "./fault.ts";

/** What a rule may know besides the value it looks at. */
export interface RuleContext {
  /** Path of the value in its document. */
  readonly path: YamlPath;
  /** Whether the text is an excerpt, in which anything may be left out. */
  readonly excerpt: boolean;
  /** Kind of the whole object; empty in an excerpt of an unknown one. */
  readonly kind: string;
  /** The whole object, or excerpt. */
  readonly object: Readonly<Record<string, unknown>>;
  /** Notes a fault; its path is relative to the value. */
  report(fault: Fault): void;
}

/**
 * Checks what a schema cannot say. It gets only mappings, whose fields may still have wrong types: those are reported
 * by the schema, so a rule passes over them.
 */
export type Rule = (value: Readonly<Record<string, unknown>>, context: RuleContext) => void;

/** Rules by the definition they apply to, such as `core_v1#Container`; they hold wherever such a value stands. */
export type RuleTable = Readonly<Record<string, readonly Rule[]>>;
