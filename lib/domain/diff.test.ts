import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aKey, aMapping, aMembership, aUser, aWorkspace, now } from '../../test/support/mappings.ts';
import { aSide } from '../../test/support/sides.ts';
import {
  apply,
  diff,
  type DiffEvent,
  type DiffSide,
  eventKinds,
  findingKey,
  mirror,
  NotComparableError,
  diffInSteps,
  whyNotComparable,
} from './diff.ts';
import type { Mapping } from './mapping.ts';
import { finish } from './steps.ts';
import { unsealedSnapshot } from './snapshot.ts';
import { keyStatuses } from './words.ts';

const runs = { numRuns: 1000 };

const side = (rows: Partial<Mapping>): DiffSide =>
  unsealedSnapshot(aMapping(rows), { id: 's', takenAt: now, label: null, previous: null });

/** Kind, severity and id of each event. */
const told = (events: readonly DiffEvent[]): string[] =>
  events.map(({ kind, severity, id }) => `${kind} ${severity} ${id}`);

describe('one organization', () => {
  test.each([
    [{ region: 'us', organization: 'A' }, { region: 'eu', organization: 'A' }, 'another-region'],
    [{ region: 'us', organization: 'A' }, { region: 'us', organization: 'B' }, 'another-organization'],
    [{ region: 'us', organization: ' northwind' }, { region: 'us', organization: 'NorthWind' }, null],
    [{ region: 'us', organization: null }, { region: 'us', organization: 'B' }, null],
    [{ region: 'us', organization: 'A' }, { region: 'us', organization: null }, null],
    [{ region: 'us', organization: null }, { region: 'eu', organization: null }, 'another-region'],
  ] as const)('%o and %o: %s', (a, b, why) => {
    expect(whyNotComparable(a, b)).toBe(why);
  });

  test('another one is refused, a renamed one is a rename', () => {
    const a = side({});
    const b = side({ organization: { id: 'org', name: 'Contoso' } });
    expect(() => diff(a, b)).toThrow(NotComparableError);
    expect(() => diff(a, b)).toThrow('another-organization');
    expect(() => finish(diffInSteps(a, b))).toThrow('another-organization');
    expect(told(diff(a, b, true))).toEqual(['organization.renamed info ']);
    expect(() => diff(a, side({ region: 'eu' }), true)).toThrow('another-region');
    expect(new NotComparableError('another-region')).toMatchObject({
      name: 'NotComparableError',
      why: 'another-region',
    });
  });
});

describe('what each event is called, and how grave it is', () => {
  const owner = aUser('ana', { license: 'Full' });
  const base: Partial<Mapping> = {
    workspaces: [aWorkspace('w')],
    users: [owner],
    memberships: [aMembership('ana', 'w', 'Admin')],
    keys: [aKey('k', 'w', 'ana')],
  };
  const sandbox = { ...base, keys: [aKey('k', 'w', 'ana', { type: 'sandbox' as const })] };
  const none = { ...base, keys: [] };
  const of = (before: Partial<Mapping>, after: Partial<Mapping>): string[] => told(diff(side(before), side(after)));

  test.each<[string, Partial<Mapping>, string, string, string]>([
    [
      'removed from the workspace',
      { memberships: [aMembership('ana', 'w', 'Admin', { status: 'removed' })] },
      'owner.removed critical ana@w',
      'owner.removed medium ana@w',
      'membership.removed low ana@w',
    ],
    [
      'membership gone from a list read whole',
      { memberships: [] },
      'owner.removed critical ana@w',
      'owner.removed medium ana@w',
      'membership.removed low ana@w',
    ],
    [
      'removed from the organization',
      { users: [{ ...owner, status: 'removed' }] },
      'owner.removed critical ana',
      'owner.removed medium ana',
      'user.removed low ana',
    ],
    [
      'blocked',
      { users: [{ ...owner, status: 'blocked' }] },
      'owner.removed critical ana',
      'owner.removed medium ana',
      'user.removed low ana',
    ],
    [
      'only not observed',
      { users: [{ ...owner, status: 'not-observed' }] },
      'user.status-changed info ana',
      'user.status-changed info ana',
      'user.status-changed info ana',
    ],
    [
      'demoted',
      { memberships: [aMembership('ana', 'w', 'Member')] },
      'owner.role-changed high ana@w',
      'owner.role-changed low ana@w',
      'membership.role-changed info ana@w',
    ],
    [
      'role not known any more',
      { memberships: [aMembership('ana', 'w', null)] },
      'owner.role-changed high ana@w',
      'owner.role-changed low ana@w',
      'membership.role-changed info ana@w',
    ],
    [
      'licence cut',
      { users: [{ ...owner, license: 'Guest' }] },
      'owner.licence-changed high ana',
      'owner.licence-changed low ana',
      'user.licence-changed info ana',
    ],
    [
      'tagged',
      { users: [{ ...owner, kind: 'person' }] },
      'owner.type-changed low ana',
      'owner.type-changed low ana',
      'user.type-changed info ana',
    ],
    [
      'Org Admin said',
      { users: [{ ...owner, orgAdmin: 'yes' }] },
      'owner.type-changed low ana',
      'owner.type-changed low ana',
      'user.type-changed info ana',
    ],
    [
      'married',
      { users: [{ ...owner, name: 'Ana Smith', email: 'ana.smith@northwind.example' }] },
      'user.renamed info ana',
      'user.renamed info ana',
      'user.renamed info ana',
    ],
    [
      'another address',
      { users: [{ ...owner, email: 'ana.smith@northwind.example' }] },
      'user.renamed info ana',
      'user.renamed info ana',
      'user.renamed info ana',
    ],
    [
      'id seen',
      { users: [{ ...owner, pandadocId: 'p1' }] },
      'user.changed info ana',
      'user.changed info ana',
      'user.changed info ana',
    ],
    [
      'membership id seen',
      { memberships: [aMembership('ana', 'w', 'Admin', { membershipId: 'm1' })] },
      'membership.changed info ana@w',
      'membership.changed info ana@w',
      'membership.changed info ana@w',
    ],
    [
      'membership not observed',
      { memberships: [aMembership('ana', 'w', 'Admin', { status: 'not-observed' })] },
      'membership.status-changed info ana@w',
      'membership.status-changed info ana@w',
      'membership.status-changed info ana@w',
    ],
    [
      'workspace deactivated',
      { workspaces: [aWorkspace('w', { status: 'deactivated' })] },
      'workspace.deactivated critical w',
      'workspace.deactivated medium w',
      'workspace.deactivated low w',
    ],
    [
      'workspace not observed',
      { workspaces: [aWorkspace('w', { status: 'not-observed' })] },
      'workspace.status-changed info w',
      'workspace.status-changed info w',
      'workspace.status-changed info w',
    ],
    [
      'workspace renamed',
      { workspaces: [aWorkspace('w', { name: 'EMEA' })] },
      'workspace.renamed info w',
      'workspace.renamed info w',
      'workspace.renamed info w',
    ],
    [
      'id of the workspace seen',
      { workspaces: [aWorkspace('w', { pandadocId: 'p' })] },
      'workspace.changed info w',
      'workspace.changed info w',
      'workspace.changed info w',
    ],
  ])('an owner or a workspace: %s', (_name, change, production, sandboxOnly, nothing) => {
    expect(of(base, { ...base, ...change })).toEqual([production]);
    expect(of(sandbox, { ...sandbox, ...change })).toEqual([sandboxOnly]);
    expect(of(none, { ...none, ...change })).toEqual([nothing]);
  });

  test('more rights break nothing', () => {
    const member = { ...base, memberships: [aMembership('ana', 'w', 'Member')] };
    expect(of(member, base)).toEqual(['owner.role-changed info ana@w']);
    const guest = { ...base, users: [{ ...owner, license: 'Guest' }] };
    expect(of(guest, base)).toEqual(['owner.licence-changed info ana']);
  });

  test('who comes back is told, and revives nothing by it', () => {
    const dead = { ...base, memberships: [aMembership('ana', 'w', 'Admin', { status: 'removed' as const })] };
    expect(of(dead, base)).toEqual(['owner.returned medium ana@w']);
    expect(of({ ...base, memberships: [] }, base)).toEqual(['owner.returned medium ana@w']);
    expect(of({ ...sandbox, memberships: [] }, sandbox)).toEqual(['owner.returned low ana@w']);
    const gone = { ...sandbox, memberships: [aMembership('ana', 'w', 'Admin', { status: 'removed' as const })] };
    expect(of(gone, { ...sandbox, memberships: [] })).toEqual(['membership.removed low ana@w']);
    expect(of({ ...base, users: [{ ...owner, status: 'blocked' }] }, base)).toEqual(['owner.returned medium ana']);
    expect(of(dead, { ...base, memberships: [] })).toEqual(['membership.removed low ana@w']);
    expect(of({ ...none, memberships: [] }, none)).toEqual(['membership.added info ana@w']);
    expect(of({ ...none, users: [{ ...owner, status: 'blocked' }] }, none)).toEqual(['user.status-changed info ana']);
    expect(of({ ...none, memberships: [aMembership('ana', 'w', 'Admin', { status: 'removed' })] }, none)).toEqual([
      'membership.status-changed info ana@w',
    ]);
  });

  test('a person who is missing, by what was read', () => {
    const gone = { ...base, users: [], memberships: [] };
    expect(of(base, gone)).toEqual(['owner.removed critical ana', 'owner.removed critical ana@w']);
    expect(of(none, { ...none, users: [], memberships: [] })).toEqual([
      'user.removed low ana',
      'membership.removed low ana@w',
    ]);
    const halfRead = { w: { keys: null, members: { at: now, complete: false } } };
    const unread = { ...gone, coverage: halfRead };
    expect(told(diff(side({ ...base, coverage: halfRead }), side(unread)))).toEqual([
      'user.not-observed info ana',
      'membership.not-observed info ana@w',
    ]);
    // A workspace that is deactivated has no members to be read.
    const two = { ...none, workspaces: [aWorkspace('v', { status: 'deactivated' }), aWorkspace('w')] };
    const covered = { w: { keys: null, members: { at: now, complete: true } } };
    expect(of({ ...two, coverage: covered }, { ...two, users: [], memberships: [], coverage: covered })).toEqual([
      'user.removed low ana',
      'membership.removed low ana@w',
    ]);
    expect(of(gone, base)).toEqual(['user.added info ana', 'owner.returned medium ana@w']);
  });

  test.each<[string, Parameters<typeof aKey>[3], string, string]>([
    ['narrowed', { status: 'narrowed' }, 'key.narrowed high k', 'key.narrowed low k'],
    ['presumed dead', { status: 'presumed-dead' }, 'key.presumed-dead critical k', 'key.presumed-dead medium k'],
    ['deactivated', { status: 'deactivated' }, 'key.ended critical k', 'key.ended medium k'],
    ['revoked', { status: 'revoked' }, 'key.ended critical k', 'key.ended medium k'],
    ['not known', { status: 'unknown' }, 'key.status-changed low k', 'key.status-changed info k'],
    ['owner', { ownerId: null }, 'key.owner-changed medium k', 'key.owner-changed low k'],
    ['label', { label: 'x' }, 'key.renamed info k', 'key.renamed info k'],
    ['hint', { hint: '9f3c' }, 'key.hint-changed medium k', 'key.hint-changed low k'],
    [
      'dates',
      { createdOn: '2026-01-01', rotatedOn: '2026-01-02', verifiedOn: '2026-01-03' },
      'key.dates-changed info k',
      'key.dates-changed info k',
    ],
    ['policy', { rotationDays: 5 }, 'key.rotation-changed info k', 'key.rotation-changed info k'],
    ['use', { usedBy: ['CRM'] }, 'key.use-changed low k', 'key.use-changed info k'],
    ['demand', { demand: { send: 3 } }, 'key.demand-changed info k', 'key.demand-changed info k'],
    ['notes', { notes: 'x' }, 'key.notes-changed info k', 'key.notes-changed info k'],
    ['place', { workspaceId: 'elsewhere' }, 'key.moved medium k', 'key.moved low k'],
    [
      'source',
      { provenance: { label: { source: 'entered', at: now, adapter: null } } },
      'key.source-changed info k',
      'key.source-changed info k',
    ],
    ['the day of replacement', { rotatedOn: '2026-01-02' }, 'key.dates-changed info k', 'key.dates-changed info k'],
    ['the day of confirmation', { verifiedOn: '2026-01-03' }, 'key.dates-changed info k', 'key.dates-changed info k'],
    [
      'secret, with all that hangs on it',
      { generation: 2, ownerId: null, hint: 'beef', createdOn: '2026-02-01', status: 'unknown' },
      'key.replaced high k',
      'key.replaced low k',
    ],
  ])('a key: %s', (_name, change, production, sandboxOnly) => {
    expect(of(base, { ...base, keys: [aKey('k', 'w', 'ana', change)] })).toEqual([production]);
    expect(of(sandbox, { ...base, keys: [aKey('k', 'w', 'ana', { type: 'sandbox', ...change })] })).toEqual([
      sandboxOnly,
    ]);
  });

  test('a key alive again, restored, withdrawn, of another type', () => {
    const dead = { ...base, keys: [aKey('k', 'w', 'ana', { status: 'presumed-dead' })] };
    expect(of(dead, base)).toEqual(['key.revived medium k']);
    const other = (more: Parameters<typeof aKey>[3]) => ({
      ...base,
      keys: [aKey('k', 'w', 'ana', { type: 'sandbox', ...more })],
    });
    expect(of(other({ status: 'revoked' }), sandbox)).toEqual(['key.revived low k']);
    expect(of(other({ generation: 2 }), sandbox)).toEqual(['key.replacement-withdrawn low k']);
    expect(of(dead, { ...base, keys: [aKey('k', 'w', 'ana', { status: 'narrowed' })] })).toEqual([
      'key.revived medium k',
    ]);
    expect(of(dead, { ...base, keys: [aKey('k', 'w', 'ana', { status: 'revoked' })] })).toEqual(['key.ended low k']);
    const revoked = { ...base, keys: [aKey('k', 'w', 'ana', { status: 'revoked' })] };
    expect(of(revoked, dead)).toEqual(['key.presumed-dead low k']);
    expect(of({ ...base, keys: [aKey('k', 'w', 'ana', { status: 'narrowed' })] }, base)).toEqual([
      'key.restored info k',
    ]);
    expect(of({ ...base, keys: [aKey('k', 'w', 'ana', { generation: 2 })] }, base)).toEqual([
      'key.replacement-withdrawn medium k',
    ]);
    expect(of(sandbox, base)).toEqual(['key.moved medium k']);
    expect(of(base, sandbox)).toEqual(['key.moved medium k']);
  });

  test('what is told of a source goes with the change, and the rest beside it', () => {
    const key = aKey('k', 'w', null, {
      label: 'x',
      generation: 2,
      provenance: { label: { source: 'entered', at: now, adapter: null } },
    });
    const events = diff(side(base), side({ ...base, keys: [key] }));
    expect(events.map(({ kind, changes }) => [kind, changes.map(({ field }) => field)])).toEqual([
      ['key.replaced', ['generation', 'ownerId', 'provenance']],
      ['key.renamed', ['label']],
    ]);
  });

  test('keys that come and go, by what was read', () => {
    const events = diff(side(none), side(base));
    expect(told(events)).toEqual(['key.added low k']);
    expect(events[0]).toMatchObject({ unread: false, subject: 'key', stake: 'production' });
    expect(of(none, sandbox)).toEqual(['key.added info k']);
    expect(of(base, none)).toEqual(['key.removed medium k']);
    expect(of(sandbox, none)).toEqual(['key.removed low k']);
    const unread = { ...none, coverage: { w: { keys: { at: now, complete: false }, members: null } } };
    const seen = diff(side(unread), side({ ...base, coverage: unread.coverage }));
    expect(seen).toMatchObject([{ kind: 'key.added', unread: true }]);
    expect(of({ ...base, coverage: unread.coverage }, unread)).toEqual(['key.not-observed low k']);
    expect(of({ ...sandbox, coverage: unread.coverage }, unread)).toEqual(['key.not-observed low k']);
  });

  test('a dead key is nobody’s stake', () => {
    const dead = { ...base, keys: [aKey('k', 'w', 'ana', { status: 'revoked' })] };
    expect(of(dead, { ...dead, memberships: [] })).toEqual(['membership.removed low ana@w']);
  });

  test('the worst key decides', () => {
    const both = { ...base, keys: [aKey('a', 'w', 'ana'), aKey('k', 'w', 'ana', { type: 'sandbox' })] };
    expect(of(both, { ...both, memberships: [] })).toEqual(['owner.removed critical ana@w']);
    const other = { ...base, keys: [aKey('a', 'w', 'ana', { type: 'sandbox' }), aKey('k', 'w', 'ana')] };
    expect(of(other, { ...other, memberships: [] })).toEqual(['owner.removed critical ana@w']);
  });

  test('an owner elsewhere is a mere member here', () => {
    const two = {
      ...base,
      workspaces: [aWorkspace('v'), aWorkspace('w')],
      memberships: [aMembership('ana', 'v', 'Admin')],
    };
    expect(of(two, { ...two, memberships: [] })).toEqual(['membership.removed low ana@v']);
  });

  test('workspaces come and go', () => {
    const two = { ...base, workspaces: [aWorkspace('v'), aWorkspace('w')] };
    expect(of(base, two)).toEqual(['workspace.added info v', 'coverage.changed info v']);
    expect(of(two, base)).toEqual(['workspace.not-observed info v', 'coverage.changed info v']);
    const empty = { ...none, users: [], memberships: [], workspaces: [aWorkspace('v')] };
    expect(of(base, empty)).toContain('workspace.not-observed medium w');
    expect(of(sandbox, empty)).toContain('workspace.not-observed low w');
    const deactivated = { ...none, workspaces: [aWorkspace('w', { status: 'deactivated' as const })] };
    expect(of(deactivated, none)).toEqual(['workspace.reactivated info w']);
  });

  test('a service workspace with a second member is isolated no more', () => {
    const service = {
      ...base,
      workspaces: [aWorkspace('w', { kind: 'service' as const })],
      users: [owner, aUser('bob')],
    };
    const joined = (status: 'active' | 'invited' | 'removed' | 'not-observed') => ({
      ...service,
      memberships: [aMembership('ana', 'w', 'Admin'), aMembership('bob', 'w', null, { status })],
    });
    expect(of(service, joined('active'))).toEqual(['isolation.lost critical w', 'membership.added info bob@w']);
    expect(of(service, joined('invited'))).not.toContain('isolation.lost critical w');
    expect(of(joined('invited'), joined('active'))).toContain('isolation.lost critical w');
    expect(of(service, joined('removed'))).not.toContain('isolation.lost critical w');
    expect(of(service, joined('not-observed'))).not.toContain('isolation.lost critical w');
    expect(of(joined('active'), service)).toEqual(['isolation.gained info w', 'membership.removed low bob@w']);
    expect(of(service, base)).toContain('workspace.kind-changed low w');
    for (const [keys, kindChanged] of [
      [sandbox.keys, 'workspace.kind-changed low w'],
      [none.keys, 'workspace.kind-changed info w'],
    ] as const) {
      expect(of({ ...service, keys }, { ...joined('active'), keys })).toContain('isolation.lost critical w');
      expect(of({ ...service, keys }, { ...base, keys })).toContain(kindChanged);
    }
    const standard = { ...joined('active'), workspaces: [aWorkspace('w')] };
    expect(of({ ...service, workspaces: [aWorkspace('w')] }, standard)).toEqual(['membership.added info bob@w']);
  });

  test('an event says what it is about, what hangs on it, whether a side has looked, and both values', () => {
    const seen = { w: { keys: null, members: null } };
    const before = side({ ...sandbox, workspaces: [aWorkspace('w', { kind: 'service' }), aWorkspace('z')] });
    const finding = { rule: 'owner-gone', subjectKind: 'key', subjectId: 'k', severity: 'low', accepted: null };
    const after = {
      ...side({
        ...sandbox,
        organization: { id: 'org', name: 'Contoso' },
        workspaces: [aWorkspace('w', { kind: 'service' })],
        users: [owner, aUser('bob')],
        memberships: [aMembership('ana', 'w', 'Admin'), aMembership('bob', 'w', null)],
        coverage: seen,
      }),
      findings: [finding],
    };
    const full = before.coverage['w'];
    const event = (
      kind: string,
      severity: string,
      subject: string,
      id: string,
      stake: string,
      unread: boolean,
      change: object,
    ) => ({ kind, severity, subject, id, stake, unread, changes: [change] });
    const events = diff(before, after, true);
    for (const expected of [
      event('organization.renamed', 'info', 'organization', '', 'none', false, {
        field: 'name',
        before: 'Northwind',
        after: 'Contoso',
      }),
      event('workspace.not-observed', 'info', 'workspace', 'z', 'none', true, {
        field: null,
        before: before.workspaces.find(({ id }) => id === 'z'),
        after: null,
      }),
      event('isolation.lost', 'critical', 'isolation', 'w', 'sandbox', false, {
        field: 'isolated',
        before: true,
        after: false,
      }),
      event('coverage.changed', 'info', 'coverage', 'w', 'sandbox', false, {
        field: null,
        before: full,
        after: seen.w,
      }),
      event('finding.opened', 'low', 'finding', 'owner-gone key k', 'none', false, {
        field: null,
        before: null,
        after: finding,
      }),
    ])
      expect(events).toContainEqual(expected);
    const licence = diff(side(sandbox), side({ ...sandbox, users: [{ ...owner, license: 'Guest' }] }));
    expect(licence).toEqual([
      event('owner.licence-changed', 'low', 'user', 'ana', 'sandbox', false, {
        field: 'license',
        before: 'Full',
        after: 'Guest',
      }),
    ]);
    const added = diff(side(none), side(sandbox));
    expect(added).toMatchObject([{ kind: 'key.added', stake: 'sandbox' }]);
  });

  test('findings open, close, change', () => {
    const finding = { rule: 'owner-gone', subjectKind: 'key', subjectId: 'k', severity: 'critical', accepted: null };
    const without = side(base);
    const with_ = { ...without, findings: [finding] };
    expect(findingKey(finding)).toBe('owner-gone key k');
    expect(told(diff(without, with_))).toEqual(['finding.opened critical owner-gone key k']);
    expect(told(diff(with_, without))).toEqual(['finding.closed info owner-gone key k']);
    const accepted = { ...without, findings: [{ ...finding, accepted: { until: '2027-01-01' } }] };
    expect(told(diff(with_, accepted))).toEqual(['finding.changed info owner-gone key k']);
    const strange = { ...without, findings: [{ ...finding, severity: 'dire' }] };
    expect(told(diff(without, strange))).toEqual(['finding.opened info owner-gone key k']);
  });

  test('subjects stand in one order, rows by id', () => {
    const b = {
      workspaces: [aWorkspace('b'), aWorkspace('a')],
      users: [aUser('z'), aUser('y')],
      memberships: [aMembership('z', 'a', null)],
      keys: [aKey('k', 'a', null)],
    };
    expect(
      of({}, b).map((line) =>
        line
          .split(' ')
          .filter((_, index) => index !== 1)
          .join(' '),
      ),
    ).toEqual([
      'workspace.added a',
      'workspace.added b',
      'coverage.changed a',
      'coverage.changed b',
      'user.added y',
      'user.added z',
      'membership.added z@a',
      'key.added k',
    ]);
  });

  test('every status of a key leads to every other by some event', () => {
    for (const before of keyStatuses) {
      for (const after of keyStatuses) {
        const events = diff(
          side({ ...base, keys: [aKey('k', 'w', 'ana', { status: before })] }),
          side({ ...base, keys: [aKey('k', 'w', 'ana', { status: after })] }),
        );
        expect(events).toHaveLength(before === after ? 0 : 1);
        for (const { kind } of events) expect(eventKinds).toContain(kind);
      }
    }
  });
});

// After the examples: where one of those fails, mutation testing need not wait for a thousand runs.
describe('laws', () => {
  test('nothing happened between a snapshot and itself', () => {
    fc.assert(
      fc.property(aSide, (a) => {
        expect(diff(a, a)).toEqual([]);
        expect(diff(a, structuredClone(a))).toEqual([]);
      }),
      runs,
    );
  });

  test('backwards is the mirror of forwards', () => {
    fc.assert(
      fc.property(aSide, aSide, (a, b) => {
        expect(mirror(diff(a, b))).toEqual(diff(b, a));
      }),
      runs,
    );
  });

  test('applied to the one it gives the other', () => {
    fc.assert(
      fc.property(aSide, aSide, (a, b) => {
        const events = diff(a, b);
        expect(apply(events, a)).toEqual(b);
        if (events.length === 0) expect(a).toEqual(b);
      }),
      runs,
    );
  });

  test('in steps it comes to the same as at once', () => {
    fc.assert(
      fc.property(aSide, aSide, aSide, (a, b, c) => {
        expect(diff(apply(diff(b, c), apply(diff(a, b), a)), c)).toEqual([]);
      }),
      runs,
    );
  });

  test('neither side is touched, and no difference is told twice', () => {
    fc.assert(
      fc.property(aSide, aSide, (a, b) => {
        const before = structuredClone([a, b]);
        const events = diff(a, b);
        apply(events, a);
        expect([a, b]).toEqual(before);
        const told = events.flatMap(({ subject, id, changes }) =>
          changes.map(({ field }) => `${subject} ${id} ${field}`),
        );
        expect(new Set(told).size).toBe(told.length);
      }),
      runs,
    );
  });

  test('what is missing where a side has not looked is not observed, never removed', () => {
    fc.assert(
      fc.property(aSide, aSide, (a, b) => {
        const blind = { ...b, coverage: {} };
        const kinds = diff(a, blind)
          .filter(({ changes }) => changes[0]!.field === null && changes[0]!.after === null)
          .map(({ kind }) => kind);
        for (const kind of ['key.removed', 'workspace.removed', 'membership.removed'] as const) {
          expect(kinds).not.toContain(kind);
        }
        // Without a workspace there is nothing that could have been read.
        if (b.workspaces.some(({ status }) => status !== 'deactivated')) expect(kinds).not.toContain('user.removed');
      }),
      runs,
    );
  });

  test('a name that changes is a change of the same row', () => {
    fc.assert(
      fc.property(aSide, fc.string(), (a, name) => {
        const renamed: DiffSide = {
          ...a,
          workspaces: a.workspaces.map((workspace) => ({ ...workspace, name })),
          users: a.users.map((user) => ({ ...user, name })),
          keys: a.keys.map((key) => ({ ...key, label: name })),
        };
        const kinds = new Set(diff(a, renamed).map(({ kind }) => kind));
        for (const kind of kinds) expect(['workspace.renamed', 'user.renamed', 'key.renamed']).toContain(kind);
      }),
      runs,
    );
  });
});
