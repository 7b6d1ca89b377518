import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { baseLibrary } from "../../src/checks/examples/load-overlay.ts";

// What `npm run dev` shows of a library that is being written: the small one, in a folder of its own.

const folder = mkdtempSync(join(tmpdir(), "horror-dev-"));
const story = join(folder, "content/stories/example-story/story.mdx");
let server: ChildProcess | undefined;
let url = "";
let said = "";

beforeAll(async () => {
  cpSync(baseLibrary, folder, { recursive: true });
  const port = await freePort();
  url = `http://localhost:${port}`;
  server = spawn(
    process.execPath,
    ["node_modules/astro/bin/astro.mjs", "dev", "--ignore-lock", "--port", String(port)],
    {
      env: {
        // What says that a test runs would make Vite and Astro behave as in one.
        ...Object.fromEntries(
          Object.entries(process.env).filter(([name]) => !/^(?:VITEST|TEST|NODE_ENV)/.test(name)),
        ),
        HORROR_CONTENT: join(folder, "content"),
        ASTRO_TELEMETRY_DISABLED: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (text) => (said += String(text)));
  await until(
    async () => (await fetch(`${url}/robots.txt`).catch(() => undefined))?.ok === true,
    "the server starts",
  );
}, 240_000);

afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe("the page of a story that is being written", { timeout: 240_000 }, () => {
  test("says that there is nothing to mend", async () => {
    const page = await get("/stories/example-story/");
    expect(page.status).toBe(200);
    expect(page.text).toContain("The only replica went down with its node");
    expect(page.text).toContain("<summary>No findings</summary>");
  });

  test("shows what is wrong once it is saved, with its line, what to do and a link", async () => {
    edit((text) => text.replace("get deployment <deployment>", "delete deployment <deployment>"));
    const { text } = await shown("/stories/example-story/", "1 finding<");
    expect(text).toContain("stories/example-story/story.mdx:35:16");
    expect(text).toContain("changes something, and a check only reads.");
    expect(text).toContain("Use a command that only shows,");
    expect(text).toContain('href="/checks/command-not-read-only/"');
    expect(text).toContain("The only replica went down with its node</h1>");
  });

  test("lists the findings where the facts cannot be read, and comes back when they can", async () => {
    const before = readFileSync(story, "utf8");
    edit((text) => text.replace("severity: major", "severity: grave").replace("title: The", 'title: "The'));
    const { text, status } = await shown("/stories/example-story/", "cannot be shown yet");
    expect(status).toBe(200);
    expect(text).toContain("severity");
    expect(text).toContain("Close the quote.");
    expect(text).toContain('src="/@vite/client"');
    edit(() => before);
    await shown("/stories/example-story/", "The only replica went down with its node</h1>");
  });

  test("lists the findings where the prose is code, which is never run", async () => {
    const before = readFileSync(story, "utf8");
    edit((text) => `${text}\n{globalThis.process.exit(3)}\n`);
    expect((await shown("/stories/example-story/", "cannot be shown yet")).text).toContain("code-in-prose");
    edit(() => before);
    await shown("/stories/example-story/", "The only replica went down with its node</h1>");
  });

  test("shows drafts", async () => {
    edit((text) => text.replace("status: reviewed", "status: draft").replace("went down with", "fell with"));
    expect((await shown("/stories/example-story/", "The only replica fell with its node</h1>")).status).toBe(
      200,
    );
  });

  test("leaves every other page alone", async () => {
    expect((await get("/stories/")).text).not.toContain('id="findings"');
  });
});

function edit(change: (text: string) => string): void {
  const text = readFileSync(story, "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(story, changed);
}

async function get(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url + path);
  return { status: response.status, text: await response.text() };
}

async function shown(path: string, words: string): Promise<{ status: number; text: string }> {
  let page = await get(path);
  await until(async () => {
    page = await get(path);
    return page.text.includes(words);
  }, `${path} shows ${words}`);
  return page;
}

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 200_000; Date.now() < end; ) {
    if (await isSo()) return;
    if (server?.exitCode !== null && server?.exitCode !== undefined) break;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`Not so: ${what}. The server said:\n${said}`);
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? done(address.port) : failed(new Error("no port")),
      );
    });
  });
}
