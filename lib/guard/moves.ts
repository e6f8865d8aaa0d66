/** People who were moved from one list of a page to another, by arrows or by hand; what sends that says nothing of them. */
import { personKey } from '../domain/identity.ts';
import type { PersonReading } from '../domain/observation.ts';
import type { PersonRow } from '../pages/people.ts';
import { contains, isConnected, matches, parentOf } from '../pages/tree.ts';

/** Two lists with more people than this are not worked by hand. */
const most = 500;

const lists = 'ul,ol,table,tbody,[role=listbox],[role=list],[role=grid],[role=table],[role=rowgroup],[role=group]';

/** The list that a row stands in: what says so, else what holds another row. */
function listsOf(rows: readonly PersonRow[]): Map<PersonRow, Element> {
  const held = new Map<Element, number>();
  const up = (row: PersonRow): Element[] => {
    const found: Element[] = [];
    for (let box = parentOf(row.element); box && found.length < 5; box = parentOf(box)) found.push(box);
    return found;
  };
  for (const row of rows) for (const box of up(row)) held.set(box, (held.get(box) ?? 0) + 1);
  const found = new Map<PersonRow, Element>();
  for (const row of rows) {
    const list = up(row).find((box) => matches(box, lists) || held.get(box)! > 1);
    if (list) found.set(row, list);
  }
  return found;
}

export class Moves {
  readonly #first = new Map<string, Element>();

  /** Takes over where everybody stands who was not seen before. */
  note(rows: readonly PersonRow[]): void {
    if (rows.length > most) return;
    for (const [row, list] of listsOf(rows)) {
      const key = personKey(row.person);
      const known = this.#first.get(key);
      if (!known || !isConnected(known)) this.#first.set(key, list);
    }
  }

  /** Whoever stands elsewhere than where they were seen first, in a list that is still there. */
  moved(rows: readonly PersonRow[]): PersonReading[] {
    return rows
      .filter(({ person, element, part }) => {
        const list = this.#first.get(personKey(person));
        return !part && list !== undefined && isConnected(list) && !contains(list, element);
      })
      .map(({ person }) => person);
  }

  /** Where everybody stands is where they belong. */
  clear(): void {
    this.#first.clear();
  }
}
