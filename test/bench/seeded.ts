/** Worlds with a mapping of any size: the lookalike's organization as it is, and an estate beside it. */
import { importSnapshot } from '../e2e/support/own-pages.ts';
import { demoTags, demoUses, digestOf, snapshotOf } from '../e2e/support/seed.ts';
import { openWorld, type World, type WorldOptions } from '../e2e/support/world.ts';
import { unsealedSnapshot } from '../../lib/domain/snapshot.ts';
import { benchNow, estate } from './estate.ts';

interface Listed {
  id: string;
}
type Document = Record<'workspaces' | 'users' | 'keys', Listed[]> &
  Record<string, unknown> & { memberships: { userId: string; workspaceId: string }[]; coverage: object };

/** The text of a snapshot: what the lookalike knows, and as many keys more as it takes to have so many. */
export function seededSnapshot(world: World, keys: number): string {
  const known = JSON.parse(
    snapshotOf({ organization: world.lookalike.state.us, tags: demoTags, usedBy: demoUses }),
  ) as Document;
  if (known.keys.length < keys) {
    const more = unsealedSnapshot(estate(keys - known.keys.length), {
      id: 's',
      takenAt: benchNow,
      label: null,
      previous: null,
      findings: [],
    });
    const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    for (const store of ['workspaces', 'users', 'keys'] as const)
      known[store] = [...known[store], ...more[store]].sort((a, b) => byText(a.id, b.id));
    known.memberships = [...known.memberships, ...more.memberships].sort(
      (a, b) => byText(a.userId, b.userId) || byText(a.workspaceId, b.workspaceId),
    );
    known.coverage = { ...known.coverage, ...more.coverage };
  }
  return JSON.stringify({ ...known, digest: digestOf(known) });
}

/** Opens a world whose mapping has so many keys (none: left empty). */
export async function seededWorld(keys: number, options: WorldOptions = {}): Promise<World> {
  const world = await openWorld(options);
  try {
    if (keys > 0) await (await importSnapshot(world, seededSnapshot(world, keys))).close();
    await world.backstage();
    return world;
  } catch (error) {
    await world.close();
    throw error;
  }
}
