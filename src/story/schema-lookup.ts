import type { core, z } from "zod";

type Schema = core.$ZodType;

/** Names of the fields a schema knows at a path; for a union, those of all its forms. */
export function knownKeysAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  return [...new Set(resolve(schema, path).flatMap((found) => shapeKeys(found)))];
}

/** What a schema's documentation says of the field at a path. */
export function descriptionAt(schema: z.ZodType, path: readonly (string | number)[]): string | undefined {
  for (const found of resolve(schema, path, true)) {
    const description = (found as z.ZodType).description;
    if (description !== undefined) return description;
  }
  return undefined;
}

function shapeKeys(schema: Schema): string[] {
  const inner = unwrap(schema).flatMap((found) =>
    found._zod.def.type === "object" ? [found as core.$ZodObject] : [],
  );
  return inner.flatMap((found) => Object.keys(found._zod.def.shape));
}

function resolve(schema: Schema, path: readonly (string | number)[], keepWrappers = false): Schema[] {
  let found: Schema[] = [schema];
  for (const step of path) {
    found = found.flatMap((outer) =>
      unwrap(outer).flatMap((inner) => {
        const def = inner._zod.def;
        if (def.type === "object") {
          const field = (inner as core.$ZodObject)._zod.def.shape[String(step)];
          return field ? [field] : [];
        }
        if (def.type === "array") return [(inner as core.$ZodArray)._zod.def.element];
        if (def.type === "record") return [(inner as core.$ZodRecord)._zod.def.valueType];
        return [];
      }),
    );
  }
  return keepWrappers ? found.flatMap((outer) => [outer, ...unwrap(outer)]) : found;
}

/** The schemas behind optional, default and union. */
function unwrap(schema: Schema): Schema[] {
  const def = schema._zod.def;
  if (def.type === "optional" || def.type === "default" || def.type === "nullable")
    return unwrap((schema as core.$ZodOptional)._zod.def.innerType);
  if (def.type === "union")
    return (schema as core.$ZodUnion)._zod.def.options.flatMap((option) => unwrap(option));
  return [schema];
}
