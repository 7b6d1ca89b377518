import { describe, expect, test } from "vitest";
import { LineIndex } from "./line-index.ts";

describe("LineIndex", () => {
  test.each([
    ["LF", "a\nbc\n"],
    ["CR LF", "a\r\nbc\r\n"],
    ["CR", "a\rbc\r"],
  ])("counts lines ended by %s", (_name, text) => {
    const lines = new LineIndex(text);
    expect(lines.lineCount).toBe(3);
    expect(lines.at(text.indexOf("c"))).toEqual({ line: 2, column: 2 });
    expect(lines.at(text.length)).toEqual({ line: 3, column: 1 });
  });

  test("counts columns in UTF-16 code units", () => {
    expect(new LineIndex("👻x").at(2)).toEqual({ line: 1, column: 3 });
  });

  test("agrees with a plain count at every offset", () => {
    const text = "one\n\ntwo three\r\nfour\n";
    const lines = new LineIndex(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const before = text.slice(0, offset).split("\n");
      expect(lines.at(offset)).toEqual({ line: before.length, column: (before.at(-1) ?? "").length + 1 });
    }
  });
});
