import { stringify } from "yaml";

/** Writes a value as YAML, with long texts on one line so that a change shows where it was made. */
export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
