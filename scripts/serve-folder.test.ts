import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FolderServer, serveFolder } from "./serve-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "serve-folder-"));
let server: FolderServer;
beforeAll(async () => {
  mkdirSync(join(folder, "stories"));
  writeFileSync(join(folder, "index.html"), "<title>start</title>");
  writeFileSync(join(folder, "stories/index.html"), "<title>stories</title>");
  writeFileSync(join(folder, "404.html"), "<title>nobody here</title>");
  writeFileSync(join(folder, "_headers"), "/*\n  X-Content-Type-Options: nosniff\n");
  server = await serveFolder(folder, "/a/");
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(["br", "gzip", "identity"])("to a client that accepts %s", (encoding) => {
  test.each([
    ["", 200, "start"],
    ["stories/", 200, "stories"],
    ["nothing/", 404, "nobody here"],
    ["nothing.html", 404, "nobody here"],
  ])("/a/%s is %i", async (path, status, title) => {
    const response = await fetch(server.url + path, { headers: { "accept-encoding": encoding } });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(`<title>${title}</title>`);
    expect(response.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

test("what lies outside of the base path is not there, and the base without its slash leads to it", async () => {
  const origin = new URL(server.url).origin;
  expect((await fetch(`${origin}/index.html`)).status).toBe(404);
  expect((await fetch(`${origin}/a`)).url).toBe(server.url);
});
