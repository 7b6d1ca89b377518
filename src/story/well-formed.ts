import type { core, z } from "zod";

/**
 * A value as far as it fits its schema. A field that is missing or does not fit is undefined (`"field" in value` says
 * which of the two), an entry of a list that does not fit stands as undefined in its place, and what is below a part that
 * fits is whole. Lengths, and rules between fields, may be broken all the same.
 */
export type WellFormed<T> = T extends readonly (infer Entry)[]
  ? readonly (WellFormed<Entry> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: WellFormed<T[Key]> | undefined }
    : T;

/**
 * Keeps of a value what fits a schema: a wrong field takes nothing with it but itself. Gives undefined where nothing of it
 * fits. Never throws.
 */
export function wellFormed<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): WellFormed<z.infer<Schema>> | undefined {
  return keep(schema, value) as WellFormed<z.infer<Schema>> | undefined;
}

function keep(schema: core.$ZodType, value: unknown): unknown {
  const result = (schema as z.ZodType).safeParse(value);
  if (result.success) return result.data;
  const { def } = schema._zod;
  switch (def.type) {
    case "optional":
    case "default":
    case "nullable":
      return value === undefined ? undefined : keep((schema as core.$ZodOptional)._zod.def.innerType, value);
    case "object":
      return isMapping(value) ? keepFields((schema as core.$ZodObject)._zod.def.shape, value) : undefined;
    case "array":
      return Array.isArray(value)
        ? value.map((entry: unknown) => keep((schema as core.$ZodArray)._zod.def.element, entry))
        : undefined;
    case "union":
      return keepForm((schema as core.$ZodUnion)._zod.def.options, value);
    default:
      return undefined;
  }
}

function keepFields(shape: Readonly<Record<string, core.$ZodType>>, value: Record<string, unknown>): unknown {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) =>
      Object.hasOwn(value, name) ? [[name, keep(field, value[name])]] : [],
    ),
  );
}

/** Of the forms a mapping may have, the one it shares most fields with was meant. */
function keepForm(forms: readonly core.$ZodType[], value: unknown): unknown {
  if (!isMapping(value)) return undefined;
  const [meant] = forms
    .flatMap((form) => (form._zod.def.type === "object" ? [form as core.$ZodObject] : []))
    .map((form) => {
      const { shape } = form._zod.def;
      return { shape, shared: Object.keys(value).filter((name) => Object.hasOwn(shape, name)).length };
    })
    .sort((a, b) => b.shared - a.shared);
  return meant && meant.shared > 0 ? keepFields(meant.shape, value) : undefined;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
