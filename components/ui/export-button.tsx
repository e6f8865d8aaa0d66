/** One click to a snapshot in the downloads folder; what is exported stands beside the button. */
import { useState } from 'preact/hooks';
import type { Region } from '../../lib/domain/words.ts';
import type { Estate, OrganizationView } from './estate.ts';
import { Icon } from './icons.tsx';
import { MenuButton } from './menu.tsx';
import { t } from './text.ts';

/** Hands a text to the browser's downloads under a name. */
export function download(fileName: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
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

/** The button with its menu, and the organization: a choice where there are several; `region` is where one comes from. */
export function ExportButton({ estate, region = null }: { estate: Estate; region?: Region | null }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const organizations = estate.organizations.value;
  const organization =
    organizations.find(({ id }) => id === chosen) ??
    organizations.find((each) => each.region === region) ??
    organizations[0];
  if (!organization) return null;
  const run = async (format: 'json' | 'csv'): Promise<void> => {
    const file = await estate.ask('own/export-snapshot', {
      op: estate.newId(),
      organizationId: organization.id,
      label: null,
      format,
    });
    if (!file) return;
    if (format === 'csv') download(file.fileName, await estate.csvOf(file.text), 'text/csv');
    else download(file.fileName, file.text);
    estate.notice.value = { kind: 'done', text: t('ui_exported', file.fileName), undo: null };
  };
  return (
    <div class="export">
      {organizations.length > 1 ? (
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
      <MenuButton
        name={t('ui_export')}
        class="secondary"
        items={[
          { id: 'json', text: 'JSON' },
          { id: 'csv', text: 'CSV' },
        ]}
        onChoose={(id) => void run(id === 'csv' ? 'csv' : 'json')}
      >
        <Icon name="download" />
        <span>{t('ui_export')}</span>
      </MenuButton>
    </div>
  );
}
