import { expect, test } from "vitest";
import { compileSignature, matchSignature } from "../../diagnosis/match-signature.ts";
import { suggestSignature } from "./suggest-signature.ts";

const lines = [
  [
    "0/12 nodes are available: 12 Insufficient cpu.",
    "{count}/{count} nodes are available: {count} Insufficient cpu.",
  ],
  [
    "Back-off restarting failed container web in pod web-5f7c9d8b6-x2k4q_prod(7c1e8f5a-3d1b-4c9e-9b53-0d6d5f2b6f11)",
    "Back-off restarting failed container web in pod {pod:name}_prod({uid:name})",
  ],
  ["dial tcp 10.0.3.7:8081: connect: connection refused", "dial tcp {address}: connect: connection refused"],
  ["waited 4m12s for the lock of {name}", "waited {duration} for the lock of {part:text}"],
] as const;

test.each(lines)("%s", (line, template) => {
  expect(suggestSignature(line)).toBe(template);
  expect(matchSignature(compileSignature(template), line)).toBe(true);
});

test.each(["12", "OOM", "a".repeat(500)])("too little or too much to recognise anything: %s", (line) => {
  expect(suggestSignature(line)).toBeUndefined();
});
