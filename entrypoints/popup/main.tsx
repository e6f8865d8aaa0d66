/** Wires the popup: texts, stored records, messages to the background, the browser's tabs. */
import { render } from 'preact';
import type { Browser } from 'webextension-polyfill';
import { createPopupModel } from '../../components/popup/popup-model.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { readTextsFrom, textLocale } from '../../components/ui/text.ts';
import { isDemo } from '../../lib/messages/demo-address.ts';
import { sender } from '../../lib/messages/send.ts';
import { rules } from '../../lib/rules/index.ts';
import {
  demoChannelName,
  demoDatabaseName,
  fingerprintOf,
  onChanged,
  openDatabase,
  readBackupState,
  readFingerprints,
  readHandovers,
  readReadings,
  recordsReader,
  readSnapshot,
  readVault,
} from '../../lib/storage/read.ts';

/** Native in both browsers from the manifest's oldest versions on. */
const { browser } = globalThis as unknown as { browser: Browser };

readTextsFrom((key, substitutions) => browser.i18n.getMessage(key, substitutions));
document.documentElement.lang = textLocale();
// A message that every browser brings along: the direction its language is written in.
const direction = '@@bidi_dir';
document.documentElement.dir = browser.i18n.getMessage(direction);

const demo = isDemo(location.href);
const database = openDatabase(demo ? { name: demoDatabaseName } : {});
const read = recordsReader(database);
const sites = ['https://app.pandadoc.com/*', 'https://app.pandadoc.eu/*'];
const isSite = (url: string | undefined): boolean =>
  url !== undefined && sites.some((site) => url.startsWith(site.slice(0, -1)));

const model = createPopupModel({
  rules,
  reader: {
    async read() {
      const [{ records, bad }, aside, backup, handovers, fingerprints] = await Promise.all([
        read(),
        readReadings(database),
        readBackupState(database),
        readHandovers(database),
        readFingerprints(database),
      ]);
      return { records, aside, handovers, fingerprints, damaged: bad, backup };
    },
    onChange(callback) {
      const stop = new AbortController();
      onChanged(callback, stop.signal, demo ? demoChannelName : undefined);
      return () => stop.abort();
    },
  },
  send: sender(browser.runtime),
  now: () => new Date().toISOString(),
  newId: () => crypto.randomUUID(),
  async fingerprint(secret) {
    const vault = await readVault(database);
    return vault && fingerprintOf(vault, secret);
  },
  async exportParts(snapshotId, format, policyOf) {
    const row = await readSnapshot(database, snapshotId);
    if (!row) throw new Error('snapshot-missing');
    const { exportParts } = await import('../../lib/exports/export-parts.ts');
    return exportParts(row.document, format, async () => {
      const { leftOutText, reportOf } = await import('../../components/ui/report-text.ts');
      const { dir } = document.documentElement;
      return {
        report: reportOf(row.document, dir === 'rtl' ? 'rtl' : 'ltr', policyOf(row.organizationId)),
        instead: leftOutText(),
      };
    });
  },
  sites: {
    all: sites,
    has: (site) => browser.permissions.contains({ origins: [site] }),
    request: (origins) => browser.permissions.request({ origins }),
    onChange(callback) {
      browser.permissions.onAdded.addListener(callback);
      browser.permissions.onRemoved.addListener(callback);
    },
  },
  tabs: {
    demo,
    version: browser.runtime.getManifest().version,
    async current() {
      const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
      // Opened as a tab, the popup is its own active tab.
      const own = await browser.tabs.getCurrent();
      return tab?.id === undefined || tab.id === own?.id ? null : { id: tab.id, pandadoc: isSite(tab.url) };
    },
    async pandadoc() {
      const tabs = await browser.tabs.query({ url: sites });
      return tabs.flatMap(({ id, title }) => (id === undefined ? [] : [{ id, title: title ?? null }]));
    },
    async reload(id) {
      await browser.tabs.reload(id);
    },
    async openDashboard(hash) {
      const url = browser.runtime.getURL(`dashboard.html${demo ? '?demo' : ''}${hash}`);
      // Without the permission "tabs", pages of ours are still found by their address.
      const [open] = await browser.tabs.query({ url: browser.runtime.getURL(`dashboard.html${demo ? '?demo' : ''}`) });
      if (open?.id === undefined) await browser.tabs.create({ url });
      else {
        // What a link names is shown also where the dashboard is open at something else; a bare view is left as it is.
        await browser.tabs.update(open.id, { active: true, ...(hash.includes('?') && { url }) });
        if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
      }
      if (!(await browser.tabs.getCurrent())) close();
    },
  },
});

render(<Popup model={model} />, document.getElementById('app')!);
void model.start();
