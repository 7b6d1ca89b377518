import { expect, test } from "vitest";
import { linePieces } from "./line-pieces.ts";

test("a line falls into what was set aside, what tells, and the rest", () => {
  expect(linePieces("coredns-7d764666f9-4kzq2 0/1 OOMKilled 12", ["coredns", "OOMKilled"])).toEqual([
    { text: "coredns", kind: "telling" },
    { text: "-7d764666f9-4kzq2", kind: "aside" },
    { text: " ", kind: "plain" },
    { text: "0/1", kind: "aside" },
    { text: " ", kind: "plain" },
    { text: "OOMKilled", kind: "telling" },
    { text: " ", kind: "plain" },
    { text: "12", kind: "aside" },
  ]);
});

test.each(["", "   ", "no names at all", "a.b/c:d CrashLoopBackOff 10.0.0.1:53"])(
  "nothing of %j is lost",
  (line) => {
    const text = linePieces(line, ["loop", "names"]).map((piece) => piece.text);
    expect(text.join("")).toBe(line);
  },
);
