/** What is in the package, before anybody runs it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../tools/house.ts';
import { agreedManifest, browsers, builtManifest } from '../tools/manifest.ts';
import { weigh } from '../tools/sizes.ts';

const folder = (browser: string) => path.join(root, `.output/${browser}-mv3`);
const files = (browser: string) => globSync('**/*.*', { cwd: folder(browser) }).sort();
const read = (browser: string, file: string) => readFileSync(path.join(folder(browser), file), 'utf8');

describe.each(browsers)('%s', (browser) => {
  test('the manifest is the one agreed on', () => {
    expect(builtManifest(browser)).toEqual(agreedManifest(browser));
  });

  test('every part keeps within its limit', () => {
    for (const { name, bytes, limit } of weigh(browser)) expect(bytes, name).toBeLessThanOrEqual(limit);
  });

  test('only what it needs: no maps, no sources, no hidden files', () => {
    for (const file of files(browser)) {
      expect(file).toMatch(
        /^(manifest\.json|(popup|dashboard)\.html|(background|page)\.js|chunks\/[\w-]+(\.min-[\w-]+)?\.js|assets\/[\w-]+\.css|icon\/\d+\.png|schema\/keyholder\.snapshot-\d+\.json|_locales\/\w+\/messages\.json)$/,
      );
    }
    const manifest = builtManifest(browser) as { icons: Record<string, string> };
    expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '128']);
    for (const icon of Object.values(manifest.icons)) expect(existsSync(path.join(folder(browser), icon))).toBe(true);
  });

  test('nothing of the machine that built it, and nothing meant for development', () => {
    for (const file of files(browser).filter((name) => !name.endsWith('.png'))) {
      const text = read(browser, file);
      expect(text, file).not.toContain(root);
      expect(text, file).not.toMatch(/sourceMappingURL|localhost|node_modules|vite-hmr|__DEV__|import\.meta\.env/);
    }
  });

  test("the script in PandaDoc's pages does not tell that it is there", () => {
    const script = read(browser, 'page.js');
    // What WXT's own context for content scripts would bring. A message between two ends of a channel of ours names no target.
    expect(script).not.toMatch(
      /postMessage\([^)]*,|(?:window|self|top|parent|globalThis)\.postMessage|wxt:|runtime\.getURL|dispatchEvent\(new CustomEvent/,
    );
    // A script tag's worth of code that runs in one go: no waiting before the first line, nothing left behind in the page's names.
    expect(script).toMatch(/^\(function\(\)\{/);
    expect(script).not.toMatch(/\bawait import\(|\bimport\(/);
  });
});

test('building again makes the same files, whatever the environment says', () => {
  const digest = (file: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder('chrome'), file)))
      .digest('hex');
  const contents = () => Object.fromEntries(files('chrome').map((file) => [file, digest(file)]));
  const before = contents();
  execFileSync(process.execPath, [path.join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'development', TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' },
  });
  expect(contents()).toEqual(before);
});
