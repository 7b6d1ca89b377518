import { lastCodePoint } from "./code-points.ts";
import type { Assertion, CodePoints, Re2Node } from "./re2-syntax.ts";

/**
 * A JavaScript regular expression that means the same, where JavaScript's backtracking cannot run away on it: at most
 * one unbounded repetition, with no choice inside or of which there are many. Undefined for all others.
 */
export function toJavaScript(node: Re2Node): RegExp | undefined {
  return isTame(node) ? new RegExp(show(node), "gu") : undefined;
}

/** Optional and counted parts each double the ways to match; this many stay cheap. */
const maxChoices = 6;

function isTame(node: Re2Node): boolean {
  let unbounded = 0;
  let choices = 0;
  const visit = (part: Re2Node, inUnbounded: boolean): boolean => {
    switch (part.kind) {
      case "concat":
        return part.parts.every((inner) => visit(inner, inUnbounded));
      case "alternate":
        choices += part.choices.length > 40 ? 1 : 0;
        return !inUnbounded && part.choices.every((inner) => visit(inner, inUnbounded));
      case "repeat": {
        if (inUnbounded) return false;
        if (part.max === Number.POSITIVE_INFINITY) unbounded++;
        else if (part.max !== part.min) choices += Math.min(part.max - part.min, maxChoices + 1);
        if (part.max > 1 && part.max !== Number.POSITIVE_INFINITY && part.part.kind !== "set") return false;
        return visit(part.part, part.max === Number.POSITIVE_INFINITY);
      }
      default:
        return true;
    }
  };
  return visit(node, false) && unbounded <= 1 && choices <= maxChoices;
}

const assertions: Readonly<Record<Assertion, string>> = {
  // Without the m flag these are the ends of the text, as in RE2.
  textStart: "^",
  textEnd: "$",
  lineStart: "(?<![^\\n])",
  lineEnd: "(?![^\\n])",
  wordBoundary: "\\b",
  noWordBoundary: "\\B",
};

function show(node: Re2Node): string {
  switch (node.kind) {
    case "empty":
      return "(?:)";
    case "set":
      return showSet(node.set);
    case "assert":
      return assertions[node.what];
    case "concat":
      return node.parts
        .map((part) => (part.kind === "alternate" ? `(?:${show(part)})` : show(part)))
        .join("");
    case "alternate":
      return node.choices.map(show).join("|");
    case "repeat": {
      const max = node.max === Number.POSITIVE_INFINITY ? "" : node.max;
      return `(?:${show(node.part)}){${node.min},${max}}${node.greedy ? "" : "?"}`;
    }
  }
}

function showSet(set: CodePoints): string {
  if (set.length === 1 && set[0]?.[0] === 0 && set[0][1] === lastCodePoint) return "[\\s\\S]";
  const ranges = set.map(([low, high]) => (low === high ? point(low) : `${point(low)}-${point(high)}`));
  return `[${ranges.join("")}]`;
}

function point(codePoint: number): string {
  return `\\u{${codePoint.toString(16)}}`;
}
