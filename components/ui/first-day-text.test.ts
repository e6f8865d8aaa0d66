import { beforeAll, expect, test } from 'vitest';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import { markdownParts } from '../../lib/exports/markdown.ts';
import { htmlParts } from '../../lib/exports/html.ts';
import { northwind, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { createEstate, type Estate } from './estate.ts';
import { firstDayReport } from './first-day-text.ts';
import { readTextsFrom } from './text.ts';

beforeAll(() => {
  const texts = catalogue as Record<string, { message: string }>;
  readTextsFrom((key, values = []) =>
    (texts[key]?.message ?? '').replace(/\$(\d)/g, (_, at: string) => values[Number(at) - 1] ?? ''),
  );
});

async function estateOf(sample: typeof northwind): Promise<Estate> {
  const estate = createEstate(sampleServices(recordsOf([sample], sampleNow)));
  await estate.load();
  return estate;
}

const reportOf = (estate: Estate) =>
  firstDayReport(estate.organizations.value[0]!, estate.rows.value, estate.findings.value.rows, sampleNow, 'ltr');

test('the first line says how far it reaches, in Markdown and in HTML', async () => {
  const report = reportOf(await estateOf(northwind));
  const [first] = [...markdownParts(report, '…')].join('').split('\n');
  expect(first).toMatch(
    /^# US · Northwind Traders, .*2026: \d of 6 workspaces are read, owners of \d+ of \d+ living keys are known$/,
  );
  const html = [...htmlParts(reportOf(await estateOf(northwind)), "'sha256-x'", '…')].join('');
  expect(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)![1]).toContain('of 6 workspaces are read');
});

test('it names on whom most hangs first, what to open, and whose keys to ask about', async () => {
  const text = [...markdownParts(reportOf(await estateOf(northwind)), '…')].join('');
  for (const heading of ['Not covered', 'On whom keys hang', 'Findings', 'Pages to open next'])
    expect(text).toContain(`## ${heading}`);
  const hanging = text.slice(text.indexOf('## On whom keys hang'));
  expect(hanging.split('\n').filter((line) => line.startsWith('| '))[2]).toContain('Dana Whitfield');
});

test('it can be made when nothing is known yet', async () => {
  const report = reportOf(await estateOf({ ...northwind, workspaces: [], users: [], keys: [] }));
  const text = [...markdownParts(report, '…')].join('');
  expect(text.split('\n')[0]).toContain('0 of 0 workspaces are read');
});
