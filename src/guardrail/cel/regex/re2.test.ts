import { expect, test } from "vitest";
import { parseRe2 } from "./parse-re2.ts";
import { Re2 } from "./re2.ts";
import { Re2Program } from "./re2-program.ts";
import { toJavaScript } from "./to-javascript.ts";

test.each([
  ["(?i)abc", "xABCx", ["ABC"]],
  ["[0-9]*", "123 abc 456", ["123", "", "", "", "", "456"]],
  ["a|ab", "ab", ["a"]],
  ["a+?", "aa", ["a", "a"]],
  ["(?U)a+", "aa", ["a", "a"]],
  ["[[:alpha:]_]+", "a_1b", ["a_", "b"]],
  ["\\pL+", "é1", ["é"]],
  ["\\p{Greek}", "aβ", ["β"]],
  ["[^\\d\\s]+", "a 1b", ["a", "b"]],
  ["\\Qa.b\\E", "axb a.b", ["a.b"]],
  ["(?P<x>a)(?<y>b)", "ab", ["ab"]],
  ["^b", "a\nb", []],
  ["(?m)^b$", "a\nb\nc", ["b"]],
  ["a.b", "a\nb", []],
  ["(?s)a.b", "a\nb", ["a\nb"]],
  ["a$", "a\n", []],
  ["\\bfoo\\b", "food foo", ["foo"]],
  ["\\x41\\x{1F600}\\101", "A😀A", ["A😀A"]],
  ["a{2,3}", "aaaa", ["aaa"]],
  ["a{,2}", "a{,2}", ["a{,2}"]],
  ["[]a]+", "]a", ["]a"]],
  ["(?i:a)b", "AbAB", ["Ab"]],
  ["\\s", "\u000b", []],
  ["(?i)k", "\u212a", ["\u212a"]],
  ["x*", "", [""]],
])("%s finds in %j", (source, text, expected) => {
  expect(new Re2(source).findAll(text, -1)).toEqual(expected);
  expect(new Re2(source).matches(text)).toBe(expected.length > 0);
});

test.each([
  ["(", "missing closing )"],
  [")", "unexpected )"],
  ["[a", "missing closing ]"],
  ["a**", "invalid nested repetition operator"],
  ["*a", "missing argument to repetition operator"],
  ["a{1001}", "invalid repeat count"],
  ["a{2,1}", "invalid repeat count"],
  ["(?=a)", "invalid or unsupported Perl syntax"],
  ["(?<!a)", "invalid or unsupported Perl syntax"],
  ["(a)\\1", "invalid escape sequence"],
  ["\\y", "invalid escape sequence"],
  ["[b-a]", "invalid character class range"],
  ["\\pX", "invalid character class range"],
  ["a\\", "trailing backslash"],
  ["((a{1000}){1000}){10}", "expression too large"],
])("%s is refused: %s", (source, message) => {
  expect(() => new Re2(source)).toThrow(message);
});

test.each(["(a+)+$", "^(a|a)*$", "(a|aa)+$", "a*a*a*a*a*b", "(x+x+)+y"])("%s does not explode", (source) => {
  const started = performance.now();
  expect(new Re2(source).matches(`${"a".repeat(5000)}!`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(2000);
});

// Where JavaScript's engine is used, it must agree with the machine.
test("both engines agree on every text", () => {
  const sources = [
    "^a[bc]*$",
    "a|b",
    "a?b",
    "[^a]+",
    "ab{1,2}c",
    "^(ab|a)c?$",
    ".",
    "\\w-\\d",
    "b$",
    "(?i)A.c",
  ];
  const alphabet = ["a", "b", "c", "-", "1", "\n", "A", "é"];
  const texts = alphabet.flatMap((x) => alphabet.flatMap((y) => alphabet.map((z) => x + y + z)));
  const disagreements: string[] = [];
  let native = 0;
  for (const source of sources) {
    const node = parseRe2(source);
    const javascript = toJavaScript(node);
    if (!javascript) continue;
    native++;
    const program = new Re2Program(node);
    for (const text of texts) {
      javascript.lastIndex = 0;
      const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
      if (javascript.test(text) !== (program.find(points, 0) !== undefined))
        disagreements.push(`${source} ${text}`);
    }
  }
  expect(native).toBeGreaterThan(6);
  expect(disagreements).toEqual([]);
});
