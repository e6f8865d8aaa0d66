/**
 * What a table shows of its rows, kept in the address: a link, a reload and the way back show the same. `#/owners?q=svc` and
 * `#/keys?owner=unknown&sort=-status`. No DOM.
 */
import type { Signal } from '@preact/signals';
import { holdsRun, typedRun } from '../../lib/domain/secrets.ts';
import { textLocale } from '../ui/text.ts';

/** One state of a table as the parameters of an address; what is as it usually is has none. */
export interface TableState {
  read(parameters: URLSearchParams): void;
  write(): Record<string, string | false>;
}

export interface Order<C extends string = string> {
  by: C;
  down: boolean;
}

/** A text that somebody looks for; a key that was pasted by mistake has no place in an address. */
export function searchParameter(text: string): string | false {
  return text !== '' && !holdsRun(text, typedRun) && text;
}

/** `owner`, or `-owner` downwards. */
export function orderParameter(order: Order | null): string | false {
  return order !== null && `${order.down ? '-' : ''}${order.by}`;
}

/** The order that an address names, if the table has such a column. */
export function orderOf<C extends string>(parameters: URLSearchParams, columns: readonly C[]): Order<C> | null {
  const [, minus, name] = /^(-?)(.*)$/.exec(parameters.get('sort') ?? '')!;
  const by = columns.find((column) => column === name);
  return by === undefined ? null : { by, down: minus === '-' };
}

/** The parameter if it is one of these words, else the usual one. */
export function wordOf<W extends string>(parameters: URLSearchParams, name: string, words: readonly W[], usual: W): W {
  return words.find((word) => word === parameters.get(name)) ?? usual;
}

/** Pressed once a column sorts upwards, once more downwards. */
export function turn<C extends string>(order: Signal<Order<C> | null> | Signal<Order<C>>, by: C): void {
  order.value = { by, down: order.value?.by === by && !order.value.down };
}

/** Rows in the order of what stands in a column; equal ones stay as they were. */
export function ordered<R>(rows: readonly R[], valueOf: (row: R) => string | number, down: boolean): R[] {
  const { compare } = new Intl.Collator(textLocale(), { numeric: true });
  const way = down ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort(({ value: a }, { value: b }) =>
      typeof a === 'number' && typeof b === 'number' ? way * (a - b) : way * compare(String(a), String(b)),
    )
    .map(({ row }) => row);
}
