/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a mapping, or an empty one where it is something else: its type is checked elsewhere. */
export function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

/** The value as a list, or an empty one where it is something else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text, or undefined where it is something else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Whether a field counts as given: null is the same as absent to the API server. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** A value as a message shows it: short, text in quotes. */
export function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
  if (Array.isArray(value)) return "a list";
  if (isRecord(value)) return "a mapping";
  if (value === null) return "nothing";
  return String(value);
}
