import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { transformAsync } from '@babel/core';
import { createEs2015LinkerPlugin } from '@angular/compiler-cli/linker/babel';
import { NodeJSFileSystem, ConsoleLogger, LogLevel } from '@angular/compiler-cli';
import type { Plugin } from 'vite';
import { skin } from '../shared/build.ts';

/**
 * Templates are compiled ahead of time: the page's policy allows no `new Function`. Angular's own compiler turns the
 * sources into plain modules, its linker does the same to the libraries' half-compiled ones.
 */
function aheadOfTime(): Plugin {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('@angular/compiler-cli/package.json'));
  return {
    name: 'angular-ahead-of-time',
    buildStart() {
      const ngc = join(packageFolder, 'bundles/src/bin/ngc.js');
      execFileSync(process.execPath, [ngc, '-p', join(import.meta.dirname, 'tsconfig.json')], { stdio: 'inherit' });
    },
    async transform(code, id) {
      if (!/node_modules\/@angular\/.*\.mjs$/.test(id) || !code.includes('ɵɵngDeclare')) return null;
      const result = await transformAsync(code, {
        filename: id,
        compact: false,
        configFile: false,
        babelrc: false,
        plugins: [
          createEs2015LinkerPlugin({
            fileSystem: new NodeJSFileSystem(),
            logger: new ConsoleLogger(LogLevel.warn),
            linkerJitMode: false,
          }),
        ],
      });
      return { code: result?.code ?? code, map: null };
    },
  };
}

export default {
  ...skin(import.meta.dirname, [aheadOfTime()]),
  define: { ngDevMode: 'false', ngJitMode: 'false', ngServerMode: 'false' },
};
