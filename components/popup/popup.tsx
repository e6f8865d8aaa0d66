/** The popup: where am I, can I remove somebody, and the whole mapping. */
import { useState } from 'preact/hooks';
import { Access } from './access.tsx';
import { BackupReminder } from '../ui/backup-reminder.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { ExportButton, organizationText } from '../ui/export-button.tsx';
import { type PersonRow, shownName } from '../ui/find-people.ts';
import { FindingList } from '../ui/finding-list.tsx';
import { bySeverity, type FindingRow } from '../ui/finding-rows.ts';
import { findingSeverityText } from '../ui/finding-text.ts';
import { numberText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { ownerTypeText } from '../ui/impact-text.ts';
import { KeyFinder } from '../ui/key-finder.tsx';
import { countsText, KeySearch } from '../ui/key-search.tsx';
import { KeyTable } from '../ui/key-table.tsx';
import { Questions } from '../ui/questions.tsx';
import { usePreparedFindings } from '../ui/prepared-findings.ts';
import { plural, t } from '../ui/text.ts';
import { failureText, Toast } from '../ui/toast.tsx';
import type { PopupModel } from './popup-model.ts';
import { Handovers } from './handovers.tsx';
import { Removal } from './removal.tsx';
import { Where } from './where.tsx';

function CanIRemove({ model }: { model: PopupModel }) {
  const regions = new Set(model.estate.organizations.value.map(({ region }) => region));
  const choice = (person: PersonRow) => ({
    id: person.id,
    text: shownName(person.user) ?? t('ui_person_unnamed'),
    secondary: person.user.name === null ? null : person.user.email,
    tag:
      regions.size > 1
        ? t('popup_person_tag', ownerTypeText(person.ownerType), person.organization.region.toUpperCase())
        : ownerTypeText(person.ownerType),
  });
  const chosen = model.chosen.value;
  return (
    <Combobox
      label={t('popup_can_i_remove')}
      icon={<Icon name="people" />}
      find={(text) => model.findPeople(text).map(choice)}
      value={chosen ? (shownName(chosen.user) ?? t('ui_person_unnamed')) : ''}
      onChoose={(picked) => (model.person.value = picked?.id ?? null)}
      nothing={() => (model.people.value.length === 0 ? t('popup_nobody_known') : t('popup_nobody_fits'))}
    />
  );
}

function Mapping({ model }: { model: PopupModel }) {
  const { estate } = model;
  const here = model.here.value;
  const rows = model.rows.value;
  // Export, search and table stay where they are, with or without keys.
  const first = estate.rows.value.length === 0 && <FirstSteps model={model} />;
  return (
    <section class="mapping">
      {first}
      <div class="mapping-head">
        <h2>{t('popup_mapping')}</h2>
        <p class="counts">{countsText(estate.counts.value)}</p>
      </div>
      <ExportButton estate={estate} region={here.kind === 'pandadoc' ? here.guard.region : null} />
      {estate.organizations.value.length > 0 && <KeyFinder estate={estate} />}
      <KeySearch query={model.query} estate={estate} />
      <p class="visually-hidden" aria-live="polite">
        {rows.length === estate.rows.value.length ? '' : plural('ui_keys_found', rows.length)}
      </p>
      <KeyTable estate={estate} rows={rows} estimate={112} />
      {rows.length === 0 && !first && <p class="empty">{t('ui_no_key_fits')}</p>}
    </section>
  );
}

/** The worst open findings; all of them are in the dashboard. */
const mostFindings = 3;

function WorstFindings({ model }: { model: PopupModel }) {
  // At ten thousand keys the rules take as long as all the rest of opening; their line has its place before.
  const found = usePreparedFindings(model.estate);
  const open = found && found.rows.filter(({ finding }) => finding.accepted === null);
  if (open?.length === 0) return null;
  return (
    <details class="popup-findings">
      <summary>
        <strong>{t('popup_findings')}</strong>
        <span class="counts">{open && severityCounts(open)}</span>
      </summary>
      {open && <FindingList rows={open.slice(0, mostFindings)} label={t('popup_findings')} />}
      <button type="button" class="quiet small" onClick={() => void model.openDashboard('#/findings')}>
        <Icon name="external" />
        {t('popup_findings_more')}
      </button>
    </details>
  );
}

/** `2 critical, 5 high`: how many of each severity, worst first. */
function severityCounts(open: readonly FindingRow[]): string {
  return bySeverity(open)
    .map(({ severity, rows }) => t('popup_findings_count', findingSeverityText(severity), numberText(rows.length)))
    .join(' · ');
}

/** What to do where nothing is known yet. */
function FirstSteps({ model }: { model: PopupModel }) {
  const { organizations } = model.estate;
  return (
    <section class="first-steps">
      <h2>{t('popup_first_heading')}</h2>
      <p>{t('popup_first_why')}</p>
      <ol>
        <li>{t('popup_first_open')}</li>
        <li>{t('popup_first_owner')}</li>
        <li>{t('popup_first_ask')}</li>
      </ol>
      <p class="soft">{t('popup_first_import')}</p>
      {organizations.value.length > 0 && (
        <p class="soft">
          {t('popup_first_so_far', organizations.value.map((each) => organizationText(each)).join(', '))}
        </p>
      )}
    </section>
  );
}

/** The whole popup. */
export function Popup({ model }: { model: PopupModel }) {
  const { estate } = model;
  const [opening, setOpening] = useState(false);
  return (
    <>
      <header class="top">
        <h1>
          <span class="mark">
            <Icon name="key" />
          </span>
          {t('extension_name')}
        </h1>
        <button
          type="button"
          class="quiet small"
          disabled={opening}
          onClick={() => {
            setOpening(true);
            void model.openDashboard('#/keys').finally(() => setOpening(false));
          }}
        >
          <Icon name="external" />
          {t('popup_open_dashboard')}
        </button>
      </header>
      <main tabIndex={-1}>
        {model.demo ? (
          <p class="demo-mark">
            <Icon name="flask" />
            {t('demo_about')}
          </p>
        ) : (
          <>
            <Access model={model.access} />
            <Where model={model} />
          </>
        )}
        {estate.failure.value && <p class="alert">{failureText(estate.failure.value)}</p>}
        {estate.state.value === 'ready' && (
          <>
            {!model.demo && <BackupReminder estate={estate} onGo={() => void model.openDashboard('#/settings')} />}
            {estate.damaged.value > 0 && <p class="alert">{plural('ui_damaged', estate.damaged.value)}</p>}
            <CanIRemove model={model} />
            <Removal model={model} />
            <Handovers model={model} />
            <Questions estate={estate} most={1} />
            <WorstFindings model={model} />
            <Mapping model={model} />
          </>
        )}
      </main>
      <Toast estate={estate} />
    </>
  );
}
