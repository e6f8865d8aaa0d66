/** The organization's own policy decides everywhere: each answer is asked for twice, with nothing else changed. */
import { expect, test } from 'vitest';
import { northwind, recordsOf, sampleHandover } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { successorsOf } from '../../lib/domain/handover.ts';
import { indexMapping } from '../../lib/domain/mapping.ts';
import { defaultPolicy, type Policy } from '../../lib/domain/policy.ts';
import { rateGroupOf, spreadOwners } from '../../lib/domain/rate-budget.ts';
import type { MappingRecords } from '../../lib/domain/records.ts';
import { type Snapshot, unsealedSnapshot } from '../../lib/domain/snapshot.ts';
import { rules } from '../../lib/rules/index.ts';
import { whatIf } from '../../lib/domain/what-if.ts';
import { findAll } from '../../lib/domain/findings.ts';
import { removalAnswer } from '../popup/removal-check.ts';
import { createEstate, type Estate, type OrganizationView } from './estate.ts';
import { exportedText } from './export-button.tsx';
import { handoverRows } from './handovers.ts';
import { reportOf } from './report-text.ts';
import { readTextsFrom } from './text.ts';

readTextsFrom((key, given = []) => [key, ...given].join(' '));

const demand = { production: { create: 400 } };
const base = recordsOf([northwind], sampleNow);
const said = <T>(value: T) => ({ entered: { value, source: 'entered' as const, at: sampleNow, adapter: null } });
/** Every production key asks for a good part of the limit, so that a limit can be what decides. */
const records: MappingRecords = {
  ...base,
  keys: base.keys.map((key) => (key.type === 'production' ? { ...key, demand: said(demand.production) } : key)),
};

async function estateWith(policy: Partial<Policy>): Promise<{ estate: Estate; organization: OrganizationView }> {
  const row = { id: 'org-us', region: 'us' as const, revision: 1, policy: { ...defaultPolicy, ...policy } };
  const estate = createEstate(sampleServices({ ...records, policies: [row] }, { handovers: [sampleHandover] }));
  await estate.load();
  return { estate, organization: estate.organizations.value[0]! };
}

const roomy: Policy['rateLimits'] = {
  ...defaultPolicy.rateLimits,
  classes: [{ name: 'create', perMinute: 100_000, asOf: null, source: 'our contract' }],
};

type Look = (estate: Estate, organization: OrganizationView) => unknown;
const snapshotOf = ({ mapping }: OrganizationView): Snapshot => ({
  ...unsealedSnapshot(mapping, { id: 's', takenAt: sampleNow, label: null, previous: null }),
  digest: '',
});

test.each<[string, Partial<Policy>, Look]>([
  ['the removal check', { readingDays: 1 }, (_, view) => removalAnswer(view, 'u-dana', sampleNow)?.impact.unknown],
  ['the counts', { readingDays: 1 }, (estate) => estate.counts.value.workspacesUnread],
  [
    'what a handover needs before',
    { readingDays: 1 },
    (estate) => handoverRows(estate).value[0]?.plan.keys.map(({ preconditions }) => preconditions),
  ],
  [
    'whom a handover refuses',
    { rateLimits: roomy },
    (estate) => handoverRows(estate).value[0]?.plan.keys.map(({ ineligible }) => ineligible),
  ],
  [
    'successors beside the removal check',
    { rateLimits: roomy },
    (_, { index, policy }) => successorsOf(index, 'k1', policy),
  ],
  [
    'how full an owner is',
    { rateLimits: roomy },
    (_, { index, policy }) => rateGroupOf(index, 'u-dana', policy).classes.map(({ level }) => level),
  ],
  [
    'how keys are spread',
    { rateThresholds: { ...defaultPolicy.rateThresholds, target: 3 } },
    (_, { mapping, policy }) => spreadOwners(mapping.keys, policy).owners.length,
  ],
  [
    'what if',
    { rateLimits: roomy },
    (_, { index, policy }) =>
      whatIf(
        index,
        [{ kind: 'remove', users: ['u-dana'], scope: 'all' }],
        sampleNow,
        policy,
        (mapping) => findAll(rules, { index: mapping, policy, now: sampleNow }).found,
      ).consequences.rateGroups.map(({ before }) => before.level),
  ],
  ['findings', { rulesOff: ['personal-owner'] }, (estate) => estate.findings.value.rows.map(({ id }) => id)],
  [
    'what a report does not cover',
    { readingDays: 1 },
    (_, view) => reportOf(snapshotOf(view), 'ltr', view.policy).uncovered.lines,
  ],
  [
    'what a CSV has no place to say',
    { readingDays: 1 },
    (_, view) => exportedText(view, 'csv', 'keyholder.csv', sampleNow),
  ],
])('%s', async (_, policy, look) => {
  const [usual, own] = [await estateWith({}), await estateWith(policy)];
  expect(look(own.estate, own.organization)).not.toEqual(look(usual.estate, usual.organization));
  // And nothing else makes the difference.
  const again = await estateWith({});
  expect(look(again.estate, again.organization)).toEqual(look(usual.estate, usual.organization));
  expect(indexMapping(own.organization.mapping).mapping).toEqual(usual.organization.mapping);
});

test('what a CSV does not cover is said of the workspaces in use, and of no other format', async () => {
  const { organization } = await estateWith({ readingDays: 1 });
  const { mapping } = organization;
  const unread = mapping.workspaces.length;
  const closed = mapping.workspaces.map((each, at) => (at === 0 ? { ...each, status: 'deactivated' as const } : each));
  const without = { ...organization, mapping: { ...mapping, workspaces: closed } };
  expect(exportedText(organization, 'csv', 'a.csv', sampleNow)).toBe(
    `ui_exported a.csv ui_exported_csv_unread_other ${unread} ${unread}`,
  );
  expect(exportedText(without, 'csv', 'a.csv', sampleNow)).toBe(
    `ui_exported a.csv ui_exported_csv_unread_other ${unread - 1} ${unread - 1}`,
  );
  for (const format of ['json', 'markdown', 'html'] as const)
    expect(exportedText(organization, format, 'a', sampleNow)).toBe('ui_exported a');
});
