import { expect, test } from "vitest";
import { markMachineWords } from "./machine-words.ts";

test.each([
  ["take it out of --enable_metrics.", "take it out of `--enable_metrics`."],
  ["Set --kube-api-qps=50 or more", "Set `--kube-api-qps=50` or more"],
  ["failurePolicy is Fail", "`failurePolicy` is Fail"],
  ["Add spec.minReadySeconds, please", "Add `spec.minReadySeconds`, please"],
  ["one for kubernetes.io/hostname.", "one for `kubernetes.io/hostname`."],
  ["put referenced_memory into it", "put `referenced_memory` into it"],
  ["already `failurePolicy`", "already `failurePolicy`"],
  [
    "cAdvisor and kubelet, CPU/memory, kube-system, IPv4",
    "cAdvisor and kubelet, CPU/memory, kube-system, IPv4",
  ],
  ["See https://example.com/aB_c", "See https://example.com/aB_c"],
])("%s", (text, marked) => {
  expect(markMachineWords(text)).toBe(marked);
});
