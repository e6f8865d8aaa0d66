/** P11: how long a question takes that the worker has to be woken for, beside a worker that does nothing but answer. */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { until } from '../e2e/support/until.ts';
import type { World } from '../e2e/support/world.ts';
import { unpackedId } from '../tools/chromium.ts';
import { protocolVersion } from '../../lib/messages/protocol.ts';
import { controlExtensions } from './controls.ts';
import { between, ratiosOf, type Timing, timingOf } from './measure.ts';
import type { How, Part } from './part.ts';
import { seededWorld } from './seeded.ts';

declare const chrome: Browser;

/** Asks from a page of an extension. @returns milliseconds until the answer */
function ask(page: Page): Promise<number> {
  return page.evaluate(async (version) => {
    const begun = performance.now();
    await chrome.runtime.sendMessage({ version, type: 'own/tab-guard', body: { tabId: 1 } });
    return performance.now() - begun;
  }, protocolVersion);
}

/** Stops every worker of the browser, and waits until these stand still. */
async function stopWorkers(world: World, page: Page, origins: readonly string[]): Promise<void> {
  const session = await world.session(page);
  const running = new Map<string, boolean>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions) running.set(scriptURL, runningStatus !== 'stopped');
  });
  await session.send('ServiceWorker.enable');
  await until(
    async () => {
      await session.send('ServiceWorker.stopAllWorkers');
      return origins.every((origin) => [...running].some(([url, runs]) => url.startsWith(origin) && !runs));
    },
    { what: 'the workers to be stopped' },
  );
  await session.detach();
}

/** Measures the worker. */
export async function worker({ quick }: How): Promise<Part> {
  const controls = await controlExtensions();
  const world = await seededWorld(quick ? 100 : 10_000, { beside: [controls.null] });
  try {
    const ours = await world.backstage();
    const origin = `chrome-extension://${unpackedId(controls.null)}`;
    const bare = await world.context.newPage();
    await bare.goto(`${origin}/manifest.json`);
    const cold: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
    const warm: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
    const turns = quick ? 3 : 15;
    for (let turn = 0; turn <= turns; turn += 1) {
      for (const [name, page, own] of [
        ['ours', ours, world.origin],
        ['bare', bare, origin],
      ] as const) {
        await stopWorkers(world, page, [own]);
        const first = await ask(page);
        const second = await ask(page);
        if (turn === 0) continue;
        cold[name].push(first);
        warm[name].push(second);
      }
    }
    const rowOf = (
      name: string,
      of: Record<'ours' | 'bare', number[]>,
    ): { name: string; ours: Timing; bare: Timing } => ({
      name,
      ours: timingOf(of.ours),
      bare: timingOf(of.bare),
    });
    const rows = [rowOf('asleep', cold), rowOf('awake', warm)];
    const ratio = ratiosOf(cold.ours, cold.bare);
    return {
      name: 'Worker',
      about: 'Milliseconds from a question to its answer, beside a worker that only answers.',
      columns: ['', 'Keyholder', 'null worker', '÷'],
      rows: rows.map(({ name, ours: mine, bare: other }) => [
        name,
        mine.median.toFixed(1),
        other.median.toFixed(1),
        (mine.median / other.median).toFixed(2),
      ]),
      targets: [
        {
          id: 'P11',
          text: 'asleep: at most 1.5 times a null worker',
          measured: between(ratio, 2),
          control: `null worker: ${between(rows[0]!.bare)} ms`,
          met: ratio.median <= 1.5,
        },
      ],
      json: rows,
    };
  } finally {
    await world.close();
  }
}
