/**
 * The daily look: once a day it is worked out anew which keys are due or overdue for replacement, and the toolbar button
 * says so where no PandaDoc tab is open. With one open, the button is the guard's alone.
 */
import { dueCount } from '../domain/findings.ts';
import { judgeRecords } from '../domain/judge-records.ts';
import { listsOf } from '../domain/draft.ts';
import { type Instant, regions } from '../domain/words.ts';
import { rules } from '../rules/index.ts';
import type { KnowMappings } from './know-mapping.ts';
import { knowMappings } from './know-mapping.ts';
import type { AlarmsArea, Parts } from './parts.ts';
import { guardedUrls } from './show-guard.ts';

export const lookAlarm = 'daily-look';
const dayMinutes = 24 * 60;
const dayMs = dayMinutes * 60_000;
/** In `storage.session`: when the last look was, and what it found. */
const lookKey = 'daily-look';

interface Look {
  at: Instant;
  due: number;
}

/** How many keys are due or overdue, over both regions and all organizations. */
async function countDue(parts: Parts, know: KnowMappings): Promise<number> {
  const now = parts.clock();
  let due = 0;
  for (const region of regions) {
    const { mappings } = await know(region);
    if (mappings.length === 0) continue;
    const records = listsOf((await parts.repository.records()).records, region);
    for (const { index } of mappings) due += dueCount(judgeRecords(rules, records, index, now).findings);
  }
  return due;
}

async function lastLook(parts: Parts): Promise<Look | null> {
  return ((await parts.session.get(lookKey))[lookKey] as Look | undefined) ?? null;
}

/** Puts the count on the button, or takes it off; a tab of PandaDoc has a title and a badge of its own. */
async function show(parts: Parts, due: number): Promise<void> {
  const open = (await parts.browser.tabsOf(guardedUrls)).length > 0;
  const off = parts.browser.getMessage('background_title_off');
  const shown = due > 0 && !open;
  const count = parts.browser.getMessage('background_due_count', [String(due)]);
  await parts.browser.setTitle({ title: shown ? parts.browser.getMessage('background_title_due', [off, count]) : off });
  await parts.browser.setBadgeText({ text: shown ? (due > 999 ? '999+' : String(due)) : '' });
}

/** Looks now, whatever was found before. */
export async function lookNow(parts: Parts, know: KnowMappings = knowMappings(parts.repository)): Promise<void> {
  const due = await countDue(parts, know);
  await parts.session.set({ [lookKey]: { at: parts.clock(), due } satisfies Look });
  await show(parts, due);
}

/**
 * Looks where a look is due: the last one is a day old, was made by a clock that ran ahead, or is not known (the browser
 * was started anew). Else only shows again what it found, for the button forgets with the browser and the worker does not
 * know what it shows.
 */
export async function lookIfDue(parts: Parts): Promise<void> {
  const last = await lastLook(parts);
  const age = last === null ? null : Date.parse(parts.clock()) - Date.parse(last.at);
  if (last === null || age === null || Number.isNaN(age) || age < 0 || age >= dayMs) await lookNow(parts);
  else await show(parts, last.due);
}

/** A tab was opened, closed or went elsewhere: whether the count may be shown may have changed. */
export async function showDue(parts: Parts): Promise<void> {
  const last = await lastLook(parts);
  if (last) await show(parts, last.due);
}

/**
 * Sees to it that the alarm is there. Browsers drop alarms with an update or on their own, and one that lies further ahead
 * than its period was set before the clock was turned back: it would sleep until then.
 */
export async function keepLooking(parts: Parts, alarms: AlarmsArea): Promise<void> {
  const now = Date.parse(parts.clock());
  const known = await alarms.get(lookAlarm);
  if (known && known.periodInMinutes === dayMinutes && known.scheduledTime - now <= dayMs) return;
  await alarms.create(lookAlarm, { when: now + dayMs, periodInMinutes: dayMinutes });
}
