import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unsealedSnapshot } from '../../lib/domain/snapshot.ts';
import { snapshotText } from '../support/snapshot-text.ts';
import { sealSnapshot } from '../../lib/exports/json.ts';
import { aKey, aMapping, aUser, aWorkspace, now } from '../support/mappings.ts';
import { root } from './house.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'keyholder-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The very lines of the README. */
const snippet = /## Checking a snapshot[\s\S]*?```js\n([\s\S]*?)```/.exec(
  readFileSync(path.join(root, 'README.md'), 'utf8'),
)![1]!;

function check(text: string): string {
  const [script, file] = [path.join(folder, 'check.mjs'), path.join(folder, 'snapshot.json')];
  writeFileSync(script, snippet);
  writeFileSync(file, text);
  return execFileSync(process.execPath, [script, file], { encoding: 'utf8' }).trim();
}

test('the README checks a digest in ten lines', async () => {
  expect(snippet.trim().split('\n').length).toBeLessThanOrEqual(10);
  const mapping = aMapping({
    workspaces: [aWorkspace('w', { name: 'Zoë\u2028"\\ \u{1f511}' })],
    users: [aUser('u')],
    keys: [aKey('k', 'w', 'u', { demand: { create: 0.1, send: 1e21 }, notes: null })],
  });
  const document = await sealSnapshot(unsealedSnapshot(mapping, { id: 's', takenAt: now, label: 'x', previous: null }));
  const text = snapshotText(document);
  expect(check(text)).toBe('holds');
  expect(check(text.replace('"active"', '"revoked"'))).toBe('CHANGED');
});
