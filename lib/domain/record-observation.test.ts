import { beforeEach, describe, expect, test } from 'vitest';
import { Draft, noRecords, type RecordMaps } from './draft.ts';
import type { Fact } from './facts.ts';
import type { PersonRef } from './identity.ts';
import { PeopleMatcher } from './match-people.ts';
import { newKey, newMembership, newUser, newWorkspace } from './new-records.ts';
import type { KeyReading, KeysObservation, Observation, WorkspacesObservation } from './observation.ts';
import { recordObservation, type RecordingContext, recordSignedIn } from './record-observation.ts';
import type { UserRecord } from './records.ts';
import { resolveKey, resolveUser } from './resolve-mapping.ts';

const start = '2026-03-01T10:00:00.000Z';
let base: RecordMaps;
let ids: number;

const entered = <T>(value: T): Fact<T> => ({ value, source: 'entered', at: '2026-01-01T00:00:00.000Z', adapter: null });

beforeEach(() => {
  base = noRecords();
  ids = 0;
  base.workspaces.set('w', { ...newWorkspace('w', 'us', 'org'), name: { entered: entered('EMEA') } });
});

function context(at = start): RecordingContext {
  return {
    draft: new Draft(base),
    region: 'us',
    organizationId: 'org',
    adapter: 'test',
    now: at,
    readAt: at,
    newId: () => `n${(ids += 1)}`,
  };
}

function user(
  id: string,
  more: { name?: string; email?: string; pandadocId?: string; organization?: string },
): UserRecord {
  const record = newUser(id, 'us', more.organization ?? 'org');
  return {
    ...record,
    ...(more.name !== undefined && { name: { entered: entered(more.name) } }),
    ...(more.email !== undefined && { email: { entered: entered(more.email) } }),
    ...(more.pandadocId !== undefined && { pandadocId: { entered: entered(more.pandadocId) } }),
  };
}

const ref = (more: Partial<PersonRef>): PersonRef => ({ pandadocId: null, email: null, name: null, ...more });

describe('finding the user that a page means', () => {
  beforeEach(() => {
    for (const record of [
      user('id', { pandadocId: 'p1', email: 'one@x.example', name: 'One' }),
      user('mail', { email: 'two@x.example', name: 'Two' }),
      user('name', { name: 'Three' }),
      user('twin1', { name: 'Twin' }),
      user('twin2', { name: 'Twin' }),
      user('same1', { email: 'same@x.example' }),
      user('same2', { email: 'SAME@x.example' }),
      user('elsewhere', { email: 'else@x.example', organization: 'other' }),
    ]) {
      base.users.set(record.id, record);
    }
  });

  test.each<[string, PersonRef, string | null, string[] | null]>([
    ['by id', ref({ pandadocId: 'p1', email: 'two@x.example' }), 'id', null],
    ['by address', ref({ email: 'TWO@x.example', name: 'Another name' }), 'mail', null],
    ['by address, who had no id yet', ref({ pandadocId: 'p2', email: 'two@x.example' }), 'mail', null],
    [
      'another id is another user, though the address is the same',
      ref({ pandadocId: 'p9', email: 'one@x.example' }),
      null,
      [],
    ],
    ['by the only name', ref({ name: 'three' }), 'name', null],
    ['by name, who has no address yet', ref({ email: 'three@x.example', name: 'Three' }), 'name', null],
    ['not by name, who has another address', ref({ email: 'new@x.example', name: 'Two' }), null, []],
    ['a name that fits two', ref({ name: 'Twin' }), null, ['twin1', 'twin2']],
    ['an address that fits two', ref({ email: 'same@x.example' }), null, ['same1', 'same2']],
    ['nobody of another organization', ref({ email: 'else@x.example' }), null, []],
  ])('%s', (_, person, userId, ambiguous) => {
    expect(new PeopleMatcher(context()).find(person, null)).toEqual({ userId, ambiguous });
  });

  test('a name that fits two means the one who is a member there', () => {
    base.memberships.set('twin2@w', newMembership('us', 'twin2', 'w'));
    expect(new PeopleMatcher(context()).find(ref({ name: 'Twin' }), 'w').userId).toBe('twin2');
  });

  test('whoever is new is recorded once, whoever is doubtful not at all', () => {
    const here = context();
    const matcher = new PeopleMatcher(here);
    const first = matcher.record(ref({ email: 'new@x.example', name: 'New' }), null);
    expect(matcher.record(ref({ email: 'NEW@x.example' }), null)).toEqual(first);
    expect(matcher.record(ref({ name: 'Twin' }), null).ambiguous).toHaveLength(2);
    expect(matcher.record(ref({}), null)).toEqual({ userId: null, ambiguous: [] });
    expect(here.draft.changes()).toHaveLength(1);
  });

  test('a page adds what was not known and leaves what a person said', () => {
    const here = context();
    new PeopleMatcher(here).record(ref({ pandadocId: 'p2', email: 'two@x.example', name: 'Two, renamed' }), null);
    expect(resolveUser(here.draft.get('users', 'mail')!)).toMatchObject({ pandadocId: 'p2', name: 'Two' });
  });
});

const row = (more: Partial<KeyReading>): KeyReading => ({
  type: 'production',
  state: 'present',
  label: null,
  hint: null,
  owner: null,
  createdOn: null,
  workspace: null,
  ...more,
});

const about = {
  adapter: 'test',
  at: start,
  workspace: { name: 'EMEA', pandadocId: null, evidence: 'list' as const, candidates: [] },
  organization: null,
  signedIn: null,
  complete: true,
};

function see(observation: Partial<KeysObservation> | WorkspacesObservation, at = start): Draft {
  const here = context(at);
  recordObservation(here, { ...about, kind: 'keys', keys: [], ...observation } as Observation, 'w', null);
  for (const { store, id, after } of here.draft.changes()) {
    const map = base[store] as Map<string, unknown>;
    if (after === null) map.delete(id);
    else map.set(id, after);
  }
  return here.draft;
}

const resolved = () => [...base.keys.values()].map(resolveKey);

describe('key pages', () => {
  test('owner, label, day and last characters, where a design of the page shows them', () => {
    see({
      keys: [row({ label: 'Billing', hint: '9f3c', createdOn: '2026-02-01', owner: ref({ email: 'svc@x.example' }) })],
    });
    const owner = [...base.users.values()][0]!;
    expect(resolved()).toMatchObject([
      {
        label: 'Billing',
        hint: '9f3c',
        createdOn: '2026-02-01',
        ownerId: owner.id,
        provenance: { ownerId: { source: 'page', adapter: 'test' } },
      },
    ]);
  });

  test('other last characters than the page showed before are another secret', () => {
    see({ keys: [row({ hint: '9f3c', owner: ref({ email: 'svc@x.example' }) })] });
    see({ keys: [row({ hint: '1a2b' })] }, '2026-03-02T10:00:00.000Z');
    expect(resolved()).toMatchObject([{ generation: 2, hint: '1a2b', ownerId: null, status: 'active' }]);
  });

  test('a hint that a person typed is no evidence of that', () => {
    const key = newKey('k', 'us', 'w', 'production');
    base.keys.set('k', {
      ...key,
      generations: [
        { ...key.generations[0]!, hint: { entered: entered('9f3c') }, status: { entered: entered('active' as const) } },
      ],
    });
    see({ keys: [row({ hint: '1a2b' })] });
    expect(resolved()).toMatchObject([{ generation: 1, hint: '9f3c' }]);
  });

  test('of several keys in a slot the page’s last characters choose; without them none is touched', () => {
    for (const [id, hint] of [
      ['a', '1111'],
      ['b', '2222'],
    ] as const) {
      const key = newKey(id, 'us', 'w', 'production');
      base.keys.set(id, {
        ...key,
        generations: [
          {
            ...key.generations[0]!,
            hint: { page: { ...entered(hint), source: 'page' } },
            status: { entered: entered('unknown' as const) },
          },
        ],
      });
    }
    see({ keys: [row({})] });
    expect(resolved().map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    see({ keys: [row({ hint: '2222' })] });
    expect(resolved().map(({ status }) => status)).toEqual(['unknown', 'active']);
  });

  test('where only past keys are known, what the slot shows is a new one', () => {
    const key = newKey('old', 'us', 'w', 'production');
    base.keys.set('old', {
      ...key,
      generations: [{ ...key.generations[0]!, status: { entered: entered('revoked' as const) } }],
    });
    see({ keys: [row({})] });
    expect(
      resolved()
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['active', 'revoked']);
  });

  test('not entitled, unknown and absent rows make no key; a row not understood makes the reading incomplete', () => {
    see({ keys: [row({ state: 'not-entitled' }), row({ type: 'sandbox', state: 'unknown' })] });
    expect(resolved()).toEqual([]);
    expect(base.coverage.get('w')?.keys).toMatchObject({ complete: false });
  });

  test('rows that name their workspaces are filed there, and only those are covered', () => {
    see({ keys: [row({ workspace: 'EMEA' }), row({ workspace: 'DACH' })] });
    expect(base.workspaces.size).toBe(2);
    expect(base.coverage.size).toBe(2);
    expect(resolved()).toHaveLength(2);
  });
});

test('a name that disappears from a complete list of workspaces is not observed, and comes back', () => {
  const list = (names: string[], complete = true): WorkspacesObservation => ({
    ...about,
    kind: 'workspaces',
    complete,
    workspaces: names.map((name) => ({ name, pandadocId: null })),
  });
  const status = () => base.workspaces.get('w')?.status.page?.value;
  see(list(['DACH'], false));
  expect(base.workspaces.size).toBe(2);
  // Recording under a workspace proves it; here the list stands for itself.
  const alone = (names: string[], at: string): void => {
    const here = context(at);
    recordObservation(here, list(names), null, null);
    for (const { id, after } of here.draft.changes()) base.workspaces.set(id, after as never);
  };
  alone(['DACH'], '2026-03-02T10:00:00.000Z');
  expect(status()).toBe('not-observed');
  alone(['DACH', 'emea'], '2026-03-03T10:00:00.000Z');
  expect(status()).toBe('active');
  alone([], '2026-03-04T10:00:00.000Z');
  expect(status()).toBe('active');
});

test('the window in which somebody left lies between the two readings concerned', () => {
  const people = (emails: string[]): Observation => ({
    ...about,
    kind: 'members',
    scope: 'workspace',
    complete: true,
    people: emails.map((email) => ({
      ...ref({ email }),
      membershipId: null,
      role: 'Admin',
      license: null,
      invited: false,
      you: false,
      workspaces: null,
    })),
  });
  const read = (emails: string[], at: string): void => {
    const here = context(at);
    recordObservation(here, people(emails), 'w', null);
    for (const { store, id, after } of here.draft.changes()) (base[store] as Map<string, unknown>).set(id, after);
  };
  read(['ann@x.example', 'max@x.example'], '2026-03-02T10:00:00.000Z');
  // Half an hour later nothing is written about whom it shows again, but the list was whole.
  read(['ann@x.example', 'max@x.example'], '2026-03-02T10:30:00.000Z');
  read(['max@x.example'], '2026-03-02T11:10:00.000Z');
  read(['max@x.example'], '2026-03-05T10:00:00.000Z');
  const ann = [...base.memberships.values()].find(({ status }) => status.page?.value === 'removed');
  expect(ann).toMatchObject({
    lastAdminAt: '2026-03-02T10:30:00.000Z',
    status: { page: { at: '2026-03-02T11:10:00.000Z' } },
  });
});

test('who is signed in: from the page’s own mark or from the list', () => {
  const here = context();
  const you = {
    ...ref({ email: 'me@x.example' }),
    membershipId: null,
    role: null,
    license: null,
    invited: false,
    you: true,
    workspaces: null,
  };
  const members: Observation = { ...about, kind: 'members', scope: 'workspace', people: [you] };
  const me = recordSignedIn(here, members);
  expect(me).not.toBeNull();
  expect(recordSignedIn(here, { ...members, people: [], signedIn: ref({ email: 'ME@x.example' }) })).toBe(me);
  expect(recordSignedIn(here, { ...members, people: [{ ...you, you: false }] })).toBeNull();
});
