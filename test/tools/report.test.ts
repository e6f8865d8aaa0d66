import { expect, test } from 'vitest';
import { count, drawsNoFrames, replaced, type Report, stoppedByTheBrowser } from './report.ts';

type File = Report['testResults'][number];
const file = (name: string, statuses: readonly string[], error = '', message = ''): File => ({
  name,
  message,
  status: message || statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status, failureMessages: status === 'failed' ? [error] : [] })),
});

const popup = 'components/popup/popup.browser.test.tsx';
const rows = 'lib/guard/rows.browser.test.ts';
const unit = 'lib/domain/impact.test.ts';

test('tests are counted by how they ended, a file that broke before its first test as one', () => {
  const report = { testResults: [file(popup, ['passed', 'failed', 'skipped']), file(rows, [], '', 'cannot be read')] };
  expect(count(report)).toEqual({ passed: 1, failed: 2, skipped: 1 });
});

test('what failed in a tab that draws no frames is run again, also where a test had only waited in vain', () => {
  const report = {
    testResults: [
      file(popup, ['failed', 'passed'], 'TimeoutError: locator.click'),
      file(rows, ['failed'], `Error: ${drawsNoFrames}`),
      file(unit, ['failed'], 'expected 1 to be 2'),
    ],
  };
  expect(stoppedByTheBrowser(report)).toEqual([popup, rows]);
  expect(stoppedByTheBrowser({ testResults: [file(rows, [], '', `Error: ${drawsNoFrames}`)] })).toEqual([rows]);
});

test('a failure in a tab that draws is a failure', () => {
  expect(stoppedByTheBrowser({ testResults: [file(popup, ['failed'], 'TimeoutError: locator.click')] })).toEqual([]);
  expect(
    stoppedByTheBrowser({ testResults: [file(unit, ['failed'], `${drawsNoFrames}, says a test of this`)] }),
  ).toEqual([]);
});

test('the second time counts instead of the first, file by file', () => {
  const first = { testResults: [file(popup, ['failed', 'passed']), file(unit, ['failed'])] };
  const second = { testResults: [file(popup, ['passed', 'passed'])] };
  expect(count(replaced(first, second))).toEqual({ passed: 2, failed: 1, skipped: 0 });
});
