import { countFindings, type Report, type ReportedResource } from "./report.ts";

/** A report as one JSON document, `version: 1`; fields are only ever added. */
export function reportJson({ findings, resources }: Report): string {
  const count = (status: ReportedResource["status"]) =>
    (resources ?? []).filter((resource) => resource.status === status).length;
  return JSON.stringify(
    {
      version: 1,
      findings,
      ...(resources ? { resources } : {}),
      summary: {
        ...countFindings(findings),
        ...(resources
          ? {
              resources: resources.length,
              valid: count("valid"),
              invalid: count("invalid"),
              skipped: count("skipped"),
              error: count("error"),
            }
          : {}),
      },
    },
    null,
    2,
  );
}
