import { expect, test } from "vitest";
import { cleanLine, maxLineLength } from "./clean-line.ts";

test.each([
  ['{"msg":"failed calling webhook \\"a.b\\""}', '{"msg":"failed calling webhook "a.b""}'],
  ["> failed calling webhook “a.b”", 'failed calling webhook "a.b"'],
  ["&quot;web&quot; is &lt;none&gt;", '"web" is <none>'],
  ["\u001b[31mError\u001b[0m: no", "Error: no"],
  ["DiskPressure   Unknown   Kubelet stopped", "   Unknown   Kubelet stopped"],
  ["`kubectl get pods`  ", "kubectl get pods"],
  ["see [https://a.example/x](https://a.example/x) now", "see https://a.example/x now"],
])("%s", (line, clean) => {
  expect(cleanLine(line)).toBe(clean);
});

test("is bounded", () => {
  expect(cleanLine("x".repeat(10_000))).toHaveLength(maxLineLength);
});
