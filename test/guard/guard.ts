/**
 * `npm run test:guard`: every skin × flow × input × outcome against the built extension. Prints one table and leaves
 * everything in `.output/guard/`.
 *
 * `--skin <name>` and `--flow <id>` (both repeatable), `--input <input>`, `--outcome <outcome>` take a part; `--no-build` takes
 * the package as it is; `--jobs <n>` works on so many skins at once (2). `--pages <n>` leaves the skins out and makes so
 * many pages at random instead, `--seed <n>` says which; `--from <n>` where in it to begin; `--seed <n> --path <p>`
 * makes one of them again; `--spec <json>` makes the page
 * that a failure told.
 */
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { App, demoWorkspaces } from '../e2e/support/app.ts';
import { firstVisits } from '../e2e/support/visits.ts';
import { importSnapshot } from '../e2e/support/own-pages.ts';
import { demoTags, demoUses, snapshotOf } from '../e2e/support/seed.ts';
import { type Complaint, type Prepared, type World, openWorld, prepare } from '../e2e/support/world.ts';
import { root } from '../tools/house.ts';
import { prepareLookalike } from '../tools/lookalike.ts';
import { need, run } from '../tools/run.ts';
import { type Outcome, type Result, arrange, readings, runCase } from './case.ts';
import { type Input, type Skin, emptyWorkspace } from './flow.ts';
import { Memory } from './memory.ts';
import { prepareSkins } from './prepare-skins.ts';
import { type Row, rowOf, table } from './table.ts';

const { values } = parseArgs({
  options: {
    skin: { type: 'string', multiple: true },
    flow: { type: 'string', multiple: true },
    input: { type: 'string', multiple: true },
    outcome: { type: 'string', multiple: true },
    jobs: { type: 'string', default: '2' },
    'no-build': { type: 'boolean', default: false },
    pages: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
    from: { type: 'string' },
    spec: { type: 'string', multiple: true },
  },
});

if (values.pages !== undefined || values.path !== undefined || values.spec !== undefined) {
  if (values.spec !== undefined) process.env['VITE_GUARD_SPEC'] = values.spec.join(',');
  process.env['VITE_GUARD_PAGES'] = values.pages ?? '1';
  if (values.from !== undefined) process.env['VITE_GUARD_FROM'] = values.from;
  if (values.path !== undefined) process.env['VITE_GUARD_PATH'] = values.path;
  process.env['VITE_GUARD_SEED'] = values.seed ?? String(Math.trunc(Math.random() * 2 ** 31));
  process.exit(await run('vitest', ['run', '--project', 'browser', 'lib/guard/generated.browser.test.ts']));
}

const wanted = (list: string[] | undefined, value: string): boolean => list === undefined || list.includes(value);
const output = path.join(root, '.output/guard');

async function skins(): Promise<Skin[]> {
  const found: Skin[] = [];
  for (const file of globSync('test/guard/skins/*.ts', { cwd: root }).sort()) {
    const module = (await import(pathToFileURL(path.join(root, file)).href)) as { default: Skin };
    if (wanted(values.skin, module.default.name)) found.push(module.default);
  }
  return found;
}

/** What an admin's mapping holds after the first day, with owners known everywhere; made once, on the first skin. */
function firstDay(): Promise<Prepared> {
  return prepare({}, async (world) => {
    arrange(world, { people: [], workspace: 'EMEA Sales' });
    const dashboard = await importSnapshot(
      world,
      snapshotOf({ organization: world.lookalike.state.us, tags: demoTags, usedBy: demoUses }),
    );
    await firstVisits(world, await App.open(world), [...demoWorkspaces, emptyWorkspace]);
    await dashboard.close();
  });
}

async function runSkin(skin: Skin, from: Prepared): Promise<Row> {
  const open = (): Promise<World> => openWorld({ from, skin: skin.name, ...skin.options });
  let world = await open();
  const results: Result[] = [];
  const complaints: Complaint[] = [];
  try {
    let memory = await Memory.of(world);
    /** A browser that has ended by itself says nothing of what was tried in it, which is tried once more in another one. */
    const tried = async <T>(work: () => Promise<T>): Promise<T> => {
      const result = await work().catch((error: unknown) => error as Error);
      const isOver = await world.context.cookies().then(
        () => false,
        () => true,
      );
      if (!isOver) {
        if (result instanceof Error) throw result;
        return result;
      }
      console.log(`  ${skin.name} · the browser has ended: once more in another one`);
      complaints.push(...world.complaints);
      await world.close();
      world = await open();
      memory = await Memory.of(world);
      return work();
    };
    const read = await tried(() => readings(world, memory, skin));
    for (const problem of read.problems) console.log(`  ${skin.name} · ${problem}`);
    for (const flow of skin.flows) {
      if (!wanted(values.flow, flow.id)) continue;
      for (const input of flow.inputs ?? (['mouse', 'touch', 'enter', 'space'] as Input[])) {
        if (!wanted(values.input, input)) continue;
        for (const outcome of ['held', 'free', 'refused'] as Outcome[]) {
          if (!wanted(values.outcome, outcome)) continue;
          // What PandaDoc refuses does not depend on the hand.
          if (outcome === 'refused' && input !== 'mouse') continue;
          const result = await tried(() => runCase(world, memory, skin, flow, input, outcome));
          results.push(result);
          const good = result.problems.length === 0 && !result.escape && !result.falseAlarm;
          console.log(
            `  ${good ? '✓' : '✗'} ${skin.name} · ${flow.id} · ${input} · ${outcome} (${result.ms} ms)${result.problems.map((text) => `\n      ${text}`).join('')}`,
          );
        }
      }
    }
    // What stands in the page's own console because of the skin's library is its affair; ours names itself.
    const ours = [...complaints, ...world.complaints].filter(
      ({ where, text }) => where.startsWith('chrome-extension:') || /keyholder|chrome-extension/i.test(text),
    );
    for (const { text } of ours) console.log(`  ${skin.name} · console: ${text.slice(0, 300)}`);
    return rowOf(
      skin,
      results,
      read,
      ours.map(({ text }) => text),
    );
  } finally {
    await world.close();
  }
}

const all = await skins();
if (all.length === 0) throw new Error('No skin of that name.');
await prepareLookalike();
await prepareSkins(all.map(({ name }) => name));
if (!values['no-build']) await need('wxt', ['build']);
const started = performance.now();
const from = await firstDay();
console.log(`First day: ${Math.round((performance.now() - started) / 1000)} s`);
const rows: Row[] = [];
const queue = [...all];
await Promise.all(
  Array.from({ length: Number(values.jobs) }, async () => {
    for (let skin = queue.shift(); skin; skin = queue.shift()) rows.push(await runSkin(skin, from));
  }),
);
from.remove();
rows.sort(
  (one, other) => all.findIndex(({ name }) => name === one.skin) - all.findIndex(({ name }) => name === other.skin),
);
mkdirSync(output, { recursive: true });
writeFileSync(
  path.join(output, 'results.json'),
  `${JSON.stringify({ at: new Date().toISOString(), rows }, null, 2)}\n`,
);
const text = table(rows);
writeFileSync(path.join(output, 'table.txt'), text);
console.log(`\n${text}`);
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
const bad = rows.reduce((sum, row) => sum + row.escapes + row.falseAlarms + row.problems, 0);
process.exitCode = bad > 0 ? 1 : 0;
