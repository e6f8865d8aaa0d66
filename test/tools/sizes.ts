/**
 * What ships, weighed: gzipped JavaScript of each part against its budget, and the package as a whole.
 *
 *   node test/tools/sizes.ts
 *
 * The target is where a part shall get; what is over it is said each time, with its biggest parts. The limit is where it
 * stands: a part that grows past it fails the check. A limit only ever goes down, but for what a new ability costs. All parts:
 * other held actions, findings, handovers, snapshots that are compared and merged, reports, fingerprints, policy, what-if, map,
 * first steps and help, demo, words of service accounts in some thirty languages, long work in slices that can be cancelled and
 * says how far it is, where a page is and how many owners are known. In the page: owner lines in small windows, people worked one
 * after the other on one page, parts of a page that are saved by themselves, forms that one button sends, signs that nobody can
 * read, keys, drags and bars that belong to no row, workspaces that are closed by their state or several at once, keys of all
 * workspaces in one table, names beside frozen columns, keys made for a workspace that is chosen. In the page and in the
 * catalogues: the words of admin consoles, by which a removal is known that is called otherwise.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync, gzipSync } from 'node:zlib';
import ts from 'typescript';
import { importsOf, root } from './house.ts';

const kilobyte = 1024;

/**
 * The first file of each part; what it imports counts with it, what it may import later as well, unless it says `first`: what
 * has to be there before anything is shown. The dashboard weighs a little more in two pieces than in one.
 */
const parts = [
  { name: 'content script', entry: 'page.js', target: 24, limit: 88.5 },
  { name: 'worker', entry: 'background.js', target: 32, limit: 66.5 },
  { name: 'popup', entry: 'popup.html', target: 40, limit: 97 },
  { name: 'popup, to open', entry: 'popup.html', first: true, target: 40, limit: 68.5 },
  { name: 'dashboard', entry: 'dashboard.html', target: 72, limit: 163.5 },
  { name: 'dashboard, to open', entry: 'dashboard.html', first: true, target: 72, limit: 93.5 },
];
/** The package: where it shall get, and where it stands. */
const packageTarget = 200;
const packageLimit = 445;

export interface Weight {
  name: string;
  bytes: number;
  target: number;
  limit: number;
  files: { file: string; bytes: number }[];
}

/** The JavaScript that a page or script loads, with everything that leads on from there, or (`first`) without what comes later. */
function loadedBy(folder: string, entry: string, first: boolean): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(path.join(folder, file))) return;
    seen.add(file);
    const text = readFileSync(path.join(folder, file), 'utf8');
    if (file.endsWith('.html')) {
      for (const [, source = ''] of text.matchAll(/<script[^>]*\ssrc="\/?([^"]+)"/g)) visit(source);
    } else {
      const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
      const specifiers = first
        ? tree.statements.filter(ts.isImportDeclaration).map((each) => (each.moduleSpecifier as ts.StringLiteral).text)
        : importsOf(tree).map(({ specifier }) => specifier);
      for (const specifier of specifiers) visit(path.posix.join(path.posix.dirname(file), specifier));
    }
  };
  visit(entry);
  return [...seen].filter((file) => file.endsWith('.js'));
}

export function weigh(browser: 'chrome' | 'firefox'): Weight[] {
  const folder = path.join(root, `.output/${browser}-mv3`);
  const read = (file: string) => readFileSync(path.join(folder, file));
  const weights = parts.map(({ name, entry, target, limit, first = false }) => {
    const files = loadedBy(folder, entry, first).map((file) => ({
      file,
      bytes: gzipSync(read(file), { level: 9 }).length,
    }));
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return { name, target: target * kilobyte, limit: limit * kilobyte, bytes, files };
  });
  // A zip is each file deflated, with 30 bytes before it, 46 in the table at the end, and its name in both.
  const zipped = globSync('**/*.*', { cwd: folder }).map((file) => ({
    file,
    bytes: deflateRawSync(read(file), { level: 9 }).length + 76 + 2 * file.length,
  }));
  const bytes = zipped.reduce((sum, file) => sum + file.bytes, 22);
  return [
    ...weights,
    { name: 'package (zip)', bytes, target: packageTarget * kilobyte, limit: packageLimit * kilobyte, files: zipped },
  ];
}

interface Module {
  module: string;
  bytes: number;
}

/** How much each source file brought into a bundle before minifying; written by `wxt.config.ts` at every build. */
function modules(browser: string): Record<string, Module[]> {
  const file = path.join(root, `.output/parts/${browser}-mv3.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Module[]>) : {};
}

const show = (bytes: number) => `${(bytes / kilobyte).toFixed(1)} KB`.padStart(9);

/** Prints the table; gives back the sentences of what is too big. */
export function reportSizes(): string[] {
  const complaints: string[] = [];
  for (const browser of ['chrome', 'firefox'] as const) {
    const inside = modules(browser);
    console.log(`\n${browser}-mv3`);
    for (const { name, bytes, target, limit, files } of weigh(browser)) {
      const over = bytes > target;
      console.log(`  ${name.padEnd(16)} ${show(bytes)} of ${show(target)}${over ? '  over its target' : ''}`);
      const biggest = [...files].sort((a, b) => b.bytes - a.bytes).slice(0, 4);
      if (files.length > 1) for (const part of biggest) console.log(`    ${show(part.bytes)}  ${part.file}`);
      const from = files.flatMap(({ file }) => inside[file] ?? []).sort((a, b) => b.bytes - a.bytes);
      if (name !== 'package (zip)' && browser === 'chrome') {
        for (const part of from.slice(0, over ? 12 : 5))
          console.log(`    ${show(part.bytes)}  ${part.module} (before minifying)`);
      }
      if (bytes > limit)
        complaints.push(`${browser}: ${name} has ${show(bytes).trim()}, its limit is ${show(limit).trim()}.`);
    }
  }
  return complaints;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const complaints = reportSizes();
  for (const complaint of complaints) console.error(complaint);
  process.exit(complaints.length > 0 ? 1 : 0);
}
