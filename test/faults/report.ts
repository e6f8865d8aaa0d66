/**
 * `test/RELIABILITY.md`, made of what the suites wrote down (`ledger.ts`) and of nothing else. What a suite has not
 * proven in this run is not in it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { root } from '../tools/house.ts';
import { type Chapter, type Entry, ledgerFolder } from './ledger.ts';

const chapters: Record<Chapter, string> = {
  faults: 'Faults',
  kills: 'Killed at any moment',
  pages: 'Hostile pages',
  redress: 'Clicks led astray',
  messages: 'Hostile messages',
  files: 'Hostile files',
  secrets: 'Places where a secret might be',
};

/** Compares ids as people count them: `F2` before `F10`. */
const byId = (a: Entry, b: Entry): number =>
  a.id.localeCompare(b.id, 'en', { numeric: true }) || a.browser.localeCompare(b.browser);

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function figures(entry: Entry): string {
  return Object.entries(entry.figures ?? {})
    .map(([name, value]) => `${name}: ${typeof value === 'number' ? value.toLocaleString('en') : value}`)
    .join(', ');
}

function read(): Entry[] {
  if (!existsSync(ledgerFolder)) return [];
  return readdirSync(ledgerFolder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(ledgerFolder, name), 'utf8')) as Entry);
}

/** Writes the report and gives back how many lines it has. */
export async function writeReport(): Promise<number> {
  const entries = read();
  const parts = (Object.keys(chapters) as Chapter[]).flatMap((chapter) => {
    const lines = entries.filter((entry) => entry.chapter === chapter).sort(byId);
    if (lines.length === 0) return [];
    return [
      `## ${chapters[chapter]}`,
      '',
      '| | browser | what was done | what came of it | figures |',
      '| --- | --- | --- | --- | --- |',
      ...lines.map(
        (entry) =>
          `| ${entry.id} | ${entry.browser} | ${cell(entry.what)} | ${cell(entry.outcome)} | ${cell(figures(entry))} |`,
      ),
      '',
    ];
  });
  const text = [
    '# Reliability',
    '',
    'Written by `npm run test:faults`, each line by the test that proved it, after its last assertion. Nothing here is written by',
    'hand; what a run does not reach is not in it. F1 to F27 are faults: worker, store, browser, page and clock failing in turn.',
    '`either`: the same code in both browsers, run without one.',
    '',
    ...parts,
  ].join('\n');
  const file = path.join(root, 'test/RELIABILITY.md');
  const options = await prettier.resolveConfig(file);
  writeFileSync(file, await prettier.format(text, { ...options, parser: 'markdown' }));
  return entries.length;
}
