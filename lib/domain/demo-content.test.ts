import { expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { demoContent } from './demo-content.ts';
import { judgeRecords } from './judge-records.ts';
import { indexMapping } from './mapping.ts';
import { resolveMapping } from './resolve-mapping.ts';
import { holdsRun, typedRun } from './secrets.ts';
import { sealBackup } from '../exports/backup.ts';
import { readBackup } from '../imports/backup.ts';
import { backupText } from '../exports/backup.ts';

const now = '2026-11-25T12:00:00.000Z';
const content = demoContent(now, 'Demo');

test('a backup takes it in whole', async () => {
  const read = await readBackup(backupText(await sealBackup(content, now)));
  expect(read.problem).toBeNull();
});

test('whatever is named is there, and nothing looks like a key', () => {
  const ids = new Set([...content.workspaces, ...content.users].map(({ id }) => id));
  for (const { userId, workspaceId } of content.memberships)
    expect([ids.has(userId), ids.has(workspaceId)]).toEqual([true, true]);
  for (const key of content.keys) {
    expect(ids.has(key.workspaceId)).toBe(true);
    const owner = key.generations[0]!.ownerId.entered?.value;
    if (owner !== undefined) expect(ids.has(owner!)).toBe(true);
  }
  expect(holdsRun(JSON.stringify(content), typedRun)).toBe(false);
});

test('there is something of everything to train on', () => {
  const found = new Set(
    judgeRecords(rules, content, indexMapping(resolveMapping(content, content.organizations[0]!)), now).findings.map(
      ({ rule }) => rule,
    ),
  );
  for (const rule of [
    'personal-owner',
    'owner-unknown',
    'rotation-overdue',
    'concentration',
    'unread-workspace',
    'shared-rate-limit',
  ])
    expect(found).toContain(rule);
});
