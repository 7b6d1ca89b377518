import { type ASTNode, Environment, ParseError } from "@marcbachmann/cel-js";
import { CelCompileError } from "./cel-error.ts";
import { CelUint, type CelValue } from "./cel-value.ts";
import type { ComprehensionName, Expression } from "./expression.ts";
import { type MarkedSource, markOptionalEntries } from "./optional-entries.ts";

const parser = new Environment({
  unlistedVariablesAreDyn: true,
  enableOptionalTypes: true,
  limits: { maxAstNodes: 100_000, maxDepth: 250, maxListElements: 10_000, maxMapEntries: 10_000 },
});

/** How many variables each comprehension macro takes and how many arguments may follow them. */
const comprehensions: Readonly<Record<ComprehensionName, readonly (readonly [number, number])[]>> = {
  all: [
    [1, 1],
    [2, 1],
  ],
  exists: [
    [1, 1],
    [2, 1],
  ],
  exists_one: [
    [1, 1],
    [2, 1],
  ],
  existsOne: [
    [1, 1],
    [2, 1],
  ],
  map: [
    [1, 1],
    [1, 2],
  ],
  filter: [[1, 1]],
  transformList: [
    [2, 1],
    [2, 2],
  ],
  transformMap: [
    [2, 1],
    [2, 2],
  ],
  transformMapEntry: [
    [2, 1],
    [2, 2],
  ],
  optMap: [[1, 1]],
  optFlatMap: [[1, 1]],
};

/**
 * Parses a CEL expression and recognises the standard macros and those of Kubernetes' CEL environment.
 * Throws a CelCompileError at the place of a syntax error.
 */
export function parseExpression(source: string): Expression {
  const marked = markOptionalEntries(source);
  let ast: ASTNode;
  try {
    ast = parser.parse(marked.text).ast;
  } catch (cause) {
    if (!(cause instanceof ParseError)) throw cause;
    const { start = 0, end = start } = cause.range ?? {};
    throw new CelCompileError(`Syntax error: ${cause.summary}`, start, end);
  }
  return convert(ast, marked);
}

function convert(node: ASTNode, marked: MarkedSource): Expression {
  const { start, end } = node;
  const inner = (child: ASTNode) => convert(child, marked);
  switch (node.op) {
    case "value":
      return { kind: "literal", value: literal(node.args, node), start, end };
    case "id":
      return { kind: "identifier", name: node.args, start, end };
    case ".":
    case ".?": {
      const [operand, field] = node.args;
      return {
        kind: "select",
        operand: inner(operand),
        field,
        optional: node.op === ".?",
        test: false,
        start,
        end,
      };
    }
    case "[]":
    case "[?]": {
      const [operand, index] = node.args;
      return {
        kind: "index",
        operand: inner(operand),
        index: inner(index),
        optional: node.op === "[?]",
        start,
        end,
      };
    }
    case "call": {
      const [name, args] = node.args;
      const converted = args.map(inner);
      if (name === "has" && converted.length === 1) return presenceTest(converted[0], node);
      return { kind: "call", name, receiver: undefined, args: converted, start, end };
    }
    case "rcall": {
      const [name, receiver, args] = node.args;
      return memberCall(name, inner(receiver), args.map(inner), node);
    }
    case "list":
      return {
        kind: "list",
        items: node.args.map((item) => ({ value: inner(item), optional: marked.optionalAt.has(item.start) })),
        start,
        end,
      };
    case "map":
      return {
        kind: "map",
        entries: node.args.map(([key, value]) => ({
          key: inner(key),
          value: inner(value),
          optional: marked.optionalAt.has(key.start),
        })),
        start,
        end,
      };
    case "-_":
      if (marked.optionalAt.has(start)) return inner(node.args);
      return negation(node.args, node, inner);
    case "!_":
      return { kind: "operator", operator: "!_", args: [inner(node.args)], start, end };
    default:
      return { kind: "operator", operator: node.op, args: node.args.map(inner), start, end };
  }
}

const smallest = -(2n ** 63n);

// -9223372036854775808 is a literal: its positive half does not fit.
function negation(operand: ASTNode, node: ASTNode, inner: (child: ASTNode) => Expression): Expression {
  const { start, end } = node;
  if (operand.op === "value" && operand.args === -smallest && operand.start === start + 1) {
    return { kind: "literal", value: smallest, start, end };
  }
  return { kind: "operator", operator: "-_", args: [inner(operand)], start, end };
}

function literal(value: ASTNode["args"], { start, end, input }: ASTNode): CelValue {
  if (typeof value === "bigint" && value >= -smallest) {
    throw new CelCompileError("Syntax error: the integer does not fit in 64 bits", start, end);
  }
  // A bytes literal holds the UTF-8 of its text, except for \x and octal escapes, which are bytes.
  if (value instanceof Uint8Array) {
    const text = input?.slice(start, end) ?? "";
    const plain = /^[bB]("""|'''|["'])([^\\]*)\1$/s.exec(text);
    return plain ? new TextEncoder().encode(plain[2]) : value;
  }
  if (value !== null && typeof value === "object" && "value" in value && typeof value.value === "bigint") {
    return new CelUint(value.value);
  }
  if (value === null || ["string", "number", "bigint", "boolean"].includes(typeof value))
    return value as CelValue;
  throw new CelCompileError("Syntax error: this literal is not known", start, end);
}

function presenceTest(argument: Expression | undefined, { start, end }: ASTNode): Expression {
  if (argument?.kind !== "select") {
    throw new CelCompileError(
      "invalid argument to has() macro",
      argument?.start ?? start,
      argument?.end ?? end,
    );
  }
  return { ...argument, test: true, start, end };
}

function memberCall(
  name: string,
  receiver: Expression,
  args: readonly Expression[],
  node: ASTNode,
): Expression {
  const { start, end } = node;
  const forms = Object.hasOwn(comprehensions, name) ? comprehensions[name as ComprehensionName] : [];
  for (const [variableCount, argumentCount] of forms) {
    if (args.length !== variableCount + argumentCount) continue;
    const variables = args.slice(0, variableCount).map((variable) => {
      if (variable.kind === "identifier") return variable.name;
      throw new CelCompileError("argument must be a simple name", variable.start, variable.end);
    });
    return {
      kind: "comprehension",
      name: name as ComprehensionName,
      range: receiver,
      variables,
      args: args.slice(variableCount),
      start,
      end,
    };
  }
  return { kind: "call", name, receiver, args, start, end };
}
