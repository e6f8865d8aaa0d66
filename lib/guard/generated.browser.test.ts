/**
 * Pages that nobody wrote: on each, an owner is held exactly once before anything is sent, and the decision then carries
 * the act to its end; who owns nothing gets there with nothing in the way. A few are made in every run;
 * `npm run test:guard -- --pages 2000` makes as many as are asked for, `--seed` says which.
 */
import fc from 'fast-check';
import { test } from 'vitest';
import { found } from '../../test/fixtures/pages/found.ts';
import { pageSpec, simplest, type Spec } from '../../test/fixtures/pages/generated.ts';
import { holds } from '../../test/fixtures/pages/holds.ts';
import { allWords } from '../pages/all-words.ts';
import { learnWords } from '../pages/words.ts';

learnWords(allWords);

const env = import.meta.env as Record<string, string | undefined>;
const pages = Number(env['VITE_GUARD_PAGES'] ?? 8);
const seed = Number(env['VITE_GUARD_SEED'] ?? 1);
test(
  `${String(pages)} pages at random, seed ${String(seed)}`,
  async () => {
    await fc.assert(fc.asyncProperty(pageSpec, holds), { numRuns: pages, seed, verbose: 1 });
  },
  60_000 + pages * 3_000,
);

test.each(
  found.map((spec): [string, Spec] => [
    Object.entries(spec)
      .filter(([part, value]) => value !== simplest[part as keyof Spec])
      .map(([, value]) => String(value))
      .join(', '),
    spec,
  ]),
)('a page that was once got wrong: %s', async (_, spec) => {
  await holds(spec);
});
