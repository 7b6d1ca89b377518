import { describe, expect, test } from "vitest";
import type { CheckContext } from "./check.ts";
import { checks } from "./index.ts";

/** What a check says to one text of a story. */
function codesOf(code: string, text: string): string[] {
  const files = [{ file: "content/stories/a/story.mdx", text, yamlLength: 0, story: "a" }];
  return (checks[code]?.({} as never, { files } as unknown as CheckContext) ?? []).map(
    (finding) => finding.code,
  );
}

describe.each<[string, string[], string[]]>([
  [
    "leaked-email-address",
    [
      "Write to jane.doe@acme.com.",
      "sa: builder@acme-prod.iam.gserviceaccount.com",
      "<j@a.co>",
      "mailto:x@acme.de",
      "a\tops+k8s@acme.io",
    ],
    [
      "on-call@example.com",
      "git@github.com:kubernetes/kubernetes.git",
      "https://medium.com/@somebody/a-story",
      "image: shop@sha256:9f86d081",
      "npm i astro@7.3.5",
      "user@localhost",
      "root@node-1.example.org",
      "kubernetes@1.10.x",
      "@mention and @another.name",
    ],
  ],
  [
    "leaked-ip-address",
    [
      "Connected to 52.29.183.17:443",
      "ec2-52-29-183-17.eu-central-1",
      "2a00:1450:4001:830::200e",
      "(34.120.5.6)",
      "20.1.2.3/32",
    ],
    [
      "10.0.0.1",
      "172.31.255.255",
      "192.168.1.1/24",
      "100.64.0.1",
      "169.254.169.254",
      "203.0.113.17",
      "8.8.8.8",
      "0.0.0.0/0",
      "255.255.255.0",
      "127.0.0.1:6443",
      "v1.10.11.12",
      "version 4.18.0.305",
      "coredns:1.8.4.2-eksbuild",
      "2001:db8::1",
      "fe80::1",
      "fd00:10:96::a",
      "::1",
      "12:30:45",
      "2020-01-02T12:30:45",
      "52:54:00:12:34:56",
      "999.1.1.1",
      "1.2.3.4.5",
    ],
  ],
  [
    "leaked-account-number",
    [
      "arn:aws:iam::482916305718:role/nodes",
      "482916305718.dkr.ecr.eu-west-1.amazonaws.com/shop",
      "account id: 482916305718",
      "/subscriptions/3f0f4b7e-9a1c-4a53-8d35-2f6b1c9d0e7a/resourceGroups",
      "projects/839201746551/locations",
      "01A2B3-4C5D6E-7F8091",
    ],
    [
      "arn:aws:iam::123456789012:role/nodes",
      "602401143452.dkr.ecr.us-west-2.amazonaws.com/eks/coredns",
      "account 111122223333",
      "/subscriptions/00000000-0000-0000-0000-000000000000/x",
      "1600000000000",
      "projects/my-project",
      "AABBCC-DDEEFF",
    ],
  ],
  [
    "leaked-host-name",
    [
      "registry.prod.acme.internal",
      "http://grafana.corp",
      "ldap.acme.lan:389",
      "jenkins.acme.local",
      "gke-node-1.europe-west1-b.c.acme-prod.internal",
      "https://acme.slack.com/archives/C01",
      "https://acme.atlassian.net/browse/OPS-1",
    ],
    [
      "kubernetes.default.svc.cluster.local",
      "redis.shop.svc.cluster.local.",
      "ip-10-0-1-2.ec2.internal",
      "ip-10-0-1-2.eu-west-1.compute.internal",
      "metadata.google.internal",
      "host.docker.internal",
      "registry.example.internal",
      "https://kubernetes.slack.com/archives/C01",
      "/etc/rc.local",
      "k8s.io/internal",
    ],
  ],
  [
    "blame-person",
    [
      "Jane Miller forgot the second replica.",
      "Then Jane forgot the second replica.",
      "It was the mistake of Rajesh.",
      "A junior engineer caused the outage.",
      "An intern made a mistake.",
      "The outage was caused\nby Thomas.",
    ],
    [
      "Thanks to Jane Miller, who wrote it down.",
      "The scheduler forgot the node.",
      "Jane Miller wrote it down. The node was forgotten.",
      "Engineers failed to notice, since nothing told them.",
      "An upgrade caused it.",
      "Helm 2 caused it.",
    ],
  ],
])("%s", (code, found, free) => {
  test.each(found)("finds %s", (text) => expect(codesOf(code, text)).toEqual([code]));
  test.each(free)("lets %s through", (text) => expect(codesOf(code, text)).toEqual([]));
});
