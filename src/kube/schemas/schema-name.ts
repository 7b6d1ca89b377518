/**
 * Name of the file that holds the schemas of a group and version; the core group is "". Undefined where no file can have
 * the name, since both may come from a stranger's manifest.
 */
export function schemaName(group: string, version: string): string | undefined {
  const name = `${group || "core"}_${version}`;
  return /^[A-Za-z0-9._-]+$/.test(name) ? name : undefined;
}
