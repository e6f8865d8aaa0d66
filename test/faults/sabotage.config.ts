/** The projects of the house, with one piece of code taken out: see `sabotage.ts`. */
import path from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import house from '../../vitest.config.ts';
import { root } from '../tools/house.ts';
import { sabotages } from './sabotages.ts';

const chosen = sabotages.find(({ name }) => name === process.env['KEYHOLDER_SABOTAGE']);
if (!chosen) throw new Error('KEYHOLDER_SABOTAGE names no protection.');
const { file, code: wanted, instead } = chosen;

const sabotage: Plugin = {
  name: `sabotage-${chosen.name}`,
  enforce: 'pre',
  transform(code, id) {
    if (path.relative(root, id.split('?')[0]!) !== file) return null;
    if (code.split(wanted).length !== 2) throw new Error(`Not once in ${file}: ${wanted}`);
    return { code: code.replace(wanted, () => instead), map: null };
  },
};

/** A project of the house as it is written there: an object with its own plugins, not a path or a promise of one. */
const plain = (project: unknown): project is Record<string, unknown> => typeof project === 'object' && project !== null;

export default defineConfig({
  root,
  test: {
    // What was transformed for one run must not be taken for another's.
    fsModuleCache: false,
    projects: (house.test?.projects ?? []).filter(plain).map((project) => ({
      ...project,
      plugins: [sabotage],
      test: { ...(project['test'] as object), fsModuleCache: false },
    })),
  },
});
