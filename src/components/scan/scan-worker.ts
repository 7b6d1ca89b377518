import { compilePolicies } from "../../guardrail/compile-policy.ts";
import type { CompiledPolicy } from "../../guardrail/policy-types.ts";
import { scanManifests } from "../../guardrail/scan-manifests.ts";
import { parseManifests } from "../../kube/parse-manifests.ts";
import type { ScanOutcome, ScanReply, ScanRequest } from "./scan-messages.ts";

// The policy engine, away from the page's own thread. The one thing it ever fetches is the file of guardrails.

let guardrails: Promise<CompiledPolicy[]> | undefined;

/** The guardrails, fetched and compiled once; after a failure they are fetched anew. */
function loadGuardrails(address: string): Promise<CompiledPolicy[]> {
  guardrails ??= fetchGuardrails(address).catch((cause: unknown) => {
    guardrails = undefined;
    throw cause;
  });
  return guardrails;
}

async function fetchGuardrails(address: string): Promise<CompiledPolicy[]> {
  const response = await fetch(address, { credentials: "omit" });
  if (!response.ok) throw new Error(`The guardrails could not be fetched: ${response.status}.`);
  const { objects } = parseManifests(await response.text(), { file: "guardrails.yaml" });
  return compilePolicies(objects).policies;
}

async function scan({ files, guardrails: address }: ScanRequest): Promise<ScanOutcome> {
  const policies = await loadGuardrails(address);
  const start = performance.now();
  const { findings, resources } = scanManifests(
    files.map(({ name, text }) => ({ text, origin: { file: name } })),
    policies,
  );
  const objects = resources.filter(({ kind }) => kind !== "");
  return {
    findings,
    objects: objects.length,
    skipped: resources.length - objects.length,
    undecided: objects.filter(({ status }) => status === "error").length,
    guardrails: policies.length,
    milliseconds: performance.now() - start,
  };
}

addEventListener("message", ({ data }: MessageEvent<ScanRequest>) => {
  const answer = (reply: ScanReply) => postMessage(reply);
  scan(data).then(
    (outcome) => answer({ id: data.id, outcome }),
    (cause: unknown) => answer({ id: data.id, problem: String(cause) }),
  );
});
