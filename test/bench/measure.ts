/** How a figure is come by: runs that take turns, so that a busy moment hits all alike; medians, and how sure they are. */

export interface Timing {
  /** Milliseconds. */
  median: number;
  /** Within which the median of all possible runs lies, in 95 of 100 benches. */
  low: number;
  high: number;
  runs: number;
}

/**
 * The median of some times with its interval, from the order of the values alone: nothing is supposed about how they are
 * spread.
 *
 * @param times in milliseconds, in any order, at least one
 */
export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const count = sorted.length;
  const half = (1.96 * Math.sqrt(count)) / 2;
  const at = (index: number): number => sorted[Math.min(count - 1, Math.max(0, index))]!;
  const middle = count % 2 === 1 ? at((count - 1) / 2) : (at(count / 2 - 1) + at(count / 2)) / 2;
  return {
    median: middle,
    low: at(Math.floor(count / 2 - half)),
    high: at(Math.ceil(count / 2 + half) - 1),
    runs: count,
  };
}

/** A median and its interval, for people. */
export function between({ median, low, high }: Timing, digits = 1): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

/** What one side is of the other, turn by turn. */
export function ratiosOf(ours: readonly number[], control: readonly number[]): Timing {
  return timingOf(ours.map((ms, at) => ms / control[at]!));
}

type Work = () => unknown;

/** Milliseconds since some moment. */
export type Clock = () => number;

/** The clock on the wall: it runs on while others have the machine. */
export const wall: Clock = () => performance.now();

/** What this process alone has worked, on all its threads: for work that waits for nothing. */
export const processor: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Runs each work in turn, round after round, the first round not counted.
 *
 * @param rounds how often; fewer where one round takes longer than the budget allows
 * @param budgetMs about how long all rounds may take together, on the wall
 */
export async function inTurns<Name extends string>(
  works: Record<Name, Work>,
  rounds: number,
  { budgetMs = 20_000, clock = wall }: { budgetMs?: number; clock?: Clock } = {},
): Promise<Record<Name, Timing>> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name): [Name, number[]] => [name, []])) as Record<Name, number[]>;
  const begun = performance.now();
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const start = clock();
      await works[name]();
      const took = clock() - start;
      if (round > 0) times[name].push(took);
    }
    if (round > 0 && performance.now() - begun > budgetMs) break;
  }
  return Object.fromEntries(names.map((name): [Name, Timing] => [name, timingOf(times[name])])) as Record<Name, Timing>;
}

/** By how much the cost grows for ten times the work, on the whole way from the smallest to the largest; 10 is in line. */
export function growth(points: readonly { size: number; ms: number }[]): number {
  const [small, large] = [points[0]!, points.at(-1)!];
  const tens = Math.log10(large.size / small.size);
  return (large.ms / small.ms) ** (1 / tens);
}
