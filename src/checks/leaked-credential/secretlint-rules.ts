import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import type { FoundCredential } from "./credential-shapes.ts";

/** The part of secretlint's rules that is used; https://github.com/secretlint/secretlint, docs/secretlint-rule.md. */
interface SecretlintRule {
  meta: { id: string };
  messages: Record<string, { en: string | ((props: object) => string) }>;
  create(
    context: {
      createTranslator(messages: SecretlintRule["messages"]): (id: string) => { message: string };
      report(found: { message: { message: string }; range: readonly [number, number] }): void;
      ignore(): void;
    },
    options: object,
  ): {
    file?(source: { content: string; filePath: string; ext: string; contentType: "text" }): unknown;
  };
}

/** Stands where a message would repeat the value. */
const hole = "\ufffd";

// A comment in a story must not be able to turn the others off.
const used = (rules as unknown as readonly SecretlintRule[]).filter(
  ({ meta }) => !meta.id.endsWith("-filter-comments"),
);

/**
 * Runs secretlint's recommended rules over a text, offline and at once. They know the shapes of some sixty providers'
 * credentials; the values that the providers' documentation uses as examples are let through.
 */
export function secretlintCredentials(text: string): FoundCredential[] {
  const found: FoundCredential[] = [];
  for (const rule of used) {
    const { file } = rule.create(
      {
        createTranslator: (messages) => (id) => ({ message: nameOf(messages[id]?.en, rule.meta.id) }),
        report: ({ message, range: [start, end] }) =>
          found.push({ offset: start, length: end - start, what: message.message }),
        ignore: () => undefined,
      },
      {},
    );
    const running = file?.({ content: text, filePath: "text.txt", ext: ".txt", contentType: "text" });
    // Only the rule for key stores, which are binary, looks at anything later than at once.
    if (running instanceof Promise) running.catch(() => undefined);
  }
  return found;
}

/** What was found, in secretlint's words and without the value: "AWS Access Key ID". */
function nameOf(message: string | ((props: object) => string) | undefined, rule: string): string {
  const text = typeof message === "function" ? message(new Proxy({}, { get: () => hole })) : message;
  const name = text
    ?.replace(/\ufffd[\s\S]*$/, "")
    .replace(/^found\s+/i, "")
    .replace(/[\s:("'`]+$/, "");
  return name || rule.replace(/^.*secretlint-rule-/, "");
}
