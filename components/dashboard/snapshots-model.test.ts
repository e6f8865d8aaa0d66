import { expect, test } from 'vitest';
import { diff } from '../../lib/domain/diff.ts';
import { indexMapping } from '../../lib/domain/mapping.ts';
import { frozen, judgeRecords } from '../../lib/domain/judge-records.ts';
import { defaultPolicy } from '../../lib/domain/policy.ts';
import { unsealedSnapshot } from '../../lib/domain/snapshot.ts';
import { rules } from '../../lib/rules/index.ts';
import { aKey, aMapping, aUser, aWorkspace, now } from '../../test/support/mappings.ts';
import { finish } from '../../lib/domain/steps.ts';
import { findingsInSteps } from '../ui/finding-rows.ts';
import { sideOfNow } from './snapshots-model.ts';

test('between a snapshot and the moment it was taken at nothing happened: no finding closes by being compared', () => {
  const mapping = aMapping({
    workspaces: [aWorkspace('w')],
    users: [aUser('ana', { kind: 'person' })],
    keys: [aKey('k', 'w', 'ana')],
  });
  const organization = { id: 'org', index: indexMapping(mapping), policy: defaultPolicy };
  const { rows } = finish(findingsInSteps(rules, {} as Parameters<typeof findingsInSteps>[1], [organization], now));
  const { findings } = judgeRecords(rules, {}, organization.index, now);
  expect(findings.length).toBeGreaterThan(0);
  const taken = unsealedSnapshot(mapping, { id: 's', takenAt: now, label: null, previous: null });
  const view = { id: 'org', mapping } as Parameters<typeof sideOfNow>[0];
  expect(diff({ ...taken, findings: frozen(findings) }, finish(sideOfNow(view, rows, now)))).toEqual([]);
  // And what came in between is told: `now` has findings that the snapshot had not.
  expect(diff(taken, finish(sideOfNow(view, rows, now))).map(({ kind }) => kind)).toContain('finding.opened');
});
