import { need } from './run.ts';

await need('npm', ['run', 'build']);
await need('vitest', ['run']);
