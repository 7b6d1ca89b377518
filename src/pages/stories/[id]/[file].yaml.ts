import type { APIContext } from "astro";
import { listAddressedStories } from "../../../catalog/stories.ts";

const files = ["broken", "fixed"] as const;

export async function getStaticPaths() {
  return (await listAddressedStories()).flatMap(({ id, folder }) =>
    files.flatMap((file) => {
      const loaded = folder[file];
      return loaded ? [{ params: { id, file }, props: { text: loaded.text } }] : [];
    }),
  );
}

/** The manifests of a story, byte for byte as they were checked. */
export function GET({ props }: APIContext<{ text: string }>): Response {
  return new Response(props.text, { headers: { "Content-Type": "application/yaml; charset=utf-8" } });
}
