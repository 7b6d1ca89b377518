import { diagnosisData } from "../catalog/signatures-json.ts";

/** What the page /diagnose/ works with. */
export function GET(): Response {
  return Response.json(diagnosisData());
}
