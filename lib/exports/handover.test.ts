import { expect, test } from 'vitest';
import { aKey, anIndex, aUser, aWorkspace, now } from '../../test/support/mappings.ts';
import { handoverKeys, planHandover, type Handover } from '../domain/handover.ts';
import { handoverFileName, handoverJson, handoverMarkdown, plainMarkdown } from './handover.ts';
import { defaultPolicy } from '../domain/policy.ts';

test('what a name holds is shown, not obeyed', () => {
  expect(plainMarkdown('# Sales\n<b>*x*</b> [a](b) `c` | d_e')).toBe(
    '\\# Sales &lt;b\\>\\*x\\*&lt;/b\\> \\[a\\](b) \\`c\\` \\| d\\_e',
  );
  expect(plainMarkdown('- one')).toBe('\\- one');
  expect(plainMarkdown('1. one')).toBe('1\\. one');
  expect(plainMarkdown('12) one')).toBe('12\\) one');
  expect(plainMarkdown('R&D')).toBe('R&amp;D');
  expect(plainMarkdown('-5 degrees')).toBe('-5 degrees');
});

test('sections with paragraphs, points and boxes', () => {
  const text = handoverMarkdown({
    title: 'T',
    facts: ['F'],
    sections: [
      {
        title: 'S',
        paragraphs: ['P'],
        points: ['one'],
        steps: [
          { done: true, text: 'a' },
          { done: false, text: 'b' },
        ],
      },
    ],
    foot: 'End',
  });
  expect(text).toBe('# T\n\nF\n\n## S\n\nP\n\n- one\n\n- [x] a\n- [ ] b\n\n---\n\nEnd\n');
});

test('JSON says what is planned, how far it is, and what it would break', () => {
  const index = anIndex({ workspaces: [aWorkspace('A')], users: [aUser('dana')], keys: [aKey('k', 'A', 'dana')] });
  const action = { kind: 'remove' as const, users: ['dana'], scope: 'all' as const };
  const handover: Handover = {
    id: 'h',
    region: 'eu',
    revision: 1,
    organizationId: 'org',
    startedAt: now,
    origin: 'check',
    action,
    only: null,
    keys: handoverKeys(index, { action, only: null }, now, defaultPolicy),
    ticks: [],
    closedAt: null,
  };
  const document = JSON.parse(handoverJson(planHandover(index, handover, now, defaultPolicy), now)) as Record<
    string,
    unknown
  >;
  expect(document).toMatchObject({
    format: 'keyholder.handover',
    version: 1,
    madeAt: now,
    region: 'eu',
    state: 'open',
    impact: { dies: ['k'] },
    total: 5,
  });
  expect(handoverFileName(handover, now, 'md')).toBe('keyholder-handover-eu-2026-03-01.md');
});
