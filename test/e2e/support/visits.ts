/** What an admin does on the first day: opens the key page and the member list of every workspace. */
import type { App } from './app.ts';
import { demoWorkspaces } from './app.ts';
import type { World } from './world.ts';

/** Visits key page and member list of each workspace, and waits until both were recorded. */
export async function firstVisits(
  world: World,
  app: App,
  workspaces: readonly string[] = demoWorkspaces,
): Promise<void> {
  for (const workspace of workspaces) {
    await app.switchTo(workspace);
    await app.keys();
    await world.recorded(workspace, 'keys', app.region);
    await app.team();
    await world.recorded(workspace, 'members', app.region);
  }
}
