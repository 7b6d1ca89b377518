import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findingsPage } from "../../src/catalog/findings-panel.ts";
import { dist } from "./built-site.ts";

test("nothing of what development shows beside a story is in the built site", () => {
  const marks = ['id="findings"', "#findings {", "cannot be shown yet"];
  for (const mark of marks) expect(findingsPage("a", [], "/")).toContain(mark);
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(?:html|css|m?js)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const text = readFileSync(join(dist, file), "utf8");
    for (const mark of marks) expect(text.includes(mark), `${file} holds ${mark}`).toBe(false);
  }
});
