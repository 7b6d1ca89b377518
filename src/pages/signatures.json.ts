import { signaturesDocument } from "../catalog/signatures-json.ts";

/** The signatures of all stories, for other programs. Its form is published as /schema/signatures.json. */
export function GET(): Response {
  return Response.json(signaturesDocument());
}
