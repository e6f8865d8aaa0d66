/**
 * What a label says about a person, a role or a way out. Words alone: where the label stands is the others' business.
 */
import { isAdminRole } from '../domain/roles.ts';
import { before, says, saysOnly, without, withoutArticles } from '../pages/words.ts';
import type { Act } from './act.ts';

/** A label longer than this is a text, not a control. */
export const labelLength = 80;

/** Whether a label asks to remove something that is no person: "Remove filter", "Delete this photo?". */
export function isAboutThings(label: string): boolean {
  if (!says('remove', label)) return false;
  const rest = withoutArticles(without('remove', label)).replace(/\s*[?!.]+$/u, '');
  return rest !== '' && saysOnly('not-a-person', rest);
}

/** Whether what a label says of removing is only that it does not: "No, don't remove". */
function onlyKeeps(label: string): boolean {
  return saysOnly('cancel', label) || (says('cancel', label) && !says('remove', without('cancel', label)));
}

/** Whether a control says that it removes a person, or may: "Remove", "Delete user", a bin. */
export function saysRemove(label: string): boolean {
  if (label.length > labelLength) return false;
  const prefix = before('remove', label);
  // "Remove and keep documents" removes; "Keep user, do not remove" does not.
  return prefix !== null && !says('cancel', prefix) && !isAboutThings(label) && !onlyKeeps(label);
}

/** Whether a control says that it leaves without doing anything. */
export function saysCancel(label: string): boolean {
  return says('cancel', label);
}

/** Whether a text says that an account is alive, and nothing else. */
export function isOn(text: string): boolean {
  return saysOnly('active', text);
}

/** Whether a tick says that somebody is no longer there once it is set: "Suspended", "Block this user from signing in". */
export function isOff(text: string): boolean {
  return saysRemove(text) || saysOnly('removed', text);
}

/** Whether a role's text says Admin, or more than Admin. */
export function saysAdmin(text: string): boolean {
  return isAdminRole(text) || saysOnly('admin-role', text);
}

/** Whether a text is a role that is known by name. */
export function isRoleName(text: string): boolean {
  return saysAdmin(text) || saysOnly('role-name', text);
}

export type ChoiceKind = 'role' | 'licence';

/** What a list of choices is about, by those of its texts that are known; `null` for filters and everything else. */
export function kindOfChoices(texts: readonly string[]): ChoiceKind | null {
  if (texts.some((text) => saysOnly('every', text))) return null;
  const roles = texts.filter(isRoleName).length;
  const licences = texts.filter((text) => saysOnly('licence-name', text)).length;
  if (roles > 0 && roles >= licences) return 'role';
  return licences > 0 ? 'licence' : null;
}

const trimmed = (text: string): string => text.replace(/^[\s:.…"'“”‘’()–-]+|[\s:.…"'“”‘’()–-]+$/gu, '');

const links =
  /^(?:to|a|an|the|in|zu|zum|zur|auf|à|a|al|au|en|un|une|ein|einen|una|uma|een|ett|på|na|als|como|come|jako|para|tot|till|til)\s+/u;

/** "Guest" is a role where roles are shown, and no licences. */
function isRoleHere(given: string, shown: Shown | null): boolean {
  const isEither = saysOnly('licence-guest', given) && !says('licence', given);
  return isEither && shown !== null && shown.role !== null && shown.license === null;
}

const ofSomebody = /\s+(?:from|of|for|von|bei|de|du|da|di|del|van|från|od|dla)\s.*$/u;

/** Whether a control takes a licence or a seat back: "Unassign seat". */
export function takesLicence(label: string): boolean {
  if (label.length > labelLength) return false;
  if (says('cut-licence', label)) return true;
  const rest = removedBy(label);
  return saysOnly('licence', rest) || saysOnly('licence-name', rest);
}

/** What a label removes, without from whom; empty where it removes nothing. */
function removedBy(label: string): string {
  return says('remove', label) ? withoutArticles(without('remove', label)).replace(ofSomebody, '').trim() : '';
}

/** What somebody is shown to have; it tells a role from a licence of one name, and what a bare "Demote" is about. */
export interface Shown {
  role: string | null;
  license: string | null;
}

/**
 * The role or licence that an entry of a menu gives: "Make Member", "Change role to Manager", "Convert to guest"; nothing
 * to go on with where it takes Admin ("Demote") or a seat away; `null` where it gives none.
 */
export function rightsGiven(label: string, shown: Shown | null = null): Act | null {
  if (label.length > labelLength) return null;
  const act = { from: [], workspaces: null } as const;
  if (takesLicence(label)) return { ...act, kind: 'change-licence', to: [] };
  const removed = removedBy(label);
  // "Remove the Administrator role from the selected users"
  if (says('role', removed) && isRoleName(without('role', removed))) return { ...act, kind: 'change-role', to: [] };
  const demotes = says('demote', label);
  if (!demotes && before('set-role', label) === null) return null;
  let rest = demotes ? without('demote', label) : label;
  for (let step = 0; step < 4; step += 1) {
    const next = without('role', without('set-role', rest)).replace(links, '');
    if (next === rest) break;
    rest = next;
  }
  rest = trimmed(rest);
  // The whole licence takes nothing away, and its words also say "default".
  if (saysOnly('licence-name', rest) && !saysOnly('licence-full', rest))
    return { ...act, kind: isRoleHere(rest, shown) ? 'change-role' : 'change-licence', to: [rest] };
  // "Demote to Admin" is less than what was.
  const isLicence = shown !== null && shown.role === null && shown.license !== null;
  if (demotes && (isLicence || saysOnly('licence', rest)) && !isRoleName(rest))
    return { ...act, kind: 'change-licence', to: [] };
  if (demotes) return { ...act, kind: 'change-role', to: isRoleName(rest) && !saysAdmin(rest) ? [rest] : [] };
  return isRoleName(rest) ? { ...act, kind: 'change-role', to: [rest] } : null;
}
