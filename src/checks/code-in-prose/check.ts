import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Prose carries no code: no import or export, no expression, no spread, no event handler. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) => [
    ...prose.code.map(({ kind, text, at }) =>
      makeFinding({
        code: "code-in-prose",
        file: prose.file,
        at,
        ...(kind === "module"
          ? {
              message: `A paragraph that starts with "${firstWord(text)}" is code in MDX.`,
              fix: "Remove it; if it is prose, start the sentence with another word.",
            }
          : {
              message: `{${short(text)}} is an expression, and stories carry no code.`,
              fix: "Write the text itself; put literal braces in backticks.",
            }),
      }),
    ),
    ...prose.elements.flatMap(({ name, attributes }) =>
      attributes.flatMap((attribute) => {
        const handler = attribute.name !== undefined && /^on/i.test(attribute.name);
        if (attribute.value !== "expression" && !handler) return [];
        const what =
          attribute.name === undefined
            ? `{${short(attribute.text)}} spreads code into`
            : handler
              ? `${attribute.name} runs code on`
              : `${attribute.name}={${short(attribute.text)}} is code on`;
        return [
          makeFinding({
            code: "code-in-prose",
            file: prose.file,
            at: attribute.at,
            message: `${what} <${name ?? ""}>, and stories carry no code.`,
            fix: "Remove the attribute.",
          }),
        ];
      }),
    ),
  ]);

function firstWord(text: string): string {
  return /^\s*(\w+)/.exec(text)?.[1] ?? text.slice(0, 10);
}

function short(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
