import ts from "typescript";

/** The shape of a type as far as names of fields go. */
export type DeclaredShape =
  | { kind: "object"; fields: Map<string, DeclaredShape>; open: boolean }
  | { kind: "map"; value: DeclaredShape }
  | { kind: "array"; item: DeclaredShape }
  | { kind: "string" }
  | { kind: "other" };

/**
 * Reads the names of all fields of an interface, those included that a validator does not check because
 * any value is allowed in them.
 * @param text source of a declaration file
 * @param name the interface without its leading `I`
 */
export function readDeclaration(text: string, file: string, name: string): DeclaredShape {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === `I${name}`) {
      return objectShape(statement.members);
    }
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === `I${name}`)
      return shapeOf(statement.type);
  }
  return { kind: "other" };
}

function shapeOf(type: ts.TypeNode): DeclaredShape {
  if (ts.isParenthesizedTypeNode(type)) return shapeOf(type.type);
  if (ts.isTypeLiteralNode(type)) return objectShape(type.members);
  // `{…} & (Exclude<…> | …)`: the first part has the fields, the rest says which go together.
  if (ts.isIntersectionTypeNode(type) && type.types[0]) return shapeOf(type.types[0]);
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) {
    const argument = type.typeArguments?.[0];
    if (type.typeName.text === "Array" && argument) return { kind: "array", item: shapeOf(argument) };
    return { kind: "other" };
  }
  if (type.kind === ts.SyntaxKind.StringKeyword) return { kind: "string" };
  if (ts.isArrayTypeNode(type)) return { kind: "array", item: shapeOf(type.elementType) };
  return { kind: "other" };
}

function objectShape(members: ts.NodeArray<ts.TypeElement>): DeclaredShape {
  const fields = new Map<string, DeclaredShape>();
  let value: DeclaredShape | undefined;
  for (const member of members) {
    if (ts.isIndexSignatureDeclaration(member)) value = shapeOf(member.type);
    if (!ts.isPropertySignature(member) || !member.type) continue;
    const name =
      ts.isStringLiteral(member.name) || ts.isIdentifier(member.name) ? member.name.text : undefined;
    if (name !== undefined) fields.set(name, shapeOf(member.type));
  }
  if (value && fields.size === 0) return { kind: "map", value };
  return { kind: "object", fields, open: value !== undefined };
}
