/**
 * A list of people with roles: "Team" (to 2024), "Team and seats", "All users" (2024 and later), "Members" (2026, one
 * source). Columns, search, paging and ids of today's page were never seen (settings-ui.md, sections 2.2 and 2.4,
 * 2026-11-23), so the list is recognised by what it must have: people, and a word, an address or roles that say so.
 */
import { nameKey } from '../../domain/identity.ts';
import { isAwaited, isCounted, isFiltered, isLoading, mayHoldMore, type Page } from '../page.ts';
import { isLanguageKnown } from '../language.ts';
import { emailSpots, peopleIn, type PersonRow, unreadBeside } from '../people.ts';
import { rowsAround } from '../rows.ts';
import { signedInOn } from '../signed-in.ts';
import { nameOf, pieces } from '../text.ts';
import { findAll, first, matches, nearest, rawText } from '../tree.ts';
import { claimWorkspace, fromColumn, headingTexts, organizationBeside } from '../workspace-claim.ts';
import { says, saysOnly } from '../words.ts';
import type { Adapter, Reading } from './adapter.ts';

const id = 'members';

/** How much speaks for a list of members before a single person is found. */
function evidence(page: Page): number {
  let score = 0;
  if (page.route.hint === 'members' || page.route.hint === 'users') score += 2;
  else if (page.route.hint !== null) score += page.route.hint === 'settings' ? 1 : 0;
  if (headingTexts(page.headings).some((text) => saysOnly('member-list', text) || saysOnly('all-users', text)))
    score += 2;
  else if (headingTexts(page.headings).some((text) => says('member-list', text) || says('all-users', text))) score += 1;
  return score;
}

/** Whether there is anything in a row to do something with. */
function canBeWorked(row: Element): boolean {
  const controls = 'button,select,a[href],[role=button],[role=checkbox],[role=link],[aria-haspopup],[tabindex],input';
  return matches(row, controls) || findAll(row, controls).length > 0;
}

/** Whether more than one fits; the rest of thousands is not asked. */
function isMoreThanOne<T>(list: readonly T[], fits: (one: T) => boolean): boolean {
  const one = list.findIndex(fits);
  return one >= 0 && list.slice(one + 1).some(fits);
}

/** A role in words that nobody knows is no custom role: it is not known. */
function withKnownRole(row: PersonRow): PersonRow {
  const { role } = row.person;
  return role === null || saysOnly('role-name', role) ? row : { ...row, person: { ...row.person, role: null } };
}

/** How much speaks for a list of members where no word does: address after address, each with a control of its own. */
function structure(page: Page): number {
  const spots = emailSpots(page.content);
  const rows = rowsAround(page.content, spots).filter(({ parts }) =>
    parts.some((part) => first(part, 'button,select,[role=button],[aria-haspopup],input[type=checkbox]') !== null),
  );
  return rows.length >= 2 ? 2 : rows.length;
}

/** Whether a page about workspaces has the people of each below its name. */
function namesSeveral(page: Page, rows: readonly PersonRow[]): boolean {
  const held = new Set(rows.map((row) => row.element));
  const names = pieces(page.content, (element) => held.has(element) || matches(element, 'option,[role=menu],nav')).map(
    ({ text }) => page.known.workspaces.get(nameKey(text)),
  );
  return new Set(names.filter((name) => name !== undefined)).size > 1;
}

export const members: Adapter = {
  id,
  revision: '2026-11-29',
  read(page: Page, now: string): Reading | null {
    if (page.route.hint === 'keys' || !page.route.mayHoldSettings) return null;
    const spoken = isLanguageKnown(page);
    const likely = evidence(page) + (spoken ? 0 : structure(page));
    // What a page about one person lists by name alone is where they are, not who else there is.
    const found = peopleIn(page.content, likely >= 2 && !page.route.onePerson);
    const boxes = spoken ? found : found.map(withKnownRole);
    const people = boxes.filter((row) => !row.part);
    const roles = people.filter((row) => row.person.role !== null).length;
    const invites = (): boolean =>
      findAll(page.content, 'button,a,[role=button]').some((control) => says('invite', nameOf(control)));
    // Roles, and something to be done with each: what else would it be.
    const worked = roles > 1 && isMoreThanOne(boxes, (row) => canBeWorked(row.element));
    const score = likely + (roles > 0 ? 1 : 0) + (worked || invites() ? 1 : 0);
    if (people.length === 0) {
      // A list of workspaces may stand under the same words; its own adapter says so.
      if (likely < 2 || page.route.hint === 'workspaces') return null;
      const empty = isFiltered(page.content) || says('nothing-found', rawText(page.content));
      if (empty || page.route.onePerson || page.route.segments.length > 3) return null;
      const state = isAwaited(page.content) ? 'loading' : 'unreadable';
      return { adapter: id, state, missing: ['people'], observation: null, people: [], keys: [] };
    }
    if (score < 2) return null;
    const alone = page.route.onePerson;
    const missing: string[] = spoken ? [] : ['language-not-supported'];
    // Whatever stands beside the one person of a page is no row of somebody else.
    const unread = alone ? 0 : unreadBeside(boxes);
    // More rows that show nobody than rows that show somebody: what was read is chance.
    if (unread > people.length) {
      return { adapter: id, state: 'unreadable', missing: ['people'], observation: null, people: boxes, keys: [] };
    }
    if (unread > 0) missing.push('rows');
    if (people.some((row) => row.person.email === null)) missing.push('email');
    if (!alone && people.every((row) => row.person.name === null && !row.person.invited)) missing.push('name');
    if (!alone && !boxes.some((row) => canBeWorked(row.element))) missing.push('row-actions');
    // What is done on somebody's own page is about every place they have, unless the page names one.
    const everybody =
      alone ||
      headingTexts(page.headings).some((text) => says('all-users', text)) ||
      people.some((row) => (row.person.workspaces?.length ?? 0) > 1) ||
      page.route.hint === 'users' ||
      (page.route.hint === 'workspaces' && namesSeveral(page, boxes));
    const column = fromColumn(
      people.map((row) => (row.person.workspaces?.length === 1 ? row.person.workspaces[0]!.name : null)),
    );
    const workspace = claimWorkspace(page, people.length > 1 || !everybody ? column : null, everybody);
    // A list of everybody is about one workspace only where it says so itself.
    const scope = everybody && workspace.evidence !== 'list' ? 'organization' : 'workspace';
    // A list of everybody shows roles for each workspace elsewhere, if at all.
    if (scope === 'workspace' && roles === 0 && spoken && !alone) missing.push('role');
    if (scope === 'workspace' && workspace.name === null && workspace.pandadocId === null && !alone)
      missing.push('workspace');
    const rows = people.map((row) => row.element);
    const complete =
      unread === 0 &&
      isList(page, people) &&
      !isFiltered(page.content) &&
      !isLoading(page.content) &&
      !mayHoldMore(page.content, rows);
    return {
      adapter: id,
      state: missing.includes('email') || unread > 0 || !spoken ? 'partly' : 'read',
      missing,
      people: boxes,
      keys: [],
      observation: {
        kind: 'members',
        adapter: id,
        at: now,
        scope,
        workspace,
        organization: workspace.name !== null ? organizationBeside(page, workspace.name) : null,
        signedIn: signedInOn(page, people),
        complete,
        people: people.map((row) => row.person),
      },
    };
  },
};

/**
 * Whether so few people are a list at all, and not the page of one of them: whoever is not on that page is not gone. One or
 * two stand in a list where the page draws one, and where it counts them.
 */
function isList(page: Page, people: readonly PersonRow[]): boolean {
  if (page.route.onePerson) return false;
  if (people.length > 2) return true;
  const drawn = 'table,ul,ol,[role=table],[role=grid],[role=treegrid],[role=list]';
  return (
    people.every((row) => nearest(row.element, (element) => matches(element, drawn), page.content) !== null) ||
    isCounted(
      page.content,
      people.map((row) => row.element),
    )
  );
}
