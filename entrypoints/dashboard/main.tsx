/** Wires the dashboard: texts, stored records, messages to the background, the address. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import type { Browser } from 'webextension-polyfill';
import { createDashboardModel } from '../../components/dashboard/dashboard-model.ts';
import { Dashboard } from '../../components/dashboard/dashboard.tsx';
import { readTextsFrom, textLocale } from '../../components/ui/text.ts';
import { isDemo } from '../../lib/messages/demo-address.ts';
import { sender } from '../../lib/messages/send.ts';
import { rules } from '../../lib/rules/index.ts';
import {
  databaseName,
  demoChannelName,
  demoDatabaseName,
  fingerprintOf,
  onChanged,
  openDatabase,
  readApart,
  readBackupState,
  readFingerprints,
  readHandovers,
  readReadings,
  recordsReader,
  readSnapshot,
  readVault,
} from '../../lib/storage/read.ts';
import { archiveOf } from './archive.ts';
import { demoOf } from './demo.ts';
import { shelfOf } from './shelf.ts';

/** Native in both browsers from the manifest's oldest versions on. */
const { browser } = globalThis as unknown as { browser: Browser };

readTextsFrom((key, substitutions) => browser.i18n.getMessage(key, substitutions));
document.documentElement.lang = textLocale();
// A message that every browser brings along: the direction its language is written in.
const direction = '@@bidi_dir';
document.documentElement.dir = browser.i18n.getMessage(direction);

/** Pages that show the demo organization say so in their address: that is what the background goes by. */
const shown = isDemo(location.href) ? demoDatabaseName : databaseName;
const database = openDatabase({ name: shown });
const read = recordsReader(database);
// Reading a big file takes the background longer than answering a click.
const send = sender(browser.runtime, 30_000);
const demo = demoOf({
  active: isDemo(location.href),
  database,
  send,
  now: () => new Date().toISOString(),
  url: (page) => browser.runtime.getURL(page),
});

const model = createDashboardModel(
  {
    rules,
    reader: {
      async read() {
        await demo.ready;
        const [{ records, bad }, aside, backup, apart, handovers, fingerprints] = await Promise.all([
          read(),
          readReadings(database),
          readBackupState(database),
          readApart(database),
          readHandovers(database),
          readFingerprints(database),
        ]);
        return { records, aside, handovers, fingerprints, damaged: bad, backup, apart };
      },
      onChange(callback) {
        const stop = new AbortController();
        onChanged(callback, stop.signal, demo.active ? demoChannelName : undefined);
        return () => stop.abort();
      },
    },
    send,
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
  },
  location.hash,
  archiveOf(database, () => new Date().toISOString(), shown),
  shelfOf(database),
  async (file) => {
    const { maxCsvLength, readMappingCsv } = await import('../../lib/imports/csv.ts');
    // What is larger is not even read.
    const bytes = file.slice(0, maxCsvLength + 1);
    return readMappingCsv(new Uint8Array(await bytes.arrayBuffer()));
  },
  demo,
);

addEventListener('hashchange', () => {
  model.follow(location.hash);
  scrollTo(0, 0);
});
effect(() => {
  const address = model.address.value;
  if (address !== null && address !== location.hash) history.replaceState(null, '', address);
});

render(<Dashboard model={model} />, document.getElementById('app')!);
void model.estate.load();
