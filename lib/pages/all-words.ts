/** Every word file there is. For the build, which puts them into the catalogue, and for tests; the page script never imports this. */
import type { Words } from './words/vocabulary.ts';

export const allWords: readonly Words[] = Object.values(
  import.meta.glob<Words>(['./words/*.ts', '!./words/vocabulary.ts'], { eager: true, import: 'default' }),
);
