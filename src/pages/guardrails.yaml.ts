import { listGuardrails } from "../catalog/guardrails.ts";
import { joinYaml } from "../catalog/join-yaml.ts";

/** All guardrails in one file, ready to apply. */
export async function GET(): Promise<Response> {
  const files = (await listGuardrails()).map(({ id, policy }) => ({ name: id, text: policy }));
  return new Response(joinYaml(files), { headers: { "Content-Type": "application/yaml; charset=utf-8" } });
}
