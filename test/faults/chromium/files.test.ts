/**
 * quality.md, section 7 "Import", "Export", "Search box": files that are not what they say, each refused quickly, with where
 * and why and no more; texts that a spreadsheet or a search would take for more than texts.
 */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { createEstate } from '../../../components/ui/estate.ts';
import { findKeys } from '../../../components/ui/find-keys.ts';
import { textOfCell } from '../../../lib/domain/mapping-csv.ts';
import { type CsvSource, mappingCsv } from '../../../lib/exports/csv.ts';
import { readBackup } from '../../../lib/imports/backup.ts';
import { readMappingCsv } from '../../../lib/imports/csv.ts';
import { readSnapshot } from '../../../lib/imports/json.ts';
import { northwind, recordsOf } from '../../samples/estate.ts';
import { sampleNow, sampleServices } from '../../samples/services.ts';
import { numbersFrom } from '../../support/numbers.ts';
import { estateFile } from '../estates.ts';
import { cells, csvs, searches, secret, snapshots } from '../hostile-files.ts';
import { note } from '../ledger.ts';
import { seed } from '../runs.ts';

const runs = process.env['KEYHOLDER_QUICK'] === '1' ? 40 : 600;

interface Outcome {
  /** Where and why, for each thing that is wrong; empty where the file was taken. */
  problems: { where: string; code: string; details: string[] }[];
}

const readers: Record<string, (text: string) => Promise<Outcome>> = {
  async snapshot(text) {
    const { rejections } = await readSnapshot(text);
    return { problems: rejections.map(({ where, message, details }) => ({ where, code: message, details })) };
  },
  async backup(text) {
    const { problem } = await readBackup(text);
    return { problems: problem ? [problem] : [] };
  },
  csv(text) {
    const { rejections } = readMappingCsv(text);
    return Promise.resolve({
      problems: rejections.map(({ where, column, message, details }) => ({
        where: `${where}${column ?? ''}`,
        code: message,
        details,
      })),
    });
  },
};

/**
 * The outcome and the processor's time, in ms, of the quickest of three tries: what the reader needs, not what else the
 * machine does meanwhile.
 */
async function timed(read: (text: string) => Promise<Outcome>, text: string): Promise<[Outcome, number]> {
  let best = Infinity;
  let outcome: Outcome = { problems: [] };
  for (let tries = 0; tries < 3 && best > 50; tries += 1) {
    const since = process.cpuUsage();
    outcome = await read(text);
    const { user, system } = process.cpuUsage(since);
    best = Math.min(best, (user + system) / 1_000);
  }
  return [outcome, best];
}

test('each hostile file is refused in under 100 ms, with where and why, and without what stands there', async () => {
  let slowest = 0;
  const check = async (kind: string, name: string, text: string): Promise<void> => {
    const [{ problems }, took] = await timed(readers[kind]!, text);
    slowest = Math.max(slowest, took);
    expect(problems.length, `${kind}: ${name}`).toBeGreaterThan(0);
    for (const { code } of problems) expect(code, `${kind}: ${name}`).toMatch(/^[a-z-]+$/);
    expect(JSON.stringify(problems), `${kind}: ${name}`).not.toContain(secret.slice(0, 12));
    expect(took, `${kind}: ${name}`).toBeLessThan(100);
  };
  for (const [name, text] of snapshots) {
    await check('snapshot', name, text);
    // A backup may be a hundred megabytes long: one of ten is read to its end.
    if (text.length < 5_000_000) await check('backup', name, text);
  }
  for (const [name, text] of csvs) await check('csv', name, text);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  note({
    chapter: 'files',
    id: 'hostile files',
    browser: 'either',
    what: 'Snapshots, backups and tables that are none, hold a key, lie about their seal, nest, repeat, or point nowhere',
    outcome: 'each refused with where and why, without what stands there, nothing polluted',
    figures: { files: snapshots.length * 2 - 1 + csvs.length, 'slowest, ms': Math.round(slowest) },
  });
});

test('generated files: bytes changed, cut, repeated anywhere are refused or change nothing that is not shown', async () => {
  const draw = numbersFrom(seed);
  const good = estateFile(6, 'x');
  let refused = 0;
  let slowest = 0;
  for (let run = 0; run < runs; run += 1) {
    const at = Math.floor(draw() * good.length);
    const kind = Math.floor(draw() * 4);
    const other = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), {
      seed: Math.floor(draw() * 2 ** 31),
      numRuns: 1,
    })[0]!;
    const text = [
      good.slice(0, at),
      good.slice(0, at) + other + good.slice(at + 1),
      good.slice(0, at) + good.slice(at).slice(0, 40) + good.slice(at),
      good.slice(0, at) + good.slice(at + 1 + Math.floor(draw() * 30)),
    ][kind]!;
    for (const reader of ['snapshot', 'backup'] as const) {
      const [{ problems }, took] = await timed(readers[reader]!, text);
      slowest = Math.max(slowest, took);
      // What reads the same (a changed blank) is the same document.
      if (problems.length === 0) {
        expect(reader).toBe('snapshot');
        expect(JSON.parse(text)).toEqual(JSON.parse(good));
      } else refused += 1;
      expect(took).toBeLessThan(100);
    }
  }
  expect(refused).toBeGreaterThan(runs);
  note({
    chapter: 'files',
    id: 'generated files',
    browser: 'either',
    what: 'A good file with bytes changed, cut out or repeated at a place drawn from a seed',
    outcome: 'refused, or the same document',
    figures: { files: runs * 2, refused, seed: String(seed), 'slowest, ms': Math.round(slowest) },
  });
});

test('a table holds no formula and nothing that ends a cell, and each text is read back as it was', () => {
  const good = JSON.parse(estateFile(2, 'x')) as CsvSource;
  let written = 0;
  for (const text of cells) {
    const source: CsvSource = {
      ...good,
      organization: text,
      workspaces: good.workspaces.map((each) => ({ ...each, name: text })),
      users: good.users.map((each) => ({ ...each, name: text })),
      keys: good.keys.map((each) => ({ ...each, label: text, notes: text, usedBy: [text] })),
    };
    const { data } = Papa.parse<Record<string, string>>(mappingCsv(source), { header: true, skipEmptyLines: true });
    expect(data, text).toHaveLength(good.keys.length);
    for (const row of data) {
      for (const cell of Object.values(row)) {
        written += 1;
        expect(cell, text).not.toMatch(/^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u);
      }
      for (const column of ['organization', 'workspace', 'owner_name', 'key_label', 'notes']) {
        expect(textOfCell(row[column]!), `${column}: ${text}`).toBe(text);
      }
    }
  }
  note({
    chapter: 'files',
    id: 'cells of a table',
    browser: 'either',
    what: 'Formulas, signs and separators as the name of everything, exported as CSV',
    outcome: 'no cell is a formula, every text comes back as it was',
    figures: { texts: cells.length, cells: written },
  });
});

test('whatever is typed into the search is looked for as it stands, in under 100 ms', async () => {
  const estate = createEstate(sampleServices(recordsOf([northwind], sampleNow)));
  await estate.load();
  let slowest = 0;
  for (const [name, text, found] of searches) {
    let best = Infinity;
    for (let tries = 0; tries < 3 && best > 50; tries += 1) {
      const since = performance.now();
      const rows = findKeys(estate.rows.value, { text, region: 'all', unknownOwner: false }, estate);
      best = Math.min(best, performance.now() - since);
      expect(rows.length > 0, name).toBe(found);
    }
    slowest = Math.max(slowest, best);
    expect(best, name).toBeLessThan(100);
  }
  note({
    chapter: 'files',
    id: 'search box',
    browser: 'either',
    what: 'Signs of patterns, a megabyte, combining marks, a Turkish i, marks of direction',
    outcome: 'looked for as they stand, or nothing found',
    figures: { texts: searches.length, 'slowest, ms': Math.round(slowest) },
  });
});
