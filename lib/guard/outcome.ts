/**
 * What became of an act that was let go. Success is a row that is gone or a message that says so; refusal is a message
 * that says so. Neither is never guessed (product.md, "The guard": nothing is recorded as removed after an error).
 */
import { personKey, type PersonRef } from '../domain/identity.ts';
import { isFiltered, isLoading, openDialogs, type Page } from '../pages/page.ts';
import type { PersonRow } from '../pages/people.ts';
import { textOf } from '../pages/text.ts';
import { contains, findAll, isShown } from '../pages/tree.ts';
import { says, without } from '../pages/words.ts';

const messageSelector =
  '[role=alert],[role=status],[role=log],[aria-live=polite],[aria-live=assertive],output,' +
  '[class*=toast i],[class*=snackbar i],[class*=notification i],[class*=alert i],[class*=error i],[class*=banner i]';

function messagesOn(page: Page): string[] {
  return findAll(page.document.body, messageSelector)
    .filter((element) => isShown(element))
    .map((element) => textOf(element))
    .filter((text) => text !== '' && text.length <= 400);
}

export type Outcome = 'succeeded' | 'refused';

export class OutcomeWatch {
  readonly #people: readonly PersonRef[];
  readonly #before: Map<string, number>;
  readonly #listed: Set<string>;
  readonly #routeKey: string;
  readonly #dialogs: readonly Element[];

  /** Remembers the page as it was when the admin's click went through. */
  constructor(page: Page, rows: readonly PersonRow[], people: readonly PersonRef[]) {
    this.#people = people;
    this.#before = countEach(messagesOn(page));
    this.#listed = new Set(rows.map((row) => personKey(row.person)));
    this.#routeKey = page.route.key;
    this.#dialogs = openDialogs(page.document);
  }

  /** Looks at the page again; `null` while neither success nor refusal shows. */
  check(page: Page, rows: readonly PersonRow[]): Outcome | null {
    const after = countEach(messagesOn(page));
    const fresh = [...after].filter(([text, count]) => count > (this.#before.get(text) ?? 0)).map(([text]) => text);
    const dialogs = openDialogs(page.document);
    const inDialog = dialogs.flatMap((dialog) =>
      findAll(dialog, messageSelector)
        .filter((element) => isShown(element))
        .map((element) => textOf(element))
        .filter((text) => !this.#before.has(text)),
    );
    // Refusal first: "could not be removed" also says "removed".
    if ([...fresh, ...inDialog].some(refuses)) return 'refused';
    const stillAsked = this.#dialogs.some((dialog) =>
      dialogs.some((open) => open === dialog || contains(open, dialog)),
    );
    if (stillAsked) return null;
    if (fresh.some((text) => says('removed', text))) return 'succeeded';
    return this.#gone(page, rows) && dialogs.length === 0 ? 'succeeded' : null;
  }

  #gone(page: Page, rows: readonly PersonRow[]): boolean {
    if (page.route.key !== this.#routeKey || isLoading(page.content) || isFiltered(page.content)) return false;
    const now = new Set(rows.map((row) => personKey(row.person)));
    const wereListed = this.#people.filter((person) => this.#listed.has(personKey(person)));
    if (wereListed.length === 0 || wereListed.some((person) => now.has(personKey(person)))) return false;
    // An empty list may be one that is being fetched again.
    return rows.length > 0;
  }
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
