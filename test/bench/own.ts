/**
 * P6 to P8 and long work: popup and dashboard at a hundred and at ten thousand keys. The popup is opened as the toolbar opens
 * it, beside one that paints a single line; frames are counted with the processor slowed four times.
 */
import type { Locator, Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { exportSnapshot, fileOf, previewImport } from '../e2e/support/own-pages.ts';
import { digestOf } from '../e2e/support/seed.ts';
import { until } from '../e2e/support/until.ts';
import type { World } from '../e2e/support/world.ts';
import { addNullPopup } from './controls.ts';
import { between, ratiosOf, type Timing, timingOf } from './measure.ts';
import type { How, Part, Target } from './part.ts';
import { seededSnapshot, seededWorld } from './seeded.ts';

declare const chrome: Browser;

/** Opens the popup, and closes it when its rows are painted. @returns milliseconds of the document's own clock */
function openPopup(backstage: Page, popup: string): Promise<number> {
  return backstage.evaluate(async (address) => {
    await chrome.action.setPopup({ popup: address });
    const opening = chrome.action.openPopup();
    // No event tells of a popup's window; it is looked for until it is there.
    const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
    let view: Window | undefined;
    while (!view?.document.body) {
      view = chrome.extension.getViews({ type: 'popup' })[0];
      await moment();
    }
    const there = view;
    await new Promise<void>((resolve) => {
      const look = (): boolean => there.document.querySelector('[data-id], [role=row]') !== null;
      if (look()) {
        resolve();
        return;
      }
      const observer = new MutationObserver(() => {
        if (!look()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(there.document, { subtree: true, childList: true });
    });
    const painted = await new Promise<number>((resolve) => {
      there.requestAnimationFrame(() => there.setTimeout(() => resolve(there.performance.now())));
    });
    there.close();
    await opening.catch(() => undefined);
    while (chrome.extension.getViews({ type: 'popup' }).length > 0) await moment();
    return painted;
  }, popup);
}

interface Opening {
  ours: Timing;
  bare: Timing;
  /** Turn by turn. */
  ratios: number[];
  times: Record<'ours' | 'bare', number[]>;
}

async function openings(world: World, turns: number): Promise<Opening> {
  const bare = addNullPopup(world.folder);
  const backstage = await world.backstage();
  await backstage.bringToFront();
  const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  for (let turn = 0; turn <= turns; turn += 1) {
    const ours = await openPopup(backstage, 'popup.html');
    const other = await openPopup(backstage, bare);
    if (turn === 0) continue;
    times.ours.push(ours);
    times.bare.push(other);
  }
  return {
    ours: timingOf(times.ours),
    bare: timingOf(times.bare),
    ratios: times.ours.map((ms, at) => ms / times.bare[at]!),
    times,
  };
}

/** How much longer the popup takes than one that does nothing, turn by turn; for `planted.ts`. */
export async function popupRatios(keys: number, turns: number): Promise<number[]> {
  const world = await seededWorld(keys);
  try {
    return (await openings(world, turns)).ratios;
  } finally {
    await world.close();
  }
}

/** Starts to watch a page: events with the frame that shows their effect, tasks over 50 ms. */
async function watch(page: Page): Promise<() => Promise<{ events: number[]; tasks: number[] }>> {
  await page.evaluate(() => {
    const seen = { events: [] as number[], tasks: [] as number[] };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.events.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  return () =>
    page.evaluate(
      () =>
        new Promise<{ events: number[]; tasks: number[] }>((resolve) => {
          const { seen } = globalThis as unknown as { seen: { events: number[]; tasks: number[] } };
          requestAnimationFrame(() =>
            setTimeout(() => {
              const { events, tasks } = seen;
              resolve({ events: events.splice(0), tasks: tasks.splice(0) });
            }, 50),
          );
        }),
    );
}

const worstOf = (times: readonly number[]): number => Math.max(0, ...times);

/** The time that 95 of 100 keystrokes stay within; a stroke without an entry was under 16 ms. */
function p95(times: readonly number[], strokes: number): number {
  const all = [...times, ...Array<number>(Math.max(0, strokes - times.length)).fill(8)].sort((a, b) => a - b);
  return all[Math.min(all.length - 1, Math.floor(all.length * 0.95))]!;
}

const typed = ['region 4', 'legal', 'crm sync', 'svc-1'];

/** Types into the search of a page of ours. @returns durations of the events that took longer than a frame */
async function type(page: Page, rate: number): Promise<{ p95: number; worst: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const field = page.getByRole('searchbox', { name: 'Search keys' });
  await field.click();
  const seen = await watch(page);
  let strokes = 0;
  for (const text of typed) {
    await page.keyboard.type(text, { delay: 40 });
    strokes += text.length;
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    strokes += 2;
  }
  const { events } = await seen();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return { p95: p95(events, strokes), worst: worstOf(events) };
}

/** Sorts, filters and scrolls the dashboard, the processor four times slower. @returns the longest task of each, in ms */
async function handle(page: Page): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const seen = await watch(page);
  const longest: Record<string, number> = {};
  const after = async (name: string): Promise<void> => {
    longest[name] = worstOf((await seen()).tasks);
  };
  for (const column of ['Owner', 'Workspace'])
    await page.getByRole('columnheader', { name: column }).first().getByRole('button').click();
  await after('sort');
  await page.getByRole('checkbox', { name: 'Only unknown owners' }).click();
  await page.getByRole('checkbox', { name: 'Only unknown owners' }).click();
  await after('filter');
  await page.mouse.move(600, 600);
  for (let at = 0; at < 20; at += 1) await page.mouse.wheel(0, 600);
  await after('scroll');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return longest;
}

/** A colleague's file of the same estate, a while later: every twentieth key says something else. */
function colleagues(text: string): string {
  const document = JSON.parse(text) as Record<string, unknown> & { keys: Record<string, unknown>[] };
  const keys = document.keys.map((key, at) => (at % 20 === 0 ? { ...key, notes: 'Looked at.' } : key));
  const changed: Record<string, unknown> = { ...document, takenAt: '2026-06-02T12:00:00.000Z', keys };
  return JSON.stringify({ ...changed, digest: digestOf(changed) });
}

interface LongWork {
  /** The longest task of the dashboard's thread, in milliseconds, by what was done. */
  longest: Record<string, number>;
  /** From the click on Cancel to the end of the bar, and whether a file came all the same. */
  cancelled: { ms: number; file: boolean };
}

/** Ends an export as soon as its bar is there. */
async function cancelExport(page: Page): Promise<LongWork['cancelled']> {
  let file = false;
  const came = (): void => void (file = true);
  page.on('download', came);
  await page.getByRole('button', { name: 'Export snapshot' }).click();
  // Pressed in the page itself, the moment it is there: the bar may live shorter than a round trip to it.
  const ms = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('no bar, or one that stays')), 60_000);
        let begun = 0;
        const look = (): void => {
          const bar = document.querySelector('.export-progress');
          if (begun === 0 && bar) {
            begun = performance.now();
            bar.querySelector('button')!.click();
          } else if (begun > 0 && !bar) {
            observer.disconnect();
            clearTimeout(late);
            resolve(performance.now() - begun);
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true });
        document.querySelector<HTMLElement>('[role=menuitem]:last-child')!.click();
      }),
  );
  page.off('download', came);
  return { ms, file };
}

/** Long work at a size, as a person starts it. */
async function longWork(world: World, page: Page, keys: number): Promise<LongWork> {
  const longest: Record<string, number> = {};
  const text = seededSnapshot(world, keys);
  await page.goto(`${world.origin}/dashboard.html#/settings`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByLabel('Import mapping').waitFor();
  // What opening took is not what the work takes.
  const seen = await watch(page);
  await seen();
  const after = async (name: string): Promise<void> => {
    longest[name] = worstOf((await seen()).tasks);
  };
  const patient = { timeout: 120_000 };
  const go = async (view: string, ready: Locator): Promise<void> => {
    await page.evaluate((hash) => (location.hash = hash), `#/${view}`);
    await ready.first().waitFor(patient);
  };
  await previewImport(page, text);
  await after('preview of an import');
  await page.getByRole('button', { name: 'Apply import' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: /Imported \d+ keys?/ })
    .waitFor(patient);
  await after('import, until it is shown');

  const snapshots = page.getByRole('table', { name: 'Snapshots' });
  const take = page.getByRole('main').getByRole('button', { name: 'Take snapshot' });
  const taken = (count: number): Promise<boolean> =>
    until(async () => (await snapshots.locator('[data-id]').count()) === count, {
      what: `${String(count)} snapshots`,
      timeoutMs: patient.timeout,
    });
  await go('snapshots', take);
  await after('to the snapshots');
  await take.click();
  await taken(1);
  await after('snapshot');
  await page.getByLabel('Snapshot to merge (JSON)').setInputFiles(fileOf(colleagues(text), 'colleague.json'));
  await page.getByRole('button', { name: 'Apply merge' }).waitFor(patient);
  await after('preview of a merge');
  await page.getByRole('button', { name: 'Apply merge' }).click();
  await page
    .getByText(/keys? of the snapshots? (was|were) merged/)
    .first()
    .waitFor(patient);
  await after('merge, until it is shown');
  await page.getByRole('button', { name: 'Show changes' }).click();
  await page.getByText(/^(One change|[\d,.]+ changes):/).waitFor(patient);
  await after('comparison of the snapshot with now');
  await page.getByRole('button', { name: 'Check all' }).click();
  await page.getByText(/snapshots? checked/).waitFor(patient);
  await after('check of the seal');

  await go('keys', page.getByRole('button', { name: 'Export snapshot' }));
  await after('to the keys');
  for (const format of ['JSON', 'CSV', 'Markdown', 'HTML']) {
    await exportSnapshot(page, format);
    await after(`export of ${format}`);
  }
  return { longest, cancelled: await cancelExport(page) };
}

interface BySize {
  keys: number;
  openings: Opening;
}

/** Measures popup and dashboard. */
export async function own({ quick }: How): Promise<Part> {
  const turns = quick ? 3 : 12;
  const bySize: BySize[] = [];
  let keystrokes: Record<'popup' | 'slowed', { p95: number; worst: number }> | undefined;
  let handled: Record<string, number> | undefined;
  let worked: LongWork | undefined;
  for (const keys of quick ? [100, 1000] : [100, 1000, 10_000]) {
    const world = await seededWorld(keys);
    try {
      bySize.push({ keys, openings: await openings(world, turns) });
      if (keys !== (quick ? 1000 : 10_000)) continue;
      const popup = await world.own('popup.html');
      await until(async () => (await popup.locator('[data-id]').count()) > 0, { what: 'rows in the popup' });
      keystrokes = { popup: await type(popup, 1), slowed: await type(popup, 4) };
      await popup.close();
      const dashboard = await world.own('dashboard.html#/keys');
      await until(async () => (await dashboard.locator('[data-id]').count()) > 0, { what: 'rows in the dashboard' });
      handled = await handle(dashboard);
      worked = await longWork(world, dashboard, keys);
    } finally {
      await world.close();
    }
  }
  if (!keystrokes || !handled || !worked) throw new Error('The largest size is none of those that are measured.');
  const [smallest, largest] = [bySize[0]!, bySize.at(-1)!];
  const toNull = ({ openings: { ours, bare } }: BySize): number => ours.median / bare.median;
  const grown = ratiosOf(largest.openings.times.ours, smallest.openings.times.ours);
  const opened = timingOf(largest.openings.ratios);
  const size = largest.keys.toLocaleString('en');
  const target = (id: string, text: string, value: number, most: number): Target => ({
    id,
    text,
    measured: `${value.toFixed(0)} ms`,
    met: value <= most,
  });
  return {
    name: 'Popup and dashboard',
    about:
      'Milliseconds from the document’s start to its rows on the screen, as the toolbar opens it, beside a popup that paints one line; then the longest tasks.',
    columns: ['', 'ms', 'null popup', '÷ null'],
    rows: [
      ...bySize.map((one) => [
        `popup, ${one.keys.toLocaleString('en')} keys`,
        one.openings.ours.median.toFixed(0),
        one.openings.bare.median.toFixed(0),
        toNull(one).toFixed(2),
      ]),
      ...Object.entries(handled).map(([name, ms]) => [
        `${name}, ${size} keys, 4 × slower: longest task`,
        ms.toFixed(0),
        '',
        '',
      ]),
      ...Object.entries(worked.longest).map(([name, ms]) => [
        `${name}, ${size} keys: longest task`,
        ms.toFixed(0),
        '',
        '',
      ]),
      [`export of HTML, ${size} keys: from Cancel to its end`, worked.cancelled.ms.toFixed(0), '', ''],
    ],
    targets: [
      {
        id: 'P6',
        text: `popup with ${size} keys ÷ null popup: at most 2`,
        measured: between(opened, 2),
        control: `null popup: ${between(largest.openings.bare, 0)} ms`,
        met: opened.median <= 2,
      },
      {
        id: 'P7',
        text: `popup, ${size} keys ÷ ${String(smallest.keys)}: at most 1.3`,
        measured: between(grown, 2),
        control: `${String(smallest.keys)} keys: ${between(smallest.openings.ours, 0)} ms`,
        met: grown.median <= 1.3,
      },
      target('P8', `keystroke → filtered frame, ${size} keys: 95 of 100 within 50 ms`, keystrokes.popup.p95, 50),
      target('P8', 'the same, processor four times slower: within 200 ms', keystrokes.slowed.p95, 200),
      target(
        'dashboard',
        `sort, filter, scroll with ${size} keys, 4 × slower: no task over 50 ms`,
        worstOf(Object.values(handled)),
        50,
      ),
      target(
        'long work',
        `import, snapshot, merge, comparison and exports of ${size} keys: no task over 50 ms`,
        worstOf(Object.values(worked.longest)),
        50,
      ),
      {
        id: 'long work',
        text: `an export of ${size} keys shows how far it is, and ends without a file when it is cancelled`,
        measured: `over ${worked.cancelled.ms.toFixed(0)} ms after Cancel, ${worked.cancelled.file ? 'with a file' : 'no file'}`,
        met: !worked.cancelled.file,
      },
    ],
    json: { bySize, keystrokes, handled, worked },
  };
}
