import { describe, expect, test } from "vitest";
import { facetNames, noFacets } from "./fields.ts";
import { hasFacets, maxQueryLength, readSearch, writeSearch } from "./search-state.ts";

describe("a search and its address", () => {
  test("are read and written alike", () => {
    const state = {
      query: "0/3 nodes & more",
      facets: { ...noFacets, category: ["dns", "networking"], severity: ["critical"] },
    };
    const address = writeSearch(state);
    expect(address).toBe("?q=0%2F3+nodes+%26+more&category=dns&category=networking&severity=critical");
    expect(readSearch(new URLSearchParams(address))).toEqual(state);
  });

  test.each([...facetNames])("every facet survives: %s", (name) => {
    const state = { query: "", facets: { ...noFacets, [name]: ["a", "b"] } };
    expect(readSearch(new URLSearchParams(writeSearch(state)))).toEqual(state);
  });

  test("nothing searched for is no address", () => {
    expect(writeSearch({ query: "  ", facets: noFacets })).toBe("");
    expect(hasFacets(noFacets)).toBe(false);
  });

  test("strange addresses are read as far as they make sense", () => {
    const parameters = new URLSearchParams(
      `q=${"x".repeat(5000)}&category=dns&category=dns&category=&colour=red`,
    );
    const { query, facets } = readSearch(parameters);
    expect(query).toHaveLength(maxQueryLength);
    expect(facets).toEqual({ ...noFacets, category: ["dns"] });
    expect(hasFacets(facets)).toBe(true);
  });
});
