import type { CelValue } from "./cel-value.ts";

/** Where a part of an expression stands: offsets in UTF-16 code units, the end exclusive. */
interface Placed {
  readonly start: number;
  readonly end: number;
}

/** The comprehension macros, by the name written. */
export type ComprehensionName =
  | "all"
  | "exists"
  | "exists_one"
  | "existsOne"
  | "map"
  | "filter"
  | "transformList"
  | "transformMap"
  | "transformMapEntry"
  | "optMap"
  | "optFlatMap";

/** A parsed CEL expression: macros are recognised, nothing is resolved yet. */
export type Expression =
  | (Placed & { readonly kind: "literal"; readonly value: CelValue })
  | (Placed & { readonly kind: "identifier"; readonly name: string })
  | (Placed & {
      readonly kind: "select";
      readonly operand: Expression;
      readonly field: string;
      /** `a.?b` */
      readonly optional: boolean;
      /** `has(a.b)` */
      readonly test: boolean;
    })
  | (Placed & {
      readonly kind: "index";
      readonly operand: Expression;
      readonly index: Expression;
      /** `a[?b]` */
      readonly optional: boolean;
    })
  | (Placed & {
      readonly kind: "call";
      readonly name: string;
      readonly receiver: Expression | undefined;
      readonly args: readonly Expression[];
    })
  | (Placed & { readonly kind: "operator"; readonly operator: string; readonly args: readonly Expression[] })
  | (Placed & { readonly kind: "list"; readonly items: readonly { value: Expression; optional: boolean }[] })
  | (Placed & {
      readonly kind: "map";
      readonly entries: readonly { key: Expression; value: Expression; optional: boolean }[];
    })
  | (Placed & {
      readonly kind: "comprehension";
      readonly name: ComprehensionName;
      readonly range: Expression;
      readonly variables: readonly string[];
      /** What stands after the variables: a predicate, or a filter and a transform. */
      readonly args: readonly Expression[];
    });
