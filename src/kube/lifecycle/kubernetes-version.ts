/** The oldest version whose rules are known; older ones are answered like it. */
export const oldestVersion = "1.25";

/** The newest version whose schemas are at hand. */
export const newestVersion = "1.36";

/** Order of two versions such as `1.9` and `1.25`: negative, 0 or positive. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}

/** The version as `major.minor` (`v1.33.2` is `1.33`), or undefined where it is none. */
export function normalVersion(text: string): string | undefined {
  const match = /^v?(\d+)\.(\d+)(?:\.\d+)?(?:[-+].*)?$/.exec(text.trim());
  return match ? `${Number(match[1])}.${Number(match[2])}` : undefined;
}

/** The version before one: `1.24` for `1.25`. */
export function versionBefore(version: string): string {
  const [major = 1, minor = 1] = version.split(".").map(Number);
  return `${major}.${minor - 1}`;
}
