import { expect, test } from "vitest";
import { explainEscapes, placeInEscapes, readEscapes } from "./read-escapes.ts";

test("escapes are read, those in a repeated text too", () => {
  expect(readEscapes(String.raw`a\0\xe9\u{202e}\repeat{b\x0a}{2}c`)).toBe("a\0\u00e9\u202eb\nb\nc");
  expect(readEscapes("a \\ b \\n")).toBe("a \\ b \\n");
});

test.each([
  ["before any escape", 0, 2, "ab"],
  ["an escape of one character", 2, 3, String.raw`\x07`],
  ["the inside of a repetition", 10, 12, String.raw`\repeat{[}{50}`],
  ["behind them", 53, 54, "z"],
])("a place is found: %s", (_name, start, end, expected) => {
  const written = String.raw`ab\x07\repeat{[}{50}z`;
  const place = placeInEscapes(written, start, end);
  expect(written.slice(place.start, place.end)).toBe(expected);
});

test("escapes are explained, each once", () => {
  expect(explainEscapes(String.raw`\x07 \x07 \0 \u{200b} \repeat{x}{2000000}`)).toEqual([
    { written: String.raw`\x07`, meaning: "the byte 07" },
    { written: String.raw`\0`, meaning: "the byte 00" },
    { written: String.raw`\u{200b}`, meaning: "the character U+200B" },
    { written: String.raw`\repeat{x}{2000000}`, meaning: "`x`, 2,000,000 times" },
  ]);
  expect(explainEscapes("none")).toEqual([]);
});
