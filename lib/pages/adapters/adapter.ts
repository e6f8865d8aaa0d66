/** The one shape of all page adapters. A new kind of page is one new file here; its id is its file name, for ever. */
import type { Observation } from '../../domain/observation.ts';
import type { Page } from '../page.ts';
import type { PersonRow } from '../people.ts';

/** A key row of a key page, for owner lines and for what Generate would replace. */
export interface KeyRow {
  element: Element;
  anchor: Element;
  type: 'production' | 'sandbox';
  state: 'present' | 'absent' | 'not-entitled' | 'unknown';
}

export interface Reading {
  adapter: string;
  /** `unreadable`: it looks like such a page and nothing could be made of it. `loading`: it says that there will be more. */
  state: 'read' | 'partly' | 'unreadable' | 'loading';
  /** Codes of what is missing, for the diagnosis: never a text of the page. */
  missing: string[];
  observation: Observation | null;
  people: PersonRow[];
  keys: KeyRow[];
}

export interface Adapter {
  id: string;
  /** The day its beliefs about the page were last gone through; stands in the diagnosis. */
  revision: string;
  /** `null` when the page is not of this kind. */
  read(page: Page, now: string): Reading | null;
}
