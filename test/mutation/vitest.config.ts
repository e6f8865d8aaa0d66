/** Tests of one module, as mutation testing runs them: nothing but what concerns it, so that a mutant costs a second. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const fewerRuns = path.join(import.meta.dirname, 'fast-check.ts');

const hasLaws = ({ moduleId }: TestSpecification): number =>
  Number(readFileSync(moduleId, 'utf8').includes("'fast-check'"));

/** Examples before laws: a run ends with the first test that notices, and an example is a hundred times as quick. */
class ExamplesFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => hasLaws(a) - hasLaws(b) || (a.moduleId < b.moduleId ? -1 : 1)));
  }
}

export default defineConfig({
  plugins: [
    {
      name: 'laws-with-fewer-runs',
      enforce: 'pre',
      resolveId: (id, importer) => (id === 'fast-check' && importer !== fewerRuns ? fewerRuns : null),
    },
  ],
  test: {
    environment: 'node',
    sequence: { sequencer: ExamplesFirst },
    testTimeout: 60_000,
    setupFiles: [path.join(import.meta.dirname, 'setup.ts')],
    exclude: ['**/*.speed.test.ts'],
    include: (process.env['KEYHOLDER_MUTATION_TESTS'] ?? '').split(','),
  },
});
