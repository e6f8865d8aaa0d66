import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedOut } from '../../test/support/carried-out.ts';
import { aKey, aMapping, aMembership, aUser, aWorkspace } from '../../test/support/mappings.ts';
import { snapshotText } from '../../test/support/snapshot-text.ts';
import { Draft, listsOf, noRecords, type RecordMaps } from '../domain/draft.ts';
import { believed } from '../domain/facts.ts';
import type { Key, Mapping, User } from '../domain/mapping.ts';
import { resolveMapping } from '../domain/resolve-mapping.ts';
import { maxSnapshotLength, type Snapshot, unsealedSnapshot } from '../domain/snapshot.ts';
import { keyStatuses } from '../domain/words.ts';
import { canonicalText, digestOf, exportFileName, organizationInFileName, sealSnapshot } from '../exports/json.ts';
import { jsonDepth, readSnapshot, shownRejections } from './json.ts';
import { planImport } from './plan-import.ts';
import { snapshotSchema } from './snapshot-file-schema.ts';

const takenAt = '2026-03-01T10:00:00.000Z';
const about = { id: 's1', takenAt, label: null, previous: null };

async function fileOf(mapping: Mapping): Promise<string> {
  return snapshotText(await sealSnapshot(unsealedSnapshot(mapping, about)));
}

let ids = 0;
const newId = (): string => `new-${(ids += 1)}`;

async function importInto(base: RecordMaps, text: string, at = '2026-03-02T00:00:00.000Z') {
  const read = await readSnapshot(text);
  if (!read.snapshot) throw new Error(JSON.stringify(read.rejections));
  const draft = new Draft(base);
  const plan = planImport(draft, read.snapshot, read.rejections, at, newId);
  return { plan, records: carriedOut(base, draft), changes: draft.changes() };
}

function mappingsOf(records: RecordMaps): Mapping[] {
  return [...records.organizations.values()].map((organization) => resolveMapping(listsOf(records), organization));
}

/** What JSON promises to carry. */
function carried(mapping: Mapping): object {
  const { organization, workspaces, users, memberships, keys, region } = JSON.parse(
    JSON.stringify(unsealedSnapshot(mapping, about)),
  ) as Snapshot;
  return { region, organization, workspaces, users, memberships, keys: keys.map(({ provenance: _, ...rest }) => rest) };
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '<img onerror=x>',
    '=1+1',
    '\u202eevil',
    '\ud800',
    'ß',
    '\u0000',
    '"; DROP',
    '😀',
  ),
);
const anId = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const option = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const aDay = fc.constantFrom('2025-01-01', '2026-02-28', '1999-12-31');

const aMappingOf = fc
  .record({
    organization: option(hostile),
    region: fc.constantFrom('us' as const, 'eu' as const),
    workspaces: fc.uniqueArray(
      fc.record({
        id: anId,
        pandadocId: option(fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5')),
        name: option(hostile),
        kind: fc.constantFrom('standard' as const, 'service' as const),
        status: fc.constantFrom('active' as const, 'deactivated' as const, 'not-observed' as const),
      }),
      { selector: ({ id }) => id, maxLength: 5, minLength: 1 },
    ),
    users: fc.uniqueArray(
      fc.record({
        id: anId,
        pandadocId: option(fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5')),
        email: option(hostile),
        name: option(hostile),
        kind: option(fc.constantFrom('person' as const, 'service-account' as const)),
        orgAdmin: option(fc.constantFrom('yes' as const, 'no' as const)),
        license: option(hostile),
        status: fc.constantFrom(
          'active' as const,
          'invited' as const,
          'removed' as const,
          'blocked' as const,
          'not-observed' as const,
        ),
      }),
      { selector: ({ id }) => id, maxLength: 5, minLength: 1 },
    ),
    keys: fc.uniqueArray(
      fc.record({
        id: anId,
        workspace: fc.nat(),
        owner: option(fc.nat()),
        type: fc.constantFrom('production' as const, 'sandbox' as const),
        label: hostile,
        hint: option(fc.constantFrom('9f3c', 'ab', '😀')),
        status: fc.constantFrom(...keyStatuses),
        generation: fc.integer({ min: 1, max: 4 }),
        createdOn: option(aDay),
        rotatedOn: option(aDay),
        verifiedOn: option(aDay),
        rotationDays: option(fc.integer({ min: 1, max: 999 })),
        usedBy: fc.array(hostile, { maxLength: 3 }),
        demand: fc.dictionary(fc.constantFrom('create', 'send', 'x y'), fc.integer({ min: 0, max: 999 }), {
          maxKeys: 2,
        }),
        notes: option(hostile),
      }),
      { selector: ({ id }) => id, maxLength: 6 },
    ),
    memberships: fc.array(
      fc.record({ user: fc.nat(), workspace: fc.nat(), role: option(fc.constantFrom('Admin', 'Member', '😀')) }),
      { maxLength: 6 },
    ),
  })
  .map((raw): Mapping => {
    // Two records of one PandaDoc id are one record; nothing of ours makes two.
    const once = <T extends { pandadocId: string | null }>(rows: T[]): T[] => {
      const seen = new Set<string>();
      return rows.map((row) => {
        if (row.pandadocId === null || !seen.has(row.pandadocId)) {
          if (row.pandadocId !== null) seen.add(row.pandadocId);
          return row;
        }
        return { ...row, pandadocId: null };
      });
    };
    const workspaces = once(raw.workspaces);
    const users = once<User>(raw.users);
    const memberships = new Map(
      raw.memberships.map(({ user, workspace, role }) => {
        const membership = aMembership(
          users[user % users.length]!.id,
          workspaces[workspace % workspaces.length]!.id,
          role,
        );
        return [`${membership.userId}@${membership.workspaceId}`, membership];
      }),
    );
    return aMapping({
      region: raw.region,
      organization: { id: 'org', name: raw.organization },
      workspaces,
      users,
      memberships: [...memberships.values()],
      keys: raw.keys.map(({ workspace, owner, ...key }): Key => ({
        ...key,
        workspaceId: workspaces[workspace % workspaces.length]!.id,
        ownerId: owner === null ? null : users[owner % users.length]!.id,
        provenance: {},
      })),
      coverage: {},
    });
  });

describe('properties', { timeout: 60_000 }, () => {
  test('out and into an empty store is the identity on what JSON carries, and twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(aMappingOf, async (mapping) => {
        const text = await fileOf(mapping);
        const first = await importInto(noRecords(), text);
        expect(first.plan).toMatchObject({ added: mapping.keys.length, changed: 0, unchanged: 0, rejected: 0 });
        expect(carried(mappingsOf(first.records)[0]!)).toEqual(carried(mapping));
        expect(mappingsOf(first.records)[0]!.coverage).toEqual({});
        const second = await importInto(first.records, text, '2026-04-01T00:00:00.000Z');
        expect(second.changes).toEqual([]);
        expect(second.plan).toMatchObject({
          added: 0,
          changed: 0,
          unchanged: mapping.keys.length,
          workspaces: 0,
          users: 0,
          memberships: 0,
        });
        // What was imported, exported again, is the same file but for where the facts come from.
        expect(carried(mappingsOf(second.records)[0]!)).toEqual(carried(mapping));
      }),
      { numRuns: 150 },
    );
  });

  test('into whatever is there already: the second time changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(aMappingOf, aMappingOf, async (one, other) => {
        const here = await importInto(
          noRecords(),
          await fileOf({ ...one, region: 'us', organization: { id: 'org', name: null } }),
        );
        const text = await fileOf({ ...other, region: 'us', organization: { id: 'org', name: null } });
        const first = await importInto(here.records, text, '2026-04-01T00:00:00.000Z');
        const second = await importInto(first.records, text, '2026-05-01T00:00:00.000Z');
        expect(second.changes).toEqual([]);
        expect(second.plan).toMatchObject({
          added: 0,
          changed: 0,
          unchanged: first.plan.added + first.plan.changed + first.plan.unchanged,
        });
      }),
      { numRuns: 200 },
    );
  });

  test('nothing that is made up is taken, and every refusal is quick and without the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 5 }), async (text) => {
        const read = await readSnapshot(text);
        expect(read.snapshot).toBeNull();
        expect(read.rejections.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('identity', () => {
  const start = () =>
    fileOf(
      aMapping({
        workspaces: [aWorkspace('w1', { name: 'EMEA Sales' })],
        users: [aUser('u1', { email: 'dana@northwind.example' })],
        keys: [aKey('k1', 'w1', null, { label: 'old label' })],
      }),
    );
  const import2 = async (mapping: Partial<Mapping>) => {
    const here = await importInto(noRecords(), await start());
    const there = await importInto(here.records, await fileOf(aMapping(mapping)), '2026-04-01T00:00:00.000Z');
    return { ...there, mapping: mappingsOf(there.records)[0]!, mappings: mappingsOf(there.records) };
  };

  test('a colleague’s ids are their own: same names and addresses are the same records', async () => {
    const { plan, mapping } = await import2({
      workspaces: [aWorkspace('other-w', { name: ' emea sales ' })],
      users: [aUser('other-u', { email: 'Dana@Northwind.example', kind: 'person' })],
      memberships: [aMembership('other-u', 'other-w', 'Admin')],
      keys: [aKey('other-k', 'other-w', 'other-u', { label: 'another label' })],
    });
    expect(plan).toMatchObject({ added: 0, changed: 1 });
    expect(mapping.keys).toMatchObject([{ id: 'k1', ownerId: 'u1', label: 'another label' }]);
    expect(mapping.users).toMatchObject([{ id: 'u1', kind: 'person' }]);
    expect(mapping.memberships).toMatchObject([
      { userId: 'u1', workspaceId: 'w1', lastAdminAt: '2026-04-01T00:00:00.000Z' },
    ]);
  });

  test('several keys in one slot: by label, then by last characters, else new', async () => {
    const here = await importInto(
      noRecords(),
      await fileOf(
        aMapping({
          workspaces: [aWorkspace('w1')],
          keys: [aKey('k1', 'w1', null, { label: 'A' }), aKey('k2', 'w1', null, { label: 'B', hint: '9f3c' })],
        }),
      ),
    );
    const there = await importInto(
      here.records,
      await fileOf(
        aMapping({
          workspaces: [aWorkspace('w1')],
          keys: [
            aKey('x1', 'w1', null, { label: 'A', notes: '1' }),
            aKey('x2', 'w1', null, { label: 'C', hint: '9f3c', notes: '2' }),
            aKey('x3', 'w1', null, { label: 'D', notes: '3' }),
          ],
        }),
      ),
      '2026-04-01T00:00:00.000Z',
    );
    expect(there.plan).toMatchObject({ added: 1, changed: 2 });
    expect(mappingsOf(there.records)[0]!.keys.map(({ id, label, notes }) => [id, label, notes])).toEqual([
      ['k1', 'A', '1'],
      ['k2', 'C', '2'],
      ['x3', 'D', '3'],
    ]);
  });

  test('what the file does not say is left as it is known', async () => {
    const { plan, changes } = await import2({
      workspaces: [aWorkspace('w1', { name: null })],
      users: [aUser('u1', { email: null, name: null })],
      keys: [aKey('k1', 'w1', null, { label: 'old label' })],
    });
    expect(plan).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(changes).toEqual([]);
  });

  test('a later generation in the file replaces ours, an older one says nothing about it', async () => {
    const later = await import2({
      workspaces: [aWorkspace('w1', { name: null })],
      keys: [aKey('k1', 'w1', null, { label: 'old label', generation: 3, hint: 'new1' })],
    });
    expect(later.mapping.keys).toMatchObject([{ generation: 3, hint: 'new1' }]);
    expect(
      later.records.keys.get('k1')!.generations.map(({ number, status }) => [number, status.import?.value]),
    ).toEqual([
      [1, 'replaced'],
      [3, 'active'],
    ]);
    const again = await importInto(
      later.records,
      await fileOf(
        aMapping({
          workspaces: [aWorkspace('w1', { name: null })],
          keys: [aKey('k1', 'w1', null, { label: 'old label', generation: 2, hint: 'old2', status: 'revoked' })],
        }),
      ),
      '2026-05-01T00:00:00.000Z',
    );
    expect(mappingsOf(again.records)[0]!.keys).toMatchObject([{ generation: 3, hint: 'new1', status: 'active' }]);
  });

  test('a name that fits two workspaces rejects the row and what hangs on it', async () => {
    const here = await importInto(
      noRecords(),
      await fileOf(aMapping({ workspaces: [aWorkspace('w1', { name: 'Twin' }), aWorkspace('w2', { name: 'twin' })] })),
    );
    const there = await importInto(
      here.records,
      await fileOf(aMapping({ workspaces: [aWorkspace('x', { name: 'Twin' })], keys: [aKey('k', 'x', null)] })),
    );
    expect(there.plan.rejections.map(({ where, message }) => `${where} ${message}`)).toEqual([
      'workspaces[0] ambiguous-workspace',
      'keys[0].workspaceId unknown-reference',
    ]);
    expect(there.plan).toMatchObject({ rejected: 2, added: 0 });
  });

  test('two rows for one record: the later is rejected', async () => {
    const { plan } = await import2({
      workspaces: [aWorkspace('a', { name: 'EMEA Sales' }), aWorkspace('b', { name: 'emea sales' })],
      users: [aUser('a', { email: 'dana@northwind.example' }), aUser('b', { email: 'DANA@northwind.example' })],
    });
    expect(plan.rejections.map(({ where, message }) => `${where} ${message}`)).toEqual([
      'workspaces[1] disagrees-with-earlier-row',
      'users[1] disagrees-with-earlier-row',
    ]);
  });

  test('another region and another organization are kept apart; the unnamed one is named when it is the same', async () => {
    const eu = await import2({
      region: 'eu',
      workspaces: [aWorkspace('w1', { name: 'EMEA Sales' })],
      keys: [aKey('k1', 'w1', null)],
    });
    expect(eu.mappings.map(({ region, keys }) => [region, keys.length])).toEqual([
      ['us', 1],
      ['eu', 1],
    ]);
    expect(eu.mappings[1]!.workspaces[0]!.id).toBe('w1.2');
    const other = await import2({
      organization: { id: 'o', name: 'Contoso' },
      workspaces: [aWorkspace('x', { name: 'EMEA Sales' })],
      keys: [aKey('y', 'x', null)],
    });
    expect(other.mappings.map(({ organization }) => organization.name)).toEqual(['Northwind', 'Contoso']);
    const unnamed = await importInto(
      noRecords(),
      await fileOf(
        aMapping({ organization: { id: 'o', name: null }, workspaces: [aWorkspace('w1', { name: 'EMEA Sales' })] }),
      ),
    );
    const named = await importInto(unnamed.records, await start());
    expect(mappingsOf(named.records).map(({ organization }) => organization.name)).toEqual(['Northwind']);
    const stranger = await importInto(
      unnamed.records,
      await fileOf(aMapping({ workspaces: [aWorkspace('z', { name: 'Elsewhere' })] })),
    );
    expect(mappingsOf(stranger.records)).toHaveLength(2);
  });

  test('an import that cannot say more than is believed leaves the sources as they were', async () => {
    const here = await importInto(noRecords(), await start());
    const records = here.records;
    const key = records.keys.get('k1')!;
    records.keys.set('k1', {
      ...key,
      label: { entered: { value: 'old label', source: 'entered', at: takenAt, adapter: null } },
    });
    const again = await importInto(records, await start());
    expect(again.changes).toEqual([]);
    expect(believed(again.records.keys.get('k1')!.label)).toBe('old label');
  });
});

describe('files that are refused', () => {
  const good = () =>
    sealSnapshot(unsealedSnapshot(aMapping({ workspaces: [aWorkspace('w1')], keys: [aKey('k1', 'w1', null)] }), about));
  const reason = async (text: string) =>
    (await readSnapshot(text)).rejections.map(({ where, message }) => `${where} ${message}`.trim());
  const resealed = async (change: (document: Record<string, unknown>) => void): Promise<string> => {
    const document = structuredClone(await good()) as unknown as Record<string, unknown>;
    change(document);
    delete document.digest;
    return JSON.stringify({ ...document, digest: await digestOf(canonicalText(document)) });
  };

  test.each<[string, string, string[]]>([
    ['nothing', '', ['not-json']],
    ['half a file', '{"format":"keyholder.snapshot","version":1', ['not-json']],
    ['UTF-16 read as UTF-8', '{\u0000"\u0000f\u0000', ['not-json']],
    ['another document', '{"format":"something","version":1}', ['not-a-snapshot']],
    ['a list', '[]', ['not-a-snapshot']],
    ['a number', '7', ['not-a-snapshot']],
    ['null', 'null', ['not-a-snapshot']],
    ['a newer version', '{"format":"keyholder.snapshot","version":2}', ['version newer-version']],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, ['too-deep']],
    ['too large', ' '.repeat(maxSnapshotLength + 1), ['too-large']],
    [
      'a long text with escaped quotes',
      `{"format":"keyholder.snapshot","id":"${'\\"'.repeat(100_000)}"}`,
      ['too-large'],
    ],
    ['many short texts', `[${'"\\\\",'.repeat(100_000)}""]`, ['not-a-snapshot']],
  ])('%s', async (_, text, expected) => {
    expect(await reason(text)).toEqual(expected);
  });

  test('a document without its seal, changed by hand, or with a name that is not promised', async () => {
    const document = await good();
    expect(await reason(JSON.stringify({ ...document, organization: 'Edited' }))).toEqual(['digest digest-differs']);
    expect(await reason(JSON.stringify({ ...document, digest: undefined }))).toEqual(['digest wrong-shape']);
    expect(await reason(JSON.stringify({ ...document, evil: 1 }))).toEqual(['wrong-shape']);
    expect(await reason(JSON.stringify(document).replace('{', '{"__proto__":{"polluted":1},'))).toEqual([
      'wrong-shape',
    ]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('the order of names does not matter, nor a byte-order mark', async () => {
    const document = await good();
    const reversed = Object.fromEntries(Object.entries(document).reverse());
    expect((await readSnapshot(`\ufeff${JSON.stringify(reversed)}`)).snapshot?.document.keys).toHaveLength(1);
  });

  const canary = 'a1B2c3D4'.repeat(5);

  test.each(['id', 'label', 'organization'])('a %s that looks like a key refuses the file', async (name) => {
    const { snapshot, rejections } = await readSnapshot(await resealed((document) => (document[name] = canary)));
    expect(snapshot).toBeNull();
    expect(rejections).toEqual([{ where: name, message: 'looks-like-a-key', details: [] }]);
  });

  test('up to its limits a file is read', async () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(await reason(nested(16))).toEqual(['not-a-snapshot']);
    expect(await reason(nested(17))).toEqual(['too-deep']);
    // As it is written: 150,000 between the quotes, one of them counted.
    expect(await reason(`["${'x'.repeat(149_999)}"]`)).toEqual(['not-a-snapshot']);
    expect(await reason(`["${'x'.repeat(150_000)}"]`)).toEqual(['too-large']);
    // A backslash that is itself escaped ends a text; the text after it is another.
    const part = 'x'.repeat(100_000);
    expect(await reason(`["${part}\\\\","${part}"]`)).toEqual(['not-a-snapshot']);
    expect(await reason(`["${part}\\"${part}"]`)).toEqual(['too-large']);
    expect(await reason(`"${part}\\"${part}`)).toEqual(['too-large']);
  });

  test('a refusal holds nothing but what is promised', async () => {
    expect((await readSnapshot('')).rejections).toEqual([{ where: '', message: 'not-json', details: [] }]);
    expect((await readSnapshot('{"format":"keyholder.snapshot","version":7}')).rejections).toEqual([
      { where: 'version', message: 'newer-version', details: ['7', '1'] },
    ]);
    expect((await readSnapshot('{"format":"keyholder.snapshot","version":"1"}')).rejections).toEqual([
      { where: '', message: 'not-a-snapshot', details: [] },
    ]);
    const { rejections } = await readSnapshot('{"format":"keyholder.snapshot","version":1}');
    expect(rejections).toHaveLength(10);
    for (const each of rejections) expect(each).toMatchObject({ message: 'wrong-shape', details: [] });
  });

  test('nothing of a name in the file comes into a path', async () => {
    const text = await resealed((document) => {
      (document.keys as Record<string, unknown>[])[0]!.demand = { 'a name of theirs': -1 };
    });
    expect(await reason(text)).toEqual(['keys[0].demand wrong-shape']);
  });

  test('rows that are none, or hold a key at any place, are named by their place', async () => {
    const text = await resealed((document) => {
      document.workspaces = [null, canary, 7, [canary], { [canary]: 1 }, { name: canary }, { title: canary }];
      document.keys = [];
    });
    expect((await readSnapshot(text)).rejections).toEqual([
      { where: 'workspaces[0]', message: 'wrong-shape', details: [] },
      { where: 'workspaces[1]', message: 'looks-like-a-key', details: [] },
      { where: 'workspaces[2]', message: 'wrong-shape', details: [] },
      { where: 'workspaces[3]', message: 'looks-like-a-key', details: [] },
      { where: 'workspaces[4]', message: 'looks-like-a-key', details: [] },
      { where: 'workspaces[5].name', message: 'looks-like-a-key', details: [] },
      { where: 'workspaces[6]', message: 'looks-like-a-key', details: [] },
    ]);
  });

  test('of many rejections the first hundred are shown', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({
      where: `keys[${String(index)}]`,
      message: 'wrong-shape' as const,
      details: [],
    }));
    expect(shownRejections(many)).toEqual(many.slice(0, 100));
    expect(shownRejections([])).toEqual([]);
  });

  test('where the facts of a key come from is read, for a merge', async () => {
    const origin = { source: 'page' as const, at: '2026-01-01T00:00:00.000Z', adapter: 'keys' };
    const text = await fileOf(
      aMapping({
        workspaces: [aWorkspace('w1')],
        keys: [aKey('k1', 'w1', null, { hint: '9f3c', provenance: { hint: origin, label: origin } })],
      }),
    );
    expect((await readSnapshot(text)).snapshot?.document.keys[0]!.provenance).toEqual({ hint: origin, label: origin });
  });

  test('single rows are named by their path, and never by what stands there', async () => {
    const text = await resealed((document) => {
      const row = (document.keys as Record<string, unknown>[])[0]!;
      document.keys = [
        row,
        { ...row, id: 'k2', notes: `see ${canary}` },
        { ...row, id: 'k3', hint: 'too long' },
        { ...row, id: 'k4', usedBy: ['x', 7] },
        { ...row, id: 'k5', ownerId: 'nobody' },
        { ...row },
        'not a row',
        { ...row, id: 'k6', createdOn: '01.02.2026' },
        { ...row, id: 'k7', [canary]: 1 },
      ];
    });
    const { plan } = await importInto(noRecords(), text);
    expect(plan.rejections.map(({ where, message }) => `${where} ${message}`)).toEqual(
      [
        'keys[1].notes looks-like-a-key',
        'keys[2].hint wrong-shape',
        'keys[3].usedBy[1] wrong-shape',
        'keys[6] wrong-shape',
        'keys[7].createdOn wrong-shape',
        'keys[8] looks-like-a-key',
        'keys[5].id duplicate-id',
        'keys[4].ownerId unknown-reference',
      ].sort(
        (a, b) =>
          plan.rejections.findIndex(({ where }) => a.startsWith(`${where} `)) -
          plan.rejections.findIndex(({ where }) => b.startsWith(`${where} `)),
      ),
    );
    expect(plan.added).toBe(1);
    expect(JSON.stringify(plan)).not.toContain(canary);
  });
});

describe('the file', () => {
  test('is what its schema says, sealed over its RFC 8785 form, arrays sorted', async () => {
    const mapping = aMapping({
      workspaces: [aWorkspace('b'), aWorkspace('a')],
      keys: [aKey('z', 'a', null), aKey('y', 'b', null)],
    });
    const document = JSON.parse(await fileOf(mapping)) as Snapshot;
    expect(snapshotSchema.safeParse(document).error?.issues ?? []).toEqual([]);
    expect(document.keys.map(({ id }) => id)).toEqual(['y', 'z']);
    expect(Object.keys(document)).toEqual(
      'format,version,id,takenAt,label,region,organization,previous,digest,workspaces,users,memberships,keys,findings,coverage'.split(
        ',',
      ),
    );
    const { digest, ...rest } = document;
    expect(await digestOf(canonicalText(rest))).toBe(digest);
    expect(canonicalText({ b: 1, a: [1.0, 'ü'] })).toBe('{"a":[1,"ü"],"b":1}');
  });

  test.each([
    [null, 'unnamed'],
    ['Northwind', 'Northwind'],
    ['Northwind / EMEA: "A"', 'Northwind-EMEA-A'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', 'unnamed'],
    ['北風 GmbH', '北風-GmbH'],
    ['\u202eevil\u0000', 'evil'],
    ['x'.repeat(200), 'x'.repeat(60)],
    ['\ud800', 'unnamed'],
  ])('has a name that every file system takes: %j', (organization, expected) => {
    expect(organizationInFileName(organization)).toBe(expected);
    expect(exportFileName('eu', organization, takenAt, 'json')).toBe(`keyholder-eu-${expected}-2026-03-01.json`);
  });

  test('depth is counted outside texts only', () => {
    expect(jsonDepth('{"a":"[[[[\\"[[","b":[1]}', 9)).toBe(2);
    expect(jsonDepth('[[[[', 2)).toBe(3);
  });
});
