// Plain JavaScript that any Node can read, so that an old one gives a sentence rather than a stack trace.
// Usage: node scripts/require-node.mjs scripts/build.ts [arguments]
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";

const needed = [22, 18];

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

// Node reads TypeScript as it is, but not below node_modules, which is where an installed command stands.
function readTypeScriptHere() {
  const home = new URL("../", import.meta.url).href;
  if (!home.includes("/node_modules/")) return;
  // The first call says once that the function may still change, which is nothing to those who only use the command.
  const { emitWarning } = process;
  process.emitWarning = () => {};
  nodeModule.stripTypeScriptTypes("");
  process.emitWarning = emitWarning;
  nodeModule.registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith(home) || !url.endsWith(".ts")) return nextLoad(url, context);
      const source = nodeModule.stripTypeScriptTypes(readFileSync(fileURLToPath(url), "utf8"));
      return { format: "module", source, shortCircuit: true };
    },
  });
}

const [script, ...rest] = process.argv.slice(2);
if (isNewEnough(process.versions.node)) {
  readTypeScriptHere();
  // The command is run again and again while one writes. Compiled code is kept in the system's folder for temporary
  // files, which takes a third of the time away; https://nodejs.org/api/module.html#module-compile-cache
  if (script === "scripts/horror.ts") nodeModule.enableCompileCache?.();
  process.argv = [process.argv[0], fileURLToPath(new URL(`../${script}`, import.meta.url)), ...rest];
  await import(`../${script}`);
} else {
  // npm puts the Node that came as a package first in the path; a direct call finds it here.
  const local = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));
  if (existsSync(local)) {
    const again = [fileURLToPath(import.meta.url), script, ...rest];
    process.exitCode = spawnSync(local, again, { stdio: "inherit" }).status ?? 2;
  } else {
    process.stderr.write(
      `This needs Node ${needed.join(".")} or newer and found ${process.version}. Install one from https://nodejs.org, or run it through npm on Linux or Windows (x64), where npm ci brings one along.\n`,
    );
    process.exitCode = 2;
  }
}
