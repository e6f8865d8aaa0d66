import { need } from './run.ts';

for (const project of ['.', 'lib/domain', 'test']) await need('tsc', ['-p', project]);
await need('eslint', ['.']);
await need('prettier', ['--check', '.']);
