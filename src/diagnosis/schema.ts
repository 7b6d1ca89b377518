import { z } from "zod";
import { signatureTypes } from "./signature-types.ts";

/**
 * The parts of a signature that are not plain text, read from the left: a doubled brace, which stands for one, or a
 * variable, `{count}`, `{node}` or `{peer:address}` with an explicit type after the colon.
 */
const brace = /\{\{|\}\}|\{[a-z][A-Za-z0-9]*(?::([a-z]+))?\}/g;

/**
 * A template of a real line with its variable parts named:
 * `0/{count} nodes are available: {count} Insufficient {resource}.`
 * At least two fixed words must remain, so that it recognises something.
 */
export const signatureSchema = z
  .string()
  .min(8)
  .max(400)
  .refine((template) => !template.includes("\n"), {
    error: "A signature is one line; make one signature per line.",
  })
  .refine((template) => !/[{}]/.test(template.replaceAll(brace, "")), {
    error: "A `{` opens a variable: write {count}, {node} or {peer:address}, or `{{` for a literal brace.",
  })
  .refine(
    (template) =>
      [...template.matchAll(brace)].every(([, type]) => !type || Object.hasOwn(signatureTypes, type)),
    {
      error: `After the colon stands one of: ${Object.keys(signatureTypes).join(", ")}.`,
    },
  )
  .refine((template) => (template.replaceAll(brace, " ").match(/[A-Za-z]{2,}/g) ?? []).length >= 2, {
    error: "A signature needs at least two fixed words, else it matches anything.",
  });
