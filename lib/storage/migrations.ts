/** The schema's history: one frozen file for each step, found by itself. The number in its name is the version. */
import type { Migration } from './migration.ts';

export interface Step {
  version: number;
  /** File name without its ending. */
  name: string;
  migrate: Migration;
}

const files = import.meta.glob<Migration>(['./migrations/*.ts', '!./migrations/*.test.ts'], {
  eager: true,
  import: 'migrate',
});

/** Steps from file names; throws where a number is missing or stands twice. */
export function stepsOf(modules: Record<string, Migration>): Step[] {
  const steps = Object.entries(modules)
    .map(([path, migrate]) => {
      const name = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
      return { version: Number.parseInt(name, 10), name, migrate };
    })
    .sort((a, b) => a.version - b.version);
  steps.forEach((step, index) => {
    if (step.version !== index + 1) throw new Error(`Migration ${step.name} is not number ${index + 1}`);
  });
  return steps;
}

/** All steps, in their order. */
export const steps: readonly Step[] = stepsOf(files);
