import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

// The package is the same wherever it is built: a NODE_ENV from outside would bring React-style debug data with source paths.
process.env['NODE_ENV'] = 'production';

/** The two apps; data of the one never meet data of the other. Nothing else is ever read. */
const hosts = ['https://app.pandadoc.com/*', 'https://app.pandadoc.eu/*'];

/** Pages that people outside the organization see (a document, a form to fill in, a consent screen): nothing to read there. */
const notOurs = ['/document/*', '/e/*', '/oauth2/*'];

/** The words of all languages but English, as one text for the catalogue: data that only settings pages need. */
async function pageWords(root: string): Promise<string> {
  const folder = path.join(root, 'lib/pages/words');
  const files = readdirSync(folder)
    .filter((file) => /^[a-z]{2,3}\.ts$/.test(file) && file !== 'en.ts')
    .sort();
  const languages = [];
  for (const file of files) {
    const { default: words } = (await import(path.join(folder, file))) as {
      default: { language: string; words: unknown };
    };
    languages.push({ language: words.language, words: words.words });
  }
  return JSON.stringify(languages);
}

/** One character beyond Latin-1 makes the browser keep a whole script in two bytes a character, in every tab. */
const latinOnly: Plugin = {
  name: 'latin-only',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      // By code unit: a pair of escapes stands for what the pair of units stood for, in texts and in patterns.
      chunk.code = chunk.code.replaceAll(
        /[^\0-\xff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

export default defineConfig({
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  // Every import is written out: what reads a file sees where each name comes from.
  imports: false,
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms'],
    host_permissions: hosts,
    incognito: 'not_allowed',
    action: { default_title: '__MSG_action_starting__' },
    options_ui: { page: 'dashboard.html', open_in_tab: true },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+K' } } },
    // Declared here and not with `defineContentScript`: WXT's context for content scripts tells the page the extension's
    // id and lets the page end the script by a forged event. `entrypoints/page` is bundled as a plain script instead.
    content_scripts: [
      {
        matches: hosts,
        exclude_matches: hosts.flatMap((host) => notOurs.map((path) => host.replace('/*', path))),
        js: ['page.js'],
        run_at: 'document_start',
      },
    ],
    content_security_policy: {
      // `connect-src 'none'`: the browser itself keeps the promise that nothing is sent anywhere.
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join('; '),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'keyholder@keyholder.dev',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '148' }),
  }),
  zip: {
    // What a reviewer needs to build the same package again, and nothing that was built.
    excludeSources: ['test/lookalike/dist/**', '**/__screenshots__/**', '**/*.log'],
  },
  hooks: {
    'build:publicAssets': async (wxt, files) => {
      const words = await pageWords(wxt.config.root);
      for (const [at, file] of files.entries()) {
        const language = /^_locales[\\/]([^\\/]+)[\\/]messages\.json$/.exec(file.relativeDest)?.[1];
        if (language === undefined || !('absoluteSrc' in file)) continue;
        const catalogue = JSON.parse(readFileSync(file.absoluteSrc, 'utf8')) as Record<
          string,
          { description?: string }
        >;
        // Descriptions are for translators, and weigh on everybody else.
        for (const entry of Object.values(catalogue)) delete entry.description;
        // In the default language only: both browsers fall back to it for a message that another language does not have.
        const added = language === 'en' ? { page_words: { message: words.replaceAll('$', '$$$$') } } : {};
        files[at] = { relativeDest: file.relativeDest, contents: JSON.stringify({ ...catalogue, ...added }) };
      }
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      // WXT takes the title of the popup's HTML; the button's title is the guard's state instead.
      Object.assign(manifest, { action: { ...(manifest.action as object), default_title: '__MSG_action_starting__' } });
    },
    'build:done': (wxt, output) => {
      // How much each source file brought into each bundle: beside the package, for `test/tools/sizes.ts`.
      const { root } = wxt.config;
      const parts = output.steps
        .flatMap((step) => step.chunks)
        .flatMap((chunk) => {
          if (chunk.type !== 'chunk') return [];
          const { modules } = chunk as unknown as { modules: Record<string, { renderedLength: number }> };
          const sizes = Object.entries(modules)
            .map(([module, { renderedLength }]) => ({
              module: module.replace('\0', '').replace(`${root}/`, ''),
              bytes: renderedLength,
            }))
            .sort((a, b) => b.bytes - a.bytes);
          return [[chunk.fileName, sizes] as const];
        });
      const file = path.join(wxt.config.outBaseDir, 'parts', `${path.basename(wxt.config.outDir)}.json`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(Object.fromEntries(parts)));
    },
  },
  vite: () => ({
    plugins: [latinOnly],
    build: {
      // Vite's preload helper would bring a `fetch` into pages that promise to send nothing.
      modulePreload: false,
      sourcemap: false,
      target: 'es2024',
      // Set-up of a module that waits for its page is compiled when it runs, not with the script.
      rolldownOptions: { optimization: { pifeForModuleWrappers: false } },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  }),
});
