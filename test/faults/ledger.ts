/**
 * What the suites of reliability have seen, each written down by the test that saw it, after its last assertion, with
 * the day and the commit. One file for each part of `npm run test:faults`, so that parts may run at different hours. The
 * report (`report.ts`) is made of these and of nothing else.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tools/house.ts';

export const ledgerFolder = path.join(root, 'test/faults/ledger');

export type Chapter = 'faults' | 'pages' | 'messages' | 'files' | 'secrets' | 'redress' | 'kills' | 'protections';

export interface Entry {
  chapter: Chapter;
  /** `F1`, or a short name of one's own. */
  id: string;
  /** `either`: the same code in both, run without a browser. */
  browser: 'Chromium' | 'Firefox' | 'either';
  /** What was done to it. */
  what: string;
  /** What came of it, as the test proved it. */
  outcome: string;
  figures?: Record<string, number | string>;
  /** A run that was taken in pieces (so many kills an hour): which piece this is. The report adds up their `tally`. */
  piece?: string;
  tally?: Record<string, number>;
}

export interface Proven extends Entry {
  day: string;
  commit: string;
}

/** The part that is running and the commit it runs on; `null` in `npm test`, whose quick runs prove less. */
function running(): { part: string; commit: string } | null {
  const { KEYHOLDER_PART: part, KEYHOLDER_COMMIT: commit } = process.env;
  return part !== undefined && commit !== undefined ? { part, commit } : null;
}

const fileOf = (part: string): string => path.join(ledgerFolder, `${part}.json`);

const readPart = (file: string): Proven[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Proven[]) : [];

const keyOf = ({ chapter, id, browser, piece = '' }: Entry): string => [chapter, id, browser, piece].join(' | ');

/** Writes one line of the report. Only for the end of a test: what stands here has been proven. */
export function note(entry: Entry): void {
  const now = running();
  if (!now) return;
  mkdirSync(ledgerFolder, { recursive: true });
  const file = fileOf(now.part);
  const others = readPart(file).filter((each) => keyOf(each) !== keyOf(entry));
  const day = new Date().toISOString().slice(0, 10);
  const all = [...others, { ...entry, day, commit: now.commit }].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

/** Forgets what an earlier run of a part has seen. */
export function forgetPart(part: string): void {
  rmSync(fileOf(part), { force: true });
}

/** Everything that was proven, in whichever run. */
export function readLedger(): Proven[] {
  return globSync('*.json', { cwd: ledgerFolder })
    .sort()
    .flatMap((name) => readPart(path.join(ledgerFolder, name)));
}
