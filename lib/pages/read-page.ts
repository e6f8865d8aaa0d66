/** Reads a page: asks every adapter, keeps what they found. */
import type { Adapter, Reading } from './adapters/adapter.ts';
import type { Page } from './page.ts';
import { inOnePass } from './pass.ts';

const adapters = Object.values(
  import.meta.glob<Record<string, Adapter>>(['./adapters/*.ts', '!./adapters/adapter.ts', '!./adapters/*.test.ts'], {
    eager: true,
  }),
).flatMap((module) =>
  Object.values(module).filter((value): value is Adapter => typeof value === 'object' && 'read' in value),
);

export interface PageReading {
  readings: Reading[];
  /** Ids of adapters whose code failed; the others' readings stand. */
  failed: string[];
}

/**
 * Every adapter's reading of a page. An adapter that throws takes only itself out; its id is reported.
 *
 * @param now the instant of the reading
 */
export function readPage(page: Page, now: string): PageReading {
  const readings: Reading[] = [];
  const failed: string[] = [];
  inOnePass(() => {
    for (const adapter of adapters) {
      try {
        const reading = adapter.read(page, now);
        if (reading) readings.push(reading);
      } catch {
        failed.push(adapter.id);
      }
    }
  });
  return { readings, failed };
}

/** Which adapters there are, with the day each was last gone through, for the diagnosis. */
export function adapterRevisions(): string {
  return adapters.map(({ id, revision }) => `${id}@${revision}`).join(' ');
}
