import type { APIContext } from "astro";
import { listAddressedGuardrails } from "../../catalog/guardrails.ts";

export async function getStaticPaths() {
  return (await listAddressedGuardrails()).map(({ id, policy }) => ({ params: { id }, props: { policy } }));
}

/** One guardrail, byte for byte as it was checked. */
export function GET({ props }: APIContext<{ policy: string }>): Response {
  return new Response(props.policy, { headers: { "Content-Type": "application/yaml; charset=utf-8" } });
}
