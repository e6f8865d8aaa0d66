/** What a run says: tables for people, and `RESULTS.md`. */
import { limits } from './limits.ts';
import type { Part, Target } from './part.ts';

/** A part that could not be measured to its end. */
export interface Failed {
  name: string;
  why: string;
}

/** A part or its failure, with the minutes that it took. */
export interface Ran {
  minutes: number;
  outcome: { part: Part } | { failed: Failed };
}

function table(columns: readonly string[], rows: readonly (readonly string[])[], left = 1): string[] {
  const safe = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = columns.map((column, at) => Math.max(column.length, ...safe.map((row) => row[at]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at < left ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at < left ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(columns), `| ${rule.join(' | ')} |`, ...safe.map(line)];
}

const verdict = ({ met }: Target): string => (met ? 'met' : '**not met**');

/** One part, with what limits the targets that it did not meet. */
export function partText(part: Part): string {
  const targets = part.targets.map((target) => {
    const { id, text, measured, control } = target;
    return `- ${verdict(target)} · ${id}: ${text}: ${measured}${control === undefined ? '' : ` (${control})`}`;
  });
  const missed = new Set(part.targets.filter(({ met }) => !met).map(({ id }) => id));
  const reasons = [...missed].map((id) => `${id}. ${limits[id] ?? 'Not traced yet.'}`);
  return [
    `## ${part.name}`,
    '',
    part.about,
    '',
    ...table(part.columns, part.rows),
    '',
    ...targets,
    '',
    ...(reasons.length > 0 ? ['What limits it:', '', ...reasons.flatMap((reason) => [reason, ''])] : []),
  ].join('\n');
}

/** The whole of `RESULTS.md`. @param head what was measured on, and when */
export function resultsText(head: string, ran: readonly Ran[]): string {
  const parts = ran.flatMap(({ outcome }) => ('part' in outcome ? [outcome.part] : []));
  const failures = ran.flatMap(({ outcome }) => ('failed' in outcome ? [outcome.failed] : []));
  const minutes = ran.reduce((sum, each) => sum + each.minutes, 0);
  const whole: Target = {
    id: 'bench',
    text: 'the whole command within 15 minutes',
    measured: `${minutes.toFixed(1)} minutes`,
    met: minutes <= 15 && failures.length === 0,
  };
  const targets = [...parts.flatMap((part) => part.targets), whole];
  const met = targets.filter((target) => target.met).length;
  return [
    '# What Keyholder costs',
    '',
    head,
    '',
    `Medians, with the interval in which the median of all such runs lies in 95 of 100. Each control was measured in the same run, in turns with ours. ${String(met)} of ${String(targets.length)} targets are met; what limits each of the others, as it was traced, stands below its part.`,
    '',
    ...failures.map(({ name, why }) => `**The part “${name}” could not be measured:** ${why}\n`),
    '## Targets',
    '',
    ...table(
      ['', 'target', 'measured', 'control', ''],
      targets.map((target) => [target.id, target.text, target.measured, target.control ?? '', verdict(target)]),
      5,
    ),
    '',
    ...parts.map(partText),
    '## Planted slowness',
    '',
    'Each of three kinds of slowness is caught: [PLANTED.md](PLANTED.md).',
    '',
  ].join('\n');
}
