import { expect, test } from 'vitest';
import { northwind, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { createEstate } from '../ui/estate.ts';
import type { WorkspaceRow } from './workspace-row.ts';
import { openItems, sweepOf } from './sweep-model.ts';

const policy = { readingDays: 30 } as WorkspaceRow['organization']['policy'];
const fresh = { at: sampleNow, complete: true };
const old = { at: '2026-01-01T00:00:00.000Z', complete: true };

function row(id: string, keys: number, coverage: WorkspaceRow['coverage'], status = 'active'): WorkspaceRow {
  return { id, keys, coverage, workspace: { id, name: id, status }, organization: { policy } } as WorkspaceRow;
}

test('next is what holds living keys, then what was never read, then the first by name', () => {
  const rows = [
    row('a', 0, { keys: old, members: fresh }),
    row('b', 0, { keys: null, members: null }),
    row('c', 2, { keys: fresh, members: old }),
    row('d', 1, { keys: fresh, members: fresh }),
    row('gone', 3, { keys: null, members: null }, 'deactivated'),
  ];
  const sweep = sweepOf(rows, sampleNow);
  expect(sweep).toMatchObject({ workspaces: 4, read: 1, next: { row: { id: 'c' }, pages: ['members'] } });
  expect(sweepOf(rows.slice(0, 2), sampleNow).next).toMatchObject({ row: { id: 'b' }, pages: ['keys', 'members'] });
  expect(sweepOf(rows.slice(3), sampleNow).next).toBeNull();
});

test('open are living keys without owner, and owners of living keys without a tag, once each', async () => {
  const estate = createEstate(sampleServices(recordsOf([northwind], sampleNow)));
  await estate.load();
  const items = openItems(estate.rows.value);
  const owners = items.filter(({ kind }) => kind === 'owner');
  expect(owners.length).toBe(estate.counts.value.ownersUnknown);
  const tags = items.filter((item) => item.kind === 'tag');
  expect(new Set(tags.map(({ user }) => user.id)).size).toBe(tags.length);
  expect(tags.every(({ user, rows }) => user.kind === null && rows.length > 0)).toBe(true);
  expect(tags.length).toBeGreaterThan(0);
});
