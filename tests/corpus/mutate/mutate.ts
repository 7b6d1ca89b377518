import { isScalar, type Scalar } from "yaml";
import { isApiVersion, removedVersions, unknownVersions } from "./api-versions.ts";
import { badNames, enumKeys, isEnum } from "./bad-words.ts";
import { misspellings } from "./misspellings.ts";
import { type Edit, movedDown, movedUp } from "./moved-keys.ts";
import { cutOf, isRequired, parentLines } from "./required-fields.ts";
import { isSelectorLabel, twinOf } from "./selector-labels.ts";
import { builtInGroup, freeMaps, isTyped, lineEnd, type Spot, spotsOf } from "./spots.ts";
import { wrongValues } from "./wrong-values.ts";

/** A text with one fault put into it. */
export interface Mutation {
  kind: MutationKind;
  /** File of the corpus it was made from. */
  file: string;
  text: string;
  /** Lines on which the fault stands (1-based): one, or two where it is a contradiction between two places. */
  lines: readonly number[];
  /** What was done, for people. */
  what: string;
}

export const mutationKinds = [
  "misspelt key",
  "key one level up",
  "key one level down",
  "wrong type",
  "missing required field",
  "bad enum",
  "bad quantity",
  "bad name",
  "duplicate key",
  "unknown API version",
  "removed API version",
  "selector mismatch",
] as const;

export type MutationKind = (typeof mutationKinds)[number];

/** All mutations of a kind that a text allows, in the order of the text. */
export function mutationsOf(file: string, text: string, kind: MutationKind): Mutation[] {
  const spots = spotsOf(text);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const result: Mutation[] = [];
  const add = (spot: Spot, edits: Edit[], lines: number[], what: string) => {
    let changed = text;
    for (const { start, end, insert } of [...edits].sort((a, b) => b.start - a.start)) {
      changed = changed.slice(0, start) + insert + changed.slice(end);
    }
    result.push({ kind, file, text: changed, lines, what: `${spot.kind} ${spot.path.join(".")}: ${what}` });
  };
  const rangeOf = (node: unknown): [number, number] | undefined => {
    const range = (node as { range?: [number, number, number] | null } | null)?.range;
    return range && range[1] > range[0] ? [range[0], range[1]] : undefined;
  };
  for (const spot of spots) {
    const name = String(spot.key.value);
    const keyRange = rangeOf(spot.key);
    if (!keyRange) continue;
    const line = lineAt(keyRange[0]);
    const valueRange = rangeOf(spot.value);
    const plainKey = spot.key.type === "PLAIN";
    const builtIn = builtInGroup.test(spot.apiVersion);
    const replace = (insert: string, lines = [lineAt(valueRange?.[0] ?? 0)]) => {
      if (!valueRange || !isScalar(spot.value) || spot.value.anchor) return;
      if (spot.value.type?.startsWith("BLOCK")) return;
      add(
        spot,
        [{ start: valueRange[0], end: valueRange[1], insert }],
        lines,
        `${text.slice(...valueRange)} → ${insert}`,
      );
    };
    switch (kind) {
      case "misspelt key": {
        if (!plainKey || !isTyped(spot) || name.length < 3) break;
        for (const wrong of misspellings(name)) {
          add(spot, [{ start: keyRange[0], end: keyRange[1], insert: wrong }], [line], wrong);
        }
        break;
      }
      case "key one level up":
      case "key one level down": {
        const moved = kind === "key one level up" ? movedUp(spot, text) : movedDown(spot, text, spots);
        if (moved) add(spot, moved.edits, [moved.line], moved.what);
        break;
      }
      case "wrong type": {
        if (!isTyped(spot) && !freeMaps.has(String(spot.path.at(-2)))) break;
        for (const wrong of wrongValues(spot)) replace(wrong);
        break;
      }
      case "missing required field": {
        if (!isRequired(spot)) break;
        const cut = cutOf(spot, text);
        if (cut) add(spot, [{ ...cut, insert: "" }], parentLines(spot, text), "taken out");
        break;
      }
      case "bad enum": {
        if (!enumKeys.has(name) || !isTyped(spot) || typeof (spot.value as Scalar)?.value !== "string") break;
        if (!isEnum(spot)) break;
        const value = String((spot.value as Scalar).value);
        if (value === "") break;
        replace(value === value.toLowerCase() ? value.toUpperCase() : value.toLowerCase());
        replace(`${value}x`);
        break;
      }
      case "bad quantity": {
        const parent = String(spot.path.at(-2));
        if (
          !["limits", "requests", "capacity", "hard", "default", "defaultRequest", "max", "min"].includes(
            parent,
          )
        )
          break;
        if (!builtIn || !isScalar(spot.value) || spot.path.includes("status")) break;
        if (spot.path.includes("openAPIV3Schema")) break;
        const value = String(spot.value.value);
        for (const wrong of [
          `${value}b`,
          `${value}B`,
          `${value} Mi`,
          `"${value} "`,
          "lots",
          '""',
          `${value}ki`,
        ])
          replace(wrong);
        break;
      }
      case "bad name": {
        if (typeof (spot.value as Scalar)?.value !== "string" || !builtIn) break;
        const value = String((spot.value as Scalar).value);
        for (const wrong of badNames(spot, value)) replace(wrong);
        break;
      }
      case "duplicate key": {
        if (!valueRange || !isScalar(spot.value) || spot.value.anchor || spot.value.type?.startsWith("BLOCK"))
          break;
        if (spot.path.includes("fieldsV1")) break;
        const source = text.slice(keyRange[0], valueRange[1]);
        if (source.includes("\n")) break;
        if (spot.block) {
          const indent = keyRange[0] - (text.lastIndexOf("\n", keyRange[0] - 1) + 1);
          const end = lineEnd(text, valueRange[1]);
          add(spot, [{ start: end, end, insert: `\n${" ".repeat(indent)}${source}` }], [line + 1], source);
        } else
          add(spot, [{ start: valueRange[1], end: valueRange[1], insert: `, ${source}` }], [line], source);
        break;
      }
      case "unknown API version": {
        if (!isApiVersion(spot)) break;
        const value = String((spot.value as Scalar).value);
        for (const wrong of unknownVersions(value)) replace(wrong);
        break;
      }
      case "removed API version": {
        if (!isApiVersion(spot)) break;
        for (const old of removedVersions[`${String((spot.value as Scalar).value)}/${spot.kind}`] ?? [])
          replace(old);
        break;
      }
      case "selector mismatch": {
        if (!isSelectorLabel(spot) || typeof (spot.value as Scalar)?.value !== "string") break;
        const twin = twinOf(spot, spots);
        if (!twin) break;
        const lines = [line, lineAt(rangeOf(twin.key)?.[0] ?? 0)];
        replace(`${String((spot.value as Scalar).value)}x`, lines);
        const twinValue = rangeOf(twin.value);
        if (twinValue && isScalar(twin.value) && !twin.value.anchor) {
          add(
            twin,
            [{ start: twinValue[0], end: twinValue[1], insert: "another" }],
            lines,
            "another label on the template",
          );
        }
        break;
      }
      default:
    }
  }
  return result;
}
