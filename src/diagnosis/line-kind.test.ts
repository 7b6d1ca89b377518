import { expect, test } from "vitest";
import { lineKind } from "./line-kind.ts";

test.each([
  ["frame", "NAME                       READY   STATUS    RESTARTS   AGE"],
  ["frame", "  ----     ------             ----               ----               -------"],
  ["frame", "  Type     Reason             Age                From               Message"],
  ["frame", "  MemoryPressure   False   Fri, 07 Oct 2016 08:13:50 +0000   KubeletHasSufficientMemory"],
  ["frame", "                 node.kubernetes.io/unreachable:NoExecute op=Exists for 300s"],
  ["frame", "      /var/run/secrets/kubernetes.io/serviceaccount from kube-api-access-x2k4q (ro)"],
  [
    "quiet",
    "  Normal   Scheduled          28s                default-scheduler  Successfully assigned default/web",
  ],
  ["quiet", "2m   Normal   Pulled   Pod/web   Container image already present"],
  ["quiet", "Namespace:      production"],
  ["quiet", "I0618 06:26:51.892869       1 reflector.go:347] Listing and watching"],
  ["failure", "  Warning  FailedScheduling   3m2s   default-scheduler   0/4 nodes are available"],
  ["failure", "    Reason:       OOMKilled"],
  ["failure", "dial tcp 10.0.0.1:443: i/o timeout"],
  [
    "failure",
    "  Ready            Unknown   NodeStatusUnknown   Kubelet stopped posting node status; not ready",
  ],
  ["message", "all replicas share one node"],
])("%s: %s", (kind, line) => {
  expect(lineKind(line)).toBe(kind);
});
