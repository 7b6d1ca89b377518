import { describe, expect, test } from "vitest";
import { buildStoryIndex } from "./build-story-index.ts";
import { makeDiagnoser } from "./diagnose.ts";
import type { StoryDocument } from "./story-document.ts";
import type { KnownStory } from "./story-index.ts";

interface Told {
  title: string;
  signature?: string;
  evidence?: string;
  queries?: string[];
  rulesOut?: string;
  prose?: string;
}

const told: Record<string, Told> = {
  "etcd-full": {
    title: "Events filled etcd until it refused to write",
    signature: "etcdserver: mvcc: database space exceeded",
    evidence: "Error: etcdserver: mvcc: database space exceeded",
    queries: ["etcd alarm NOSPACE disarm"],
    rulesOut: "The disk of the node is full.",
  },
  "webhook-name": {
    title: "A webhook with a certificate for another name",
    signature:
      'failed calling webhook "{name}": {call:text}: x509: certificate is valid for {names:text}, not {name}',
    queries: ["x509 certificate is valid for another service"],
    rulesOut: "The certificate has expired.",
  },
  "dns-oom": {
    title: "CoreDNS was killed at its memory limit",
    queries: ["coredns OOMKilled restart loop", "all lookups in the cluster fail"],
    prose: "The pods of CoreDNS ran out of memory together and came back only to die again.",
  },
  "node-pool": {
    title: "An autoscaler removed the last node of a pool",
    queries: ["core pool scaled to zero"],
  },
  replicas: {
    title: "All replicas shared one node",
    queries: ["anti-affinity for replicas on the same host"],
  },
};

const documents = Object.entries(told).map(
  ([id, { title, signature, evidence, queries = [], prose = "" }]): StoryDocument => ({
    id,
    title,
    summary: title,
    terms: [],
    symptoms: [
      {
        observed: title,
        evidence: evidence ? [evidence] : [],
        ...(signature === undefined ? {} : { signature }),
      },
    ],
    queries,
    causes: [],
    responses: [],
    prose,
  }),
);
const known = Object.entries(told).map(
  ([id, { title, signature, rulesOut }]): KnownStory => ({
    id,
    title,
    summary: title,
    signatures: signature === undefined ? [] : [{ template: signature }],
    rulesOut: rulesOut === undefined ? [] : [{ observed: title, rulesOut }],
  }),
);
const diagnose = makeDiagnoser(buildStoryIndex(documents), known);
const first = (text: string) => {
  const [match] = diagnose(text).matches;
  return match && [match.story, match.confidence];
};

describe("a line", () => {
  test.each([
    [
      "W0101 00:00:00.000000 1 status.go:4] Failed: etcdserver: mvcc: database space exceeded",
      "etcd-full",
      "exact",
    ],
    [
      'Error: failed calling webhook "v.example.org": Post "https://a.b.svc:443/x": x509: certificate is valid for a, not b',
      "webhook-name",
      "exact",
    ],
    ["coredns-7d764666f9-4kzq2   0/1   OOMKilled   12 (41s ago)   3d", "dns-oom", "likely"],
    ["the core pool was scaled to zero", "node-pool", "likely"],
    ["why do replicas land on the same host, is it anti-affinity?", "replicas", "likely"],
  ])("%s", (text, story, confidence) => {
    expect(first(text)).toEqual([story, confidence]);
  });

  test("broken by a terminal is still recognised", () => {
    expect(first("Error: etcdserver: mvcc: database\nspace exceeded")).toEqual(["etcd-full", "exact"]);
  });

  test("of another failure is never named as sure", () => {
    for (const text of [
      "exec format error",
      "persistentvolumeclaim data-0 not found",
      "ModuleNotFoundError: No module named numpy",
    ])
      expect(diagnose(text).sure, text).toBe(false);
  });
});

test("says which line matched and why, amid noise", () => {
  const { matches } = diagnose(
    `Name:   web\nNamespace:   shop\nEvents:\n  Normal  Pulled  2m  kubelet  Image present\n  Warning  Failed  1m  kubelet  etcdserver: mvcc: database space exceeded`,
  );
  expect(matches[0]).toMatchObject({
    story: "etcd-full",
    confidence: "exact",
    lines: [{ line: 5, signature: "etcdserver: mvcc: database space exceeded" }],
    rulesOut: [{ rulesOut: "The disk of the node is full." }],
  });
});

test("nothing gives nothing, and a limit is kept", () => {
  expect(diagnose(" \n\n")).toEqual({ matches: [], families: [], sure: false, lines: 0 });
  expect(diagnose("etcd coredns replicas pool webhook", { limit: 2 }).matches).toHaveLength(2);
});

test("names the families of errors it recognises", () => {
  const { families } = diagnose("Exit Code: 137\nReason: OOMKilled\nlookup db: no such host");
  expect(families.map(({ id }) => id)).toEqual(["out-of-memory", "dns"]);
});

test("the index is plain JSON", () => {
  const index = buildStoryIndex(documents);
  const copy = makeDiagnoser(JSON.parse(JSON.stringify(index)), known);
  const text = "coredns OOMKilled\netcd alarm\nreplicas on the same host";
  expect(copy(text)).toEqual(diagnose(text));
});
