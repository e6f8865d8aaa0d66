/** Long tables: what is drawn anew when somebody scrolls, and when something that a cell shows has changed. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Column, DataTable } from './data-table.tsx';
import './style.css';

interface Row {
  id: string;
}

const rows = Array.from({ length: 400 }, (_, at): Row => ({ id: `row ${at}` }));
const mark = signal('·');
let root: HTMLElement;
let asked: string[] = [];

const columns: Column<Row>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: ({ id }) => {
      asked.push(id);
      return <span style={{ display: 'block', height: '40px' }}>{`${id} ${mark.value}`}</span>;
    },
  },
];

const drawn = () => [...document.querySelectorAll<HTMLElement>('[data-id]')].map(({ dataset }) => dataset['id']!);
const show = (of: readonly Row[]) =>
  render(<DataTable label="Rows" columns={columns} rows={of} idOf={({ id }) => id} estimate={40} />, root);

beforeEach(() => {
  root = document.body.appendChild(document.createElement('main'));
  asked = [];
  mark.value = '·';
  scrollTo(0, 0);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

test('a row is asked for once as long as it is drawn, however often the table is', async () => {
  show(rows);
  await expect.poll(() => drawn().includes('row 3')).toBe(true);
  // Measuring draws the table a second time.
  await expect.poll(() => asked.filter((id) => id === 'row 3').length).toBe(1);
  const before = new Set(drawn());
  asked = [];
  scrollTo(0, 200);
  await expect.poll(() => drawn().some((id) => !before.has(id))).toBe(true);
  expect(asked.filter((id) => before.has(id))).toEqual([]);
  expect(asked).toEqual(drawn().filter((id) => !before.has(id)));
});

test('what a cell reads draws its row anew, after the table was drawn without it, too', async () => {
  show(rows);
  scrollTo(0, 200);
  await expect.poll(() => drawn().includes('row 6')).toBe(true);
  mark.value = '!';
  await expect.poll(() => document.querySelector('[data-id="row 6"]')?.textContent).toBe('row 6 !');
  expect([...document.querySelectorAll('[data-id]')].every(({ textContent }) => textContent?.endsWith('!'))).toBe(true);
});

test('rows that move keep what they show, and a new row under an old place is another', async () => {
  show(rows);
  await expect.poll(() => drawn().includes('row 3')).toBe(true);
  show([{ id: 'first' }, ...rows.slice(0, 300)]);
  await expect.poll(() => drawn()[0]).toBe('first');
  expect(document.querySelector('[data-index="1"]')?.textContent).toBe('row 0 ·');
  expect(document.querySelector('[data-index="4"]')?.textContent).toBe('row 3 ·');
});
