/** A reporter that writes down how many errors no test owns: Vitest's JSON report does not say, and only its end code tells of them. */
import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';

export default class Strays implements Reporter {
  onTestRunEnd(_: unknown, unhandledErrors: readonly unknown[]): void {
    const file = process.env['KEYHOLDER_STRAYS'];
    if (file) writeFileSync(file, String(unhandledErrors.length));
  }
}
