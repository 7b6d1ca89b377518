import { parseArgs } from "node:util";
import { buildSite } from "./build-site.ts";
import { checkLibrary } from "./check-library.ts";

// Builds the library: check, pages, search index. Exit code 1 where the check finds errors, 2 where the build itself fails.

const { values } = parseArgs({ options: { out: { type: "string", default: "dist" } } });
const start = performance.now();
if (checkLibrary()) {
  const checked = Math.round(performance.now() - start);
  try {
    const timings = await buildSite(values.out);
    const parts = [{ part: "check", milliseconds: checked }, ...timings];
    console.log(
      parts.map(({ part, milliseconds }) => `${part} ${(milliseconds / 1000).toFixed(1)} s`).join(", "),
    );
    console.log(`Built ${values.out}/`);
  } catch (cause) {
    console.error(cause);
    console.error(`The build failed; ${values.out}/ is as it was.`);
    process.exitCode = 2;
  }
} else {
  console.error("The library has errors, so nothing was built; the last build is as it was.");
  process.exitCode = 1;
}
