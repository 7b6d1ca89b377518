import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildIndex } from "./build-index.ts";
import { SearchEngine } from "./engine.ts";
import { indexFolder, noFacets } from "./fields.ts";
import { makePassages } from "./make-passages.ts";
import { runSearch } from "./run-search.ts";

// The real index of three small pages, searched by the program that browsers load.
const pages: Record<string, string> = {
  moonlight: `<h1>All pods on one node</h1><h2 id="seen">What you see</h2><p>There was no anti-affinity, so Redis shared a node with its replicas.</p>
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
  await writeFile(
    join(dist, "signatures.json"),
    JSON.stringify({
      stories: [
        { id: "egress", signatures: [{ template: "dial tcp {peer:address}: i/o timeout in {name}" }] },
      ],
    }),
  );
  await buildIndex(dist);
  engine = await SearchEngine.open(async (name) =>
    JSON.parse(gunzipSync(await readFile(join(dist, indexFolder, name))).toString("utf8")),
  );
}, 60_000);

afterAll(async () => {
  await rm(dist, { recursive: true, force: true });
});

async function search(query: string) {
  const { results, how, exact } = await runSearch(engine, query);
  return { how, exact, found: results.map((result) => result.id) };
}

describe("the index", () => {
  test("holds a file for what there is, words, pages and signatures", async () => {
    const names = (await readdir(join(dist, indexFolder), { recursive: true })).map((name) =>
      name.replace(/\.[0-9a-f]{10}\./, ".").replaceAll("\\", "/"),
    );
    expect(names.sort()).toEqual([
      "entry.gz.bin",
      "kept",
      "kept/egress.gz.bin",
      "kept/moonlight.gz.bin",
      "kept/webhook.gz.bin",
      "kept/words-0.gz.bin",
      "signatures.gz.bin",
    ]);
  });

  test("knows the facets of every page", () => {
    expect(engine.all().map(({ id, facets }) => [id, facets])).toEqual([
      ["egress", { ...noFacets, category: ["networking"], severity: ["major"] }],
      [
        "moonlight",
        { ...noFacets, category: ["scheduling"], component: ["redis", "scheduler"], severity: ["critical"] },
      ],
      ["webhook", { ...noFacets, category: ["upgrade"], severity: ["major"] }],
    ]);
  });

  test("keeps what a result shows", async () => {
    const [result] = (await runSearch(engine, "anti-affinity")).results;
    expect(await result?.page()).toMatchObject({
      title: "All pods on one node",
      path: "stories/moonlight/",
      meta: { summary: "Pods, shared: a node" },
      sections: [[5, "seen", "What you see"]],
    });
  });

  test("a library without stories has no index, and an older one goes", async () => {
    const empty = await mkdtemp(join(tmpdir(), "horror-index-"));
    await mkdir(join(empty, indexFolder));
    expect(await buildIndex(empty)).toEqual({ pages: 0, files: 0, bytes: 0 });
    expect(await readdir(empty)).toEqual([]);
    await rm(empty, { recursive: true });
  }, 60_000);
});

describe("a search", () => {
  test.each([
    ["anti-affinity", "typed", "moonlight"],
    ["antiaffinity", "typed", "moonlight"],
    ["podAntiAffinity", "typed", "moonlight"],
    ["AWS_VPC_K8S_CNI_EXTERNALSNAT", "typed", "egress"],
    ["externalsnat", "typed", "egress"],
    ["webhooks", "typed", "webhook"],
    ["upgraed", "typed", "webhook"],
    ["insuff", "typed", "moonlight"],
    ["0/12 nodes are available: 12 Insufficient memory.", "steady", "moonlight"],
    ["dial tcp 10.99.4.7:8443: i/o timeout", "steady", "egress"],
    [
      'Internal error occurred: failed calling webhook "pod-policy.kyverno.svc": context deadline exceeded (Client.Timeout)',
      "some",
      "webhook",
    ],
  ])("%s", async (query, how, first) => {
    const outcome = await search(query);
    expect([outcome.how, outcome.found[0]]).toEqual([how, first]);
  });

  test("a message a story is known by comes first", async () => {
    const outcome = await search("E1 redis pods: dial tcp 10.0.0.1:443: i/o timeout in sync");
    expect([outcome.exact, outcome.found[0]]).toEqual([1, "egress"]);
  });

  test("does not find what is no part of a story", async () => {
    expect((await search("aardvarks")).found).toEqual([]);
  });
});

test("passages hold the words, marked, and lead to their place", async () => {
  const { results, marked } = await runSearch(engine, "insufficient memory");
  const page = await results[0]?.page();
  const [passage] = page ? makePassages(page, marked, 2) : [];
  expect(passage).toMatchObject({
    title: "What you see",
    path: "stories/moonlight/#seen:~:text=Insufficient",
  });
  expect(passage?.pieces.filter((piece) => piece.marked).map(({ text }) => text)).toEqual([
    "Insufficient",
    "memory.",
  ]);
  // The title stands beside the passage.
  expect(passage?.pieces.map(({ text }) => text).join("")).not.toMatch(/^(?:… )?What you see/);
});
