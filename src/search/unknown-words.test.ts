import { describe, expect, test } from "vitest";
import type { EngineDocument } from "./engine.ts";
import { unknownWords } from "./unknown-words.ts";

/** A page whose every word was marked as found. */
function page(content: string, meta: Record<string, string> = {}): EngineDocument {
  const locations = content.split(" ").map((_, index) => index);
  return { url: "/", content, locations, excerpt: "", meta, sub_results: [] };
}

describe("a word is known", () => {
  test.each([
    ["anti-affinity", "anti-affinity"],
    ["antiaffinity", "anti-affinity,"],
    ["crash loop", "CrashLoopBackOff"],
    ["scheduling", "scheduled"],
    ["running", "run"],
    ["replies", "reply"],
    ["availability", "available"],
    ["node", "nodes."],
    ["nodes are available:", "node is are available"],
    ["context deadline", "context deadline exceeded)"],
    ["AWS_VPC_K8S_CNI_EXTERNALSNAT", "AWS_VPC_K8S_CNI_EXTERNALSNAT=true"],
  ])("%s on a page with %s", (query, content) => {
    expect(unknownWords(query, page(content))).toEqual([]);
  });

  test("where only the metadata holds it", () => {
    expect(unknownWords("moonlight", page("a", { organization: "Moonlight" }))).toEqual([]);
  });
});

describe("a word is unknown", () => {
  test.each([
    ["aardvarks", "a"],
    ["nodeport", "node"],
    ["webhooks.example.org", "we"],
    ["inotify", "in"],
  ])("%s on a page with %s", (query, content) => {
    expect(unknownWords(query, page(content))).toEqual([query]);
  });

  test("only the unknown ones are named", () => {
    expect(unknownWords("node aardvarks", page("node a"))).toEqual(["aardvarks"]);
  });
});
