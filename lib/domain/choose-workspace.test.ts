import { expect, test } from 'vitest';
import { type ChoiceContext, chooseWorkspace, constantCandidate } from './choose-workspace.ts';
import type { WorkspaceClaim } from './observation.ts';

const claim = (more: Partial<WorkspaceClaim>): WorkspaceClaim => ({
  name: null,
  pandadocId: null,
  evidence: null,
  candidates: [],
  ...more,
});
const context = (more: Partial<ChoiceContext> = {}): ChoiceContext => ({
  workspaces: [
    { id: 'w1', name: 'EMEA Sales', pandadocId: 'p1' },
    { id: 'w2', name: 'DACH', pandadocId: null },
    { id: 'w3', name: 'Twin', pandadocId: null },
    { id: 'w4', name: 'twin', pandadocId: null },
  ],
  organizationName: null,
  earlierCandidates: [],
  ...more,
});
const known = (id: string) => ({ kind: 'known', id });

test.each<[string, Partial<WorkspaceClaim>, Partial<ChoiceContext>, object]>([
  ['an id before a name', { name: 'Renamed', pandadocId: 'p1' }, {}, known('w1')],
  ['the name, however written', { name: ' emea  SALES ' }, {}, known('w1')],
  [
    'a name with another id is another workspace',
    { name: 'EMEA Sales', pandadocId: 'p9' },
    {},
    { kind: 'new', name: 'EMEA Sales' },
  ],
  ['a known name gets its id', { name: 'DACH', pandadocId: 'p9' }, {}, known('w2')],
  ['a name that fits two', { name: 'Twin' }, {}, { kind: 'ask' }],
  ['a new name', { name: 'Iberia', evidence: 'switcher' }, {}, { kind: 'new', name: 'Iberia' }],
  ['no name at all', {}, {}, { kind: 'none' }],
  ['blank names are none', { name: ' ', candidates: ['  '] }, {}, { kind: 'none' }],
  ['the one known candidate', { candidates: ['Northwind', 'DACH'] }, {}, known('w2')],
  ['two known candidates', { candidates: ['EMEA Sales', 'DACH'] }, {}, { kind: 'ask' }],
  ['two unknown ones', { candidates: ['Northwind', 'Iberia'] }, {}, { kind: 'ask' }],
  [
    'the one that is not the organization',
    { candidates: ['Northwind', 'Iberia'] },
    { organizationName: 'northwind' },
    { kind: 'new', name: 'Iberia' },
  ],
  [
    'the other one, though a workspace is called like the organization',
    { candidates: ['DACH', 'Iberia'] },
    { organizationName: 'DACH' },
    { kind: 'new', name: 'Iberia' },
  ],
  ['the organization alone', { candidates: ['Northwind'] }, { organizationName: 'Northwind' }, { kind: 'ask' }],
  [
    'a workspace called like the organization, alone',
    { candidates: ['DACH', 'dach'] },
    { organizationName: 'DACH' },
    known('w2'),
  ],
  [
    'what stood alone before may be the organization',
    { candidates: ['DACH', 'Iberia'] },
    { earlierCandidates: [['DACH']] },
    { kind: 'ask' },
  ],
  ['a candidate that fits two', { candidates: ['Twin', 'Northwind'] }, {}, { kind: 'ask' }],
])('%s', (_, said, more, expected) => {
  expect(chooseWorkspace(claim(said), context(more)).workspace).toEqual(expected);
});

test('what stays while its neighbour changes is the organization', () => {
  const choice = chooseWorkspace(
    claim({ candidates: ['Iberia', 'Northwind'] }),
    context({ earlierCandidates: [['Northwind', 'Nordics']] }),
  );
  expect(choice).toEqual({ workspace: { kind: 'new', name: 'Iberia' }, organizationName: 'Northwind' });
  expect(
    constantCandidate([
      ['A', 'B'],
      ['b', 'a'],
    ]),
  ).toBeNull();
  expect(
    constantCandidate([
      ['A', 'B'],
      ['C', 'D'],
    ]),
  ).toBeNull();
  expect(
    constantCandidate([
      ['A', 'B'],
      ['A', 'C'],
      ['C', 'B'],
    ]),
  ).toBeNull();
  expect(constantCandidate([['A', 'B'], ['A'], ['A', 'C']])).toBe('A');
});
