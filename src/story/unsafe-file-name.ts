/** Names that Windows keeps for devices, whatever follows the first dot. */
const devices = /^(?:con|prn|aux|nul|clock\$|com[0-9]|lpt[0-9])(?:\.|$)/i;

/**
 * Why a file or folder of the library cannot have a name, or nothing where it can: it must mean the same on every system
 * a contributor may use, and look like what it is. Takes the name and those beside it.
 */
export function unsafeFileName(name: string, siblings: readonly string[]): string | undefined {
  if (name.length > 100) return `has ${name.length} characters, and some systems take fewer`;
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)) return "holds characters that nobody sees";
  const strange = /[^A-Za-z0-9._-]/u.exec(name)?.[0];
  if (strange !== undefined) return `holds "${strange}", which not every system and address can carry`;
  if (name.endsWith(".")) return "ends with a dot, which Windows takes away";
  if (devices.test(name)) return "is a device on Windows, where nobody could fetch the library any more";
  const twin = siblings.find((other) => other !== name && other.toLowerCase() === name.toLowerCase());
  if (twin !== undefined) return `is ${twin} too where upper and lower case are one`;
  return undefined;
}
