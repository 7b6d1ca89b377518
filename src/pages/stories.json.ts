import { storiesDocument } from "../catalog/story-json.ts";

/** All stories in short, for other programs. Its form is published as /schema/stories.json. */
export async function GET(): Promise<Response> {
  return Response.json(await storiesDocument());
}
