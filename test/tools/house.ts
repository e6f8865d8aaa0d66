/** Reads the sources of what ships: which file imports what, for the contract tests in `test/contracts/`. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '../..');

export interface Import {
  /** As it stands in the file. */
  specifier: string;
  /** `import type`, `export type` and `import('…').T` in types leave nothing behind in the bundle. */
  typeOnly: boolean;
  /** Paths from the root for a file of ours (a glob may lead to many), none for a package. */
  targets: string[];
  line: number;
}

export interface Source {
  /** From the root, with `/`. */
  file: string;
  text: string;
  tree: ts.SourceFile;
  imports: Import[];
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const slashes = (file: string) => file.replaceAll('\\', '/');

function parse(file: string): ts.SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8');
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

export function importsOf(tree: ts.SourceFile): Import[] {
  const file = tree.fileName;
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: string, typeOnly: boolean) => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    const from = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : undefined;
    let targets: string[] = [];
    if (from?.includes('*'))
      targets = globSync(from, { cwd: root })
        .map(slashes)
        .filter((f) => !isTest(f) && f !== file);
    else if (from) targets = [from.replace(/\?.*$/, '')];
    found.push({ specifier, typeOnly, targets, line });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node, node.moduleSpecifier.text, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node, node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node, node.argument.literal.text, true);
    } else if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const globs = node.expression.getText(tree) === 'import.meta.glob';
      if (globs && first) {
        const patterns = ts.isArrayLiteralExpression(first) ? first.elements : [first];
        for (const pattern of patterns) {
          if (ts.isStringLiteralLike(pattern) && !pattern.text.startsWith('!')) add(node, pattern.text, false);
        }
      } else if (node.expression.kind === ts.SyntaxKind.ImportKeyword && first) {
        add(node, ts.isStringLiteralLike(first) ? first.text : first.getText(tree), false);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

let read: Source[] | undefined;

/** All TypeScript that ships; tests beside it are not part of it. */
export function sources(): Source[] {
  read ??= globSync('{entrypoints,components,lib}/**/*.{ts,tsx}', { cwd: root })
    .map(slashes)
    .filter((file) => !isTest(file) && !file.endsWith('.d.ts'))
    .sort()
    .map((file) => {
      const tree = parse(file);
      return { file, text: tree.text, tree, imports: importsOf(tree) };
    });
  return read;
}

/** Every node of a file, with the place to name in a complaint. */
export function* nodes(source: Source): Generator<{ node: ts.Node; at: string }> {
  const stack: ts.Node[] = [source.tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
    yield { node, at: `${source.file}:${line + 1}` };
    ts.forEachChild(node, (child) => {
      stack.push(child);
    });
  }
}
