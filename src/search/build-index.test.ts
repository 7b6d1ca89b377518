import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildIndex } from "./build-index.ts";
import type { SearchEngine } from "./engine.ts";
import { noFacets } from "./fields.ts";
import { readPageFacets } from "./page-facets.ts";
import { runSearch } from "./run-search.ts";

// The real index of three small pages, served over HTTP and searched by the program that browsers load.
const pages: Record<string, string> = {
  moonlight: `<h1>All pods on one node</h1><p>There was no anti-affinity, so Redis shared a node with its replicas.</p>
    <p>0/6 nodes are available: 6 Insufficient memory.</p>
    <span data-pagefind-filter="category:scheduling"></span><span data-pagefind-filter="component:redis"></span>
    <span data-pagefind-filter="component:scheduler"></span><span data-pagefind-filter="severity:critical"></span>
    <span data-pagefind-meta="summary[data-value]" data-value="Pods, shared: a node"></span>`,
  webhook: `<h1>A webhook blocks the upgrade</h1><p>Internal error occurred: failed calling webhook
    "validate.example.io": context deadline exceeded while the control plane was upgraded.</p>
    <span data-pagefind-filter="category:upgrade"></span><span data-pagefind-filter="severity:major"></span>`,
  egress: `<h1>External SNAT</h1><p>AWS_VPC_K8S_CNI_EXTERNALSNAT was wrong; dial tcp 10.1.2.3:443: i/o timeout.</p>
    <span data-pagefind-filter="category:networking"></span><span data-pagefind-filter="severity:major"></span>
    <p data-pagefind-ignore>unrelated words about aardvarks</p>`,
};

let dist = "";
let server: Server;
let engine: SearchEngine;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), "horror-index-"));
  for (const [id, body] of Object.entries(pages)) {
    await mkdir(join(dist, "stories", id), { recursive: true });
    await writeFile(
      join(dist, "stories", id, "index.html"),
      `<!doctype html><html lang="en"><body><nav>menu aardvarks</nav><main data-pagefind-body>${body}</main></body></html>`,
    );
  }
  await writeFile(
    join(dist, "index.html"),
    '<!doctype html><html lang="en"><body><p>aardvarks</p></body></html>',
  );
  await buildIndex(dist);
  server = createServer((request, response) => {
    readFile(join(dist, new URL(request.url ?? "/", "http://localhost").pathname)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { createInstance } = await import(join(dist, "pagefind/pagefind.js"));
  engine = createInstance({
    basePath: `http://127.0.0.1:${port}/pagefind/`,
    baseUrl: "/library/",
    language: "en",
  });
}, 60_000);

afterAll(async () => {
  server.close();
  await rm(dist, { recursive: true, force: true });
});

async function search(query: string) {
  const { results, how } = await runSearch(engine, query);
  const found = await Promise.all(results.map((result) => result.data()));
  return { how, found: found.map((page) => page.url) };
}

describe("the index", () => {
  test("holds what the site serves and nothing else", async () => {
    const names = (await readdir(join(dist, "pagefind"))).map((name) => name.replace(/_[0-9a-f]+/, ""));
    expect(names.sort()).toEqual([
      "filter",
      "fragment",
      "index",
      "pagefind-entry.json",
      "pagefind.en.pf_meta",
      "pagefind.js",
      "wasm.en.pagefind",
    ]);
  });

  test("knows the facets of every page", async () => {
    const facets = await readPageFacets(engine);
    expect(
      [...facets.values()].sort((a, b) => ((a.category[0] ?? "") < (b.category[0] ?? "") ? -1 : 1)),
    ).toEqual([
      { ...noFacets, category: ["networking"], component: [], provider: [], severity: ["major"] },
      {
        ...noFacets,
        category: ["scheduling"],
        component: ["redis", "scheduler"],
        provider: [],
        severity: ["critical"],
      },
      { ...noFacets, category: ["upgrade"], component: [], provider: [], severity: ["major"] },
    ]);
  });

  test("keeps what a result shows", async () => {
    const [result] = (await engine.search("anti-affinity")).results;
    expect((await result?.data())?.meta).toMatchObject({
      title: "All pods on one node",
      summary: "Pods, shared: a node",
    });
  });

  test("a library without stories has no index, and an older one goes", async () => {
    const empty = await mkdtemp(join(tmpdir(), "horror-index-"));
    await mkdir(join(empty, "pagefind"));
    expect(await buildIndex(empty)).toEqual({ pages: 0, files: 0, bytes: 0 });
    expect(await readdir(empty)).toEqual([]);
    await rm(empty, { recursive: true });
  }, 60_000);
});

describe("a search", () => {
  test.each([
    ["anti-affinity", "typed", "/library/stories/moonlight/"],
    ["antiaffinity", "typed", "/library/stories/moonlight/"],
    ["AWS_VPC_K8S_CNI_EXTERNALSNAT", "typed", "/library/stories/egress/"],
    ["0/12 nodes are available: 12 Insufficient memory.", "steady", "/library/stories/moonlight/"],
    [
      'Internal error occurred: failed calling webhook "pod-policy.kyverno.svc": context deadline exceeded (Client.Timeout)',
      "some",
      "/library/stories/webhook/",
    ],
  ])("%s", async (query, how, first) => {
    const outcome = await search(query);
    expect([outcome.how, outcome.found[0]]).toEqual([how, first]);
  });

  test("does not find what is no part of a story", async () => {
    expect(await search("aardvarks")).toEqual({ how: "none", found: [] });
  });
});
