/** Which key is this? What is found by a fingerprint or by last characters, in words; always with what was covered. No DOM. */
import { coverageOf } from '../../lib/domain/coverage.ts';
import { type Asked, endOf, endsAlike, epochOf } from '../../lib/domain/fingerprint.ts';
import { isLiving } from '../../lib/domain/key-states.ts';
import type { Instant } from '../../lib/domain/words.ts';
import type { Estate, KeyRow } from './estate.ts';
import { dateText, numberText } from './format.ts';
import { keyPower, keyUse } from './impact-text.ts';
import { statusText } from './key-table.tsx';
import { plural, t } from './text.ts';

/** What was asked, without anything of it but its last characters. */
export interface Question {
  /** The fingerprint; `null` where only last characters were given, or this profile never made one. */
  id: string | null;
  end: string;
  whole: boolean;
}

/** The question that is left of a text once its fingerprint is made. */
export async function questionOf(estate: Estate, asked: Asked): Promise<Question> {
  return asked.kind === 'secret'
    ? { id: await estate.fingerprint(asked.secret), end: endOf(asked.secret), whole: true }
    : { id: null, end: asked.end, whole: false };
}

export interface Found {
  /** The sentence that answers; nothing more needs to be read. */
  head: string;
  /** `yes`: proven by a fingerprint; `maybe`: last characters alone; `no`. */
  sure: 'yes' | 'maybe' | 'no';
  keys: { id: string; text: string; details: string[] }[];
  coverage: string[];
}

/** More keys than this are a reason to ask for more than four characters. */
const most = 8;

function describe(row: KeyRow): Found['keys'][number] {
  const { key } = row;
  return {
    id: row.id,
    text: keyPower(row),
    details: [...(key.status === 'active' ? [] : [t('which_status', statusText(key.status))]), keyUse(key)],
  };
}

/** What a "no" is worth: how many keys could have been recognised at all, and how much was read. */
export function coverageTexts(estate: Estate): string[] {
  const { rows: fingerprints, epoch } = estate.fingerprints.value;
  const living = estate.rows.value.filter(({ key }) => isLiving(key.status));
  const checkable = fingerprints.filter(({ id }) => epochOf(id) === epoch);
  const of = new Set(checkable.map(({ keyId, generation }) => `${keyId} ${generation}`));
  const fingerprinted = living.filter(({ key }) => of.has(`${key.id} ${key.generation}`)).length;
  const hinted = living.filter(({ key }) => key.hint !== null && key.hint !== '').length;
  let workspaces = 0;
  let read = 0;
  let oldest: Instant | null = null;
  for (const { mapping } of estate.organizations.value) {
    for (const workspace of mapping.workspaces) {
      if (workspace.status === 'deactivated') continue;
      workspaces += 1;
      const at = coverageOf(mapping, workspace.id).keys?.at;
      if (at === undefined) continue;
      read += 1;
      if (oldest === null || at < oldest) oldest = at;
    }
  }
  const count = numberText;
  const lost = fingerprints.length - checkable.length;
  return [
    t('which_coverage_keys', count(fingerprinted), count(hinted), count(living.length)),
    oldest === null
      ? t('which_coverage_unread', count(workspaces))
      : t('which_coverage_read', count(read), count(workspaces), dateText(oldest)),
    ...(lost > 0 ? [plural('which_coverage_lost', lost)] : []),
  ];
}

/** The answer; the same whenever the mapping is the same. */
export function whichKey(estate: Estate, { id, end, whole }: Question): Found {
  const coverage = coverageTexts(estate);
  const fingerprint = id === null ? undefined : estate.fingerprints.value.rows.find((each) => each.id === id);
  const row = fingerprint && estate.rowsById.value.get(fingerprint.keyId);
  if (fingerprint && row) {
    const former = fingerprint.generation < row.key.generation;
    const made = dateText(fingerprint.at);
    return {
      head: former ? t('which_former', made) : t('which_found', made),
      sure: 'yes',
      keys: [describe(row)],
      coverage: [],
    };
  }
  const alike = estate.rows.value.filter(({ key }) => endsAlike(key.hint, end));
  if (alike.length === 0) {
    return { head: whole ? t('which_none') : t('which_none_ends', end), sure: 'no', keys: [], coverage };
  }
  return {
    head: whole ? t('which_maybe', end) : plural('which_ends', alike.length, end),
    sure: 'maybe',
    keys: alike.slice(0, most).map(describe),
    coverage: alike.length > most ? [plural('ui_more_matches', alike.length - most), ...coverage] : coverage,
  };
}
