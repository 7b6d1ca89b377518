import { describe, expect, test } from "vitest";
import { anonymiseLine } from "./anonymise-line.ts";
import { missingStory, missingStoryAddress } from "./missing-story.ts";

describe("names are taken out, the message stays", () => {
  test.each([
    [
      'Failed to pull image "registry.corp.example/payments/api:1.2.3": rpc error: code = Unknown desc = pull access denied',
      'Failed to pull image "<image>": rpc error: code = Unknown desc = pull access denied',
    ],
    [
      "Back-off restarting failed container payments in pod payments-5f7c9d8b6d-x2x9k_acme(1b4e28ba-2fa1-11d2-883f-0016d3cca427)",
      "Back-off restarting failed container <name> in pod <name>(<id>)",
    ],
    [
      'pods "acme-worker" is forbidden: exceeded quota: team-a, requested: limits.cpu=2',
      'pods "<name>" is forbidden: exceeded quota: <name>, requested: limits.cpu=<number>',
    ],
    [
      "dial tcp: lookup db.acme.internal on 10.0.0.10:53: no such host",
      "dial tcp: lookup <host> on <address>: no such host",
    ],
    ["postgres://admin:hunter2@db.acme.com/x failed", "postgres://<secret>@<host>/x failed"],
    ["Authorization: Bearer abcdefghijklmnop", "Authorization: Bearer <secret>"],
    ["password=hunter22 refused for jane@acme.com", "password=<secret> refused for <address>"],
    ["label node-role.kubernetes.io/master is missing", "label node-role.kubernetes.io/master is missing"],
    ["the node was low on resource: memory", "the node was low on resource: memory"],
  ])("%s", (line, expected) => {
    expect(anonymiseLine(line)).toBe(expected);
  });
});

test("no name of a long list survives", () => {
  const text = [
    "Name: acme-checkout",
    "Namespace: acme-prod",
    'Warning Failed 2m kubelet Failed to pull image "acme.azurecr.io/acme/checkout:v4": unauthorized',
    'secret "acme-tls" not found in namespace acme-prod for serviceaccount acme-deployer',
    "Get https://api.acme-prod.example.com:6443/healthz: context deadline exceeded",
    "node acme-node-1 not found by user acme-admin",
  ].join("\n");
  const { title, body } = missingStory(text, []);
  expect(`${title}\n${body}`).not.toMatch(/acme/);
  expect(body).toMatch(/context deadline exceeded/);
});

test("the issue has a bounded address", () => {
  const issue = missingStory(
    Array.from({ length: 40 }, (_, i) => `error ${"word ".repeat(60)}${"x".repeat(i)}`).join("\n"),
    [],
  );
  const address = missingStoryAddress("https://github.com/a/b/", issue);
  expect(address.startsWith("https://github.com/a/b/issues/new?title=Missing+story")).toBe(true);
  expect(address.length).toBeLessThan(6001);
});
