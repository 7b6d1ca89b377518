import { expect, test } from "vitest";
import type { EngineResult } from "./engine.ts";
import { rankByRarity } from "./rank-by-rarity.ts";

const page = (id: string, score = 1): EngineResult => ({
  id,
  score,
  data: () =>
    Promise.resolve({ url: `/${id}/`, content: "", locations: [], excerpt: "", meta: {}, sub_results: [] }),
});
const ids = (results: EngineResult[]) => results.map((result) => result.id);

test("a rare word outweighs a common one", () => {
  const common = [page("a", 5), page("b", 4), page("c", 3), page("d", 2)];
  expect(ids(rankByRarity([common, [page("d")]]))).toEqual(["d", "a", "b", "c"]);
});

test("every page appears once, and nothing gives nothing", () => {
  expect(ids(rankByRarity([[page("a")], [page("a")], []]))).toEqual(["a"]);
  expect(rankByRarity([])).toEqual([]);
  expect(rankByRarity([[], []])).toEqual([]);
});

test("the engine's score decides between equals", () => {
  expect(ids(rankByRarity([[page("a", 1), page("b", 9)]]))).toEqual(["b", "a"]);
});
