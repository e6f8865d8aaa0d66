import { expect, test } from 'vitest';
import {
  type Acceptance,
  daysLeft,
  dueCount,
  type Finding,
  findAll,
  findingChanges,
  findingId,
  isAccepted,
  judge,
  type NamedRule,
} from './findings.ts';
import { defaultPolicy, fitsPattern } from './policy.ts';
import { aKey, anIndex, aWorkspace, now } from '../../test/support/mappings.ts';

const index = anIndex({
  workspaces: [aWorkspace('w')],
  keys: [aKey('a', 'w', 'ann', { generation: 3 }), aKey('b', 'w', null)],
});
const aFinding = (more: Partial<Finding> = {}): Finding => ({
  id: 'r:key:a',
  rule: 'r',
  subjectKind: 'key',
  subjectId: 'a',
  severity: 'medium',
  details: {},
  basis: '3 ann',
  ...more,
});
const anAcceptance = (more: Partial<Acceptance> = {}): Acceptance => ({
  rule: 'r',
  subjectKind: 'key',
  subjectId: 'a',
  severity: 'medium',
  basis: '3 ann',
  reason: 'moves in spring',
  until: '2026-03-01',
  at: '2026-02-01T10:00:00.000Z',
  ...more,
});

test('findings come worst first, then by rule and subject, with what they are about', () => {
  const rule = (id: string, severity: Finding['severity'] | 'unclear', subjects: string[]): NamedRule => ({
    id,
    subject: 'key',
    severities: ['critical', 'low'],
    find: () => subjects.map((subjectId) => ({ subjectId, severity })),
  });
  const rules = [
    rule('z', 'critical', ['b']),
    rule('y', 'low', ['b', 'a']),
    rule('x', 'unclear', ['a']),
    rule('off', 'low', ['a']),
    rule('a', 'low', ['b']),
  ];
  const policy = { ...defaultPolicy, rulesOff: ['off'] };
  const { found, unclear } = findAll(rules, { index, policy, now });
  expect(found.map(({ id }) => id)).toEqual(['z:key:b', 'a:key:b', 'y:key:a', 'y:key:b']);
  expect(found.map(({ basis }) => basis)).toEqual(['1 ', '1 ', '3 ann', '1 ']);
  expect(unclear).toEqual([{ rule: 'x', subjectKind: 'key', subjectId: 'a' }]);
});

test.each<[string, Partial<Finding>, Partial<Acceptance>, boolean]>([
  ['the same, on its last day', {}, {}, true],
  ['the same, the day after', {}, { until: '2026-02-28' }, false],
  ['another owner, or another secret', { basis: '3 bob' }, {}, false],
  ['worse than what was accepted', { severity: 'high' }, {}, false],
  ['less than what was accepted', { severity: 'low' }, {}, true],
])('an acceptance counts: %s', (_, finding, acceptance, counts) => {
  expect(isAccepted(aFinding(finding), anAcceptance(acceptance), now)).toBe(counts);
  const [judged] = judge([aFinding(finding)], new Map([['r:key:a', anAcceptance(acceptance)]]), now);
  expect(judged?.accepted !== null).toBe(counts);
  expect(judged?.lapsed === null).toBe(counts);
});

test('what was not accepted has neither', () => {
  expect(judge([aFinding()], new Map(), now)).toEqual([{ ...aFinding(), accepted: null, lapsed: null }]);
});

test('days left: none on the last day, over after it', () => {
  expect(daysLeft(anAcceptance({ until: '2026-03-11' }), now)).toBe(10);
  expect(daysLeft(anAcceptance(), now)).toBe(0);
  expect(daysLeft(anAcceptance({ until: '2026-02-28' }), now)).toBeNull();
});

test('due and overdue are counted by key, accepted ones left out', () => {
  const about = (rule: string, subjectId: string) =>
    aFinding({ rule, subjectId, id: findingId(rule, 'key', subjectId) });
  const findings = [about('rotation-due', 'a'), about('rotation-overdue', 'b'), about('personal-owner', 'c')];
  expect(dueCount(judge(findings, new Map(), now))).toBe(2);
  const accepted = new Map([['rotation-overdue:key:b', anAcceptance({ rule: 'rotation-overdue', subjectId: 'b' })]]);
  expect(dueCount(judge(findings, accepted, now))).toBe(1);
});

test('opened and closed by id', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => aFinding({ id }));
  expect(findingChanges([a!, b!], [b!, c!])).toEqual({ opened: [c], closed: [a] });
});

test.each([
  ['svc-crm', 'svc-*', true],
  ['SVC-CRM', 'svc-*', true],
  ['my-svc-crm', 'svc-*', false],
  ['crm@bots.northwind.example', '*@bots.northwind.example', true],
  ['a-b-c', 'a*b*c', true],
  ['acb', 'a*b*c', false],
  ['aa', 'a*a', true],
  ['a', 'a*a', false],
  ['aba', 'ab*ba', false],
  ['zapier', 'zapier', true],
  ['zapier2', 'zapier', false],
  ['anything', '*', false],
  ['anything', '', false],
  ['', '', false],
  ['x-bot-y', '*bot*', true],
])('%s fits %s: %s', (text, pattern, fits) => expect(fitsPattern(text, pattern)).toBe(fits));
