/** Extensions that the bench makes itself, to measure ours against; each runs on a host of its own in the same browser. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tools/house.ts';
import { bundleForPage } from './bundle.ts';

const folder = path.join(root, '.output/bench/extensions');

/** Where each control runs; nothing runs at `off.test` and `off-too.test`, which are each other's twin. */
export const controlHosts = {
  off: 'off.test',
  twin: 'off-too.test',
  null: 'null.test',
  preact: 'preact.test',
  dark: 'dark.test',
} as const;

/** A closed root with a button: the least that an overlay can be. */
const nullScript = `{
  const host = document.createElement('div');
  const button = document.createElement('button');
  button.textContent = 'null';
  host.attachShadow({ mode: 'closed' }).append(button);
  document.documentElement.append(host);
}
`;

/** A worker that answers, and does nothing else. */
const nullWorker = `chrome.runtime.onMessage.addListener((message, sender, respond) => {
  respond({ ok: true });
  return true;
});
`;

function extension(name: string, files: Record<string, string>, manifest: object): string {
  const own = path.join(folder, name);
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(own, file), text);
  writeFileSync(
    path.join(own, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: `bench ${name}`, version: '1', ...manifest }),
  );
  return own;
}

const scriptAt = (host: string) => ({
  content_scripts: [{ matches: [`https://${host}/*`], js: ['content.js'], run_at: 'document_idle' }],
});

/** Makes the extensions that run beside ours. @returns their folders */
export async function controlExtensions(): Promise<{ null: string; preact: string; dark: string }> {
  const bundled = async (name: 'preact' | 'dark', file: string): Promise<string> => {
    const own = extension(name, {}, scriptAt(controlHosts[name]));
    cpSync(await bundleForPage(file), path.join(own, 'content.js'));
    return own;
  };
  return {
    null: extension(
      'null',
      { 'content.js': nullScript, 'background.js': nullWorker },
      { ...scriptAt(controlHosts.null), background: { service_worker: 'background.js' } },
    ),
    preact: await bundled('preact', 'controls/preact-overlay.tsx'),
    dark: await bundled('dark', 'controls/dark-reader.ts'),
  };
}

/** Puts a popup into the package that paints one line and does nothing else. @returns its address in the extension */
export function addNullPopup(packageFolder: string): string {
  writeFileSync(
    path.join(packageFolder, 'null-popup.html'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>null</title><script type="module" src="null-popup.js"></script></head><body><div id="app"></div></body></html>',
  );
  writeFileSync(
    path.join(packageFolder, 'null-popup.js'),
    "const row = document.createElement('button');\nrow.textContent = 'null';\nrow.setAttribute('role', 'row');\ndocument.getElementById('app').append(row);\n",
  );
  return 'null-popup.html';
}
