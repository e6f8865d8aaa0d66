/** Starts a headless Firefox in a fresh profile, silent of itself, with every way out through the proxy. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFirefox } from '../../tools/ensure-browser.ts';
import { Bidi } from './bidi.ts';

export const addOnId = 'keyholder@keyholder.dev';
/** The host part of the extension's addresses: Firefox makes one up for each profile, unless it is told. */
export const uuid = '0c6fbb8e-6c0a-4a4a-9b0b-0a6b2f2f7c11';

/** How long Firefox may take to come up on a busy machine. */
const startMs = 60_000;

export type Prefs = Record<string, string | number | boolean>;

/** The browser's own services off: what it sends of itself would hide what the extension sends. */
const quiet: Prefs = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.discovery.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'identity.fxaccounts.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.prefetch-next': false,
  'security.OCSP.enabled': 0,
  'security.certerrors.mitm.priming.enabled': false,
  'services.settings.server': 'data:,#nobody',
  'toolkit.telemetry.server': '',
};

export interface Firefox {
  bidi: Bidi;
  profile: string;
  /** Where downloads go. */
  downloads: string;
  close(): Promise<void>;
  /** Ends it at once, with nothing said to it, and leaves the profile for the next start. */
  kill(): Promise<void>;
}

/** Writes `user.js`. */
function writePrefs(profile: string, prefs: Prefs): void {
  const lines = Object.entries(prefs).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  writeFileSync(path.join(profile, 'user.js'), lines.join(''));
}

/** What Firefox prints once it can be driven. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`Firefox did not come up:\n${said}`)), startMs);
    child.stderr?.on('data', (data: Buffer) => {
      said += String(data);
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve(`${address}/session`);
    });
    child.on('close', (code) => {
      clearTimeout(late);
      reject(new Error(`Firefox ended with ${code}:\n${said}`));
    });
    child.on('error', reject);
  });
}

/**
 * Starts Firefox; everything goes through the proxy on this port, loopback too.
 *
 * @param from a profile to go on with; a fresh one otherwise
 * @param more preferences, beside those of every test
 */
export async function startFirefox(proxyPort: number, from?: string, more: Prefs = {}): Promise<Firefox> {
  const file = findFirefox();
  if (!file) throw new Error('No Firefox of version 140 or newer: install one, or name it in KEYHOLDER_FIREFOX.');
  const profile = from ?? mkdtempSync(path.join(tmpdir(), 'keyholder-firefox-'));
  const downloads = path.join(profile, 'downloads');
  mkdirSync(downloads, { recursive: true });
  writePrefs(profile, {
    ...quiet,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.allow_hijacking_localhost': true,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'intl.locale.requested': 'en-US',
    'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: uuid }),
    // An add-on that is installed for a test counts as uninstalled at the next start; its data are what is tested.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // The event page goes to sleep after this, not after 30 s.
    'extensions.background.idle.timeout': 1_500,
    // The browser ends content scripts that take five seconds by the clock; a starved machine is no reason.
    'dom.max_ext_content_script_run_time': 60,
    // With the last tab of a site its process goes, and whatever runs in it is ended under the name of a timeout, however
    // short it was; that would hide a script that really takes too long.
    'dom.abort_script_on_child_shutdown': false,
    // What the browser itself would ask in a window of its own, out of reach of any page, is granted.
    'extensions.webextOptionalPermissionPrompts': false,
    ...more,
  });
  const child = spawn(
    file,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', '--remote-allow-system-access'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    },
  );
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const close = async (): Promise<void> => {
    await kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { bidi: await Bidi.open(await addressOf(child)), profile, downloads, close, kill };
  } catch (error) {
    await close();
    throw error;
  }
}
