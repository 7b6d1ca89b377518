import { expect, test } from "vitest";
import { changingCommand } from "../../checks/changing-command.ts";
import { families, familiesOf, holdsPhrase } from "./index.ts";

const ids = (text: string) => familiesOf(text).map(({ id }) => id);

test.each([
  ["Exit Code:    137", ["out-of-memory"]],
  ["node invoked oom-killer: gfp_mask=0xcc0", ["out-of-memory"]],
  ["dial tcp: lookup db on 10.96.0.10:53: no such host", ["dns"]],
  ["x509: certificate has expired or is not yet valid", ["tls-certificate"]],
  ["the room next to the gloom", []],
])("%s", (line, expected) => {
  expect(ids(line)).toEqual(expected);
});

test("a phrase stands as whole words", () => {
  expect(holdsPhrase("a room", "oom")).toBe(false);
  expect(holdsPhrase("an oom here", "oom")).toBe(true);
  expect(holdsPhrase("code 5020", "502")).toBe(false);
});

test("every family is found by each of its phrases, under one id", () => {
  expect(new Set(families.map(({ id }) => id)).size).toBe(families.length);
  for (const { id, phrases } of families)
    for (const phrase of phrases) expect(ids(`2024 ${phrase} web`), phrase).toContain(id);
});

test("every command only reads", () => {
  const commands = families.flatMap((family) => family.commands);
  expect(commands.length).toBeGreaterThan(40);
  expect(commands.flatMap(({ command }) => changingCommand(command) ?? [])).toEqual([]);
});
