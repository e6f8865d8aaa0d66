/** The schema's history: one frozen file for each step, found by itself. The number in its name is the version. */
import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * One step of the schema. May be asynchronous, but may await nothing except requests of `tx`. Never deletes what was
 * not converted.
 */
export type Migration = (
  db: IDBPDatabase,
  tx: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

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
