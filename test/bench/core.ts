/** The core by size: what each decision costs from a hundred keys to a hundred thousand, and what a verdict costs. */
import { diff, type DiffSide } from '../../lib/domain/diff.ts';
import { Draft, noRecords } from '../../lib/domain/draft.ts';
import { findAll } from '../../lib/domain/findings.ts';
import { type Handover, planHandover } from '../../lib/domain/handover.ts';
import { impact } from '../../lib/domain/impact.ts';
import { indexMapping, type Mapping } from '../../lib/domain/mapping.ts';
import { defaultPolicy } from '../../lib/domain/policy.ts';
import { rateGroups } from '../../lib/domain/rate-budget.ts';
import { indexPeople, sliceFor } from '../../lib/domain/stakes.ts';
import { planMerge } from '../../lib/imports/plan-merge.ts';
import { rules } from '../../lib/rules/index.ts';
import { asRead } from '../support/read-snapshot.ts';
import { documentOf } from './document.ts';
import { benchNow, estate, later } from './estate.ts';
import { between, growth, inTurns, processor, type Timing } from './measure.ts';
import type { How, Part } from './part.ts';

const sizes = [100, 1000, 10_000, 100_000] as const;

/** What is done to an estate, each as it is done when somebody asks for it. */
function worksOf(mapping: Mapping) {
  const index = indexMapping(mapping);
  const people = indexPeople(mapping);
  const policy = defaultPolicy;
  const context = { index, policy, now: benchNow };
  const [before, after] = [mapping, later(mapping)].map((each): DiffSide => documentOf(each));
  const asked = mapping.users.slice(0, 50);
  const owner = mapping.users[0]!.id;
  const everyone = mapping.users.map(({ id }) => id);
  const handover: Handover = {
    id: 'h',
    region: mapping.region,
    organizationId: mapping.organization.id,
    revision: 1,
    origin: 'list',
    startedAt: benchNow,
    action: { kind: 'remove', users: [owner], scope: 'all' },
    only: null,
    keys: [],
    ticks: [],
    closedAt: null,
  };
  const snapshot = asRead(documentOf(mapping));
  return {
    index: () => indexMapping(mapping),
    'impact of removing everybody': () =>
      impact(index, { kind: 'remove', users: everyone, scope: 'all' }, benchNow, policy),
    findings: () => findAll(rules, context),
    'rate budget': () => rateGroups(index, policy),
    'handover of the largest owner': () => planHandover(index, handover, benchNow, policy),
    diff: () => diff(before!, after!),
    'merge of a snapshot into nothing': () => {
      let ids = 0;
      planMerge(new Draft(noRecords()), snapshot, [], {}, benchNow, () => `n${String((ids += 1))}`);
    },
    'stakes of 50 people': () => sliceFor(index, people, asked),
    verdict: () =>
      impact(index, { kind: 'remove', users: [owner], scope: { workspaces: ['w000000'] } }, benchNow, policy),
  };
}

/** How many people hold the keys, one of whom, or few, or nearly all: what is worked out for a person must not care. */
const crowds = [1, 100, 5000] as const;

/** Measures the core by the number of people, at ten thousand keys. */
export async function people({ quick }: How): Promise<Part> {
  const byCrowd: { size: number; timings: Record<string, Timing> }[] = [];
  for (const size of crowds)
    byCrowd.push({
      size,
      timings: await inTurns(worksOf(estate(10_000, { people: size })), quick ? 2 : 9, {
        budgetMs: 15_000,
        clock: processor,
      }),
    });
  const names = Object.keys(byCrowd[0]!.timings);
  const verdicts = byCrowd.map(({ timings }) => timings['verdict']!);
  const worst = verdicts.reduce((a, b) => (a.median > b.median ? a : b));
  return {
    name: 'Core by people',
    about: 'Milliseconds of the processor at 10,000 keys, by number of people, medians.',
    columns: ['', ...crowds.map((size) => size.toLocaleString('en'))],
    rows: names.map((name) => [name, ...byCrowd.map(({ timings }) => timings[name]!.median.toFixed(3))]),
    targets: [
      {
        id: 'verdict',
        text: 'the verdict inside the event: under 1 ms at 10,000 keys, whether 1, 100 or 5,000 people hold them',
        measured: `${between(worst, 3)} ms at worst`,
        met: worst.median < 1,
      },
    ],
    json: byCrowd,
  };
}

/** By how much a comparison costs more for ten times the keys, turn by turn; for `planted.ts`. */
export async function diffGrowths(turns: number): Promise<number[]> {
  const [small, large] = [100, 1000].map((keys) => {
    const mapping = estate(keys);
    const [before, after] = [mapping, later(mapping)].map((each): DiffSide => documentOf(each));
    return (): unknown => diff(before!, after!);
  }) as [() => unknown, () => unknown];
  const growths: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const { ten, one } = await inTurns({ one: () => many(small, 100), ten: () => many(large, 10) }, 3, {
      clock: processor,
    });
    growths.push((10 * ten.median) / one.median);
  }
  return growths;
}

function many(work: () => unknown, times: number): void {
  for (let at = 0; at < times; at += 1) work();
}

/** Measures the core. */
export async function core({ quick }: How): Promise<Part> {
  const bySize: { size: number; timings: Record<string, Timing> }[] = [];
  for (const size of sizes)
    bySize.push({
      size,
      timings: await inTurns(worksOf(estate(size)), quick ? 2 : size > 10_000 ? 3 : 15, {
        budgetMs: 40_000,
        clock: processor,
      }),
    });
  const names = Object.keys(bySize[0]!.timings);
  const rows = names.map((name) => {
    const points = bySize.map(({ size, timings }) => ({ size, ms: timings[name]!.median }));
    return { name, points, growth: growth(points.slice(1)) };
  });
  const verdict = rows.find(({ name }) => name === 'verdict')!;
  const worst = rows.filter(({ name }) => name !== 'verdict').reduce((a, b) => (a.growth > b.growth ? a : b));
  return {
    name: 'Core',
    about:
      'Milliseconds of the processor by number of keys; growth = times the cost for ten times the keys, from 1,000 to 100,000 (10 is in line).',
    columns: ['', ...sizes.map((size) => size.toLocaleString('en')), 'growth'],
    rows: rows.map(({ name, points, growth: grown }) => [
      name,
      ...points.map(({ ms }) => ms.toFixed(3)),
      grown.toFixed(1),
    ]),
    targets: [
      {
        id: 'core',
        text: 'near-linear growth of every decision from 1,000 to 100,000 keys: at most 16 times for ten times the keys',
        measured: `${worst.growth.toFixed(1)} (${worst.name})`,
        control: `the same at 1,000 keys: ${worst.points.find(({ size }) => size === 1000)!.ms.toFixed(3)} ms`,
        met: worst.growth <= 16,
      },
      {
        id: 'verdict',
        text: 'the verdict inside the event: under 1 ms at 10,000 keys',
        measured: `${verdict.points.find(({ size }) => size === 10_000)!.ms.toFixed(3)} ms`,
        met: verdict.points.find(({ size }) => size === 10_000)!.ms < 1,
      },
    ],
    json: rows,
  };
}
