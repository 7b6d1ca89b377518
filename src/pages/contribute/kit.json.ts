import type { APIRoute } from "astro";
import { contributorsKit } from "../../catalog/contributors-kit.ts";

export const GET: APIRoute = () =>
  new Response(JSON.stringify(contributorsKit()), { headers: { "content-type": "application/json" } });
