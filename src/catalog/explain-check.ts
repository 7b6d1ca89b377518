import { loadBaseFile, type Overlay } from "../checks/examples/load-overlay.ts";
import { type Example, parseCheckPage } from "../checks/examples/parse-check-page.ts";
import { type ExampleKind, kindOfExample, runExample } from "../checks/examples/run-example.ts";
import type { Severity } from "../finding/finding.ts";
import { exampleListings, type FileListing } from "./example-listings.ts";
import { richText } from "./rich-text.ts";

/** What the check says of an example. */
export interface ShownFinding {
  code: string;
  severity: Severity;
  /** file:line:column, as the command line prints it. */
  place: string;
  message: string;
  fix: string;
}

/** A file of an example with what was found in it. */
export interface ExampleFile extends FileListing {
  findings: ShownFinding[];
}

/** An example as a page shows it; prose is HTML. */
export interface ShownExample {
  prose: string[];
  files: ExampleFile[];
}

/** What the page of a check says, with its examples run; prose is HTML. */
export interface CheckExplanation {
  meaning: string[];
  /** How the examples were checked; undefined where there is none. */
  kind?: ExampleKind;
  fails: ShownExample;
  passes: ShownExample;
}

/**
 * Takes a check's page and runs its failing example, in a copy of the small library where one is at hand. Throws where
 * the page does not have the form.
 */
export async function explainCheck(code: string, page: string, overlay?: Overlay): Promise<CheckExplanation> {
  const { meaning, fails, passes } = parseCheckPage(page, code);
  const findings = fails.parts.length > 0 ? runExample(fails.parts, overlay) : [];
  // The code the page is about comes first, whatever else comes along.
  const sorted = [...findings].sort((a, b) => Number(b.code === code) - Number(a.code === code));
  const listings = await exampleListings(fails, passes, sorted, loadBaseFile);
  const shown = (
    { prose }: Example,
    files: readonly FileListing[],
    found: typeof findings,
  ): ShownExample => ({
    prose: prose.map(richText),
    files: files.map((file) => ({
      ...file,
      findings: found
        .filter((finding) => finding.file === file.file)
        .map(({ code: own, severity, line, column, message, fix }) => ({
          code: own,
          severity,
          place: `${file.file}:${line}:${column}`,
          message,
          fix,
        })),
    })),
  });
  return {
    meaning: meaning.map(richText),
    ...(fails.parts.length > 0 ? { kind: kindOfExample(fails.parts) } : {}),
    fails: shown(fails, listings.fails, sorted),
    passes: shown(passes, listings.passes, []),
  };
}
