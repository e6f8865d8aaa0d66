/**
 * `test/RELIABILITY.md`, made of what the suites wrote down (`ledger.ts`) and of nothing else. What no suite has proven
 * is not in it, or stands there as such.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { root } from '../tools/house.ts';
import { type Chapter, type Proven, readLedger } from './ledger.ts';

export const reportFile = path.join(root, 'test/RELIABILITY.md');

const chapters: Record<Chapter, string> = {
  faults: 'Faults',
  kills: 'Killed at any moment',
  pages: 'Hostile pages',
  redress: 'Clicks led astray',
  messages: 'Hostile messages',
  files: 'Hostile files',
  secrets: 'Places where a secret might be',
  protections: 'Protections taken away',
};

const browsers = ['Chromium', 'Firefox'] as const;

/** Compares ids as people count them: `F2` before `F10`. */
const byId = (a: Proven, b: Proven): number =>
  a.id.localeCompare(b.id, 'en', { numeric: true }) || a.browser.localeCompare(b.browser);

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

const list = (pairs: Record<string, number | string>): string[] =>
  Object.entries(pairs).map(
    ([name, value]) => `${name}: ${typeof value === 'number' ? value.toLocaleString('en') : value}`,
  );

const unique = (texts: readonly string[]): string => [...new Set(texts)].sort().join(', ');

/** The pieces of one run as one line: tallies added up, pieces counted. */
function together(pieces: readonly Proven[]): { figures: string; when: string } {
  const sums: Record<string, number> = {};
  for (const { tally } of pieces) {
    for (const [name, value] of Object.entries(tally ?? {})) sums[name] = (sums[name] ?? 0) + value;
  }
  const named = pieces.flatMap(({ piece }) => piece ?? []);
  return {
    figures: [
      ...list(sums),
      ...list(pieces[0]!.figures ?? {}),
      ...(named.length > 0 ? [`in ${named.length} pieces (${named.join('; ')})`] : []),
    ].join(', '),
    when: `${unique(pieces.map(({ day }) => day))} on ${unique(pieces.map(({ commit }) => commit))}`,
  };
}

/** Faults of the table that nothing in the ledger speaks of, browser by browser. */
function gaps(entries: readonly Proven[]): string[] {
  const ids = Array.from({ length: 27 }, (_, index) => `F${index + 1}`);
  return ids.flatMap((id) =>
    browsers
      .filter((browser) => !entries.some((entry) => entry.id === id && entry.browser === browser))
      .map((browser) => `${id} in ${browser}`),
  );
}

/** The report's text for these entries. */
export async function reportOf(entries: readonly Proven[]): Promise<string> {
  const parts = (Object.keys(chapters) as Chapter[]).flatMap((chapter) => {
    const lines = Map.groupBy(
      entries.filter((entry) => entry.chapter === chapter).sort(byId),
      ({ id, browser }) => `${id} | ${browser}`,
    );
    if (lines.size === 0) return [];
    return [
      `## ${chapters[chapter]}`,
      '',
      '| | browser | what was done | what came of it | figures | when |',
      '| --- | --- | --- | --- | --- | --- |',
      ...[...lines.values()].map((pieces) => {
        const [entry] = pieces as [Proven];
        const { figures, when } = together(pieces);
        return `| ${[entry.id, entry.browser, entry.what, entry.outcome, figures, when].map(cell).join(' | ')} |`;
      }),
      '',
    ];
  });
  const missing = gaps(entries);
  const text = [
    '# Reliability',
    '',
    'Written by `npm run test:faults`, each line by the test that proved it, after its last assertion, with the day and the',
    'last commit that changed what ships (`+`: and something of that was changed and not committed yet). Nothing here is',
    'written by hand; what no run reached is not in it. F1 to F27 are faults: worker, store, browser, page and clock failing',
    'in turn. `either`: the same code in both browsers, run without one.',
    '',
    missing.length > 0 ? `Not proven in any run: ${missing.join(', ')}.` : 'Each fault was proven in both browsers.',
    '',
    ...parts,
  ].join('\n');
  const options = await prettier.resolveConfig(reportFile);
  return prettier.format(text, { ...options, parser: 'markdown' });
}

/** Writes the report and gives back how many entries it was made of. */
export async function writeReport(): Promise<number> {
  const entries = readLedger();
  writeFileSync(reportFile, await reportOf(entries));
  return entries.length;
}
