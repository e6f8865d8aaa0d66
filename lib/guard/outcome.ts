/**
 * What became of an act that was let go. Success is a row that is gone or a message that says so; refusal is a message
 * that says so. Neither is never guessed (product.md, "The guard": nothing is recorded as removed after an error).
 */
import { nameKey, personKey } from '../domain/identity.ts';
import { isFiltered, isLoading, openDialogs, type Page } from '../pages/page.ts';
import type { PersonRow } from '../pages/people.ts';
import { pieces, textOf } from '../pages/text.ts';
import { contains, findAll, isShown } from '../pages/tree.ts';
import { says, without } from '../pages/words.ts';
import type { PersonRef } from '../domain/identity.ts';
import type { Attempt } from './decide.ts';

const messageSelector =
  '[role=alert],[role=status],[role=log],[aria-live=polite],[aria-live=assertive],output,' +
  '[class*=toast i],[class*=snackbar i],[class*=notification i],[class*=message i],[class*=alert i],[class*=error i],[class*=banner i]';

function messagesOn(page: Page): string[] {
  return findAll(page.document.body, messageSelector)
    .filter((element) => isShown(element))
    .map((element) => textOf(element))
    .filter((text) => text !== '' && text.length <= 400);
}

export type Outcome = 'succeeded' | 'refused';

/** A role that the page still shows after so long was taken. */
export const settledMs = 2_500;

/** The page as it was when the admin's click went through, and what that click was about. */
export interface Before {
  action: Attempt['action'];
  value: string | null;
  people: PersonRef[];
  /** The act itself said which workspaces. */
  byAct: boolean;
  /** `personKey` of those of the people whom the page listed. */
  listed: string[];
  messages: string[];
  routeKey: string;
  /** Names of the workspaces that the act is about, as far as the page showed them. */
  places: string[];
}

export class OutcomeWatch {
  readonly before: Before;
  readonly #messages: Map<string, number>;
  /** Since when the page shows the new role of everybody. */
  #shownSince: number | null = null;
  #generated = false;
  readonly #dialogs: readonly Element[];
  readonly #reloaded: boolean;

  /** @param dialogs those that were open; `null` where the page was loaded anew since */
  constructor(before: Before, dialogs: readonly Element[] | null) {
    this.before = before;
    this.#messages = countEach(before.messages);
    this.#dialogs = dialogs ?? [];
    this.#reloaded = dialogs === null;
  }

  /**
   * Remembers the page as it was when the admin's click went through.
   *
   * @param places names of the workspaces that the act is about
   */
  static of(
    page: Page,
    rows: readonly PersonRow[],
    { action, people, value, scope }: Pick<Attempt, 'action' | 'people' | 'value' | 'scope'>,
    places: readonly string[] = [],
  ): OutcomeWatch {
    const listed = new Set(rows.map((row) => personKey(row.person)));
    return new OutcomeWatch(
      {
        action,
        value,
        people: people.map(({ pandadocId, email, name }) => ({ pandadocId, email, name })),
        byAct: scope.from === 'act',
        listed: people.map(personKey).filter((key) => listed.has(key)),
        messages: messagesOn(page),
        routeKey: page.route.key,
        places: places.filter((name) => shows(page, name)),
      },
      openDialogs(page.document),
    );
  }

  /** The page showed that a key was made. */
  noteGenerated(): void {
    this.#generated = true;
  }

  /**
   * Looks at the page again; `null` while neither success nor refusal shows.
   *
   * @param at milliseconds of the page's clock
   * @param whole the list is all there is
   */
  check(page: Page, rows: readonly PersonRow[], at: number, whole = false): Outcome | null {
    const after = countEach(messagesOn(page));
    const fresh = [...after].filter(([text, count]) => count > (this.#messages.get(text) ?? 0)).map(([text]) => text);
    const dialogs = openDialogs(page.document);
    const inDialog = dialogs.flatMap((dialog) =>
      findAll(dialog, messageSelector)
        .filter((element) => isShown(element))
        .map((element) => textOf(element))
        .filter((text) => !this.#messages.has(text)),
    );
    // Refusal first: "could not be removed" also says "removed".
    if ([...fresh, ...inDialog].some(refuses)) return 'refused';
    if (this.#generated) return 'succeeded';
    const stillAsked = this.#dialogs.some((dialog) =>
      dialogs.some((open) => open === dialog || contains(open, dialog)),
    );
    if (stillAsked) return null;
    switch (this.before.action) {
      case 'remove':
        if (fresh.some((text) => says('removed', text))) return 'succeeded';
        // Access that was taken by a tick leaves the person in the list.
        if (this.before.byAct && fresh.some((text) => says('changed', text))) return 'succeeded';
        return (this.#gone(page, rows, whole) || this.#placesGone(page, rows)) && dialogs.length === 0
          ? 'succeeded'
          : null;
      case 'deactivate-workspace':
        if (fresh.some((text) => says('removed', text))) return 'succeeded';
        return this.#settled(page) && dialogs.length === 0 && this.#namesGone(page) ? 'succeeded' : null;
      case 'generate':
        return null;
      default:
        if (fresh.some((text) => says('changed', text))) return 'succeeded';
        return this.#shownAnew(rows, at) && dialogs.length === 0 ? 'succeeded' : null;
    }
  }

  /** Whether every person's row has shown the new role or licence long enough for a refusal to have come. */
  #shownAnew(rows: readonly PersonRow[], at: number): boolean {
    const { people, value, action } = this.before;
    const keys = new Set(people.map((person) => personKey(person)));
    const now = rows.filter((row) => keys.has(personKey(row.person)));
    const all =
      value !== null &&
      now.length > 0 &&
      now.every(({ person }) => {
        const shown = action === 'change-role' ? person.role : person.license;
        return shown !== null && nameKey(shown) === nameKey(value);
      });
    if (!all) {
      this.#shownSince = null;
      return false;
    }
    this.#shownSince ??= at;
    return at - this.#shownSince >= settledMs;
  }

  #settled(page: Page): boolean {
    return page.route.key === this.before.routeKey && !isLoading(page.content) && !isFiltered(page.content);
  }

  /** Whether where somebody is, on a page of their own, names every workspace no more that the act was about. */
  #placesGone(page: Page, rows: readonly PersonRow[]): boolean {
    return this.before.byAct && this.#settled(page) && !listsSeveral(rows) && this.#namesGone(page);
  }

  /** Whether the page names other workspaces, and none that the act was about. */
  #namesGone(page: Page): boolean {
    const { places } = this.before;
    // An empty list may be one that is being fetched again.
    return (
      places.length > 0 &&
      [...page.known.workspaces.values()].some((name) => shows(page, name)) &&
      places.every((name) => !shows(page, name))
    );
  }

  #gone(page: Page, rows: readonly PersonRow[], whole: boolean): boolean {
    // A page that was loaded anew may show another part of the list.
    if (!this.#settled(page) || (this.#reloaded && !whole)) return false;
    const { listed } = this.before;
    const now = new Set(rows.map((row) => personKey(row.person)));
    if (listed.length === 0 || listed.some((key) => now.has(key))) return false;
    // An empty list may be one that is being fetched again.
    return rows.length > 0;
  }
}

/** Whether the page lists more than one person. */
const listsSeveral = (rows: readonly PersonRow[]): boolean => rows.filter((row) => !row.part).length > 1;

function shows(page: Page, name: string): boolean {
  const key = nameKey(name);
  return pieces(page.content).some((piece) => nameKey(piece.text) === key);
}

/** "Cannot be undone" refuses nothing. */
function refuses(text: string): boolean {
  return says('refused', says('irreversible', text) ? without('irreversible', text) : text);
}

function countEach(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
