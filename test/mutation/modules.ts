/** What is mutated: each module with the tests that have to notice. */
export interface Module {
  files: string[];
  tests: string[];
}

export const modules: Record<string, Module> = {
  impact: {
    files: ['lib/domain/impact.ts'],
    tests: ['lib/domain/impact.test.ts', 'lib/domain/consequences.test.ts', 'lib/domain/stakes.test.ts'],
  },
  merge: {
    files: ['lib/domain/merge.ts', 'lib/domain/facts.ts'],
    tests: ['lib/domain/merge.test.ts', 'lib/domain/facts.test.ts'],
  },
  diff: { files: ['lib/domain/diff.ts'], tests: ['lib/domain/diff.test.ts'] },
  'what-if': { files: ['lib/domain/what-if.ts'], tests: ['lib/domain/what-if.test.ts'] },
  states: {
    files: ['lib/domain/key-states.ts'],
    tests: ['lib/domain/key-states.test.ts', 'lib/domain/record-observation.test.ts'],
  },
  budget: { files: ['lib/domain/rate-budget.ts'], tests: ['lib/domain/rate-budget.test.ts'] },
  rules: {
    files: ['lib/rules/*.ts', '!lib/rules/index.ts', '!lib/rules/*.test.ts'],
    tests: ['lib/rules/rules.test.ts'],
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
  },
};
