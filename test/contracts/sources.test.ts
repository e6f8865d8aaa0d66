import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodes, root, sources, type Source } from '../tools/house.ts';

/** Names that must not occur as code (comments and texts may speak of them). */
const neverAnywhere: Record<string, string> = {
  fetch: 'Keyholder sends nothing anywhere',
  XMLHttpRequest: 'Keyholder sends nothing anywhere',
  WebSocket: 'Keyholder sends nothing anywhere',
  WebTransport: 'Keyholder sends nothing anywhere',
  EventSource: 'Keyholder sends nothing anywhere',
  RTCPeerConnection: 'Keyholder sends nothing anywhere',
  sendBeacon: 'Keyholder sends nothing anywhere',
  importScripts: 'all code is in the package',
  eval: 'text is never run as code',
  innerHTML: 'text goes in as text; let Preact or textContent write it',
  outerHTML: 'text goes in as text; let Preact or textContent write it',
  insertAdjacentHTML: 'text goes in as text; let Preact or textContent write it',
  setHTMLUnsafe: 'text goes in as text; let Preact or textContent write it',
  createContextualFragment: 'text goes in as text; let Preact or textContent write it',
  dangerouslySetInnerHTML: 'text goes in as text; let Preact or textContent write it',
};

const neverWhereItDecides: Record<string, string> = {
  crypto: 'ids come in as arguments',
  performance: 'time comes in as an argument',
  localeCompare: 'the order would depend on the machine; compare by code unit',
  toLocaleString: 'the text would depend on the machine; formatting belongs into components',
  toLocaleDateString: 'the text would depend on the machine; formatting belongs into components',
};

function names(source: Source, never: Record<string, string>): string[] {
  const found: string[] = [];
  for (const { node, at } of nodes(source)) {
    if (!ts.isIdentifier(node) || !Object.hasOwn(never, node.text)) continue;
    found.push(`${at}: ${node.text} must not stand here: ${never[node.text]}.`);
  }
  return found;
}

test('nothing that sends, runs text as code or writes markup', () => {
  const found = sources().flatMap((source) => names(source, neverAnywhere));
  for (const source of sources()) {
    for (const { node, at } of nodes(source)) {
      if (ts.isNewExpression(node) && node.expression.getText(source.tree) === 'Function') {
        found.push(`${at}: new Function: text is never run as code.`);
      }
      if (ts.isPropertyAccessExpression(node) && /^document\.write(ln)?$/.test(node.getText(source.tree))) {
        found.push(`${at}: document.write: text goes in as text.`);
      }
    }
  }
  expect(found.join('\n')).toBe('');
});

test('what decides knows no clock, no dice and no machine', () => {
  const found: string[] = [];
  for (const source of sources().filter(({ file }) => /^lib\/(domain|rules)\//.test(file))) {
    found.push(...names(source, neverWhereItDecides));
    for (const { node, at } of nodes(source)) {
      const text = () => node.getText(source.tree);
      if (ts.isPropertyAccessExpression(node) && ['Date.now', 'Math.random'].includes(text())) {
        found.push(`${at}: ${text()} must not stand here: time and ids come in as arguments.`);
      }
      const isDate =
        (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(source.tree) === 'Date';
      if (isDate && !(ts.isNewExpression(node) && node.arguments?.length)) {
        found.push(`${at}: ${text()} must not stand here: time comes in as an argument.`);
      }
    }
  }
  expect(found.join('\n')).toBe('');
});

test('types are imported as types, so that nothing of them ships', () => {
  const found: string[] = [];
  for (const source of sources()) {
    for (const statement of source.tree.statements) {
      if (!ts.isImportDeclaration(statement) || !statement.importClause?.namedBindings) continue;
      const bindings = statement.importClause.namedBindings;
      if (statement.importClause.phaseModifier === ts.SyntaxKind.TypeKeyword || !ts.isNamedImports(bindings)) continue;
      if (
        bindings.elements.length > 0 &&
        !statement.importClause.name &&
        bindings.elements.every((e) => e.isTypeOnly)
      ) {
        found.push(`${source.file}: write "import type { … }" instead of ${statement.getText(source.tree)}`);
      }
    }
  }
  expect(found.join('\n')).toBe('');
});

test('what decides is type-checked without the page, the browser and Node', () => {
  const file = path.join(root, 'lib/domain/tsconfig.json');
  const config = ts.getParsedCommandLineOfConfigFile(
    file,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
      },
    },
  );
  const program = ts.createProgram(config!.fileNames, config!.options);
  const brought = program.getSourceFiles().map(({ fileName }) => path.relative(root, fileName));
  expect(brought.filter((name) => /lib\.(dom|webworker)|@types\/(node|chrome|webextension)/.test(name))).toEqual([]);
  expect(brought.some((name) => name.startsWith('lib/domain/'))).toBe(true);
});
