import ts from "typescript";

/**
 * Every module a file imports at run time or for its types: static imports, re-exports and import(), as TypeScript's own
 * parser reads them. Of an .astro file, the front matter and the scripts are read.
 */
export function importsOf(text: string, file: string): string[] {
  const parts = file.endsWith(".astro") ? astroCode(text) : [text];
  return parts.flatMap((code) => {
    const source = ts.createSourceFile(
      file.replace(/\.astro$/, ".ts"),
      code,
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TS,
    );
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (
        (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
        node.moduleSpecifier &&
        ts.isStringLiteral(node.moduleSpecifier)
      )
        found.push(node.moduleSpecifier.text);
      else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        const [argument] = node.arguments;
        if (argument && ts.isStringLiteralLike(argument)) found.push(argument.text);
      } else if (
        ts.isImportTypeNode(node) &&
        ts.isLiteralTypeNode(node.argument) &&
        ts.isStringLiteral(node.argument.literal)
      )
        found.push(node.argument.literal.text);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function astroCode(text: string): string[] {
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
  return [
    front,
    ...[...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? ""),
  ];
}
