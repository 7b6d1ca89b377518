import { describe, expect, test } from "vitest";
import { z } from "zod";
import { wellFormed } from "./well-formed.ts";

const schema = z.strictObject({
  name: z.string().trim().min(2),
  size: z.int().optional(),
  tags: z.array(z.strictObject({ id: z.string(), level: z.enum(["low", "high"]).default("low") })).max(3),
  form: z.union([
    z.string(),
    z.strictObject({ none: z.string() }),
    z.strictObject({ a: z.int(), b: z.int() }),
  ]),
});
const right = { name: "x y", size: 1, tags: [{ id: "one", level: "high" }], form: { a: 1, b: 2 } };

describe("wellFormed", () => {
  test("gives what the schema gives where all is right", () => {
    expect(wellFormed(schema, right)).toEqual(schema.parse(right));
    expect(wellFormed(schema, { ...right, name: " x y " })?.name).toBe("x y");
  });

  test.each([
    ["a wrong text", { ...right, name: "x" }, { ...right, name: undefined }],
    ["an unknown field", { ...right, nmae: "x" }, right],
    ["a wrong optional field", { ...right, size: "big" }, { ...right, size: undefined }],
    [
      "a wrong field of an entry",
      { ...right, tags: [{ id: 3 }, { id: "b" }] },
      { ...right, tags: [{ id: undefined }, { id: "b", level: "low" }] },
    ],
    [
      "a wrong entry",
      { ...right, tags: ["one", { id: "b" }] },
      { ...right, tags: [undefined, { id: "b", level: "low" }] },
    ],
    [
      "a wrong field of one form",
      { ...right, form: { a: 1, b: "x" } },
      { ...right, form: { a: 1, b: undefined } },
    ],
    ["a form with a field too many", { ...right, form: { a: 1, b: 2, c: 3 } }, right],
    ["a wrong reason", { ...right, form: { none: 5 } }, { ...right, form: { none: undefined } }],
    ["no form at all", { ...right, form: { z: 5 } }, { ...right, form: undefined }],
    ["a list in place of a mapping", [1], undefined],
    ["nothing", null, undefined],
  ])("loses nothing but the part with %s", (_name, value, kept) => {
    expect(wellFormed(schema, value)).toStrictEqual(kept);
  });

  test("tells a missing field from a wrong one", () => {
    const { name: _, ...rest } = right;
    expect(Object.hasOwn(wellFormed(schema, rest) ?? {}, "name")).toBe(false);
    expect(Object.hasOwn(wellFormed(schema, { ...rest, name: 5 }) ?? {}, "name")).toBe(true);
  });

  test("keeps the entries of a list that is too long", () => {
    const tags = ["a", "b", "c", "d"].map((id) => ({ id, level: "low" }));
    expect(wellFormed(schema, { ...right, tags })?.tags).toHaveLength(4);
  });
});
