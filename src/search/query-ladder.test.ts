import { describe, expect, test } from "vitest";
import { dropVariableParts, queryLadder, tellingWords } from "./query-ladder.ts";

describe("queryLadder", () => {
  test("an empty query has no steps", () => {
    expect(queryLadder("  \n ")).toEqual([]);
  });

  test("a query without variable parts has one step", () => {
    expect(queryLadder(" anti-affinity ")).toEqual(["anti-affinity"]);
    expect(queryLadder("AWS_VPC_K8S_CNI_EXTERNALSNAT")).toEqual(["AWS_VPC_K8S_CNI_EXTERNALSNAT"]);
    expect(queryLadder("ndots")).toEqual(["ndots"]);
  });

  test("a query of nothing but variable parts is only tried as typed", () => {
    expect(queryLadder("10.0.3.7")).toEqual(["10.0.3.7"]);
  });
});

describe("dropVariableParts", () => {
  test.each([
    ["0/12 nodes are available: 12 Insufficient cpu.", "nodes are available: Insufficient cpu."],
    [
      "Back-off restarting failed container web in pod web-5f7c9d8b6d-x2x9k_default(1b4e28ba-2fa1-11d2-883f-0016d3cca427)",
      "Back-off restarting failed container web in pod _default(",
    ],
    ["dial tcp 10.0.3.7:8443: i/o timeout", "dial tcp i/o timeout"],
    ["2019-01-18T09:12:33.123Z E0118 failed (x34 over 5m12s)", "failed"],
    ["Last State: Terminated, exit code 137", "exit code 137 Last State: Terminated,"],
    ["Exit Code:    137", "Exit Code 137"],
    ["pods web-x2x9k and cluster-autoscaler-state", "pods and cluster-autoscaler-state"],
    ["conntrack 250m 512Mi v1.29.3", "conntrack v1."],
  ])("%s", (line, rest) => {
    expect(dropVariableParts(line)).toBe(rest);
  });

  test("a long hostile line is dealt with in time", () => {
    const start = performance.now();
    for (const unit of ["a-", "1.", "0x", "(x1 over ", "a1-b2-", " :"]) dropVariableParts(unit.repeat(1000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("tellingWords", () => {
  test("keeps words that tell, once each, whatever their case", () => {
    expect(tellingWords('Error: the ImagePullBackOff of "web" and imagepullbackoff again')).toEqual([
      "Error",
      "imagepullbackoff",
      "web",
      "again",
    ]);
  });

  test("is bounded", () => {
    expect(
      tellingWords(
        Array.from(
          { length: 200 },
          (_, i) => `word${"abcdefghij"[i % 10]}x${"klmnopqrst"[Math.floor(i / 10) % 10]}y`,
        ).join(" "),
      ),
    ).toHaveLength(24);
  });
});
