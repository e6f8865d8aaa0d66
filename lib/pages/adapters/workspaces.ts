/**
 * The list of an organization's workspaces (settings-ui.md, section 2.4). Only names and ids are read: it says nothing
 * about keys or members, so it counts as a reading of neither.
 */
import { nameKey } from '../../domain/identity.ts';
import { isAwaited, isFiltered, isLoading, mayHoldMore, type Page } from '../page.ts';
import { isLanguageKnown } from '../language.ts';
import { columnsOf } from '../columns.ts';
import { isAside, isDialog } from '../people.ts';
import { signedInOn } from '../signed-in.ts';
import { pieces } from '../text.ts';
import { attr, findAll, first, matches, nearest, parentOf, rawText } from '../tree.ts';
import { headingTexts } from '../workspace-claim.ts';
import { says, saysOnly } from '../words.ts';
import type { Adapter, Reading } from './adapter.ts';

const id = 'workspaces';
const workspaceLink = /\/workspaces?\/([A-Za-z0-9]{20,24})(?=[/?#]|$)/u;

/** The page of all workspaces, by its address; pages of a single one go on after that. */
const allOfThem = /^workspaces(?:-next)?$/u;

const isControl = (element: Element): boolean => matches(element, 'button,[role=button],select,input');

/** What to say of lines none of which names a workspace, where workspaces are listed. */
function namesNone(page: Page, rows: readonly Element[], missing: string[]): Reading | null {
  const lines = rows.filter((row) => !first(row, 'th:not([scope=row])') && /\p{L}|\p{N}/u.test(rawText(row)));
  if (!allOfThem.test(page.route.segments.at(-1) ?? '') || lines.length < 2) return null;
  if (isFiltered(page.content) || says('nothing-found', rawText(page.content))) return null;
  // What names a workspace that is known, or is told by its build, is guarded all the same.
  const guarded =
    missing.length > 0 || pieces(page.content).some(({ text }) => page.known.workspaces.has(nameKey(text)));
  const unguarded = isAwaited(page.content) ? 'loading' : 'unreadable';
  return {
    adapter: id,
    state: isLoading(page.content) ? 'loading' : guarded ? 'partly' : unguarded,
    missing: [...missing, 'workspaces'],
    observation: null,
    people: [],
    keys: [],
  };
}

export const workspaces: Adapter = {
  id,
  revision: '2026-11-29',
  read(page: Page, now: string): Reading | null {
    const headed = headingTexts(page.headings).some((text) => saysOnly('workspaces', text));
    if (page.route.hint !== 'workspaces' && !headed) return null;
    const rows = findAll(page.content, 'tbody tr,[role=row],li,[role=listitem],article').filter(
      (row) =>
        !nearest(row, (element) => isAside(element) || isDialog(element), page.content) &&
        !first(row, '[role=columnheader]'),
    );
    const found: { name: string; pandadocId: string | null }[] = [];
    const named: Element[] = [];
    for (const row of rows) {
      const link = findAll(row, 'a[href]').find((anchor) => workspaceLink.test(attr(anchor, 'href') ?? ''));
      const columns = columnsOf(row);
      // "Members" heads a count here, where it would head names in a list of people.
      const cell = columns.get('workspace') ?? columns.get('workspaces') ?? (link ? undefined : columns.get('name'));
      // A name is taken only from where a name stands: its column, or the first text of a row that links to a workspace.
      const from = cell ?? (link ? row : null);
      const name = from
        ? pieces(from, from === row ? isControl : undefined).find(
            (piece) => piece.text.length > 2 && /\p{L}/u.test(piece.text),
          )?.text
        : undefined;
      if (!name || saysOnly('workspace', name)) continue;
      named.push(row);
      found.push({ name, pandadocId: link ? (workspaceLink.exec(attr(link, 'href') ?? '')?.[1] ?? null) : null });
    }
    const spoken = isLanguageKnown(page);
    const missing = spoken ? [] : ['language-not-supported'];
    if (found.length === 0) return namesNone(page, rows, missing);
    const lists = new Set(named.map(parentOf));
    const unread = rows.filter((row) => lists.has(parentOf(row)) && !named.includes(row) && !first(row, 'th')).length;
    // Somebody's own page may list where they are, below the same heading.
    if (unread > 0 && page.route.hint === 'workspaces') missing.push('rows');
    // Where somebody is, as the page of a person or a list of people shows it, is not where everything is.
    const ofAll = !page.route.onePerson && page.route.hint !== 'users' && page.route.hint !== 'members';
    const complete =
      ofAll &&
      spoken &&
      unread === 0 &&
      !isFiltered(page.content) &&
      !isLoading(page.content) &&
      !mayHoldMore(page.content, named);
    return {
      adapter: id,
      state: missing.length === 0 ? 'read' : 'partly',
      missing,
      people: [],
      keys: [],
      observation: {
        kind: 'workspaces',
        adapter: id,
        at: now,
        workspace: { name: null, pandadocId: null, evidence: null, candidates: [] },
        organization: null,
        signedIn: signedInOn(page, []),
        complete,
        workspaces: found,
      },
    };
  },
};
