import { describe, expect, test } from "vitest";
import { countFacets, matchesFacets } from "./count-facets.ts";
import { type FacetValues, noFacets } from "./fields.ts";

const stories: FacetValues[] = [
  {
    ...noFacets,
    category: ["dns"],
    component: ["coredns", "service"],
    provider: ["eks"],
    severity: ["critical"],
  },
  { ...noFacets, category: ["dns"], component: ["coredns"], provider: ["gke"], severity: ["minor"] },
  { ...noFacets, category: ["runtime"], component: ["kubelet"], provider: ["gke"], severity: ["critical"] },
];

describe("facets", () => {
  test("without a choice everything matches and everything is counted", () => {
    expect(stories.every((story) => matchesFacets(story, noFacets))).toBe(true);
    expect(countFacets(stories, noFacets)).toEqual({
      category: new Map([
        ["dns", 2],
        ["runtime", 1],
      ]),
      component: new Map([
        ["coredns", 2],
        ["service", 1],
        ["kubelet", 1],
      ]),
      provider: new Map([
        ["eks", 1],
        ["gke", 2],
      ]),
      severity: new Map([
        ["critical", 2],
        ["minor", 1],
      ]),
      noticed: new Map(),
      change: new Map(),
    });
  });

  test("within a facet one value suffices, between facets all must agree", () => {
    const both = { ...noFacets, category: ["dns", "runtime"] };
    expect(stories.filter((story) => matchesFacets(story, both))).toHaveLength(3);
    const narrow = { ...both, severity: ["critical"], provider: ["gke"] };
    expect(stories.filter((story) => matchesFacets(story, narrow))).toEqual([stories[2]]);
  });

  test("a count is what choosing that value too would find", () => {
    const chosen = { ...noFacets, category: ["dns"], severity: ["critical"] };
    const counts = countFacets(stories, chosen);
    expect(Object.fromEntries(counts.category)).toEqual({ dns: 1, runtime: 1 });
    expect(Object.fromEntries(counts.severity)).toEqual({ critical: 1, minor: 1 });
    expect(Object.fromEntries(counts.provider)).toEqual({ eks: 1 });
  });
});
