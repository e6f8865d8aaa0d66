/** What Vitest's JSON report says, as far as `npm test` needs it. */

/** Stands in the error of every test that was not begun because its tab draws no frames. */
export const drawsNoFrames = 'The browser draws no frames';

export interface Report {
  testResults: {
    /** The file. */
    name: string;
    status: string;
    /** Of an error outside of its tests. */
    message: string;
    assertionResults: { status: string; failureMessages?: readonly string[] | null }[];
  }[];
}

const inTheBrowser = /\.browser\.test\.tsx?$/;

/** A file that broke before its first test has failed too, though no test of it has. */
const failures = ({ status, assertionResults }: Report['testResults'][number]): number =>
  assertionResults.filter((test) => test.status === 'failed').length || (status === 'failed' ? 1 : 0);

/** How many tests passed, failed and were left out. */
export function count(report: Report): { passed: number; failed: number; skipped: number } {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: report.testResults.reduce((sum, file) => sum + failures(file), 0),
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').length,
  };
}

/** The files to run again: all that failed in the browser's tab, where one of them was told that it draws no frames. */
export function stoppedByTheBrowser(report: Report): string[] {
  const failed = report.testResults.filter((file) => inTheBrowser.test(file.name) && failures(file) > 0);
  const texts = failed.flatMap((file) => [
    file.message,
    ...file.assertionResults.flatMap((test) => test.failureMessages ?? []),
  ]);
  return texts.some((text) => text.includes(drawsNoFrames)) ? failed.map((file) => file.name) : [];
}

/** The first report, with the files of the second as they went there. */
export function replaced(first: Report, second: Report): Report {
  const later = new Map(second.testResults.map((file) => [file.name, file]));
  return { testResults: first.testResults.map((file) => later.get(file.name) ?? file) };
}
