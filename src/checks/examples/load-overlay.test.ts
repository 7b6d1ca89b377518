import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { baseLibrary, Overlay, withOverlay } from "./load-overlay.ts";
import type { ExamplePart } from "./parse-check-page.ts";

const part = (action: ExamplePart["action"], file: string, text = ""): ExamplePart => ({
  action,
  file,
  text,
  encoding: "utf8",
  line: 1,
});
const story = "content/stories/example-story";
const parts = [
  part("change", `${story}/fixed.yaml`, "-  replicas: 2\n+  replicas: 3\n"),
  part("remove", "content/stories/other-story"),
  part("link", `${story}/evidence/events.txt`, "/etc/hostname"),
  part("write", `${story}/new/folder/file.txt`, "new\n"),
];
const listed = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

test("an example changes a copy, which is put back as it was", () => {
  const overlay = new Overlay();
  const before = listed(baseLibrary);
  overlay.with(parts, (folder) => {
    expect(readFileSync(join(folder, story, "fixed.yaml"), "utf8")).toContain("replicas: 3");
    expect(existsSync(join(folder, "content/stories/other-story"))).toBe(false);
    expect(lstatSync(join(folder, story, "evidence/events.txt")).isSymbolicLink()).toBe(true);
    expect(existsSync(join(folder, story, "new/folder/file.txt"))).toBe(true);
  });
  expect(listed(overlay.folder)).toEqual(before);
  for (const file of before.filter((name) => lstatSync(join(baseLibrary, name)).isFile()))
    expect(readFileSync(join(overlay.folder, file))).toEqual(readFileSync(join(baseLibrary, file)));
  overlay.close();
  expect(existsSync(overlay.folder)).toBe(false);
});

test("a change that does not fit leaves the copy as it was", () => {
  const overlay = new Overlay();
  const wrong = [parts[0], part("change", `${story}/fixed.yaml`, "-nothing\n")].filter(
    (one) => one !== undefined,
  );
  expect(() => overlay.with(wrong, () => undefined)).toThrow("not in the file");
  expect(readFileSync(join(overlay.folder, story, "fixed.yaml"), "utf8")).toContain("replicas: 2");
  overlay.close();
});

test("a copy for one example is taken away", () => {
  const folder = withOverlay(parts, (copy) => copy);
  expect(existsSync(folder)).toBe(false);
});
