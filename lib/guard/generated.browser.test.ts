/**
 * Pages that nobody wrote: on each, an owner is held exactly once before anything is sent, and the decision then carries
 * the act to its end; who owns nothing gets there with nothing in the way. A few are made in every run;
 * `npm run test:guard -- --pages 2000` makes as many as are asked for, `--seed` says which.
 */
import { expect, test } from 'vitest';
import { campaign, differenceOf, reportOf } from '../../test/fixtures/pages/campaign.ts';
import { found } from '../../test/fixtures/pages/found.ts';
import { holds } from '../../test/fixtures/pages/holds.ts';
import { simplest, type Spec } from '../../test/fixtures/pages/spec.ts';
import { allWords } from '../pages/all-words.ts';
import { learnWords } from '../pages/words.ts';

learnWords(allWords);

const env = import.meta.env as Record<string, string | undefined>;
const asked = env['VITE_GUARD_PAGES'];
const pages = Number(asked ?? 25);
const seed = Number(env['VITE_GUARD_SEED'] ?? 1);
const path = env['VITE_GUARD_PATH'] ?? null;
const from = Number(env['VITE_GUARD_FROM'] ?? 0);
/** One page, as a failure was said: what is different from the simplest. */
const one = env['VITE_GUARD_SPEC'] ?? null;
test.runIf(one === null)(
  `${String(pages)} pages at random, seed ${String(seed)}`,
  async () => {
    const say = (line: string): void => console.log(line);
    const told = await campaign(pages, seed, path, asked === undefined ? undefined : say, from);
    if (asked !== undefined) say(reportOf(seed, told));
    expect(told.wrong, reportOf(seed, told)).toEqual([]);
  },
  60_000 + pages * 3_000,
);

const specs =
  one === null ? found : (JSON.parse(`[${one}]`) as Partial<Spec>[]).map((parts) => ({ ...simplest, ...parts }));
test.each(specs.map((spec): [string, Spec] => [Object.values(differenceOf(spec)).map(String).join(', '), spec]))(
  'a page that was once got wrong: %s',
  async (_, spec) => {
    expect(await holds(spec), 'it can be worked').toBe(true);
  },
);
