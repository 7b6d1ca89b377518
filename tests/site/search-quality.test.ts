import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { openIndex, type SearchQuality, searchQuality, siteFinder } from "../../scripts/quality/search.ts";
import { runSearch } from "../../src/search/run-search.ts";
import { dist } from "./built-site.ts";

// How well the search of the built site finds stories may not get worse; `npm run quality` prints the numbers.

const baseline = JSON.parse(readFileSync("tests/search/baseline.json", "utf8")) as { search: SearchQuality };
const engine = await openIndex(dist);

describe.each(["pasted", "heldOut", "queries"] as const)("the search for %s", (set) => {
  let quality: SearchQuality;
  beforeAll(async () => {
    ({ quality } = await searchQuality(siteFinder(engine)));
  });

  test("is no worse than it was", () => {
    const before = baseline.search[set];
    const tolerance = 1.01 / before.cases;
    expect(quality[set].leftOut).toBe(0);
    expect(quality[set].recall1).toBeGreaterThanOrEqual(before.recall1 - tolerance);
    expect(quality[set].recall3).toBeGreaterThanOrEqual(before.recall3 - tolerance);
    expect(quality[set].noResult).toBeLessThanOrEqual(before.noResult);
  });
});

test.each([
  ["OOM", /oom|memory|prometheus|traefik/],
  ["crash loop", /crash|istio|kiam|kyverno|posthog|prometheus/],
  ["CrashLoopBackOff", /./],
  ["ImagePullBackOff", /registry|replicas|disks/],
  ["exit code 137", /./],
  ["ndots", /dns/],
  ["AWS_VPC_K8S_CNI_EXTERNALSNAT", /^mindtickle-external-snat-on-eks$/],
  ["awsVpcK8sCniExternalsnat", /^mindtickle-external-snat-on-eks$/],
  ["0/3 nodes are available", /loveholidays|descheduler|replicas|node/],
  ["podAntiAffinity", /moonlight|replicas/],
  ["node-role.kubernetes.io/master", /reddit|opa/],
  ["route reflectors", /^reddit/],
  ["webhooks", /webhook|kyverno|opa|admission/],
  ["conntrak", /conntrack|dns/],
  ["externel dns", /external-dns/],
  ["kyvern", /kyverno/],
])("%s finds what it should", async (query, first) => {
  const { results } = await runSearch(engine, query);
  expect(results.length).toBeGreaterThan(0);
  expect(results[0]?.id).toMatch(first);
});

test("words nobody wrote find nothing, and so does nothing", async () => {
  for (const query of ["zzqxv", "???", "   "])
    expect((await runSearch(engine, query)).results, query).toEqual([]);
});
