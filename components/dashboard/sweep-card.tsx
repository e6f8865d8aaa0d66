/** Above the workspaces: how far the reading is, what to open next, and what only a person can say. */
import type { Region } from '../../lib/domain/words.ts';
import { listText, numberText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { workspaceText } from '../ui/impact-text.ts';
import { plural, t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { InboxButton } from './inbox.tsx';
import { ownersSaid, sweepOf } from './sweep-model.ts';

/** Where the key page is, by most sources (settings-ui.md, section 1.2); of lists of people no address is known. */
export const keyPage: Record<Region, string> = {
  us: 'https://app.pandadoc.com/a/#/settings/api-dashboard/configuration',
  eu: 'https://app.pandadoc.eu/a/#/settings/api-dashboard/configuration',
};

const pageTexts = { keys: 'sweep_page_keys', members: 'sweep_page_members' } as const;

/** Shown until nothing is open any more. */
export function SweepCard({ model }: { model: DashboardModel }) {
  const { estate } = model;
  const { workspaces, read, next } = sweepOf(model.workspaces.value, estate.now.value);
  if (next === null && model.openItems.value.length === 0) return null;
  const { keys, settled } = ownersSaid(estate.rows.value);
  return (
    <section class="card sweep" aria-label={t('sweep_title')}>
      <h2>{t('sweep_title')}</h2>
      <div class="sweep-progress">
        <progress max={workspaces} value={read} aria-label={t('sweep_progress')} />
        <span>{t('sweep_read', numberText(read), numberText(workspaces))}</span>
      </div>
      {keys > 0 && (
        <div class="sweep-progress">
          <progress max={keys} value={settled} aria-label={t('sweep_owners')} />
          <span>{plural('welcome_tag_state', keys, numberText(settled))}</span>
        </div>
      )}
      {next && (
        <>
          <p>
            {t(
              'sweep_next',
              workspaceText(next.row.workspace.name),
              listText(next.pages.map((page) => t(pageTexts[page]))),
            )}
          </p>
          <p class="soft">{t('sweep_how')}</p>
        </>
      )}
      <div class="actions">
        {next && (
          <a class="go" href={keyPage[next.row.organization.region]} target="_blank" rel="noreferrer">
            <Icon name="external" />
            {t('sweep_open')}
          </a>
        )}
        <InboxButton model={model} />
      </div>
    </section>
  );
}
