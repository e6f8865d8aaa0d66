/** `npm run fix`: repairs what can be repaired; what cannot is said by the linter, and formatting happens all the same. */
import { run } from './run.ts';

const lint = await run('eslint', ['--fix', '.']);
const format = await run('prettier', ['--write', '--log-level', 'warn', '.']);
process.exit(lint || format);
