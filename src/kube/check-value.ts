import type { YamlPath } from "../yaml/yaml-types.ts";
import { checkFacets } from "./check-facets.ts";
import {
  type CompiledSchema,
  knowsOnlyNamed,
  namedFields,
  type SchemaPart,
  typeBits,
} from "./compile-schema.ts";
import { type Fault, pathText } from "./fault.ts";
import { adviseField, type FieldAdvice } from "./field-advice.ts";
import { isRecord, shown } from "./plain-values.ts";
import { nearestQuantity, parseQuantity } from "./quantity.ts";
import type { Rule, RuleContext, RuleTable } from "./rule.ts";
import { enumFault, nullItemFault, wrongTypeFault } from "./value-faults.ts";

/** How a value is checked. */
export interface CheckValueOptions {
  rules: RuleTable;
  kind: string;
  /**
   * Whether the kind is one of a project around Kubernetes: what Kubernetes itself demands of pods and selectors does
   * not hold inside of those, where templates, patches and patterns stand.
   */
  custom?: boolean;
  /** The whole object; default an empty one. */
  object?: Readonly<Record<string, unknown>>;
  /** In an excerpt no field is required. */
  excerpt?: boolean;
  /** Path of the value in its document; default the root. */
  path?: YamlPath;
}

/**
 * Checks a value against a schema and the rules attached to its parts.
 * A field that is null counts as absent, as it does for the API server.
 */
export function checkValue(value: unknown, schema: CompiledSchema, options: CheckValueOptions): Fault[] {
  const checker = new ValueChecker(options, true);
  checker.check(value, schema);
  return checker.faults;
}

/** So many unknown fields of one object are looked up elsewhere in the schema; more of them are no slips of the pen. */
const advisedFields = 100;

class ValueChecker implements RuleContext {
  readonly faults: Fault[] = [];
  readonly path: (string | number)[];
  readonly excerpt: boolean;
  readonly kind: string;
  readonly object: Readonly<Record<string, unknown>>;
  readonly #custom: boolean;
  readonly #rules: RuleTable;
  readonly #schemas: CompiledSchema[] = [];
  #unknownFields = 0;
  /** Whether unknown fields are faults and rules apply; not so while only asking whether an alternative fits. */
  readonly #full: boolean;

  constructor(options: CheckValueOptions, full: boolean) {
    const { rules, kind, object = {}, custom = false, excerpt = false, path = [] } = options;
    this.#rules = rules;
    this.#custom = custom;
    this.kind = kind;
    this.object = object;
    this.excerpt = excerpt;
    this.path = [...path];
    this.#full = full;
  }

  /** Notes a fault of a rule, whose path is relative to the value at hand. */
  readonly report = (fault: Fault): void => {
    this.faults.push({ ...fault, path: [...this.path, ...fault.path] });
  };

  check(value: unknown, schema: CompiledSchema): void {
    const bit = typeBitOf(value);
    if (schema.types !== 0 && (schema.types & bit) === 0) {
      this.report(wrongTypeFault(value, schema, this.path));
      return;
    }
    this.#schemas.push(schema);
    if (bit === typeBits.object) this.#checkObject(value as Record<string, unknown>, schema);
    else if (bit === typeBits.array) this.#checkArray(value as unknown[], schema);
    else if (schema.scalar) this.#checkScalar(value, schema);
    if (schema.enumValues) this.#checkEnum(value, schema.enumValues);
    if (schema.facets) for (const fault of checkFacets(value, schema.facets, this.path)) this.report(fault);
    if (schema.allOf.length > 0) this.#checkAllOf(value, schema);
    if (schema.anyOf.length > 0) this.#checkAlternatives(value, schema.anyOf, "anyOf");
    if (schema.oneOf.length > 0) this.#checkAlternatives(value, schema.oneOf, "oneOf");
    if (schema.not && this.#fits(value, schema.not.get())) {
      this.report({
        code: "manifest-bad-value",
        path: [],
        message: `${this.#here()} combines fields or values that exclude each other.`,
        fix: "Keep one of them; the kind's reference says which go together.",
      });
    }
    this.#schemas.pop();
  }

  #here(): string {
    return pathText(this.path) || "The object";
  }

  #checkObject(value: Record<string, unknown>, schema: CompiledSchema): void {
    const fields = namedFields(schema);
    for (const name of Object.keys(value)) {
      const field = value[name];
      const part = fields.get(name) ?? this.#patternPart(name, schema) ?? schema.values;
      if (part) {
        if (field === null) continue;
        this.path.push(name);
        this.check(field, part.get());
        this.path.pop();
      } else if (this.#full && knowsOnlyNamed(schema)) this.#unknownField(name, value);
    }
    // What a controller reports is not asked of an author, and the API server does not read it.
    const asked = !(this.#custom && schema.definition === "core_v1#Container");
    if (!this.excerpt && this.path[0] !== "status" && asked) {
      for (const name of schema.required) {
        const field = Object.hasOwn(value, name) ? value[name] : undefined;
        if (field === undefined || field === null) this.#missingField(name, value, schema);
      }
    }
    if (!this.#full) return;
    if (schema.embedded) this.#checkEmbedded(value);
    const { definition } = schema;
    if (definition === undefined || (this.#custom && this.#isForeign(definition))) return;
    const rules = this.#rules[definition];
    if (rules) this.#apply(rules, value);
  }

  /** Whether a definition is Kubernetes' own and stands inside of a custom kind; its metadata is checked all the same. */
  #isForeign(definition: string): boolean {
    if (definition === "meta_v1#ObjectMeta" && this.path.length === 1) return false;
    return /^(?:core|meta|apps|batch|policy|autoscaling)_|^[a-z]+\.k8s\.io_|^rbac\./.test(definition);
  }

  #apply(rules: readonly Rule[], value: Record<string, unknown>): void {
    for (const rule of rules) rule(value, this);
  }

  #patternPart(name: string, schema: CompiledSchema): SchemaPart | undefined {
    for (const { pattern, part } of schema.patternProperties) if (pattern.test(name)) return part;
    return undefined;
  }

  #checkEmbedded(value: Record<string, unknown>): void {
    for (const name of ["apiVersion", "kind"]) {
      if (typeof value[name] !== "string" && !this.excerpt) {
        this.report({
          code: "manifest-missing-field",
          path: [],
          on: "key",
          message: `${this.#here()} is an object of its own and has no ${name}.`,
          fix: `Add ${name}.`,
        });
      }
    }
  }

  #unknownField(name: string, value: Record<string, unknown>): void {
    const owner = ownerName(this.#schemas.at(-1), this.path);
    this.#unknownFields++;
    const advice: FieldAdvice =
      this.#unknownFields > advisedFields
        ? { known: [] }
        : adviseField(name, this.#schemas, this.path, new Set(Object.keys(value)));
    let fix: string;
    if ("rename" in advice) fix = `Rename it to "${advice.rename}".`;
    else if ("move" in advice) fix = `Move it to ${advice.move}: check its indentation.`;
    else if (advice.known.length > 0 && advice.known.length <= 12) {
      fix = `Take it out, or use one of the fields there are: ${advice.known.join(", ")}.`;
    } else fix = "Take it out, or correct its name.";
    this.report({
      code: "manifest-unknown-field",
      path: [name],
      on: "key",
      message: `${owner} has no field "${name}".`,
      fix,
    });
  }

  #missingField(name: string, value: Record<string, unknown>, schema: CompiledSchema): void {
    const owner = ownerName(schema, this.path);
    const written = Object.hasOwn(value, name);
    this.report({
      code: "manifest-missing-field",
      path: written ? [name] : [],
      on: "key",
      message: written
        ? `${owner} needs a value for "${name}".`
        : `${owner} has no "${name}", which it needs.`,
      fix: written ? `Give ${name} a value.` : `Add ${name}.`,
    });
  }

  #checkArray(value: unknown[], schema: CompiledSchema): void {
    if (!schema.items) return;
    const items = schema.items.get();
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      this.path.push(index);
      if (item !== null) this.check(item, items);
      else if (items.types !== 0 && (items.types & typeBits.null) === 0 && this.#full) {
        this.report(nullItemFault(items, this.path));
      }
      this.path.pop();
    }
  }

  #checkScalar(value: unknown, schema: CompiledSchema): void {
    switch (schema.scalar) {
      case "quantity":
        if (parseQuantity(value) === undefined) this.#badQuantity(value);
        break;
      case "int32":
      case "integer":
        this.#checkInteger(value, schema);
        break;
      case "intOrString":
        if (typeof value === "number") this.#checkInteger(value, schema);
        break;
      case "dateTime":
        if (typeof value === "string" && !isDateTime(value)) {
          this.report({
            code: "manifest-bad-value",
            path: [],
            message: `${this.#here()} takes a date and time as RFC 3339 has it, but got ${shown(value)}.`,
            fix: 'Write it like "2025-01-31T08:00:00Z".',
          });
        }
        break;
      case "base64":
        if (typeof value === "string" && !isBase64(value)) {
          this.report({
            code: "manifest-bad-value",
            path: [],
            message: `${this.#here()} takes base64, and ${shown(value)} is none.`,
            fix: "Encode the value with base64, or use stringData where the kind has it.",
          });
        }
        break;
      default:
    }
  }

  #badQuantity(value: unknown): void {
    const meant = typeof value === "string" ? nearestQuantity(value) : undefined;
    this.report({
      code: "manifest-bad-quantity",
      path: [],
      message: `${this.#here()} takes a quantity, and ${shown(value)} is none.`,
      fix: meant ? `Write ${meant}.` : "Write a number with a unit such as 500m, 2, 128Mi or 1Gi.",
    });
  }

  #checkInteger(value: unknown, schema: CompiledSchema): void {
    if (typeof value !== "number") return;
    if (!Number.isInteger(value)) {
      this.report(wrongTypeFault(value, schema, this.path));
      return;
    }
    const bits = schema.scalar === "integer" ? 63 : 31;
    if (value < -(2 ** bits) || value >= 2 ** bits) {
      this.report({
        code: "manifest-bad-value",
        path: [],
        message: `${this.#here()} takes an integer of ${bits + 1} bits, and ${value} does not fit.`,
        fix: "Write a smaller number.",
      });
    }
  }

  #checkEnum(value: unknown, allowed: readonly unknown[]): void {
    if (allowed.includes(value)) return;
    if (typeof value === "object" && allowed.some((one) => JSON.stringify(one) === JSON.stringify(value)))
      return;
    this.report(enumFault(value, allowed, this.path));
  }

  #checkAllOf(value: unknown, schema: CompiledSchema): void {
    for (const part of schema.allOf) {
      const inner = part.get();
      // Fields that a part names were checked in full with the schema's own.
      if (this.#full && namedFields(inner).size === 0 && !schema.properties) this.check(value, inner);
      else if (!this.#fits(value, inner)) this.#report(value, inner);
    }
  }

  /** Checks in full what was found not to fit, without its view of unknown fields. */
  #report(value: unknown, schema: CompiledSchema): void {
    const inner = new ValueChecker(
      { rules: {}, kind: this.kind, custom: this.#custom, excerpt: this.excerpt, path: this.path },
      false,
    );
    inner.check(value, schema);
    this.faults.push(...inner.faults);
  }

  #checkAlternatives(value: unknown, parts: readonly SchemaPart[], mode: "anyOf" | "oneOf"): void {
    const bit = typeBitOf(value);
    const alternatives = parts.map((part) => part.get());
    const ofType = alternatives.filter((one) => one.types !== 0 && (one.types & bit) !== 0);
    // With one alternative for this type there is nothing to choose, and its faults can be told in full.
    if (ofType.length === 1 && ofType[0] && alternatives.every((one) => one.types !== 0)) {
      this.check(value, ofType[0]);
      return;
    }
    const fitting = alternatives.filter((one) => this.#fits(value, one)).length;
    if (mode === "anyOf" ? fitting > 0 : fitting === 1) return;
    if (this.excerpt && fitting === 0) return;
    const names = alternatives.flatMap((one) => (one.properties || one.types ? [] : [...one.required]));
    const choice = names.length > 1 ? ` of ${[...new Set(names)].join(", ")}` : "";
    this.report({
      code: fitting > 1 ? "manifest-exclusive-fields" : "manifest-bad-value",
      path: [],
      on: "key",
      message:
        fitting > 1
          ? `${this.#here()} has more than one${choice || " of the forms that exclude each other"}.`
          : choice
            ? `${this.#here()} needs one${choice}.`
            : `${this.#here()} fits none of the forms allowed here.`,
      fix: fitting > 1 ? "Keep one of them." : "Give it one of the forms its reference names.",
    });
  }

  #fits(value: unknown, schema: CompiledSchema): boolean {
    const inner = new ValueChecker({ rules: {}, kind: this.kind, custom: this.#custom, path: [] }, false);
    inner.check(value, schema);
    return inner.faults.length === 0;
  }
}

function typeBitOf(value: unknown): number {
  if (value === null) return typeBits.null;
  if (Array.isArray(value)) return typeBits.array;
  if (isRecord(value)) return typeBits.object;
  if (typeof value === "string") return typeBits.string;
  if (typeof value === "boolean") return typeBits.boolean;
  return typeBits.number;
}

/** How a message calls what lacks or has a field: by its definition's name, or by its path. */
function ownerName(schema: CompiledSchema | undefined, path: YamlPath): string {
  const name = schema?.definition?.split("#")[1];
  if (name !== undefined && /^[A-Z][A-Za-z0-9]{0,40}$/.test(name)) return name;
  return pathText(path) || "The object";
}

function isDateTime(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text) && !Number.isNaN(Date.parse(text))
  );
}

/** Standard base64; Go's decoder passes over line breaks. */
function isBase64(text: string): boolean {
  const compact = text.replace(/[\r\n]/g, "");
  return compact.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(compact);
}
