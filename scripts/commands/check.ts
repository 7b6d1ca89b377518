import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { runChecks } from "../../src/checks/run-checks.ts";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { plural } from "../../src/report/report.ts";
import { contentFolder, loadLibrary } from "../../src/story/load-library.ts";
import type { Command } from "./command.ts";
import { exitCodeFor, failOnValues, formats, printReport } from "./print-report.ts";
import { oneOf, readArguments } from "./read-arguments.ts";
import { siteAddress } from "./site-address.ts";
import { UsageError } from "./usage-error.ts";

/** horror check: the library. */
export const check: Command = {
  summary: "checks the library: stories, manifests, snippets, guardrails, proofs, polls, links",
  usage: `Usage: horror check [PATH...] [options]

Checks the whole library and shows every finding at its place. With paths, only
findings in these files and folders are shown; the whole library is still known.

  --format FORMAT   ${formats.join(", ")} (default text)
  --fail-on WHAT    ${failOnValues.join(", ")}: which findings give exit code 1 (default error)

The library is the folder content, or the one HORROR_CONTENT names. Words that must
not be published stand in its deny-list.txt, or in the file HORROR_DENY_LIST names.
`,
  async run(args, streams) {
    const { values, positionals } = readArguments("check", args, {
      format: { type: "string", default: "text" },
      "fail-on": { type: "string", default: "error" },
    });
    const format = oneOf("format", values.format, formats);
    const failOn = oneOf("fail-on", values["fail-on"], failOnValues);
    const root = contentFolder(streams.environment);
    if (!existsSync(root))
      throw new UsageError(
        `there is no folder ${shown(root)}; run horror where the library is, or set HORROR_CONTENT.`,
      );
    const wanted = positionals.map((path) => insideOf(root, path));
    const library = loadLibrary(root, streams.environment);
    const { findings, resources } = runChecks(library, {
      schemas: loadSchemas(),
      wanted: (file) => wanted.length === 0 || wanted.some((path) => isWithin(resolve(file), path)),
    });
    const stories = library.stories.filter(({ template, folder }) => {
      const full = resolve(folder);
      const named =
        wanted.length === 0 || wanted.some((path) => isWithin(full, path) || isWithin(path, full));
      return named && !template;
    });
    printReport(
      { findings, resources },
      {
        format,
        streams,
        site: siteAddress(library),
        closing:
          findings.length > 0
            ? ""
            : `No findings in ${stories.length === 1 ? "1 story" : `${stories.length} stories`} and ${plural(resources.length, "object")}.`,
      },
    );
    return exitCodeFor({ findings }, failOn);
  },
};

function insideOf(root: string, path: string): string {
  const full = resolve(path);
  if (!existsSync(full)) throw new UsageError(`there is no file or folder ${path}.`);
  if (!isWithin(full, root))
    throw new UsageError(
      `${path} is not part of the library in ${shown(root)}; horror validate checks any manifests.`,
    );
  return full;
}

function isWithin(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short === "" || short.startsWith("..") ? path : short;
}
