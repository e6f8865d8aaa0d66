import { expect, test } from 'vitest';
import type { Fact } from '../../lib/domain/facts.ts';
import { newMembership, newUser } from '../../lib/domain/new-records.ts';
import { personConflictsOf } from './conflicts.ts';

const said = (value: string, source: Fact<string>['source'], day: string): Fact<string> => ({
  value,
  source,
  at: `2026-03-${day}T10:00:00.000Z`,
  adapter: null,
});

test('what a newer reading says of a licence and of roles, for this person only', () => {
  const contradicted = { entered: said('Admin', 'entered', '01'), page: said('Member', 'page', '02') };
  const dana = {
    ...newUser('dana', 'us', 'org'),
    license: { import: said('Full', 'import', '01'), page: said('Guest', 'page', '02') },
  };
  const { license, roles } = personConflictsOf(dana, [
    { ...newMembership('us', 'dana', 'A'), role: contradicted },
    { ...newMembership('us', 'dana', 'B'), role: { ...contradicted, entered: said('Admin', 'entered', '03') } },
    { ...newMembership('us', 'robin', 'C'), role: contradicted },
  ]);
  expect(license?.value).toBe('Guest');
  expect([...roles].map(([workspace, { value }]) => [workspace, value])).toEqual([['A', 'Member']]);
  expect(personConflictsOf(undefined, [])).toEqual({ license: null, roles: new Map() });
});
