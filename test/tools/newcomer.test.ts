import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './house.ts';
import { commandsOf } from './newcomer.ts';

test('takes the commands of the first code block, without comments and prompts', () => {
  const readme =
    '# Name\n\ntext `npm x`\n\n```sh\nnpm ci && npm start   # the demo\n# a comment\n$ npm test\n```\n\n```sh\nlater\n```\n';
  expect(commandsOf(readme)).toEqual(['npm ci && npm start', 'npm test']);
});

test('the README begins with the two commands', () => {
  const commands = commandsOf(readFileSync(path.join(root, 'README.md'), 'utf8'));
  expect(commands).toHaveLength(2);
  expect(commands[0]).toMatch(/npm start$/);
  expect(commands[1]).toMatch(/npm test$/);
});
