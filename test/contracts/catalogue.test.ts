import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the English catalogue is there', () => {
  expect(JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8'))).toHaveProperty('extension_name');
});
