/** `test/RELIABILITY.md` is what the suites have written down, and nothing else. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLedger } from '../faults/ledger.ts';
import { reportFile, reportOf } from '../faults/report.ts';

test('the report on reliability is made of the ledger of the suites, with nothing by hand', async () => {
  expect(readFileSync(reportFile, 'utf8')).toBe(await reportOf(readLedger()));
});
