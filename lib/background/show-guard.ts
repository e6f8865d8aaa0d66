/** The toolbar button, tab by tab: how the guard is there, and where a tab must be reloaded before it has one. */
import type { Region } from '../domain/words.ts';
import { type PageSender, regionOf } from '../messages/door.ts';
import {
  type GuardState,
  type LastWordKey,
  lastWordKeys,
  type OwnMessages,
  type PageMessages,
} from '../messages/protocol.ts';
import type { Parts, Tab } from './parts.ts';

/** Pages that have a guard. */
export const guardedUrls = ['https://app.pandadoc.com/*', 'https://app.pandadoc.eu/*'];

/** Pages of the two apps that the manifest keeps the guard away from: nothing to read there, nothing to reload. */
const unguardedPaths = /^\/(document|e|oauth2)\//;

const badges: Record<GuardState, string> = { armed: '', degraded: '?', blind: '!', starting: '', off: '' };
/** How long a tab may take to say that its guard is there. */
const pingMs = 1_000;
const longestDiagnosis = 16_000;

type TabGuard = OwnMessages['own/tab-guard']['get'];

interface KeptGuard {
  state: GuardState;
  reasons: string[];
  /** Code of ours failed on this page: the badge stays until the page is loaded anew. */
  failed: boolean;
}

function keyOf(tabId: number): string {
  return `guard:${tabId}`;
}

/** Where a tab's page was when it was last read: ids of ours. */
export function placeKey(tabId: number): string {
  return `place:${tabId}`;
}

async function keptGuard(parts: Parts, tabId: number): Promise<KeptGuard | undefined> {
  return (await parts.session.get(keyOf(tabId)))[keyOf(tabId)] as KeptGuard | undefined;
}

async function show(parts: Parts, tabId: number, title: string, text: string): Promise<void> {
  try {
    await parts.browser.setTitle({ tabId, title });
    await parts.browser.setBadgeText({ tabId, text });
  } catch {
    // The tab was closed meanwhile.
  }
}

function titleOf(parts: Parts, state: GuardState): string {
  return parts.browser.getMessage(`background_title_${state}`);
}

async function keep(parts: Parts, tabId: number, guard: KeptGuard): Promise<void> {
  await parts.session.set({ [keyOf(tabId)]: guard });
  await show(parts, tabId, titleOf(parts, guard.state), guard.failed ? '!' : badges[guard.state]);
}

/** `page/guard`. */
export async function showGuard(
  parts: Parts,
  { state, reasons }: PageMessages['page/guard']['send'],
  { tabId }: PageSender,
): Promise<PageMessages['page/guard']['get']> {
  // `starting` is a page's first word: what failed before is gone with the page before.
  const failed = state !== 'starting' && ((await keptGuard(parts, tabId))?.failed ?? false);
  if (state === 'starting') await parts.session.remove(placeKey(tabId));
  await keep(parts, tabId, { state, reasons, failed });
  if (state !== 'off') return null;
  const words = lastWordKeys.map((key) => [key, parts.browser.getMessage(key)] as const);
  return { lastWords: Object.fromEntries(words) as Record<LastWordKey, string> };
}

/** The page's code failed: said on the button until the page is loaded anew. */
export async function showFailure(parts: Parts, tabId: number): Promise<void> {
  const known = await keptGuard(parts, tabId);
  await keep(parts, tabId, { state: known?.state ?? 'degraded', reasons: known?.reasons ?? [], failed: true });
}

/** What a guard of this version answers in the tab, `null` where there is none. */
async function answerOf(parts: Parts, tabId: number): Promise<{ diagnosis?: unknown } | null> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), pingMs);
  try {
    const answer = await Promise.race([parts.browser.sendToTab(tabId, { type: 'keyholder/ping' }), late.promise]);
    return (answer as { diagnosis?: unknown } | null | undefined) ?? null;
  } catch {
    // Nobody listens there.
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** The region of a tab that should have a guard, `null` for any other. */
function guardedRegion(tab: Tab): Region | null {
  const region = regionOf(tab.url);
  if (region === null || unguardedPaths.test(new URL(tab.url!).pathname)) return null;
  return region;
}

/** Marks a tab that should have a guard and has none. */
async function markUnguarded(parts: Parts, tab: Tab): Promise<boolean> {
  if (tab.id === undefined || guardedRegion(tab) === null) return false;
  if (await answerOf(parts, tab.id)) return false;
  await markReload(parts, tab.id);
  return true;
}

async function markReload(parts: Parts, tabId: number): Promise<void> {
  await parts.session.remove(keyOf(tabId));
  await show(parts, tabId, parts.browser.getMessage('background_title_reload'), '!');
}

/** After installation or update: tabs that were open before have no guard, and say so. */
export async function markOldTabs(parts: Parts): Promise<void> {
  const tabs = await parts.browser.tabsOf(guardedUrls);
  await Promise.all(tabs.map((tab) => markUnguarded(parts, tab)));
}

/** `own/tab-guard`: for the popup, of the tab it was opened over. */
export async function tellTabGuard(
  parts: Parts,
  { tabId }: OwnMessages['own/tab-guard']['send'],
): Promise<OwnMessages['own/tab-guard']['get']> {
  const off = { state: 'off', reasons: [], reload: false, region: null, place: null, diagnosis: null } as const;
  let tab: Tab;
  try {
    tab = await parts.browser.tab(tabId);
  } catch {
    return { ...off, reasons: [] };
  }
  const region = guardedRegion(tab);
  if (region === null) return { ...off, reasons: [], region: regionOf(tab.url) };
  const answer = await answerOf(parts, tabId);
  if (!answer) {
    await markReload(parts, tabId);
    return { ...off, reasons: [], reload: true, region };
  }
  const known = await keptGuard(parts, tabId);
  const diagnosis = typeof answer.diagnosis === 'string' ? answer.diagnosis.slice(0, longestDiagnosis) : null;
  const state = known?.state ?? 'starting';
  const place = ((await parts.session.get(placeKey(tabId)))[placeKey(tabId)] ?? null) as TabGuard['place'];
  return { state, reasons: known?.reasons ?? [], reload: false, region, place, diagnosis };
}

/** A tab was closed: what was kept about it goes. */
export async function forgetTab(parts: Parts, tabId: number): Promise<void> {
  await parts.session.remove([keyOf(tabId), placeKey(tabId), `organization:${tabId}`, `passed:${tabId}`]);
}
