import { expect, test } from 'vitest';
import { northwind, recordsOf, sampleHandover } from '../../test/samples/estate.ts';
import { Draft, noRecords, type RecordMaps, recordStores } from './draft.ts';
import { findingId } from './findings.ts';
import { mergeRecords } from './merge-records.ts';
import type { AcceptanceRecord } from './records.ts';

const now = '2026-11-23T12:00:00.000Z';

function acceptance(rule: string, subjectKind: 'key' | 'user', subjectId: string, basis: string): AcceptanceRecord {
  return {
    ...{ id: findingId(rule, subjectKind, subjectId), region: 'us', revision: 1, organizationId: 'org-us' },
    ...{ rule, subjectKind, subjectId, basis, severity: 'high', reason: `${subjectId} is known`, until: '2027-01-01' },
    at: now,
  };
}

function draftWith(acceptances: AcceptanceRecord[]): Draft {
  const maps: RecordMaps = noRecords();
  const all = { ...recordsOf([northwind], now), handovers: [sampleHandover], fingerprints: [], acceptances };
  for (const store of recordStores) {
    for (const record of all[store] ?? []) (maps[store] as Map<string, unknown>).set(record.id, record);
  }
  return new Draft(maps);
}

test('handovers and accepted findings go on with the person who stays', () => {
  const draft = draftWith([
    acceptance('personal-owner', 'key', 'k1', '1 u-dana'),
    acceptance('concentration', 'user', 'u-dana', ''),
  ]);
  mergeRecords(draft, 'users', 'u-abbott', 'u-dana', {}, now);
  expect(draft.get('handovers', 'h-dana')!.action).toMatchObject({ users: ['u-abbott'] });
  expect([...draft.all('acceptances')].map(({ id, basis }) => [id, basis])).toEqual([
    ['personal-owner:key:k1', '1 u-abbott'],
    ['concentration:user:u-abbott', ''],
  ]);
});

test('the successor who is merged is the other one from then on', () => {
  const draft = draftWith([]);
  mergeRecords(draft, 'users', 'u-abbott', 'u-svc', {}, now);
  expect(draft.get('handovers', 'h-dana')!.keys).toEqual([{ keyId: 'k1', generation: 1, successorId: 'u-abbott' }]);
});

test('what was accepted of the one that stays is not overwritten', () => {
  const draft = draftWith([
    acceptance('concentration', 'user', 'u-abbott', ''),
    acceptance('concentration', 'user', 'u-dana', ''),
  ]);
  mergeRecords(draft, 'users', 'u-abbott', 'u-dana', {}, now);
  expect([...draft.all('acceptances')].map(({ reason }) => reason)).toEqual(['u-abbott is known']);
});

test('a workspace that is merged takes scope, plan and ticks of its keys along', () => {
  const draft = draftWith([acceptance('personal-owner', 'key', 'k1', '1 u-dana')]);
  mergeRecords(draft, 'workspaces', 'w-legal', 'w-emea', {}, now);
  const handover = draft.get('handovers', 'h-dana')!;
  const { keyId } = handover.keys[0]!;
  expect(draft.get('keys', keyId)!.workspaceId).toBe('w-legal');
  expect(handover).toMatchObject({
    action: { scope: { workspaces: ['w-legal'] } },
    ticks: [{ step: `tell:${keyId}` }],
  });
  expect([...draft.all('acceptances')].map(({ subjectId }) => subjectId)).toEqual([keyId]);
});

test('of others, nothing changes', () => {
  const draft = draftWith([acceptance('personal-owner', 'key', 'k1', '1 u-dana')]);
  mergeRecords(draft, 'users', 'u-abbott', 'u-root', {}, now);
  expect(draft.changes().filter(({ store }) => store === 'handovers' || store === 'acceptances')).toEqual([]);
});
