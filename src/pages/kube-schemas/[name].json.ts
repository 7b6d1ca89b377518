import type { APIRoute, GetStaticPaths } from "astro";

// The schemas of each API group and version, fetched by the pages that check manifests in the browser.

const files = import.meta.glob<string>("../../kube/schemas/*.json", { query: "?raw", import: "default" });

export const getStaticPaths = (() =>
  Object.keys(files).map((file) => ({
    params: { name: file.slice(file.lastIndexOf("/") + 1, -".json".length) },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(await files[props.file]?.(), { headers: { "content-type": "application/json" } });
