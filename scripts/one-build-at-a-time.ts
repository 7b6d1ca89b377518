import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Longest time that a build may take, in milliseconds; whatever is older was left behind. */
const longest = 300_000;

/**
 * Does work that only one process may do in a checkout: Astro keeps what it compiles in `.astro` and what it reads in
 * `node_modules/.astro`, whatever folder the pages go to, and two builds at once would take each other's. The lock stands
 * in the latter, which checkouts may share. Waits for the other to end; what a process left behind that died is cleared
 * away. Takes the checkout, and how often to look again, in milliseconds. Gives what the work gives.
 */
export async function oneBuildAtATime<Result>(
  checkout: string,
  work: () => Promise<Result>,
  again = 200,
): Promise<Result> {
  const folder = join(checkout, "node_modules/.astro");
  const lock = join(folder, "building");
  mkdirSync(folder, { recursive: true });
  while (!take(lock)) {
    if (!isAlive(ownerOf(lock)) || ageOf(lock) > longest) clear(lock);
    else await sleep(again);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw cause;
  }
}

/** The process that builds; undefined where it has just ended, or has not yet written who it is. */
function ownerOf(lock: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(lock, "utf8"), 10) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(owner: number | undefined): boolean {
  if (owner === undefined) return true;
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(owner, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** In milliseconds. The number of a process that died may be another's by now, so that being alive is not enough. */
function ageOf(lock: string): number {
  const found = statSync(lock, { throwIfNoEntry: false });
  return found ? Date.now() - found.mtimeMs : 0;
}

/** Of several that find a dead owner, the one whose renaming succeeds clears it; a new owner's lock is never taken away. */
function clear(lock: string): void {
  try {
    const aside = `${lock}.${process.pid}`;
    renameSync(lock, aside);
    rmSync(aside, { force: true });
  } catch {
    // Another one was faster.
  }
}
