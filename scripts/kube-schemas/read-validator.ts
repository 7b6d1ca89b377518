import { basename } from "node:path";
import ts from "typescript";
import type { SchemaNode } from "../../src/kube/schema-types.ts";

/** An error a compiled validator can raise, or a call it makes to another one, in source order. */
type Step =
  | { kind: "error"; keyword: string; params: ts.ObjectLiteralExpression }
  | { kind: "call"; name: string; target: CallTarget };

type CallTarget = { on: "self" } | { on: "property"; name: string } | { on: "items" } | { on: "values" };

/**
 * Turns a validator compiled by kubernetes-models back into the schema it was compiled from.
 * @param text source of `_schemas/<Name>.js`
 * @returns the schema; references to other files are `#<Name>`
 * @throws where the source has a shape this reader does not know
 */
export function readValidator(text: string, file: string): SchemaNode {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const imports = new Map<string, string>();
  const functions = new Map<string, Step[]>();
  const arrays = new Map<string, unknown[]>();
  let exported: string | undefined;

  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = (statement.moduleSpecifier as ts.StringLiteral).text;
      const bindings = statement.importClause?.namedBindings;
      if (!bindings || !ts.isNamedImports(bindings)) continue;
      for (const element of bindings.elements) {
        if ((element.propertyName ?? element.name).text !== "validate") continue;
        imports.set(element.name.text, basename(from).replace(/\.m?js$/, ""));
      }
    } else if (ts.isFunctionDeclaration(statement) && statement.name) {
      functions.set(statement.name.text, stepsOf(statement, file));
    } else if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (!ts.isIdentifier(name) || !initializer) continue;
        if (ts.isArrayLiteralExpression(initializer))
          arrays.set(name.text, initializer.elements.map(literal));
        if (ts.isFunctionExpression(initializer)) {
          const inner = initializer.name?.text ?? name.text;
          functions.set(inner, stepsOf(initializer, file));
          if (name.text === "validate") exported = inner;
        } else if (name.text === "validate" && ts.isIdentifier(initializer)) exported = initializer.text;
        if (ts.isObjectLiteralExpression(initializer)) {
          for (const property of initializer.properties) {
            if (ts.isPropertyAssignment(property) && ts.isArrayLiteralExpression(property.initializer)) {
              arrays.set(
                `${name.text}.${property.name.getText(source)}`,
                property.initializer.elements.map(literal),
              );
            }
          }
        }
      }
    }
  }
  if (exported === undefined) throw new Error(`${file}: no exported validator`);

  const schemaOf = (name: string): SchemaNode => {
    const imported = imports.get(name);
    if (imported !== undefined) return `#${imported}`;
    const steps = functions.get(name);
    if (!steps) throw new Error(`${file}: ${name} is not defined`);
    return assemble(steps, schemaOf, arrays, file);
  };
  return schemaOf(exported);
}

function stepsOf(node: ts.Node, file: string): Step[] {
  const steps: Step[] = [];
  const visit = (child: ts.Node): void => {
    if (
      ts.isCallExpression(child) &&
      ts.isIdentifier(child.expression) &&
      /^validate\d+$/.test(child.expression.text)
    ) {
      const target = callTarget(child.arguments[0], file);
      steps.push({ kind: "call", name: child.expression.text, target });
      return;
    }
    if (ts.isObjectLiteralExpression(child)) {
      const keyword = member(child, "keyword");
      const params = member(child, "params");
      if (keyword && ts.isStringLiteral(keyword) && params && ts.isObjectLiteralExpression(params)) {
        if (!child.properties.some((property) => ts.isShorthandPropertyAssignment(property))) {
          throw new Error(`${file}: an error of another place than the data itself`);
        }
        steps.push({ kind: "error", keyword: keyword.text, params });
        return;
      }
    }
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return steps;
}

function callTarget(argument: ts.Expression | undefined, file: string): CallTarget {
  if (argument && ts.isIdentifier(argument) && argument.text === "data") return { on: "self" };
  if (argument && ts.isPropertyAccessExpression(argument))
    return { on: "property", name: argument.name.text };
  if (argument && ts.isElementAccessExpression(argument)) {
    const index = argument.argumentExpression;
    if (ts.isStringLiteralLike(index)) return { on: "property", name: index.text };
    if (ts.isIdentifier(index) && /^i\d+$/.test(index.text)) return { on: "items" };
    if (ts.isIdentifier(index) && /^key\d+$/.test(index.text)) return { on: "values" };
  }
  throw new Error(`${file}: a call with ${argument?.getText()}`);
}

interface Draft {
  type?: string;
  format?: string;
  enum?: unknown[];
  properties?: Record<string, SchemaNode>;
  required?: string[];
  items?: SchemaNode;
  additionalProperties?: SchemaNode;
  [keyword: string]: unknown;
}

function assemble(
  steps: Step[],
  schemaOf: (name: string) => SchemaNode,
  arrays: Map<string, unknown[]>,
  file: string,
): SchemaNode {
  const draft: Draft = {};
  let pending: SchemaNode[] = [];
  for (const step of steps) {
    if (step.kind === "call") {
      const schema = schemaOf(step.name);
      if (step.target.on === "self") pending.push(schema);
      else if (step.target.on === "items") draft.items = schema;
      else if (step.target.on === "values") draft.additionalProperties = schema;
      else {
        draft.properties ??= {};
        draft.properties[step.target.name] = schema;
      }
      continue;
    }
    const { keyword, params } = step;
    switch (keyword) {
      case "type":
        draft.type = String(literal(member(params, "type")));
        break;
      case "required":
        draft.required ??= [];
        draft.required.push(String(literal(member(params, "missingProperty"))));
        break;
      case "enum": {
        const values = member(params, "allowedValues");
        const found =
          values &&
          (ts.isArrayLiteralExpression(values) ? values.elements.map(literal) : arrays.get(values.getText()));
        if (!found) throw new Error(`${file}: an enum without values`);
        draft.enum = found.filter((value) => value !== null);
        break;
      }
      case "format":
        draft.format = String(literal(member(params, "format")));
        break;
      case "pattern":
        draft["pattern"] = String(literal(member(params, "pattern")));
        break;
      case "minimum":
      case "maximum":
      case "minLength":
      case "maxLength":
      case "minItems":
      case "maxItems":
      case "minProperties":
      case "maxProperties":
        draft[keyword] = Number(literal(member(params, "limit")));
        break;
      case "oneOf":
      case "anyOf":
        draft[keyword] = pending;
        pending = [];
        break;
      case "not":
        draft["not"] = pending[0];
        pending = [];
        break;
      default:
        throw new Error(`${file}: the keyword ${keyword}`);
    }
  }
  return condense(draft, pending, file);
}

/** Writes a schema in its short form: a reference or a bare type is a string. */
function condense(draft: Draft, references: SchemaNode[], file: string): SchemaNode {
  const keys = Object.keys(draft);
  const [reference] = references;
  if (reference !== undefined) {
    if (references.length > 1) draft["allOf"] = references;
    // A reference with a type beside it says nothing the reference does not.
    else if (keys.length === 0 || (keys.length === 1 && keys[0] === "type")) return reference;
    else draft["allOf"] = references;
    return draft as SchemaNode;
  }
  const alternatives = (draft["anyOf"] ?? draft["oneOf"]) as SchemaNode[] | undefined;
  if (alternatives && keys.length === 1) {
    const types = alternatives.map((one) => (typeof one === "string" ? one : "?")).sort();
    if (/^(int32|integer|int64|number),string$/.test(types.join())) return "intOrString";
  }
  if (keys.length === 0) return "any";
  if (keys.length === 1 && draft.type) return draft.type as SchemaNode;
  if (keys.length === 2 && draft.type && draft.format) {
    const { type, format } = draft;
    if ((type === "integer" && format !== "int32") || (type === "number" && format === "double"))
      return type as SchemaNode;
    if (format === "int32") return "int32";
    if (format === "date-time") return "dateTime";
    if (format === "byte") return "base64";
    if (format === "int64") return type as SchemaNode;
    if (type === "string") return draft as SchemaNode;
    throw new Error(`${file}: the format ${format} of ${type}`);
  }
  return draft as SchemaNode;
}

function member(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const property of object.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText().replaceAll('"', "") === name) {
      return property.initializer;
    }
  }
  return undefined;
}

function literal(node: ts.Expression | undefined): unknown {
  if (!node) throw new Error("a literal is missing");
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node)) {
    const value = literal(node.operand);
    if (node.operator === ts.SyntaxKind.MinusToken) return -Number(value);
    if (node.operator === ts.SyntaxKind.ExclamationToken) return !value;
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  throw new Error(`${node.getText()} is no literal`);
}
