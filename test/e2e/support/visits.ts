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
  // Two names stand in the switcher, and which of them is the workspace shows on the first list that is read: whoever goes
  // on before that is asked, as they should be.
  await world.toolbarSays(app.page, /^Keyholder: (?:armed|degraded|blind|off)/);
  for (const workspace of workspaces) {
    await app.switchTo(workspace);
    await app.keys();
    await world.recorded(workspace, 'keys', app.region);
    await app.team();
    await world.recorded(workspace, 'members', app.region);
  }
}
