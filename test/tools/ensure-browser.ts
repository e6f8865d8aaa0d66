/**
 * Finds a browser for the tests and the demo, and installs one where that is possible.
 *
 *   node test/tools/ensure-browser.ts [chromium] [firefox]
 *
 * `KEYHOLDER_CHROMIUM` and `KEYHOLDER_FIREFOX` name a browser of your own. Branded Chrome is never taken by itself: since
 * version 137 it ignores `--load-extension`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/** `minimum_chrome_version` and `strict_min_version` of the manifest. */
const oldest = { chromium: 148, firefox: 140 };
type Kind = keyof typeof oldest;

const variable = { chromium: 'KEYHOLDER_CHROMIUM', firefox: 'KEYHOLDER_FIREFOX' } as const;
const names = { chromium: 'Chromium', firefox: 'Firefox' } as const;
const packages = { chromium: ['chromium', 'fonts-liberation'], firefox: ['firefox-esr', 'fonts-liberation'] } as const;

function candidates(kind: Kind): string[] {
  const home = homedir();
  const onPath = (...files: string[]): string[] =>
    (process.env['PATH'] ?? '')
      .split(path.delimiter)
      .filter((folder) => path.isAbsolute(folder))
      .flatMap((folder) => files.map((file) => path.join(folder, file)));
  if (process.platform === 'win32') {
    const folders = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']];
    const programs = (...parts: string[]) => folders.flatMap((f) => (f ? [path.join(f, ...parts)] : []));
    return kind === 'firefox'
      ? programs('Mozilla Firefox', 'firefox.exe')
      : [
          chromium.executablePath(),
          ...programs('Chromium', 'Application', 'chrome.exe'),
          ...programs('BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'),
        ];
  }
  if (process.platform === 'darwin') {
    const apps = (name: string, file = name) =>
      ['/Applications', path.join(home, 'Applications')].map((f) => `${f}/${name}.app/Contents/MacOS/${file}`);
    return kind === 'firefox'
      ? [...apps('Firefox', 'firefox'), ...apps('Firefox Developer Edition', 'firefox')]
      : [
          chromium.executablePath(),
          ...apps('Chromium'),
          ...apps('Google Chrome for Testing'),
          ...apps('Brave Browser'),
          ...onPath('chromium'),
        ];
  }
  // Puppeteer's download folder, where many machines have a Chrome for Testing already.
  const puppeteers = globSync('chrome/*/chrome-linux*/chrome', { cwd: path.join(home, '.cache/puppeteer') })
    .map((file) => path.join(home, '.cache/puppeteer', file))
    .sort()
    .reverse();
  return kind === 'firefox'
    ? onPath('firefox-esr', 'firefox')
    : [
        chromium.executablePath(),
        ...onPath('chromium', 'chromium-browser'),
        ...puppeteers,
        ...onPath('brave-browser', 'brave'),
        '/opt/brave.com/brave/brave',
      ];
}

/** The major version; `undefined` where the file does not answer (a stub that would fetch a snap first, say). */
function majorVersion(file: string): number | undefined {
  try {
    const answer = execFileSync(file, ['--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(/(\d+)\.\d+/.exec(answer)?.[1]) || undefined;
  } catch {
    return undefined;
  }
}

/** Whether the file is a browser new enough. On Windows `--version` would open a window: there the file is believed. */
function usable(kind: Kind, file: string): boolean {
  if (!existsSync(file)) return false;
  if (process.platform === 'win32') return true;
  const version = majorVersion(file);
  return version !== undefined && version >= oldest[kind];
}

function find(kind: Kind): string | undefined {
  const own = process.env[variable[kind]];
  if (own) return usable(kind, own) ? own : undefined;
  return candidates(kind).find((file) => usable(kind, file));
}

export const findChromium = (): string | undefined => find('chromium');
export const findFirefox = (): string | undefined => find('firefox');

/** One Firefox of each version that is here: the ESR, and the current one where it is another. */
export function findFirefoxes(): string[] {
  const first = findFirefox();
  if (!first || process.env[variable.firefox] || process.platform === 'win32') return first ? [first] : [];
  const seen = new Set<number | undefined>();
  return candidates('firefox').filter((file) => {
    const version = usable('firefox', file) ? majorVersion(file) : undefined;
    if (version === undefined || seen.has(version)) return false;
    seen.add(version);
    return true;
  });
}

/** Runs a command; false when it fails or takes longer than the limit. What it did wrong is said by us, in one line. */
function succeeds(command: string, args: readonly string[], limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: limitMs,
    });
    child.on('error', () => {
      resolve(false);
    });
    child.on('close', (code) => {
      resolve(code === 0);
    });
  });
}

function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

async function install(kind: Kind): Promise<void> {
  const minutes = 60_000;
  if (kind === 'chromium') {
    console.log(
      `No ${names[kind]} of version ${oldest[kind]} or newer here; trying Playwright's own download (five minutes at most).`,
    );
    const cli = path.join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
    await succeeds(process.execPath, [cli, 'install', '--no-shell', 'chromium'], 5 * minutes);
    if (find(kind)) return;
    console.log('That download is not to be had here.');
  }
  if (process.platform === 'linux' && process.getuid?.() === 0 && isDebian()) {
    const wanted = packages[kind];
    console.log(
      `Installing the distribution's packages, which may take some minutes: apt-get install ${wanted.join(' ')}`,
    );
    // An update that fails in parts (one mirror of several) may still be enough.
    const patient = ['-o', 'DPkg::Lock::Timeout=300'];
    await succeeds('apt-get', [...patient, 'update', '-qq'], 5 * minutes);
    await succeeds('apt-get', [...patient, 'install', '-y', '-qq', '--no-install-recommends', ...wanted], 10 * minutes);
  }
}

/** Installs Firefox where it is missing and can be had; its tests say so themselves where it cannot. */
export async function tryFirefox(): Promise<string | undefined> {
  if (!process.env[variable.firefox] && !findFirefox()) await install('firefox');
  return findFirefox();
}

async function ensure(kind: Kind): Promise<string> {
  const own = process.env[variable[kind]];
  if (!own && !find(kind)) await install(kind);
  const found = find(kind);
  if (found) return found;
  const what = `${names[kind]} ${oldest[kind]} or newer`;
  console.error(
    own
      ? `${variable[kind]} is set to ${own}, which is not ${what}.`
      : `${what} is missing: install it, or name it in ${variable[kind]}${kind === 'chromium' ? ' (Chromium, Brave or Chrome for Testing; Google Chrome does not load unpacked extensions)' : ''}.`,
  );
  process.exit(1);
}

/** The path of a Chromium that loads extensions; installs one where that is possible, else says so and ends with 1. */
export const ensureChromium = (): Promise<string> => ensure('chromium');
/** The same for Firefox. */
export const ensureFirefox = (): Promise<string> => ensure('firefox');

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const asked = process.argv.slice(2);
  for (const kind of asked.length > 0 ? asked : ['chromium']) {
    console.log(await (kind === 'firefox' ? ensureFirefox() : ensureChromium()));
  }
}
