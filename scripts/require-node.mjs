// Plain JavaScript that any Node can read, so that an old one gives a sentence rather than a stack trace.
// Usage: node scripts/require-node.mjs scripts/build.ts [arguments]
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const needed = [22, 18];

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

const [script, ...rest] = process.argv.slice(2);
if (isNewEnough(process.versions.node)) {
  process.argv = [process.argv[0], fileURLToPath(new URL(`../${script}`, import.meta.url)), ...rest];
  await import(`../${script}`);
} else {
  // npm puts the Node that came as a package first in the path; a direct call finds it here.
  const local = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));
  if (existsSync(local)) {
    const file = fileURLToPath(new URL(`../${script}`, import.meta.url));
    process.exitCode = spawnSync(local, [file, ...rest], { stdio: "inherit" }).status ?? 2;
  } else {
    process.stderr.write(
      `This needs Node ${needed.join(".")} or newer and found ${process.version}. Install one from https://nodejs.org, or run it through npm on Linux or Windows (x64), where npm ci brings one along.\n`,
    );
    process.exitCode = 2;
  }
}
