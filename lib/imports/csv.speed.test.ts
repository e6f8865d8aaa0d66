/** Files that would be slow to read: apart from the others, since they are five million characters each. */
import { expect, test } from 'vitest';
import { readMappingCsv } from './csv.ts';

test('hostile files are answered at once', { timeout: 60_000 }, () => {
  const files = [
    ','.repeat(5_000_000),
    '"'.repeat(5_000_001),
    '\n'.repeat(5_000_000),
    `workspace,key_type,notes\nA,sandbox,${'= '.repeat(2_500_000)}`,
    `workspace,key_type,created_on\nA,sandbox,${'1 '.repeat(1_000_000)}`,
    `workspace,key_type,demand\nA,sandbox,"${'a:'.repeat(1_000_000)}"`,
    `workspace,key_type,notes\nA,sandbox,${"'".repeat(1_000_000)}`,
    `workspace,key_type,notes\nA,sandbox,${' '.repeat(1_000_000)}x`,
  ];
  for (const file of files) {
    const start = performance.now();
    readMappingCsv(file);
    // A bound for what is quadratic, not for a slow machine.
    expect(performance.now() - start).toBeLessThan(5000);
  }
});
