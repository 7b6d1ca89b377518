import { describe, expect, test } from "vitest";
import { compileSignature, matchSignature } from "./match-signature.ts";
import { signatureSchema } from "./schema.ts";

const matches = (template: string, line: string) => matchSignature(compileSignature(template), line);

describe("matchSignature", () => {
  test.each([
    [
      "0/{count} nodes are available: {text}",
      "Warning FailedScheduling 2m default-scheduler 0/7 nodes are available: 7 Insufficient cpu.",
    ],
    [
      "Back-off restarting failed container {container} in pod {pod}",
      "Back-off restarting failed container web in pod web-5f7c9d8b6-x2k4q_prod(7c1e8f5a)",
    ],
    [
      'component "{name}" from endpoint "{endpoint}" is unhealthy',
      'component "kube-apiserver" from endpoint "gke-0a1b" is unhealthy',
    ],
    [
      "lookup {host} on {resolver:address}: read udp",
      "lookup db.prod.svc on 172.20.0.10:53: read udp 1.2.3.4:5",
    ],
    ["took longer than {limit:duration} to answer", "took longer than 1m30.5s to answer"],
    ["the {constructor} was not found", "the web-1 was not found"],
    ["is   spaced out", "this IS spaced   out"],
    ["template {{name}} was not filled", "template {name} was not filled"],
    ["template {{{part}}} was not filled", "template {web} was not filled"],
  ])("%s matches a line with other names and numbers", (template, line) => {
    expect(matches(template, line)).toBe(true);
  });

  test.each([
    ["0/{count} nodes are available: {text}", "0/many nodes are available: 7"],
    ["component {name} is unhealthy", "component kube scheduler is unhealthy"],
    ["a.c is a literal dot", "abc is a literal dot"],
  ])("%s does not match %s", (template, line) => {
    expect(matches(template, line)).toBe(false);
  });

  test("stays quick on a line made to make it backtrack", () => {
    const signature = compileSignature("{a} {b:text} {c:text} {d:text} never found here");
    const start = performance.now();
    expect(matchSignature(signature, `${"x ".repeat(5000)}`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("signatureSchema", () => {
  test.each([
    "{text}",
    "x {count} y",
    "one\ntwo three",
    "an {Unclosed variable here",
    "a lone } in a line",
    "a peer {peer:adress} went away",
  ])("refuses %j", (template) => {
    expect(signatureSchema.safeParse(template).success).toBe(false);
  });

  test.each([
    "0/{count} nodes are available",
    "template {{name}} was not filled",
    "template {{{name}}} was not filled",
    "no matches for {{ .Values.name }}",
  ])("takes %j", (template) => {
    expect(signatureSchema.safeParse(template).success).toBe(true);
  });
});
