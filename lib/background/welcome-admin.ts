/**
 * The first minute: after the installation, and never again by itself, the dashboard opens at its three first steps, in a tab
 * behind the one that somebody is looking at.
 */
import type { Parts } from './parts.ts';

/** Called after an installation, never after an update. Where something is known already, nobody is greeted. */
export async function welcomeAdmin({ browser, repository }: Parts): Promise<void> {
  const { records } = await repository.records();
  if (records.organizations.size === 0)
    await browser.openTab(`${browser.urlOf('dashboard.html')}#/welcome`, { behind: true });
}
