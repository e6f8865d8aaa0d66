import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { afterEvent, isLiving, keyEvents, type KeyEvent, keyTransitions, transitionTable } from './key-states.ts';
import { keyStatuses, type KeyStatus } from './words.ts';

const architecture = readFileSync(path.resolve(import.meta.dirname, '../../ARCHITECTURE.md'), 'utf8');
/** Cells of the Markdown table under a heading, padding aside. */
const tableUnder = (heading: string): string[][] =>
  architecture
    .slice(architecture.indexOf(heading))
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(0, keyStatuses.length + 2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/^-+$/, '---')),
    );

test('ARCHITECTURE.md prints the table that is carried out', () => {
  const carriedOut = transitionTable()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(tableUnder('### States of a key')).toEqual(carriedOut);
});

test('every state knows every event', () => {
  expect(Object.keys(keyTransitions).sort()).toEqual([...keyStatuses].sort());
  for (const row of Object.values(keyTransitions)) expect(Object.keys(row).sort()).toEqual([...keyEvents].sort());
});

describe('nothing that is seen revives a key', () => {
  const dead = keyStatuses.filter((status) => !isLiving(status));
  test.each(dead.flatMap((status) => keyEvents.map((event) => [status, event] as const)))('%s, %s', (status, event) => {
    expect(afterEvent(status, event)).toBe(status);
  });
});

test.each<[KeyStatus, KeyEvent[], KeyStatus]>([
  ['active', ['owner-removed', 'owner-added-again', 'seen', 'rights-restored'], 'presumed-dead'],
  ['narrowed', ['owner-removed', 'owner-added-again'], 'presumed-dead'],
  ['unknown', ['workspace-deactivated', 'seen'], 'presumed-dead'],
  ['active', ['role-lowered', 'licence-cut', 'seen'], 'narrowed'],
  ['active', ['role-lowered', 'rights-restored'], 'active'],
  ['active', ['not-seen'], 'unknown'],
  ['unknown', ['seen'], 'active'],
  ['unknown', ['role-lowered'], 'unknown'],
  ['active', ['possible-owner-removed'], 'unknown'],
  ['narrowed', ['generated'], 'replaced'],
  ['active', ['owner-added-again', 'rights-restored'], 'active'],
])('%s, then %j: %s', (from, events, to) => {
  expect(events.reduce<KeyStatus>(afterEvent, from)).toBe(to);
});
