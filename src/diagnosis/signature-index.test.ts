import { expect, test } from "vitest";
import { fixedText, makeSignatureIndex, signaturesOf } from "./signature-index.ts";

const templates = [
  "etcdserver: mvcc: database space exceeded",
  "0/{count} nodes are available: {text}",
  "deleting entries for UDP peer {{{serviceIp:address}, {podIp:address}}}",
  "x{count}y of {name}: no such thing",
  "only {name}",
];
const index = makeSignatureIndex(templates.map((template) => ({ template, story: template.slice(0, 5) })));

test.each([
  ["Error: etcdserver: mvcc: database space exceeded", [templates[0]]],
  ["W1 0/7 nodes are available: 7 Insufficient cpu.", [templates[1]]],
  ["deleting entries for UDP peer {10.0.0.1, 10.0.0.2}", [templates[2]]],
  ["x7y of web: no such thing", [templates[3]]],
  ["only web", [templates[4]]],
  ["nothing of that kind", []],
])("%s", (line, expected) => {
  expect(signaturesOf(index, line).map(({ template }) => template)).toEqual(expected);
});

test("the fixed text has no variables, and single braces", () => {
  expect(fixedText(templates[2] ?? "")).toBe("deleting entries for UDP peer { ,  }");
});
