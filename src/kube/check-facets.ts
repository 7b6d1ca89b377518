import type { YamlPath } from "../yaml/yaml-types.ts";
import type { Facets } from "./compile-schema.ts";
import { type Fault, pathText } from "./fault.ts";
import { isRecord, shown } from "./plain-values.ts";

/** Faults of a value against the limits of its schema (OpenAPI 3: ranges, lengths, patterns); paths are empty. */
export function checkFacets(value: unknown, facets: Facets, path: YamlPath): Fault[] {
  const place = pathText(path) || "The value";
  const problem = problemOf(value, facets);
  if (!problem) return [];
  const { is, fix } = problem;
  return [{ code: "manifest-bad-value", path: [], message: `${place} is ${shown(value)}; ${is}.`, fix }];
}

interface Problem {
  is: string;
  fix: string;
}

function problemOf(value: unknown, facets: Facets): Problem | undefined {
  if (facets.const !== undefined && JSON.stringify(facets.const) !== JSON.stringify(value)) {
    return { is: `only ${shown(facets.const)} is allowed`, fix: `Write ${shown(facets.const)}.` };
  }
  if (typeof value === "number") return numberProblem(value, facets);
  if (typeof value === "string") return textProblem(value, facets);
  if (Array.isArray(value)) return listProblem(value, facets);
  if (isRecord(value)) return mappingProblem(Object.keys(value).length, facets);
  return undefined;
}

function numberProblem(value: number, facets: Facets): Problem | undefined {
  const { minimum, maximum, multipleOf, exclusiveMinimum, exclusiveMaximum } = facets;
  if (minimum !== undefined && (value < minimum || (exclusiveMinimum === true && value === minimum))) {
    const least = exclusiveMinimum === true ? `more than ${minimum}` : `${minimum} or more`;
    return { is: `allowed is ${least}`, fix: `Write ${least}.` };
  }
  if (maximum !== undefined && (value > maximum || (exclusiveMaximum === true && value === maximum))) {
    const most = exclusiveMaximum === true ? `less than ${maximum}` : `${maximum} or less`;
    return { is: `allowed is ${most}`, fix: `Write ${most}.` };
  }
  if (typeof exclusiveMinimum === "number" && value <= exclusiveMinimum) {
    return { is: `allowed is more than ${exclusiveMinimum}`, fix: `Write more than ${exclusiveMinimum}.` };
  }
  if (typeof exclusiveMaximum === "number" && value >= exclusiveMaximum) {
    return { is: `allowed is less than ${exclusiveMaximum}`, fix: `Write less than ${exclusiveMaximum}.` };
  }
  if (multipleOf !== undefined && Math.abs(value / multipleOf - Math.round(value / multipleOf)) > 1e-9) {
    return { is: `allowed are multiples of ${multipleOf}`, fix: `Write a multiple of ${multipleOf}.` };
  }
  return undefined;
}

function textProblem(value: string, facets: Facets): Problem | undefined {
  const { minLength, maxLength, pattern, patternText, format } = facets;
  if (minLength !== undefined || maxLength !== undefined) {
    const length = [...value].length;
    if (minLength !== undefined && length < minLength) {
      if (length === 0) return { is: "it may not be empty", fix: "Write a value." };
      return { is: `it needs ${minLength} characters or more`, fix: "Write a longer value." };
    }
    if (maxLength !== undefined && length > maxLength) {
      return { is: `it has ${length} characters, and ${maxLength} are allowed`, fix: "Shorten it." };
    }
  }
  if (pattern && !pattern.test(value)) {
    return {
      is: `it does not fit the pattern ${patternText}`,
      fix: "Write it in the form the pattern describes.",
    };
  }
  if (format !== undefined && !fitsFormat(value, format)) {
    return { is: `it is no ${format}`, fix: `Write a valid ${format}.` };
  }
  return undefined;
}

/** The formats the API server checks in custom objects; others say nothing. */
function fitsFormat(value: string, format: string): boolean {
  switch (format) {
    case "ipv4":
      return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(value);
    case "cidr":
      return /^[0-9a-fA-F:.]+\/\d{1,3}$/.test(value);
    case "uuid":
      return /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(value);
    case "date":
      return /^\d{4}-\d\d-\d\d$/.test(value);
    default:
      return true;
  }
}

function listProblem(value: unknown[], facets: Facets): Problem | undefined {
  const { minItems, maxItems, uniqueItems } = facets;
  if (minItems !== undefined && value.length < minItems) {
    return { is: `it has ${value.length} items and needs ${minItems} or more`, fix: "Add an item." };
  }
  if (maxItems !== undefined && value.length > maxItems) {
    return { is: `it has ${value.length} items, and ${maxItems} are allowed`, fix: "Take items out." };
  }
  if (uniqueItems === true && new Set(value.map((one) => JSON.stringify(one))).size < value.length) {
    return { is: "it holds an item twice", fix: "Take the repeated item out." };
  }
  return undefined;
}

function mappingProblem(size: number, { minProperties, maxProperties }: Facets): Problem | undefined {
  if (minProperties !== undefined && size < minProperties) {
    return { is: `it has ${size} fields and needs ${minProperties} or more`, fix: "Add a field." };
  }
  if (maxProperties !== undefined && size > maxProperties) {
    return { is: `it has ${size} fields, and ${maxProperties} are allowed`, fix: "Take fields out." };
  }
  return undefined;
}
