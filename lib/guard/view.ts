/** What the guard sees of the page at the moment of an event. Kept ready by the page session. */
import type { MappingIndex } from '../domain/mapping.ts';
import type { PersonReading } from '../domain/observation.ts';
import type { Policy } from '../domain/policy.ts';
import type { Lift } from '../domain/stakes.ts';
import type { KeyRow } from '../pages/adapters/adapter.ts';
import { columnsOf } from '../pages/columns.ts';
import { isFiltered, type Page } from '../pages/page.ts';
import type { PersonRow } from '../pages/people.ts';
import { isTableRow } from '../pages/rows.ts';

type Standing = { state: 'pending' | 'blind' };

export interface View {
  page: Page;
  rows: readonly PersonRow[];
  rowElements: ReadonlySet<Element>;
  /** Rows of a key page. */
  keys: readonly KeyRow[];
  /** The workspace that the list belongs to, where known. */
  listWorkspaceId: string | null;
  /** The workspace that the keys belong to, where known. */
  keysWorkspaceId: string | null;
  /** The page is a list of workspaces, or the page of one. */
  aboutWorkspaces: boolean;
  index: MappingIndex;
  /** When a reading is old, as the organization has it. */
  policy: Pick<Policy, 'readingDays'>;
  /** Our id of a known workspace by name; `null` where two carry it or none does. */
  workspaceIdOf: (name: string) => string | null;
  lifts: readonly Lift[];
  /** Our user ids for a person; `pending`: asked for and not answered yet; `blind`: no answer will come. */
  resolve: (person: PersonReading) => { state: 'ready'; userIds: string[] } | Standing;
  /** Whether the keys of a workspace are there. */
  resolveWorkspace: (workspaceId: string) => { state: 'ready' } | Standing;
  now: string;
}

/**
 * Whether the page lists people. One row may be all that a search has left of a list; else a page that shows one person
 * is about them, and everything on it may be.
 */
export function listsPeople({ rows, page }: Pick<View, 'rows' | 'page'>): boolean {
  const [only, ...others] = rows;
  if (!only || others.length > 0) return others.length > 0;
  if (page.route.onePerson) return false;
  return (isTableRow(only.element) && columnsOf(only.element).size > 0) || isFiltered(page.content, only.element);
}

/** Where nobody is listed. */
export const nobody: ReadonlySet<Element> = new Set();

/** The rows of a list of people; none on a page that shows one person. */
export function listedOn(view: View): ReadonlySet<Element> {
  return listsPeople(view) ? view.rowElements : nobody;
}
