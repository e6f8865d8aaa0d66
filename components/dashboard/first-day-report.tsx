/** The button that makes the report of what is known now, for whoever has just taken over. */
import { fileInSlices } from '../ui/in-slices.ts';
import { download } from '../ui/export-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { t } from '../ui/text.ts';
import type { OrganizationView } from '../ui/estate.ts';
import type { DashboardModel } from './dashboard-model.ts';

const formats = ['markdown', 'html'] as const;
const types = { markdown: 'text/markdown', html: 'text/html' };

async function make(
  model: DashboardModel,
  organization: OrganizationView,
  format: (typeof formats)[number],
): Promise<void> {
  const { estate } = model;
  try {
    const { firstDayReport } = await import('../ui/first-day-text.ts');
    const report = firstDayReport(
      organization,
      estate.rows.value.filter((row) => row.organization.id === organization.id),
      estate.findings.value.rows.filter((row) => row.organization === organization),
      estate.now.value,
      document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
    );
    const { fileName, parts } = await model.reportFile(report, organization, format);
    download(fileName, await fileInSlices(parts, types[format]));
    estate.notice.value = { kind: 'done', text: t('ui_exported', fileName), undo: null };
  } catch (error) {
    estate.notice.value = { kind: 'failed', code: 'internal', details: [error instanceof Error ? error.name : ''] };
  }
}

/** `First-day report`: Markdown or HTML, of each organization where there are several. */
export function FirstDayReport({ model }: { model: DashboardModel }) {
  const organizations = model.estate.organizations.value;
  if (organizations.length === 0) return null;
  const items = organizations.flatMap((organization) =>
    formats.map((format) => {
      const name = format === 'markdown' ? 'Markdown' : t('ui_export_html');
      return {
        id: `${format} ${organization.id}`,
        text:
          organizations.length === 1
            ? name
            : t(
                'first_day_of',
                name,
                t(
                  'ui_organization',
                  organization.region.toUpperCase(),
                  organization.name ?? t('ui_organization_unnamed'),
                ),
              ),
      };
    }),
  );
  return (
    <MenuButton
      name={t('first_day')}
      class="secondary"
      items={items}
      onChoose={(id) => {
        const [format = '', organizationId = ''] = id.split(' ');
        const organization = organizations.find((each) => each.id === organizationId);
        if (organization) void make(model, organization, format === 'html' ? 'html' : 'markdown');
      }}
    >
      <Icon name="download" />
      <span>{t('first_day')}</span>
    </MenuButton>
  );
}
