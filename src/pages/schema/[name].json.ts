import type { APIContext } from "astro";
import { z } from "zod";
import { publishedSchemas } from "../../catalog/story-json.ts";

export function getStaticPaths() {
  return Object.entries(publishedSchemas).map(([name, schema]) => ({ params: { name }, props: { schema } }));
}

/** The form of a JSON document of this site, as a JSON Schema. */
export function GET({ props }: APIContext<{ schema: z.ZodType }>): Response {
  return Response.json(z.toJSONSchema(props.schema, { target: "draft-2020-12", io: "output" }));
}
