import { describe, expect, test } from "vitest";
import { stem, wordsOf } from "./words.ts";

const terms = (text: string) => wordsOf(text).map(({ term }) => term);

describe("wordsOf", () => {
  test("a compound gives itself and its parts", () => {
    expect(terms("CrashLoopBackOff")).toEqual(["crashloopbackoff", "crash", "loop", "back"]);
    expect(terms("anti-affinity")).toEqual(["antiaffinity", "anti", "affinity"]);
    expect(terms("AWS_VPC_K8S_CNI_EXTERNALSNAT")).toContain("externalsnat");
    expect(terms("OOMKilled")).toEqual(["oomkilled", "oom", "kill"]);
  });

  test("tells language from names, and parts from wholes", () => {
    expect(wordsOf("Evicted kube-proxy")).toEqual([
      { term: "evict", text: "Evicted", plain: true, part: false },
      { term: "kubeproxy", text: "kube-proxy", plain: false, part: false },
      { term: "kube", text: "kube", plain: false, part: true },
      { term: "proxy", text: "proxy", plain: false, part: true },
    ]);
  });

  test("leaves out grammar, punctuation and what is too long to be a word", () => {
    expect(terms(`the "of" -- ... ${"x".repeat(400)}`)).toEqual([]);
  });
});

test.each([
  ["nodes", "node", "nod"],
  ["evicted", "evict"],
  ["scheduling", "schedul"],
  ["scheduled", "schedul"],
  ["policies", "policy"],
  ["stopped", "stop"],
  ["status", "status"],
  ["class", "class"],
])("%s", (word, ...forms) => {
  expect(forms).toContain(stem(word));
});

test("forms of a word meet", () => {
  expect(stem("nodes")).toBe(stem("node"));
  expect(stem("restarting")).toBe(stem("restarted"));
  expect(stem("certificates")).toBe(stem("certificate"));
});
