import { expect, test } from "vitest";
import { textWidth, wrapText } from "./wrap-text.ts";

test("lines are as long as fits and no longer, and nothing is lost", () => {
  const text = "The webhook also covers ConfigMaps in the namespace of the control plane";
  const lines = wrapText(text, 200, 14);
  expect(lines.join(" ")).toBe(text);
  expect(lines.length).toBeGreaterThan(1);
  for (const [index, line] of lines.entries()) {
    expect(textWidth(line, 14)).toBeLessThanOrEqual(200);
    const [next = ""] = lines[index + 1]?.split(" ") ?? [];
    if (next !== "") expect(textWidth(`${line} ${next}`, 14)).toBeGreaterThan(200);
  }
});

test("a word that is too wide stands alone", () => {
  expect(wrapText("an extension-apiserver-authentication is", 60, 14)).toEqual([
    "an",
    "extension-apiserver-authentication",
    "is",
  ]);
});

test("an m is wider than an i, and every letter has a width", () => {
  expect(textWidth("m", 10)).toBeGreaterThan(textWidth("i", 10));
  expect(textWidth("", 10)).toBe(0);
});
