/** Arbitrary sides of a diff: few ids, so that two of them share rows, and values that differ often enough. */
import fc from 'fast-check';
import type { DiffSide } from '../../lib/domain/diff.ts';
import type { KeyProvenance } from '../../lib/domain/mapping.ts';
import { keyStatuses } from '../../lib/domain/words.ts';

const instant = fc.constantFrom('2026-01-05T10:00:00.000Z', '2026-02-05T10:00:00.000Z', '2026-03-05T10:00:00.000Z');
const day = fc.option(fc.constantFrom('2025-11-01', '2026-01-31'));
const text = fc.option(fc.constantFrom('', 'Ana', 'ana@northwind.example', '__proto__', 'Zoë | `x`'));
const workspaceId = fc.constantFrom('w1', 'w2', 'w3');
const userId = fc.constantFrom('u1', 'u1.b', 'u2', 'u3');

const provenance = fc.dictionary(
  fc.constantFrom('label', 'ownerId', 'status'),
  fc.record({ source: fc.constantFrom('entered', 'page', 'import'), at: instant, adapter: fc.constant(null) }),
) as fc.Arbitrary<KeyProvenance>;

const workspace = fc.record({
  id: workspaceId,
  pandadocId: text,
  name: text,
  kind: fc.constantFrom('standard', 'service'),
  status: fc.constantFrom('active', 'deactivated', 'not-observed'),
}) satisfies fc.Arbitrary<DiffSide['workspaces'][number]>;

const user = fc.record({
  id: userId,
  pandadocId: text,
  email: text,
  name: text,
  kind: fc.option(fc.constantFrom('service-account', 'person')),
  orgAdmin: fc.option(fc.constantFrom('yes', 'no')),
  license: fc.option(fc.constantFrom('Full', 'Creator', 'Guest')),
  status: fc.constantFrom('active', 'invited', 'removed', 'blocked', 'not-observed'),
}) satisfies fc.Arbitrary<DiffSide['users'][number]>;

const membership = fc.record({
  userId,
  workspaceId,
  membershipId: text,
  role: fc.option(fc.constantFrom('Admin', 'Manager', 'Custom')),
  status: fc.constantFrom('active', 'invited', 'removed', 'not-observed'),
}) satisfies fc.Arbitrary<DiffSide['memberships'][number]>;

const key = fc.record({
  id: fc.constantFrom('k1', 'k2', 'k3', 'k4'),
  workspaceId,
  type: fc.constantFrom('production', 'sandbox'),
  label: fc.constantFrom('CRM', 'Billing'),
  hint: fc.option(fc.constantFrom('9f3c', '0012')),
  status: fc.constantFrom(...keyStatuses),
  generation: fc.integer({ min: 1, max: 3 }),
  ownerId: fc.option(userId),
  createdOn: day,
  rotatedOn: day,
  verifiedOn: day,
  rotationDays: fc.option(fc.constantFrom(30, 90)),
  usedBy: fc.array(fc.constantFrom('CRM sync', 'Zapier'), { maxLength: 2 }),
  demand: fc.dictionary(fc.constantFrom('create', '__proto__'), fc.integer({ min: 1, max: 3 })),
  notes: text,
  provenance,
}) satisfies fc.Arbitrary<DiffSide['keys'][number]>;

const finding = fc.record({
  rule: fc.constantFrom('personal-owner', 'owner-gone'),
  subjectKind: fc.constant('key'),
  subjectId: fc.constantFrom('k1', 'k2'),
  severity: fc.constantFrom('critical', 'high', 'info'),
  accepted: fc.constantFrom(null, { reason: 'known', until: '2026-12-01' }),
}) satisfies fc.Arbitrary<DiffSide['findings'][number]>;

const reading = fc.option(fc.record({ at: instant, complete: fc.boolean() }));

const unique = <T>(row: fc.Arbitrary<T>, keyOf: (row: T) => string): fc.Arbitrary<T[]> =>
  fc
    .uniqueArray(row, { selector: keyOf, maxLength: 6 })
    .map((rows) => [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));

/** One side; rows are in the order of a snapshot. */
export const aSide: fc.Arbitrary<DiffSide> = fc.record({
  region: fc.constant('us' as const),
  organization: fc.constantFrom(null, 'Northwind', 'NORTHWIND '),
  workspaces: unique(workspace, ({ id }) => id),
  users: unique(user, ({ id }) => id),
  // A blank sorts before every character of an id.
  memberships: unique(membership, (row) => `${row.userId} ${row.workspaceId}`),
  keys: unique(key, ({ id }) => id),
  findings: unique(finding, (row) => `${row.rule} ${row.subjectKind} ${row.subjectId}`),
  coverage: fc.dictionary(workspaceId, fc.record({ keys: reading, members: reading })),
});
