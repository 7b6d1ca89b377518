import { expect, test } from "vitest";
import { cascadeSteps } from "./cascade-steps.ts";

const node = (id: string) => ({ id, kind: "fault" as const, label: `Node ${id}` });
const order = (ids: string, arrows: string[]) =>
  cascadeSteps({
    nodes: [...ids].map(node),
    arrows: arrows.map(([from = "", to = ""]) => ({ from, to })),
  }).map((step) => `${step.number}${step.id}<${step.from.join(",")}`);

test("causes come before what they caused", () => {
  expect(order("cab", ["ab", "bc", "ac"])).toEqual(["1a<", "2b<1", "3c<1,2"]);
});

test("a circle is opened at the node written first", () => {
  expect(order("abc", ["ab", "bc", "ca"])).toEqual(["1a<3", "2b<1", "3c<2"]);
});
