/** One visit to a page of the lookalike, measured: what the extension at that host did, and what the page took. */
import type { CDPSession, Page } from 'playwright-core';
import type { World } from '../e2e/support/world.ts';
import { type Attributed, attributedTo, startTrace } from './trace.ts';

export interface Visit extends Attributed {
  /** Milliseconds of scripts, whoever's, on the page's thread. */
  scriptMs: number;
  /** After a collection. */
  heapMb: number;
  firstPaintMs: number;
  layoutShift: number;
  nodes: number;
}

export interface VisitOptions {
  host: string;
  /** `chrome-extension://<id>` of the extension that is looked for. */
  origin: string;
  /** Behind `/a/#/`. */
  address: string;
  /** The visit begins to count as painted with so many rows. */
  rows: number;
  /** How long is looked on after the rows are there. */
  watchMs: number;
  /** The processor, slowed so many times. */
  throttle?: number;
}

/** The metrics of a page, by name, after a collection; they count from when the session enabled them. */
export async function metricsOf(session: CDPSession): Promise<Record<string, number>> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Opens a page in a tab of its own and waits until its list stands. */
export async function openAt(world: World, { host, address, rows }: VisitOptions): Promise<Page> {
  const page = await world.context.newPage();
  await page.goto(`https://${host}/a/#/${address}`);
  await page.waitForFunction((count) => document.querySelectorAll('tr, [role=row]').length >= count, rows, {
    polling: 50,
  });
  return page;
}

/** Visits, measures, and closes the tab. */
export async function visit(world: World, options: VisitOptions): Promise<Visit> {
  const page = await world.context.newPage();
  const session = await world.session(page);
  await session.send('Performance.enable');
  if (options.throttle !== undefined) await session.send('Emulation.setCPUThrottlingRate', { rate: options.throttle });
  const endTrace = await startTrace(session);
  await page.goto(`https://${options.host}/a/#/${options.address}`);
  await page.waitForFunction((count) => document.querySelectorAll('tr, [role=row]').length >= count, options.rows, {
    polling: 50,
  });
  // What is measured is a length of time, not until something happens.
  await page.waitForTimeout(options.watchMs);
  const events = await endTrace();
  const { firstPaint, shift } = await page.evaluate(async () => {
    const shifts = await new Promise<number>((resolve) => {
      let sum = 0;
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
      });
      observer.observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
    });
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { firstPaint: paint?.startTime ?? 0, shift: shifts };
  });
  const metrics = await metricsOf(session);
  await page.close();
  return {
    ...attributedTo(options.origin, events),
    scriptMs: metrics['ScriptDuration']! * 1000,
    heapMb: metrics['JSHeapUsedSize']! / 2 ** 20,
    firstPaintMs: firstPaint,
    layoutShift: shift,
    nodes: metrics['Nodes']!,
  };
}
