/** Opens a real Chromium with the built extension in it, in a fresh profile. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { ensureChromium } from './ensure-browser.ts';
import { root } from './house.ts';

/** The browser's own services switched off: what it sends of itself would hide what the extension sends. */
export const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
];

export interface Opened {
  context: BrowserContext;
  /** `chrome-extension://<id>` */
  origin: string;
  close(): Promise<void>;
}

/** The id that Chromium gives to an unpacked extension in this folder. */
export function unpackedId(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

export async function openChromium(
  options: {
    extension?: string;
    /** Folders of other extensions that run beside it. */
    beside?: readonly string[];
    args?: string[];
    headless?: boolean;
    profile?: string;
    /** The browser's own language, and so the extension's. */
    language?: string;
  } = {},
): Promise<Opened> {
  const extension = options.extension ?? path.join(root, '.output/chrome-mv3');
  const extensions = [extension, ...(options.beside ?? [])].join(',');
  const language = options.language ?? 'en-US';
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'keyholder-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await ensureChromium(),
    // Playwright's own headless mode may be the old shell, which knows no extensions.
    headless: false,
    args: [
      ...((options.headless ?? true) ? ['--headless=new'] : []),
      `--disable-extensions-except=${extensions}`,
      `--load-extension=${extensions}`,
      ...quiet,
      `--lang=${language}`,
      ...(options.args ?? []),
    ],
    ignoreDefaultArgs: ['--disable-extensions'],
    // On Linux the browser's language is the environment's, and `LANGUAGE` counts only beside a locale that is not "C";
    // elsewhere it is the argument above.
    env: {
      ...(process.env as Record<string, string>),
      LANGUAGE: language.replace('-', '_'),
      LC_ALL: `${language.replace('-', '_')}.UTF-8`,
    },
    locale: language,
    viewport: null,
  });
  return {
    context,
    origin: `chrome-extension://${unpackedId(extension)}`,
    close: async () => {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
