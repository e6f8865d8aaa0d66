import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tools/house.ts';

/** What is mutated: each module with the tests that have to notice. */
export interface Module {
  files: string[];
  tests: string[];
  /** How often a law is tried against a mutant at most: fewer where examples say most, and mutants are many. */
  laws: number;
}

/** A rule up to its examples: those are tests, and a test that is changed proves nothing about the code. */
function rules(): string[] {
  return globSync('lib/rules/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts') && !file.endsWith('index.ts'))
    .map((file) => {
      const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
      return `${file}:1-${lines.findIndex((line) => line.startsWith('export const examples'))}`;
    });
}

export const modules: Record<string, Module> = {
  impact: {
    files: ['lib/domain/impact.ts'],
    tests: ['lib/domain/impact.test.ts', 'lib/domain/consequences.test.ts', 'lib/domain/stakes.test.ts'],
    laws: 1000,
  },
  merge: {
    files: ['lib/domain/merge.ts', 'lib/domain/facts.ts'],
    tests: ['lib/domain/merge.test.ts', 'lib/domain/facts.test.ts'],
    laws: 1000,
  },
  diff: { files: ['lib/domain/diff.ts'], tests: ['lib/domain/diff.test.ts'], laws: 1000 },
  'what-if': { files: ['lib/domain/what-if.ts'], tests: ['lib/domain/what-if.test.ts'], laws: 1000 },
  states: {
    files: ['lib/domain/key-states.ts'],
    tests: ['lib/domain/key-states.test.ts', 'lib/domain/record-observation.test.ts'],
    laws: 1000,
  },
  budget: { files: ['lib/domain/rate-budget.ts'], tests: ['lib/domain/rate-budget.test.ts'], laws: 1000 },
  rules: {
    files: [...rules(), 'lib/rules/support/rotation.ts'],
    tests: ['lib/rules/rules.test.ts'],
    laws: 1000,
  },
  imports: {
    files: [
      'lib/imports/csv.ts',
      'lib/imports/json.ts',
      'lib/imports/plan-csv-import.ts',
      'lib/imports/plan-import.ts',
      'lib/imports/plan-merge.ts',
    ],
    tests: ['lib/imports/*.test.ts'],
    laws: 30,
  },
};
