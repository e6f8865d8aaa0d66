import { describe, expect, test } from 'vitest';
import { carriedOut } from '../../test/support/carried-out.ts';
import { Draft, noRecords, type RecordMaps } from '../domain/draft.ts';
import { believed } from '../domain/facts.ts';
import { newOrganization } from '../domain/new-records.ts';
import { resolveKey, resolveMapping } from '../domain/resolve-mapping.ts';
import type { Region } from '../domain/words.ts';
import { readMappingCsv } from './csv.ts';
import { type CsvImportPlan, planCsvImport } from './plan-csv-import.ts';

let ids = 0;
let clock = 0;

interface Imported {
  plan: CsvImportPlan;
  maps: RecordMaps;
  changes: number;
  now: string;
}

function into(maps: RecordMaps, text: string, chosen: Region | null = 'eu'): Imported {
  const { csv, rejections } = readMappingCsv(text);
  const draft = new Draft(maps);
  const now = new Date(Date.UTC(2026, 4, 1) + (clock += 60_000)).toISOString();
  const plan = planCsvImport(draft, csv!, chosen, rejections, now, () => `id${(ids += 1)}`);
  return { plan, maps: carriedOut(maps, draft), changes: draft.changes().length, now };
}

/** One import after the other, into an empty mapping; of the last one the plan. */
function sequence(...texts: string[]): Imported {
  let result = into(noRecords(), texts[0]!);
  for (const text of texts.slice(1)) result = into(result.maps, text);
  return result;
}

/** What is there afterwards, in the words of the columns. */
function state({ maps }: Imported): string[] {
  return [...maps.organizations.values()]
    .flatMap((organization) => {
      const lists = Object.fromEntries(
        Object.entries(maps).map(([store, map]) => [store, [...(map as Map<string, unknown>).values()]]),
      );
      const mapping = resolveMapping(lists as never, organization);
      return mapping.keys.map((key) => {
        const workspace = mapping.workspaces.find(({ id }) => id === key.workspaceId)!;
        const owner = mapping.users.find(({ id }) => id === key.ownerId);
        const where = [mapping.organization.name, workspace.name, workspace.pandadocId]
          .map((part) => part ?? '–')
          .join('/');
        return `${where} ${key.type} ${key.label} ${key.hint ?? '–'} ${key.status} ${owner ? (owner.email ?? owner.name ?? owner.pandadocId) : '–'}`;
      });
    })
    .sort();
}

const why = ({ plan }: Imported): string[] =>
  plan.rejections.map(({ where, column, message, details }) => [where, column, message, ...details].join(' '));

describe('a first import', () => {
  test('brings organization, workspace, owner, membership and key', () => {
    const result = sequence(
      [
        'organization,workspace,workspace_id,workspace_kind,key_type,key_label,key_hint,owner_email,owner_name,owner_user_id,owner_type,owner_org_admin,owner_role,owner_license,created_on,verified_on,rotation_days,used_by,demand,notes',
        'Northwind,Sales,W1,service,production,CRM,9f3c,a@x.example,Ann,U1,person,yes,Admin,Full,2026-01-02,2026-02-03,90,Zapier; CRM,create: 220,hi',
      ].join('\n'),
    );
    expect(result.plan).toMatchObject({
      region: 'eu',
      organization: 'Northwind',
      added: 1,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      workspaces: 1,
      users: 1,
      memberships: 1,
    });
    const { keys, users, memberships, workspaces } = result.maps;
    expect(resolveKey([...keys.values()][0]!)).toMatchObject({
      label: 'CRM',
      hint: '9f3c',
      status: 'active',
      generation: 1,
      createdOn: '2026-01-02',
      verifiedOn: '2026-02-03',
      rotatedOn: null,
      rotationDays: 90,
      usedBy: ['Zapier', 'CRM'],
      demand: { create: 220 },
      notes: 'hi',
      ownerId: [...users.keys()][0],
    });
    const membership = [...memberships.values()][0]!;
    expect(believed(membership.role)).toBe('Admin');
    expect(membership.lastAdminAt).not.toBeNull();
    expect(believed([...workspaces.values()][0]!.kind)).toBe('service');
  });

  test('two columns are enough: owner unknown, in use, with the label that keys have', () => {
    const result = sequence('workspace,key_type\nSales,production\nSales,sandbox');
    expect(state(result)).toEqual([
      '–/Sales/– production production key – active –',
      '–/Sales/– sandbox sandbox key – active –',
    ]);
    expect(result.plan).toMatchObject({ organization: null, users: 0, memberships: 0, workspaces: 1, added: 2 });
  });

  test('an owner without a role is no member: their role is not known', () => {
    expect(sequence('workspace,key_type,owner_email\nSales,production,a@x.example').maps.memberships.size).toBe(0);
  });

  test('regions do not mix', () => {
    const result = sequence('region,workspace,key_type\neu,Sales,production\nus,Sales,production');
    expect(result.plan.organizations.map(({ region }) => region)).toEqual(['eu', 'us']);
    expect([...result.maps.workspaces.values()].map(({ region }) => region).sort()).toEqual(['eu', 'us']);
  });

  test('rows without a region wait for the choice', () => {
    const result = into(noRecords(), 'region,workspace,key_type\n,Sales,production\nus,Legal,production', null);
    expect(why(result)).toEqual(['2 region region-needed']);
    expect(state(result)).toEqual(['–/Legal/– production production key – active –']);
  });
});

describe('what a cell does to what is known', () => {
  const known =
    'workspace,workspace_kind,key_type,key_label,key_hint,key_status,owner_email,owner_type,owner_org_admin,owner_role,owner_license,created_on,rotation_days,used_by,demand,notes\n' +
    'Sales,service,production,CRM,9f3c,narrowed,a@x.example,person,yes,Admin,Full,2026-01-02,90,Zapier,create: 1,hi';

  test.each([
    ['absent columns', 'workspace,key_type\nSales,production'],
    ['empty cells', `${known.split('\n')[0]}\nSales,,production,,,,,,,,,,,,,`],
    ['the same', known],
    [
      'the same, written otherwise',
      'workspace,key_type,owner_email,created_on,notes\n sales  ,PRODUCTION,A@X.example ,2026-01-02, hi',
    ],
  ])('%s leave it', (_, file) => {
    const result = sequence(known, file);
    // A name that is written otherwise is a new spelling.
    expect(result.plan).toMatchObject({ added: 0, changed: 0, unchanged: 1, users: 0, memberships: 0 });
  });

  test('(unknown) clears', () => {
    const header = known.split('\n')[0]!;
    const { maps } = sequence(known, `${header}\nSales,(unknown),production${',(unknown)'.repeat(13)}`);
    expect(resolveKey([...maps.keys.values()][0]!)).toMatchObject({
      label: 'production key',
      hint: null,
      status: 'unknown',
      ownerId: null,
      createdOn: null,
      rotationDays: null,
      usedBy: [],
      demand: {},
      notes: null,
    });
    expect(believed([...maps.workspaces.values()][0]!.kind)).toBeNull();
    // Of whom nothing is said, nothing is cleared: the owner is not, the user stays what they are.
    expect(believed([...maps.users.values()][0]!.kind)).toBe('person');
  });

  test('(unknown) clears what is known of an owner who is named', () => {
    const { maps, plan } = sequence(
      known,
      'workspace,key_type,owner_email,owner_type,owner_org_admin,owner_role,owner_license\nSales,production,a@x.example,(unknown),(unknown),(unknown),(unknown)',
    );
    const user = [...maps.users.values()][0]!;
    expect([user.kind, user.orgAdmin, user.license].map((field) => believed<string>(field))).toEqual([
      null,
      null,
      null,
    ]);
    expect(believed([...maps.memberships.values()][0]!.role)).toBeNull();
    expect(plan).toMatchObject({ changed: 0, unchanged: 1, users: 1, memberships: 1 });
  });

  test('a missing row deletes nothing', () => {
    const result = sequence(known, 'workspace,key_type\nLegal,production');
    expect(result.maps.keys.size).toBe(2);
  });
});

describe('which workspace', () => {
  test.each([
    ['its id, whatever its name', 'W1,Sales', 'W1,Vertrieb', ['–/Vertrieb/W1']],
    ['its name, without case, blanks and form', ',Cafe\u0301  Ost', ',CAFÉ ost', ['–/CAFÉ ost/–']],
    ['its name, where the id is new', ',Sales', 'W1,sales', ['–/sales/W1']],
    ['two ids are two', 'W1,Sales', 'W2,Sales', ['–/Sales/W1', '–/Sales/W2']],
    ['a name without id is the one of that name', 'W1,Sales', ',Sales', ['–/Sales/W1']],
  ])('%s', (_, first, second, workspaces) => {
    const header = 'workspace_id,workspace,key_type\n';
    const result = sequence(`${header}${first},production`, `${header}${second},production`);
    expect(why(result)).toEqual([]);
    expect(state(result).map((line) => line.split(' production ')[0])).toEqual(workspaces);
  });

  test('a name without id that fits two rejects the row, also when both stand in the same file', () => {
    const two = 'workspace_id,workspace,key_type\nW1,Sales,production\nW2,Sales,production';
    expect(why(sequence(two, 'workspace,key_type\nSales,sandbox'))).toEqual(['2 workspace ambiguous-workspace']);
    expect(
      why(sequence('workspace_id,workspace,key_type\n,Sales,sandbox\nW1,Sales,production\nW2,Sales,production')),
    ).toEqual(['2 workspace ambiguous-workspace']);
  });

  test('two new ids for what is known as one: no guess', () => {
    const result = sequence(
      'workspace,key_type\nSales,production',
      'workspace_id,workspace,key_type\nW1,Sales,production\nW2,Sales,production',
    );
    expect(why(result)).toEqual(['2 workspace_id ambiguous-workspace', '3 workspace_id ambiguous-workspace']);
    expect(result.changes).toBe(0);
  });

  test('a row that renames by id is found by the new name in the next row', () => {
    const result = sequence(
      'workspace_id,workspace,key_type\nW1,Old,production',
      'workspace_id,workspace,key_type\n,New,sandbox\nW1,New,production',
    );
    expect(state(result)).toEqual([
      '–/New/W1 production production key – active –',
      '–/New/W1 sandbox sandbox key – active –',
    ]);
  });
});

describe('which workspace, among several rows', () => {
  const header = 'workspace_id,workspace,key_type,key_label\n';
  const names = ({ maps }: Imported): string[] =>
    [...maps.workspaces.values()]
      .map(({ name, pandadocId }) => `${believed(name)}/${believed(pandadocId) ?? '–'}`)
      .sort();

  test('an id that a row gives to a known name holds for the rows after it', () => {
    const result = sequence(
      `${header}Sales`.replace('Sales', ',Sales,production,a'),
      `${header}W1,Sales,production,a\nW1,,production,b`,
    );
    expect(why(result)).toEqual([]);
    expect(names(result)).toEqual(['Sales/W1']);
  });

  test('a name that was given up by a rename is free', () => {
    const result = sequence(`${header}W1,Old,production,a`, `${header}W1,New,production,a\n,Old,production,b`);
    expect(names(result)).toEqual(['New/W1', 'Old/–']);
    expect(names(sequence(`${header}W1,Old,production,a`, `${header}W1,Old,production,a\n,Old,production,b`))).toEqual([
      'Old/W1',
    ]);
  });

  test('the same name in two organizations may get an id in each', () => {
    const two = 'organization,workspace_id,workspace,key_type\n';
    const result = sequence(
      `${two}Northwind,,Sales,production\nContoso,,Sales,production`,
      `${two}Northwind,W1,Sales,production\nContoso,W2,Sales,production`,
    );
    expect(why(result)).toEqual([]);
    expect(names(result)).toEqual(['Sales/W1', 'Sales/W2']);
  });

  test('what a rejected row called a workspace does not hold for the others', () => {
    const kinds = 'workspace_id,workspace,workspace_kind,key_type,key_label\n';
    const result = sequence(`${kinds}W1,,standard,production,a\nW1,Legal,service,production,b\n,Legal,,production,c`);
    expect(why(result)).toEqual(['3 workspace_kind disagrees-with-earlier-row 2']);
    expect(names(result)).toEqual(['Legal/–', 'null/W1']);
  });
});

describe('which organization', () => {
  const sales = 'organization,workspace,key_type\n,Sales,production';

  test('naming the unnamed one is a rename, where the workspaces say that it is the same', () => {
    expect(state(sequence(sales, 'organization,workspace,key_type\nNorthwind,Sales,production'))).toEqual([
      'Northwind/Sales/– production production key – active –',
    ]);
    expect(state(sequence(sales, 'organization,workspace,key_type\nContoso,Legal,production'))).toEqual([
      'Contoso/Legal/– production production key – active –',
      '–/Sales/– production production key – active –',
    ]);
  });

  test('without a name: the only one there is', () => {
    const result = sequence(
      'organization,workspace,key_type\nNorthwind,Sales,production',
      sales,
      'workspace,key_type\nLegal,production',
    );
    expect(state(result)).toEqual([
      'Northwind/Legal/– production production key – active –',
      'Northwind/Sales/– production production key – active –',
    ]);
  });

  test('without a name: where the workspace is; nowhere or in two: no guess', () => {
    const two =
      'organization,workspace,key_type\nNorthwind,Sales,production\nContoso,Legal,production\nNorthwind,Ops,production\nContoso,Ops,production';
    const result = sequence(two, 'workspace,key_type\nLegal,sandbox\nOps,sandbox\nNew,sandbox');
    expect(why(result)).toEqual(['3 workspace ambiguous-workspace', '4 organization ambiguous-organization']);
    expect(state(result)).toContain('Contoso/Legal/– sandbox sandbox key – active –');
  });

  const organizations = ({ maps }: Imported): (string | null)[] =>
    [...maps.organizations.values()].map(({ name }) => believed(name)).sort();
  const header = 'organization,workspace,key_type\n';

  test('of two new names the one whose rows stand in the unnamed one is its name, one such row is enough', () => {
    const result = sequence(
      sales,
      `${header}Contoso,Legal,production\nNorthwind,Ops,production\nNorthwind,Sales,production`,
    );
    expect(state(result)).toEqual([
      'Contoso/Legal/– production production key – active –',
      'Northwind/Ops/– production production key – active –',
      'Northwind/Sales/– production production key – active –',
    ]);
    const both = sequence(sales, `${header}Contoso,Sales,sandbox\nNorthwind,Sales,sandbox`);
    expect(organizations(both)).toEqual(['Contoso', 'Northwind', null]);
  });

  test('one that holds nothing takes no name where the file has two, or where there is another', () => {
    const maps = noRecords();
    maps.organizations.set('o', newOrganization('o', 'eu'));
    const two = `${header}Northwind,Sales,production\nContoso,Legal,production`;
    expect(organizations(into(maps, two))).toEqual(['Contoso', 'Northwind', null]);
    const named = sequence(`${header}Northwind,Sales,production`).maps;
    named.organizations.set('o', newOrganization('o', 'eu'));
    expect(organizations(into(named, `${header}Contoso,Legal,production`))).toEqual(['Contoso', 'Northwind', null]);
    const us = noRecords();
    us.organizations.set('o', newOrganization('o', 'us'));
    expect(organizations(into(us, `${header}Northwind,Sales,production`))).toEqual(['Northwind', null]);
  });

  test('a row without a name goes to the unnamed one where that holds its workspace, or nobody does', () => {
    const maps = sequence(`${header}Northwind,Sales,production`).maps;
    const unnamed = newOrganization('o', 'eu');
    maps.organizations.set('o', unnamed);
    const fresh = into(maps, 'workspace,key_type\nNew,production');
    expect(fresh.plan.organizationId).toBe('o');
    const there = into(fresh.maps, 'workspace,key_type\nSales,sandbox');
    expect(there.plan.organization).toBe('Northwind');
    const shared = into(fresh.maps, `${header}Northwind,New,production`);
    expect(into(shared.maps, 'workspace,key_type\nNew,sandbox').plan.organizationId).toBe('o');
  });

  test('of two of one name the first by id', () => {
    const maps = sequence(`${header}Northwind,Sales,production`).maps;
    const [record] = [...maps.organizations.values()];
    maps.organizations.set('0', { ...record!, id: '0' });
    expect(into(maps, `${header}Northwind,Ops,production`).plan.organizationId).toBe('0');
  });

  test('an organization that holds nothing yet is the one that is named', () => {
    const maps = noRecords();
    maps.organizations.set('o', newOrganization('o', 'eu'));
    const result = into(maps, 'organization,workspace,key_type\nNorthwind,Sales,production');
    expect(result.maps.organizations.size).toBe(1);
    expect(result.plan.organizationId).toBe('o');
  });
});

describe('which user', () => {
  const file = (...rows: string[]): string =>
    ['workspace,key_type,owner_user_id,owner_email,owner_name', ...rows].join('\n');

  test.each([
    ['the id, whatever the address', 'U1,a@x.example,', 'U1,b@x.example,', 1],
    ['the address in any case', ',a@x.example,', ',A@X.Example,', 1],
    ['the plus-part counts', ',a@x.example,', ',a+1@x.example,', 2],
    ['an address gets its id', ',a@x.example,', 'U1,a@x.example,', 1],
    ['two ids are two', 'U1,a@x.example,', 'U2,a@x.example,', 2],
    ['a name that fits one person', ',a@x.example,Ann', ',,ann', 1],
    ['a name alone that nobody has', ',a@x.example,Ann', ',,Bob', 2],
    ['a name is no address', ',,Ann', ',a@x.example,Ann', 2],
  ])('%s', (_, first, second, count) => {
    const result = sequence(file(`Sales,production,${first}`), file(`Legal,production,${second}`));
    expect(why(result)).toEqual([]);
    expect(result.maps.users.size).toBe(count);
  });

  test('a name alone that fits two rejects the row', () => {
    const two = file('Sales,production,,a@x.example,Ann', 'Legal,production,,b@x.example,Ann');
    expect(why(sequence(two, file('Ops,production,,,Ann')))).toEqual(['2 owner_name ambiguous-owner']);
  });

  test('ids first, then addresses, then names, in whatever order they stand', () => {
    const result = sequence(
      file('A,production,,,Ann', 'B,production,,a@x.example,Ann', 'C,production,U1,a@x.example,'),
    );
    expect(why(result)).toEqual([]);
    expect(result.maps.users.size).toBe(1);
    expect(result.plan).toMatchObject({ users: 1, added: 3 });
  });

  test('an id that a row gives to a known address holds for the rows after it', () => {
    const result = sequence(
      file('A,production,,a@x.example,'),
      file('A,production,U1,a@x.example,', 'B,production,U1,,Ann'),
    );
    expect(why(result)).toEqual([]);
    expect(result.maps.users.size).toBe(1);
  });

  test('an id with a name is not whoever has that name', () => {
    expect(sequence(file('A,production,,,Ann'), file('A,production,U1,,Ann')).maps.users.size).toBe(2);
  });

  test('an address or a name that was given up is free', () => {
    const known = file('A,production,U1,a@x.example,Ann');
    const address = sequence(known, file('A,production,U1,b@x.example,', 'B,production,,a@x.example,'));
    expect([...address.maps.users.values()].map(({ email }) => believed(email))).toEqual([
      'b@x.example',
      'a@x.example',
    ]);
    const name = sequence(known, file('A,production,U1,,Bea', 'B,production,,,Ann'));
    expect([...name.maps.users.values()].map((user) => believed(user.name))).toEqual(['Bea', 'Ann']);
  });

  test('an address of two people rejects the row', () => {
    const two = file('A,production,U1,a@x.example,', 'B,production,U2,a@x.example,');
    expect(why(sequence(two, file('C,production,,a@x.example,')))).toEqual(['2 owner_email ambiguous-owner']);
  });

  test.each(['(unknown),,', ',(unknown),', ',,(unknown)'])('%s: nobody owns it', (cells) => {
    const { maps } = sequence(file('A,production,U1,a@x.example,Ann'), file(`A,production,${cells}`));
    expect(resolveKey([...maps.keys.values()][0]!).ownerId).toBeNull();
  });

  test('in another region it is another user', () => {
    const result = sequence('region,workspace,key_type,owner_user_id\neu,Sales,production,U1\nus,Sales,production,U1');
    expect(result.maps.users.size).toBe(2);
  });
});

describe('rows that disagree', () => {
  const header =
    'workspace_id,workspace,workspace_kind,key_type,key_label,owner_user_id,owner_email,owner_name,owner_type,owner_org_admin,owner_license,owner_role';
  test.each([
    ['W1,Sales,,production,a,,,,,,,', 'W1,Legal,,production,b,,,,,,,', 'workspace'],
    ['W1,Sales,standard,production,a,,,,,,,', 'W1,,service,production,b,,,,,,,', 'workspace_kind'],
    ['W1,Sales,standard,production,a,,,,,,,', 'W1,,(unknown),production,b,,,,,,,', 'workspace_kind'],
    ['W1,Sales,,production,a,U1,a@x.example,,,,,', 'W1,Sales,,production,b,U1,b@x.example,,,,,', 'owner_email'],
    ['W1,Sales,,production,a,U1,,Ann,,,,', 'W1,Sales,,production,b,U1,,Bob,,,,', 'owner_name'],
    ['W1,Sales,,production,a,U1,,,person,,,', 'W2,Ops,,production,b,U1,,,service-account,,,', 'owner_type'],
    ['W1,Sales,,production,a,U1,,,,yes,,', 'W2,Ops,,production,b,U1,,,,no,,', 'owner_org_admin'],
    ['W1,Sales,,production,a,U1,,,,,Full,', 'W2,Ops,,production,b,U1,,,,,Guest,', 'owner_license'],
    ['W1,Sales,,production,a,U1,,,,,,Admin', 'W1,Sales,,production,b,U1,,,,,,Member', 'owner_role'],
  ])('%s | %s: the later one is rejected, with %s', (first, second, column) => {
    const result = sequence([header, first, second].join('\n'));
    expect(why(result)).toEqual([`3 ${column} disagrees-with-earlier-row 2`]);
    expect(result.maps.keys.size).toBe(1);
    expect(result.plan.rejected).toBe(1);
  });

  test('roles in two workspaces, other spellings and cells that say nothing do not disagree', () => {
    const result = sequence(
      [
        header,
        'W1,Sales,,production,a,U1,a@x.example,Ann,,,,Admin',
        'W1,SALES,service,production,b,U1,A@X.example,ann,person,,,',
        'W2,Ops,,production,b,U1,,,,,,Member',
      ].join('\n'),
    );
    expect(why(result)).toEqual([]);
    expect(result.maps.users.size).toBe(1);
  });

  test('two that clear the same agree', () => {
    const result = sequence(
      [header, 'W1,Sales,(unknown),production,a,,,,,,,', 'W1,Sales,(unknown),production,b,,,,,,,'].join('\n'),
    );
    expect(why(result)).toEqual([]);
  });

  test('a row that is rejected says nothing to the rows after it, and leaves no workspace, user or organization', () => {
    const result = sequence(
      [
        'organization,workspace_id,workspace,workspace_kind,key_type,key_label,owner_user_id,owner_email',
        ',W1,Sales,standard,production,a,,',
        'Contoso,W9,Empty,,odd,c,U9,z@x.example',
        ',W1,Sales,service,production,b,U2,new@x.example',
        ',W1,Sales,,production,c,U3,c@x.example',
      ].join('\n'),
    );
    expect(why(result)).toEqual([
      '3 key_type value-not-allowed production, sandbox',
      '4 workspace_kind disagrees-with-earlier-row 2',
    ]);
    expect(result.maps.users.size).toBe(1);
    expect(result.maps.workspaces.size).toBe(1);
    expect(result.maps.organizations.size).toBe(1);
  });
});

describe('which key', () => {
  const header = 'workspace,key_type,key_label,key_hint,key_status,notes\n';
  const file = (...rows: string[]): string => header + rows.map((row) => `Sales,production,${row}`).join('\n');

  test.each([
    ['one living, one row: the same, whatever its label', ['a,1111,,'], ['b,2222,,'], ['b 2222 active']],
    ['one living beside dead ones, one row', ['a,,,', 'b,,revoked,'], ['c,,,'], ['b – revoked', 'c – active']],
    ['narrowed and unknown are living', ['a,,narrowed,', 'b,,revoked,'], ['c,,,'], ['b – revoked', 'c – narrowed']],
    ['two rows: by label', ['a,1111,,'], ['a,2222,,', 'b,1111,,'], ['a 2222 active', 'b 1111 active']],
    ['two living: by label', ['a,1111,,', 'b,2222,,'], ['b,3333,,'], ['a 1111 active', 'b 3333 active']],
    ['then by hint', ['a,1111,,', 'b,2222,,'], ['c,2222,,'], ['a 1111 active', 'c 2222 active']],
    ['else new', ['a,1111,,', 'b,2222,,'], ['c,3333,,'], ['a 1111 active', 'b 2222 active', 'c 3333 active']],
    ['none living: by label', ['a,1111,revoked,'], ['a,,active,'], ['a 1111 active']],
    ['none living: by hint', ['a,1111,revoked,'], ['b,1111,,'], ['b 1111 revoked']],
    ['none living, nothing fits: new', ['a,1111,revoked,'], ['b,2222,,'], ['a 1111 revoked', 'b 2222 active']],
    ['its end', ['a,1111,,'], ['a,1111,revoked,'], ['a 1111 revoked']],
    ['the end of another one', ['a,,,', 'b,,revoked,'], ['b,,deactivated,'], ['a – active', 'b – deactivated']],
    [
      'same labels, told apart by their hints',
      ['a,1111,,', 'a,,,'],
      ['a,,narrowed,', 'a,1111,,'],
      ['a 1111 active', 'a – narrowed'],
    ],
    [
      'the one row that is left is the one living key',
      ['a,1111,,', 'b,2222,revoked,'],
      ['c,3333,,', 'b,2222,revoked,'],
      ['b 2222 revoked', 'c 3333 active'],
    ],
    [
      'the living one is taken: new',
      ['a,1111,,', 'b,2222,revoked,'],
      ['a,1111,,', 'c,3333,,'],
      ['a 1111 active', 'b 2222 revoked', 'c 3333 active'],
    ],
    [
      'a row that says what is known of a dead one leaves the other row to the living one',
      ['a,1111,,', 'b,2222,revoked,'],
      ['b,2222,,', 'c,3333,,'],
      ['b 2222 revoked', 'c 3333 active'],
    ],
    ['no key twice', ['a,1111,,', 'a,2222,,'], ['a,1111,,new', 'a,3333,,'], ['a 1111 active', 'a 3333 active']],
    [
      'one row that does not tell an end is the living one, whatever the dead one is called',
      ['a,1111,,', 'b,2222,revoked,'],
      ['b,2222,,'],
      ['b 2222 active', 'b 2222 revoked'],
    ],
    [
      'an end that is known stays with the dead one',
      ['a,1111,,', 'a,1111,revoked,', 'c,3333,replaced,'],
      ['a,1111,revoked,'],
      ['a 1111 active', 'a 1111 revoked', 'c 3333 replaced'],
    ],
    [
      'a new end of what both are called is that of the living one',
      ['a,1111,,', 'a,1111,revoked,'],
      ['a,1111,deactivated,'],
      ['a 1111 deactivated', 'a 1111 revoked'],
    ],
    [
      'without a label it has the one that keys have',
      [',,,', 'b,,,'],
      [',9999,,'],
      ['b – active', 'production key 9999 active'],
    ],
  ])('%s', (_, first, second, keys) => {
    const result = sequence(file(...first), file(...second));
    expect(why(result)).toEqual([]);
    expect(state(result).map((line) => line.replace('–/Sales/– production ', '').replace(/ –$/, ''))).toEqual(keys);
    const again = into(result.maps, file(...second));
    expect(again.changes).toBe(0);
    expect(again.plan).toMatchObject({ added: 0, changed: 0, unchanged: second.length });
  });

  test('another type or workspace is another key', () => {
    const result = sequence(file('a,,,'), 'workspace,key_type,key_label\nSales,sandbox,a\nLegal,production,a');
    expect(result.plan.added).toBe(2);
  });

  test('keys that nothing tells apart but their notes keep them', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `a,,,note ${index}`);
    const result = sequence(file(...rows));
    const again = into(result.maps, file(...rows.reverse()));
    expect(again.changes).toBe(0);
    expect(again.plan).toMatchObject({ unchanged: 12 });
  });

  test.each([
    [
      ['a,1111,,x', 'a,2222,,y'],
      ['a,,,', 'a,1111,,x'],
    ],
    [
      ['a,1111,,x', 'a,1111,,y', 'a,2222,,x'],
      ['a,,,', 'a,1111,,', 'a,1111,,x'],
    ],
    [
      ['a,1111,,x', 'a,1111,,y', 'a,2222,,x'],
      ['a,1111,,', 'a,,,x', 'a,1111,,x'],
    ],
  ])('as many rows as can be find what they say known: %j | %j', (first, second) => {
    const result = sequence(file(...first), file(...second));
    expect(result.changes).toBe(0);
    expect(result.plan).toMatchObject({ added: 0, changed: 0, unchanged: second.length });
  });

  test('of two rows that say the same of one key, one is about another', () => {
    const result = sequence(file('a,1111,,x', 'a,2222,,y'), file('a,1111,,x', 'a,1111,,x'));
    expect(result.plan).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
  });

  test('of keys that nothing tells apart the first by id', () => {
    const { maps } = sequence(file('a,1111,,', 'a,1111,,'));
    const reversed = { ...maps, keys: new Map([...maps.keys].sort(([a], [b]) => (a < b ? 1 : -1))) };
    const first = [...maps.keys.keys()].sort()[0]!;
    const { keys } = into(reversed, file('a,1111,,new')).maps;
    expect([...keys.values()].filter(({ notes }) => believed(notes) === 'new').map(({ id }) => id)).toEqual([first]);
  });

  test('a state is what was said last, not what was said by the strongest', () => {
    const { maps } = sequence(file('a,1111,,'));
    const [id, record] = [...maps.keys][0]!;
    const said = (value: 'revoked' | 'active', source: 'entered' | 'page', at: string) => ({
      value,
      source,
      at,
      adapter: null,
    });
    const generation = {
      ...record.generations[0]!,
      status: {
        entered: said('revoked', 'entered', '2026-01-01T00:00:00.000Z'),
        page: said('active', 'page', '2026-02-01T00:00:00.000Z'),
      },
    };
    maps.keys.set(id, { ...record, generations: [generation] });
    expect(into(maps, file('a,1111,active,')).changes).toBe(0);
    const ended = into(maps, file('a,1111,revoked,'));
    expect(resolveKey(ended.maps.keys.get(id)!).status).toBe('revoked');
  });

  test('of a key that is new and not known to be in use, no state is written', () => {
    const { maps } = sequence(file('a,1111,unknown,'));
    expect([...maps.keys.values()][0]!.generations[0]!.status).toEqual({});
    expect(state(sequence(file('a,1111,active,'), file('a,1111,(unknown),')))[0]).toContain('unknown');
  });

  test('a row is about the secret of today', () => {
    const first = sequence(file('a,1111,,'));
    const [id, record] = [...first.maps.keys][0]!;
    const next = { ...record.generations[0]!, number: 2, hint: {}, status: {} };
    first.maps.keys.set(id, { ...record, generations: [...record.generations, next] });
    const { maps } = into(first.maps, file('a,2222,,'));
    expect(maps.keys.get(id)!.generations.map(({ hint }) => believed(hint))).toEqual(['1111', '2222']);
  });
});

test('the records that a plan is made on stay as they are', () => {
  const base = sequence('workspace,key_type,owner_email\nSales,production,a@x.example').maps;
  const before = JSON.stringify(Object.values(base).map((map) => [...(map as Map<string, unknown>)]));
  into(base, 'workspace,key_type,owner_email,owner_role,notes\nSales,production,b@x.example,Admin,x\nLegal,sandbox,,,');
  expect(JSON.stringify(Object.values(base).map((map) => [...(map as Map<string, unknown>)]))).toBe(before);
});

describe('what is written', () => {
  const row = {
    organization: 'Northwind',
    workspace: 'Sales',
    workspace_id: 'W1',
    workspace_kind: 'service',
    key_type: 'production',
    key_label: 'CRM',
    key_hint: '9f3c',
    key_status: 'narrowed',
    owner_email: 'a@x.example',
    owner_name: 'Ann',
    owner_user_id: 'U1',
    owner_type: 'person',
    owner_org_admin: 'yes',
    owner_role: 'Admin',
    owner_license: 'Full',
    created_on: '2026-01-02',
    rotated_on: '2026-01-03',
    verified_on: '2026-01-04',
    rotation_days: '90',
    used_by: 'Zapier; CRM',
    demand: 'create: 220; send: 30',
    notes: 'hi',
  };
  type Row = Record<keyof typeof row, string>;
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const file = (...rows: Partial<Row>[]): string =>
    [
      Object.keys(row).join(','),
      ...rows.map((each) =>
        Object.values({ ...row, ...each })
          .map(quoted)
          .join(','),
      ),
    ].join('\n');
  const only = <T>(map: ReadonlyMap<string, T>): T => {
    expect(map.size).toBe(1);
    return [...map.values()][0]!;
  };
  const fact = (value: unknown, at: string) => ({ import: { value, source: 'import', at, adapter: null } });

  /** All facts of an import of one row, flat. */
  function facts({ maps }: Imported): Record<string, unknown> {
    const { generations, ...key } = only(maps.keys);
    expect(generations).toHaveLength(1);
    const organization = only(maps.organizations);
    const workspace = only(maps.workspaces);
    const user = only(maps.users);
    const membership = only(maps.memberships);
    return {
      organization: organization.name,
      workspace: workspace.name,
      workspace_id: workspace.pandadocId,
      workspace_kind: workspace.kind,
      key_label: key.label,
      key_hint: generations[0]!.hint,
      key_status: generations[0]!.status,
      owner_email: user.email,
      owner_name: user.name,
      owner_user_id: user.pandadocId,
      owner_type: user.kind,
      owner_org_admin: user.orgAdmin,
      owner_role: membership.role,
      owner_license: user.license,
      created_on: generations[0]!.createdOn,
      rotated_on: generations[0]!.rotatedOn,
      verified_on: generations[0]!.verifiedOn,
      rotation_days: key.rotationDays,
      used_by: key.usedBy,
      demand: key.demand,
      notes: key.notes,
    };
  }
  const { key_type: _, ...cells } = row;
  const values = {
    ...cells,
    rotation_days: 90,
    used_by: ['Zapier', 'CRM'],
    demand: { create: 220, send: 30 },
  };

  test('every cell, as said by the file at the moment of applying, on records that belong together', () => {
    const result = sequence(file({}));
    expect(facts(result)).toEqual(
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fact(value, result.now)])),
    );
    const { maps, plan } = result;
    const organization = only(maps.organizations);
    const workspace = only(maps.workspaces);
    const user = only(maps.users);
    expect([workspace.organizationId, user.organizationId]).toEqual([organization.id, organization.id]);
    expect(only(maps.memberships)).toMatchObject({
      userId: user.id,
      workspaceId: workspace.id,
      lastAdminAt: result.now,
      status: {},
    });
    expect(only(maps.keys)).toMatchObject({
      workspaceId: workspace.id,
      type: 'production',
      generations: [{ number: 1, ownerId: fact(user.id, result.now), lastSeenAt: null }],
    });
    for (const record of [organization, workspace, user, only(maps.memberships), only(maps.keys)])
      expect(record.region).toBe('eu');
    expect(plan).toEqual({
      region: 'eu',
      organization: 'Northwind',
      organizationId: organization.id,
      organizations: [{ region: 'eu', organization: 'Northwind', organizationId: organization.id }],
      added: 1,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      workspaces: 1,
      users: 1,
      memberships: 1,
      rejections: [],
    });
  });

  test.each<
    [keyof typeof values, string, unknown, Partial<Record<'changed' | 'workspaces' | 'users' | 'memberships', 1>>]
  >([
    ['workspace', 'Vertrieb', 'Vertrieb', { workspaces: 1 }],
    ['workspace_kind', 'standard', 'standard', { workspaces: 1 }],
    ['key_label', 'Other', 'Other', { changed: 1 }],
    ['key_hint', '0012', '0012', { changed: 1 }],
    ['key_status', 'revoked', 'revoked', { changed: 1 }],
    ['owner_email', 'b@x.example', 'b@x.example', { users: 1 }],
    ['owner_name', 'Anna', 'Anna', { users: 1 }],
    ['owner_type', 'service-account', 'service-account', { users: 1 }],
    ['owner_org_admin', 'no', 'no', { users: 1 }],
    ['owner_role', 'Member', 'Member', { memberships: 1 }],
    ['owner_license', 'Guest', 'Guest', { users: 1 }],
    ['created_on', '2026-02-02', '2026-02-02', { changed: 1 }],
    ['rotated_on', '2026-02-03', '2026-02-03', { changed: 1 }],
    ['verified_on', '2026-02-04', '2026-02-04', { changed: 1 }],
    ['rotation_days', '30', 30, { changed: 1 }],
    ['used_by', 'Zapier', ['Zapier'], { changed: 1 }],
    ['demand', 'create: 220', { create: 220 }, { changed: 1 }],
    ['demand', 'create: 220; send: 40', { create: 220, send: 40 }, { changed: 1 }],
    ['notes', 'ho', 'ho', { changed: 1 }],
  ])('a later %s replaces that one fact, and nothing else', (column, cell, value, counts) => {
    const before = sequence(file({}));
    const after = into(before.maps, file({ [column]: cell }));
    expect(facts(after)).toEqual({ ...facts(before), [column]: fact(value, after.now) });
    const same = { added: 0, changed: 0, workspaces: 0, users: 0, memberships: 0, rejected: 0 };
    expect(after.plan).toMatchObject({ ...same, unchanged: counts.changed ? 0 : 1, ...counts });
    expect(only(after.maps.memberships).lastAdminAt).toBe(before.now);
  });

  test('what a spreadsheet makes of a text is no news', () => {
    const before = sequence(
      file({
        notes: 'one\ntwo\tthree\nfour',
        key_label: 'C\tRM',
        used_by: 'Zapier; C\tRM',
        workspace: 'Sa\tles',
        demand: 'b\tb: 1; a: 2',
      }),
    );
    const after = into(
      before.maps,
      file({
        notes: ' one\r\ntwothree\rfour ',
        key_label: ' CRM',
        used_by: 'Zapier;CRM ',
        demand: 'a: 2; bb: 1',
        owner_license: 'Full ',
        owner_role: ' Admin',
      }),
    );
    expect(after.plan).toMatchObject({ added: 0, changed: 0, unchanged: 1, users: 0, memberships: 0 });
  });

  test('a part of blanks, as a person may have entered it, is no news', () => {
    const before = sequence(file({ used_by: 'Zapier' }));
    const record = only(before.maps.keys);
    const usedBy = { import: { ...record.usedBy.import!, value: ['Zapier', ' '] } };
    before.maps.keys.set(record.id, { ...record, usedBy });
    expect(into(before.maps, file({ used_by: 'Zapier' })).changes).toBe(0);
  });

  test('whoever is not Admin was never Admin; a role that nobody knows makes no member', () => {
    expect(only(sequence(file({ owner_role: 'Member' })).maps.memberships).lastAdminAt).toBeNull();
    expect(sequence(file({ owner_role: '(unknown)' })).maps.memberships.size).toBe(0);
    const later = sequence(file({ owner_role: 'Member' }), file({ owner_role: 'Admin' }));
    expect(only(later.maps.memberships).lastAdminAt).toBe(later.now);
  });

  test('what is usual is not written where nobody said otherwise', () => {
    const { maps } = sequence('workspace,workspace_kind,key_type,key_label\nSales,standard,production,production key');
    expect(only(maps.workspaces).kind).toEqual({});
    expect(only(maps.keys)).toMatchObject({ label: {}, usedBy: {}, demand: {}, notes: {}, rotationDays: {} });
    expect(only(maps.keys).label).toEqual({});
    expect(only(maps.keys).generations[0]).toMatchObject({ hint: {}, ownerId: {}, createdOn: {}, verifiedOn: {} });
  });

  test('new keys get their ids in the order of their rows', () => {
    const { maps } = sequence(file({ key_label: 'b' }, { key_label: 'a' }, { key_label: 'c' }));
    const byId = [...maps.keys.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId.map(({ label }) => believed(label))).toEqual(['b', 'a', 'c']);
  });

  test('a plan names all organizations in the order of rows, counts a rejected row once, and tells rejections by row', () => {
    const result = sequence(
      [
        'region,organization,workspace,key_type,owner_email',
        'us,Contoso,Ops,production,a@x.example',
        ',Northwind,Sales,odd,not an address',
        'eu,Northwind,Sales,production,',
        'us,Fabrikam,Ops,production,',
        'us,Contoso,Ops,sandbox,a@x.example',
        'eu,,Nowhere,production,',
        'us,,Nowhere,production,',
        'us,Contoso,Ops,nothing,',
      ].join('\n'),
    );
    expect(result.plan).toMatchObject({ region: 'us', organization: 'Contoso', added: 5, rejected: 3, users: 1 });
    expect(result.plan.organizations.map(({ region, organization }) => [region, organization])).toEqual([
      ['us', 'Contoso'],
      ['eu', 'Northwind'],
      ['us', 'Fabrikam'],
    ]);
    expect(result.plan.rejections.map(({ where }) => where)).toEqual(
      result.plan.rejections.map(({ where }) => where).toSorted((a, b) => Number(a) - Number(b)),
    );
  });

  test('a file without a row that counts is about the region chosen, else its own', () => {
    const none = 'region,workspace,key_type\neu,Sales,odd';
    expect(into(noRecords(), none, 'us').plan).toMatchObject({ region: 'us', organization: null, organizationId: '' });
    expect(into(noRecords(), none, null).plan).toMatchObject({ region: 'us', organizations: [], rejected: 1 });
  });

  test('a role that two rows say makes one member', () => {
    const { plan, maps } = sequence(file({ key_label: 'a' }, { key_label: 'b' }));
    expect(plan).toMatchObject({ memberships: 1, users: 1, workspaces: 1, added: 2 });
    expect(maps.memberships.size).toBe(1);
  });

  test('what breaks while planning is no rejection', () => {
    const { csv } = readMappingCsv(file({}));
    const broken = (): string => {
      throw new Error('no ids left');
    };
    expect(() => planCsvImport(new Draft(noRecords()), csv!, 'eu', [], '2026-05-01T00:00:00.000Z', broken)).toThrow(
      'no ids left',
    );
  });

  test('a crowd that nothing tells apart gets each its own key back', () => {
    const same = sequence(file(...Array.from({ length: 60 }, () => ({}))));
    const again = into(same.maps, file(...Array.from({ length: 60 }, () => ({}))));
    expect(again.plan).toMatchObject({ added: 0, changed: 0, unchanged: 60 });
    expect(again.changes).toBe(0);
  });
});
