/** Wires the demo organization: fills its database when it is first shown, and takes it away. */
import type { Demo } from '../../components/dashboard/demo.ts';
import { t } from '../../components/ui/text.ts';
import type { Send } from '../../lib/messages/protocol.ts';
import { hasDemo, removeDemo } from '../../lib/storage/demo.ts';
import { type Database, readRecords } from '../../lib/storage/read.ts';

interface Parts {
  active: boolean;
  database: Database;
  send: Send;
  now: () => string;
  url: (page: string) => string;
}

/** Puts the demo into its database, by the way that a backup takes; nothing where it is there already. */
async function fill({ database, send, now }: Parts): Promise<void> {
  const { records, revision } = await readRecords(database);
  if (records.organizations.length > 0) return;
  const [{ demoContent }, { sealBackup }, { dropStaged, stageBackup }] = await Promise.all([
    import('../../lib/domain/demo-content.ts'),
    import('../../lib/exports/backup.ts'),
    import('../../lib/storage/staging.ts'),
  ]);
  const staged = crypto.randomUUID();
  await stageBackup(staged, await sealBackup(demoContent(now(), t('demo_organization')), now()));
  await send('own/restore-backup', { op: crypto.randomUUID(), staged, revision });
  await dropStaged();
}

/** The demo, and when its records can be read. */
export function demoOf(parts: Parts): Demo & { ready: Promise<void> } {
  const { active, database, url } = parts;
  const ready = active ? fill(parts) : Promise.resolve();
  // Told by whoever reads: the records that are missing are its failure.
  ready.catch(() => undefined);
  const leave = (): void => location.assign(url('dashboard.html#/keys'));
  return {
    active,
    ready,
    open: () => location.assign(url('dashboard.html?demo#/keys')),
    leave,
    async remove() {
      if (active) database.close();
      await removeDemo();
      if (active) leave();
    },
    exists: hasDemo,
    popup: url('popup.html?demo'),
  };
}
