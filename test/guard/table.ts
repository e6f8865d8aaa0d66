/** The one table of `npm run test:guard`. */
import type { Result } from './case.ts';
import type { Skin } from './flow.ts';

export interface Row {
  skin: string;
  library: string;
  language: string;
  flows: number;
  cases: number;
  held: { of: number; good: number };
  letThrough: { of: number; good: number };
  free: number;
  falseAlarms: number;
  escapes: number;
  read: { of: number; good: number };
  /** Cases with any other fault: a dead control, a second confirmation, something recorded that was not so. */
  problems: number;
  complaints: string[];
  results: Result[];
  readProblems: string[];
}

export function rowOf(
  skin: Skin,
  results: Result[],
  read: { fine: number; of: number; problems: string[] },
  complaints: string[],
): Row {
  const count = (test: (result: Result) => boolean): number => results.filter(test).length;
  return {
    skin: skin.name,
    library: skin.library,
    language: skin.language,
    flows: new Set(results.map(({ flow }) => flow)).size,
    cases: results.length,
    held: { of: count(({ held }) => held !== null), good: count(({ held }) => held === true) },
    letThrough: {
      of: count(({ letThrough }) => letThrough !== null),
      good: count(({ letThrough }) => letThrough === true),
    },
    free: count(({ outcome }) => outcome === 'free'),
    falseAlarms: count(({ falseAlarm }) => falseAlarm),
    escapes: count(({ escape }) => escape),
    read: { of: read.of, good: read.fine },
    problems:
      count(({ problems, escape, falseAlarm }) => problems.length > 0 && !escape && !falseAlarm) + complaints.length,
    complaints,
    results,
    readProblems: read.problems,
  };
}

export function table(rows: readonly Row[]): string {
  const head = ['skin', 'library', 'lang', 'flows', 'held', 'let through', 'false alarms', 'escapes', 'reads', 'other'];
  const lines = rows.map((row) => [
    row.skin,
    row.library,
    row.language,
    `${row.flows}`,
    `${row.held.good}/${row.held.of}`,
    `${row.letThrough.good}/${row.letThrough.of}`,
    `${row.falseAlarms}/${row.free}`,
    `${row.escapes}`,
    `${row.read.good}/${row.read.of}`,
    `${row.problems}`,
  ]);
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  lines.push([
    'all',
    '',
    '',
    `${sum(({ flows }) => flows)}`,
    `${sum(({ held }) => held.good)}/${sum(({ held }) => held.of)}`,
    `${sum(({ letThrough }) => letThrough.good)}/${sum(({ letThrough }) => letThrough.of)}`,
    `${sum(({ falseAlarms }) => falseAlarms)}/${sum(({ free }) => free)}`,
    `${sum(({ escapes }) => escapes)}`,
    `${sum(({ read }) => read.good)}/${sum(({ read }) => read.of)}`,
    `${sum(({ problems }) => problems)}`,
  ]);
  const widths = head.map((name, column) => Math.max(name.length, ...lines.map((line) => line[column]!.length)));
  const show = (line: readonly string[]): string =>
    line
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join(' | ')
      .trimEnd();
  return [show(head), widths.map((width) => '-'.repeat(width)).join('-|-'), ...lines.map(show), ''].join('\n');
}
