/**
 * What the suites of reliability have seen, each written down by the test that saw it, after its last assertion. The
 * report (`report.ts`) is made of these and of nothing else.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tools/house.ts';

export const ledgerFolder = path.join(root, '.output/reliability');

export type Chapter = 'faults' | 'pages' | 'messages' | 'files' | 'secrets' | 'redress' | 'kills';

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
}

/** Writes one line of the report. Only for the end of a test: what stands here has been proven. */
export function note(entry: Entry): void {
  mkdirSync(ledgerFolder, { recursive: true });
  const name = `${entry.chapter}-${entry.id}-${entry.browser}`.replaceAll(/[^\w-]+/g, '_');
  writeFileSync(path.join(ledgerFolder, `${name}.json`), `${JSON.stringify(entry, null, 2)}\n`);
}
