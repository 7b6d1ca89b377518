import { CelError } from "../cel-error.ts";
import { int, listOf, string } from "../cel-types.ts";
import type { CelValue } from "../cel-value.ts";
import { memberFunction, type Overload } from "../function-library.ts";
import { re2 } from "../regex/re2.ts";
import { Re2SyntaxError } from "../regex/re2-syntax.ts";
import { regexProblem } from "./standard.ts";

const checkLiteral = ([, pattern]: readonly (CelValue | undefined)[]) => regexProblem(pattern);

/** Kubernetes' regex library: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-regex-library */
export const regexFunctions: readonly Overload[] = [
  {
    ...memberFunction(
      "find",
      [string, string],
      string,
      (text: string, pattern: string) => findAll(text, pattern, 1)[0] ?? "",
    ),
    checkLiteral,
  },
  {
    ...memberFunction("findAll", [string, string], listOf(string), (text: string, pattern: string) =>
      findAll(text, pattern, -1),
    ),
    checkLiteral,
  },
  {
    ...memberFunction(
      "findAll",
      [string, string, int],
      listOf(string),
      (text: string, pattern: string, limit: bigint) => findAll(text, pattern, Number(limit)),
    ),
    checkLiteral,
  },
];

function findAll(text: string, pattern: string, limit: number): string[] {
  try {
    return re2(pattern).findAll(text, limit);
  } catch (cause) {
    throw cause instanceof Re2SyntaxError ? new CelError(`Illegal regex: ${cause.message}`) : cause;
  }
}
