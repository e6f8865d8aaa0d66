/** A world for each test, and what has to hold after every test: silence in all consoles, nobody else asked. */
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { root } from '../../tools/house.ts';
import { App, demoWorkspaces } from './app.ts';
import { importSnapshot } from './own-pages.ts';
import { demoTags, demoUses, snapshotOf } from './seed.ts';
import { firstVisits } from './visits.ts';
import { type Prepared, type World, type WorldOptions, browserHosts, openWorld, prepare } from './world.ts';

export interface Scene {
  readonly world: World;
  /** Complaints that the test expects; they are taken out of the list. */
  forgive(pattern: RegExp): void;
}

/**
 * A world for each test of this file.
 *
 * @param prepared done once for the file, in a profile that every test gets a copy of
 */
export function scene(options: WorldOptions = {}, prepared?: (world: World) => Promise<void>): Scene {
  let world: World | undefined;
  let from: Prepared | undefined;
  const forgiven: RegExp[] = [];
  if (prepared) {
    beforeAll(async () => {
      from = await prepare(options, prepared);
    });
    afterAll(() => from?.remove());
  }
  beforeEach(async ({ task }) => {
    forgiven.length = 0;
    world = await openWorld({ ...options, ...(from && { from }) });
    await world.fuzz(task.name);
  });
  afterEach(async ({ task }) => {
    if (!world) return;
    if (task.result?.state === 'fail') await leavePictures(world, task.name);
    const { complaints, proxy } = world;
    await world.close();
    expect(complaints.filter(({ text }) => !forgiven.some((pattern) => pattern.test(text)))).toEqual([]);
    // Nothing and nobody in the browser asked for any other host.
    const allowed = new Set([
      'app.pandadoc.com:443',
      'app.pandadoc.eu:443',
      ...browserHosts.map((host) => `${host}:443`),
    ]);
    expect(proxy.asked.map(({ host }) => host).filter((host) => !allowed.has(host))).toEqual([]);
    world = undefined;
  });
  return {
    get world() {
      if (!world) throw new Error('Only inside a test.');
      return world;
    },
    forgive: (pattern) => forgiven.push(pattern),
  };
}

/** What was to be seen when a test failed, in `.output/test/`. */
async function leavePictures(world: World, name: string): Promise<void> {
  const folder = path.join(root, '.output/test');
  const safe = name.replaceAll(/[^\w]+/g, '-').slice(0, 60);
  for (const [index, page] of world.context.pages().entries()) {
    if (!page.url().endsWith('manifest.json')) {
      await page.screenshot({ path: path.join(folder, `${safe}-${index}.png`), timeout: 5_000 }).catch(() => undefined);
    }
  }
}

/** Keys whose owner nobody said in the prepared mapping. */
export const unsaid = 'People Operations';

/**
 * The mapping as it is after an admin's first day: owners of all keys but those of one workspace, everything visited.
 *
 * @param workspaces those that were visited, where a file needs no more
 */
export const firstDay =
  (workspaces: readonly string[] = demoWorkspaces) =>
  async (world: World): Promise<void> => {
    const text = snapshotOf({
      organization: world.lookalike.state.us,
      tags: demoTags,
      usedBy: demoUses,
      ownerKnown: (workspace) => workspace !== unsaid,
    });
    const dashboard = await importSnapshot(world, text);
    const app = await App.open(world);
    await firstVisits(world, app, workspaces);
    await dashboard.close();
  };
