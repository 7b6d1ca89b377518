import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/**
 * Starts a real Chromium: the one `CHROMIUM_PATH` names, else the one inside the npm package on Linux x64, else an
 * installed Chrome. Takes further arguments for it. Throws where none can be started, saying what to set.
 */
export async function launchBrowser(further: readonly string[] = []): Promise<Browser> {
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    ...further,
  ];
  const named = process.env["CHROMIUM_PATH"];
  if (named) return chromium.launch({ executablePath: named, args });
  if (process.platform === "linux" && process.arch === "x64") {
    return chromium.launch({ executablePath: await packagedChromium(), args });
  }
  return chromium.launch({ channel: "chrome", args }).catch((cause: unknown) => {
    throw new Error("No Chrome was found; install one, or set CHROMIUM_PATH to a Chromium.", { cause });
  });
}

async function packagedChromium(): Promise<string> {
  const { default: packaged } = await import("@sparticuz/chromium");
  const path = await packaged.executablePath();
  const libraries = spawnSync("ldd", [path], { encoding: "utf8" });
  if (libraries.stdout?.includes("not found")) return withLibraries();
  return path;
}

/** A bare system lacks NSS; the package carries the libraries and unpacks them where it takes the system for a Lambda. */
async function withLibraries(): Promise<string> {
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs22.x";
  const script = `
    const { default: packaged } = await import("@sparticuz/chromium");
    const { rmSync } = await import("node:fs");
    rmSync("/tmp/chromium", { force: true });
    process.stdout.write(JSON.stringify({ path: await packaged.executablePath(), libraries: process.env.LD_LIBRARY_PATH, fonts: process.env.FONTCONFIG_PATH }));`;
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    env: process.env,
  });
  const found = JSON.parse(run.stdout) as { path: string; libraries?: string; fonts?: string };
  if (!existsSync(found.path)) throw new Error(`Chromium could not be unpacked: ${run.stderr}`);
  if (found.libraries) process.env["LD_LIBRARY_PATH"] = found.libraries;
  if (found.fonts) process.env["FONTCONFIG_PATH"] = found.fonts;
  return found.path;
}
