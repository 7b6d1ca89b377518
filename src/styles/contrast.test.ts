import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Contrast as WCAG 2.2 computes it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), of the tokens themselves.

const css = readFileSync("src/styles/tokens.css", "utf8");
const themes = ["light", "dark"] as const;
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

function contrast(one: string, other: string, theme: (typeof themes)[number]): number {
  const [a = 0, b = 0] = [one, other]
    .map((name) => luminance(pairs.get(name)?.[theme] ?? ""))
    .sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

function luminance(colour: string): number {
  expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const tokens = [...pairs.keys()].filter((name) => name.startsWith("token-"));

test("black on white is 21:1, and there are tokens to measure", () => {
  expect((luminance("#ffffff") + 0.05) / (luminance("#000000") + 0.05)).toBeCloseTo(21);
  expect(tokens.length).toBeGreaterThanOrEqual(3);
});

/** What is read, and all that it may stand on. */
const read: [text: string, grounds: readonly string[]][] = [
  ["ink", ["paper", "leaf", "veil", "blush", "mend-tint"]],
  ["ink-quiet", ["paper", "leaf", "veil", "blush", "mend-tint"]],
  ["accent", ["paper", "leaf", "veil", "blush"]],
  ["mend", ["paper", "leaf", "mend-tint"]],
  ["on-accent", ["accent"]],
  ["paper", ["ink"]],
  ...tokens.map((token): [string, readonly string[]] => [token, ["leaf", "blush", "mend-tint"]]),
];

test.each(themes)(
  "everything that is read, code included, has 4.5:1 on all it may stand on (%s)",
  (theme) => {
    const faint = read.flatMap(([text, grounds]) =>
      grounds
        .map((ground) => ({ text, ground, ratio: contrast(text, ground, theme) }))
        .filter(({ ratio }) => ratio < 4.5)
        .map(({ ground, ratio }) => `${text} on ${ground}: ${ratio.toFixed(2)}`),
    );
    expect(faint).toEqual([]);
  },
);

test.each(themes)("borders of controls and lines of pictures have 3:1 (%s)", (theme) => {
  for (const ground of ["paper", "leaf", "veil"])
    expect(contrast("edge", ground, theme), `edge on ${ground}`).toBeGreaterThanOrEqual(3);
});

test("the colours browsers paint around the page are those of the page", () => {
  const page = readFileSync("src/layouts/Page.astro", "utf8");
  for (const theme of themes)
    expect(page).toContain(
      `content="${pairs.get("paper")?.[theme]}" media="(prefers-color-scheme: ${theme})"`,
    );
});
