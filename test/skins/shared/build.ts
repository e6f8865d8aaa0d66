import type { PluginOption, UserConfig } from 'vite';

/**
 * How every skin is built: nothing inlined, since the page's policy allows no inline code, and everything under
 * `/static/`, where the lookalike looks for it.
 *
 * @param folder the skin's own folder, whose name is the skin's
 */
export function skin(folder: string, plugins: PluginOption[]): UserConfig {
  const name = folder.split(/[\\/]/).at(-1) ?? '';
  return {
    root: folder,
    plugins,
    logLevel: 'warn',
    build: {
      outDir: `../dist/${name}`,
      emptyOutDir: true,
      assetsDir: 'static',
      modulePreload: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000,
    },
  };
}
