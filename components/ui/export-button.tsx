/** One click to a snapshot, stored or in the downloads folder; what it holds stands beside the button. */
import { useRef, useState } from 'preact/hooks';
import type { Instant, Region } from '../../lib/domain/words.ts';
import type { Mapping } from '../../lib/domain/mapping.ts';
import type { ExportFormat } from '../../lib/messages/protocol.ts';
import { type Estate, type OrganizationView, workspacesInUse } from './estate.ts';
import { numberText } from './format.ts';
import { Icon } from './icons.tsx';
import { fileInSlices } from './in-slices.ts';
import { MenuButton } from './menu.tsx';
import { plural, t } from './text.ts';

/** Hands a file to the browser's downloads under a name; `type` is what a text is. */
export function download(fileName: string, file: string | Blob, type = 'application/json'): void {
  const url = URL.createObjectURL(typeof file === 'string' ? new Blob([file], { type }) : file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser takes the blob over while the click is handled; a minute is more than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Region and name of an organization: what a snapshot holds. */
export function organizationText(organization: Pick<OrganizationView, 'region' | 'name'>): string {
  return t('ui_organization', organization.region.toUpperCase(), organization.name ?? t('ui_organization_unnamed'));
}

/** That a file was made. A CSV has no place to say what it does not cover, as the other formats do; so it is said here. */
export function exportedText(
  organization: Pick<OrganizationView, 'mapping' | 'policy'>,
  format: ExportFormat,
  fileName: string,
  now: Instant,
): string {
  const done = t('ui_exported', fileName);
  const { active, unread } = workspacesInUse(organization, now);
  if (format !== 'csv' || unread.length === 0) return done;
  return `${done} ${plural('ui_exported_csv_unread', unread.length, numberText(active.length))}`;
}

const types: Record<ExportFormat, string> = {
  json: 'application/json',
  csv: 'text/csv',
  markdown: 'text/markdown',
  html: 'text/html',
};

/** The menu of formats, named as surface.md names them. */
export function exportItems(): { id: ExportFormat; text: string }[] {
  return [
    { id: 'json', text: 'JSON' },
    { id: 'csv', text: 'CSV' },
    { id: 'markdown', text: 'Markdown' },
    { id: 'html', text: t('ui_export_html') },
  ];
}

function piecesOf({ keys, workspaces, users, memberships }: Mapping, format: ExportFormat): number {
  if (format === 'csv') return keys.length / 100;
  if (format === 'json') return (keys.length + workspaces.length + users.length + memberships.length) / 200;
  return keys.length + workspaces.length * 6;
}

export interface Exporting {
  /** From 0 to 1; `null`: nobody can say. */
  done: number | null;
  cancel: () => void;
}

/**
 * Runs exports and knows how far the one under way is.
 *
 * @returns what is under way, and how to begin: a snapshot that is taken for it, or a stored one
 */
export function useExport(estate: Estate) {
  const [exporting, setExporting] = useState<Exporting | null>(null);
  const running = useRef<AbortController | null>(null);
  const run = async (organization: OrganizationView, format: ExportFormat, snapshotId?: string): Promise<void> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const show = (done: number): void => setExporting({ done, cancel: () => control.abort() });
    show(0);
    try {
      const file = await estate.ask('own/export-snapshot', {
        op: estate.newId(),
        organizationId: organization.id,
        label: null,
        format,
        ...(snapshotId !== undefined && { snapshotId }),
      });
      if (!file || control.signal.aborted) return;
      // A piece is a row or two hundred of them: a guess that only moves the bar.
      const about = piecesOf(organization.mapping, format);
      const parts = await estate.exportParts(file.snapshotId, format);
      const made = await fileInSlices(parts, types[format], {
        signal: control.signal,
        onSlice: (count) => show(Math.min(0.99, count / (about + 20))),
      });
      download(file.fileName, made);
      const text = exportedText(organization, format, file.fileName, estate.now.value);
      estate.notice.value = { kind: 'done', text, undo: null };
    } catch (error) {
      if (!control.signal.aborted) {
        estate.notice.value = { kind: 'failed', code: 'internal', details: [error instanceof Error ? error.name : ''] };
      }
    } finally {
      if (running.current === control) {
        running.current = null;
        setExporting(null);
      }
    }
  };
  return { exporting, run };
}

/** How far an export, or other long work, is, and how to end it. */
export function ExportProgress({
  exporting,
  label = t('ui_exporting'),
}: {
  exporting: Exporting | null;
  label?: string;
}) {
  if (!exporting) return null;
  return (
    <span class="export-progress">
      <progress aria-label={label} {...(exporting.done !== null && { value: exporting.done })} max={1} />
      <button type="button" class="quiet small" onClick={exporting.cancel}>
        {t('ui_cancel')}
      </button>
    </span>
  );
}

/** The button with its menu, and the organization: a choice where there are several; `region` is where one comes from. */
export function ExportButton({ estate, region = null }: { estate: Estate; region?: Region | null }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { exporting, run } = useExport(estate);
  const { taking, take } = useSnapshot(estate);
  const organizations = estate.organizations.value;
  const organization =
    organizations.find(({ id }) => id === chosen) ??
    organizations.find((each) => each.region === region) ??
    organizations[0];
  return (
    <div class="export">
      {!organization ? (
        <span class="export-what">{t('ui_export_nothing')}</span>
      ) : organizations.length > 1 ? (
        <select
          aria-label={t('ui_export_which')}
          value={organization.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {organizations.map((each) => (
            <option key={each.id} value={each.id}>
              {organizationText(each)}
            </option>
          ))}
        </select>
      ) : (
        <span class="export-what">{organizationText(organization)}</span>
      )}
      <button
        type="button"
        class="secondary"
        disabled={!organization}
        onClick={() => organization && !taking && void take(organization.id, null)}
      >
        <Icon name="camera" />
        <span>{t('ui_take_snapshot')}</span>
      </button>
      <MenuButton
        name={t('ui_export')}
        class="secondary"
        items={exportItems()}
        disabled={!organization}
        onChoose={(id) => organization && void run(organization, id as ExportFormat)}
      >
        <Icon name="download" />
        <span>{t('ui_export')}</span>
      </MenuButton>
      <ExportProgress exporting={exporting} />
      <ExportProgress label={t('ui_take_snapshot')} exporting={taking} />
    </div>
  );
}

/** Takes and stores snapshots, and knows whether one is under way; one that is cancelled is not stored. */
export function useSnapshot(estate: Estate) {
  const [taking, setTaking] = useState<Exporting | null>(null);
  const take = async (organizationId: string, label: string | null): Promise<boolean> => {
    const control = new AbortController();
    setTaking({ done: null, cancel: () => control.abort() });
    const body = { op: estate.newId(), organizationId, label };
    const taken = await estate.ask('own/take-snapshot', body, control.signal).finally(() => setTaking(null));
    const text = t(control.signal.aborted ? 'ui_stopped_too_late' : 'ui_snapshot_taken');
    if (taken) estate.notice.value = { kind: 'done', text, undo: null };
    return taken !== null;
  };
  return { taking, take };
}
