/** What only a person can answer: whose reading this is, and whether a concluded owner is right. */
import { useId, useState } from 'preact/hooks';
import type { Estate, KeyRow } from './estate.ts';
import { shownName } from './find-people.ts';
import { dateText, listText, timeText } from './format.ts';
import { keyTitle, workspaceText } from './impact-text.ts';
import type { AsideReading } from './reader.ts';
import { type MessageKey, plural, t } from './text.ts';

const kinds = {
  keys: 'question_kind_keys',
  members: 'question_kind_members',
  workspaces: 'question_kind_workspaces',
  generated: 'question_kind_generated',
} as const satisfies Record<AsideReading['observation']['kind'], MessageKey>;

/** The value of the choice that is no workspace yet. */
const newOne = ' new';

function ReadingQuestion({ estate, reading }: { estate: Estate; reading: AsideReading }) {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const workspaces =
    estate.organizations.value.find((organization) => organization.id === reading.organizationId)?.mapping.workspaces ??
    [];
  const { candidates, name: claimed } = reading.observation.workspace;
  const shown = [...new Set([claimed, ...candidates].filter((each) => each !== null && each !== ''))] as string[];
  const value = chosen === newOne ? name.trim() : chosen;
  const answer = (workspaceId: string | { name: string } | null, done: string): void => {
    void estate.change('own/file-reading', { readingId: reading.id, workspaceId }, done);
  };
  const file = (event: Event): void => {
    event.preventDefault();
    if (value === '') return;
    const asName = chosen === newOne || chosen.startsWith('name:');
    answer(asName ? { name: value.replace(/^name:/, '') } : value, t('question_filed'));
  };
  return (
    <form class="question" onSubmit={file}>
      <p>
        <strong>{t(kinds[reading.observation.kind], timeText(reading.at))}</strong>
      </p>
      {shown.length > 0 && <p class="soft">{t('question_names_shown', listText(shown))}</p>}
      <div class="field-row">
        <label class="field" for={`${id}-workspace`}>
          <span>{t('question_which_workspace')}</span>
          <select id={`${id}-workspace`} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{t('ui_choose')}</option>
            {workspaces.map((workspace) => (
              <option key={workspace.id} value={workspace.id}>
                {workspaceText(workspace.name)}
              </option>
            ))}
            {shown
              .filter((each) => !workspaces.some((workspace) => workspace.name === each))
              .map((each) => (
                <option key={each} value={`name:${each}`}>
                  {t('question_new_named', each)}
                </option>
              ))}
            <option value={newOne}>{t('question_new')}</option>
          </select>
        </label>
        {chosen === newOne && (
          <label class="field" for={`${id}-name`}>
            <span>{t('question_new_name')}</span>
            <input
              id={`${id}-name`}
              type="text"
              required
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
        )}
      </div>
      <div class="actions">
        <button type="submit" class="primary small" disabled={value === ''}>
          {t('question_file')}
        </button>
        <button type="button" class="quiet small" onClick={() => answer(null, t('question_thrown_away_done'))}>
          {t('question_throw_away')}
        </button>
      </div>
    </form>
  );
}

function OwnerQuestion({ estate, row }: { estate: Estate; row: KeyRow }) {
  const who = row.owner ? (shownName(row.owner) ?? t('ui_person_unnamed')) : '';
  const answer = (accept: boolean): void => {
    const done = accept ? t('question_confirmed') : t('question_left');
    void estate.change('own/confirm-generation', { keyId: row.id, accept }, done);
  };
  const title = keyTitle(row.key, row.workspace.name);
  return (
    <div class="question">
      <p>
        <strong>{t('question_generated', title)}</strong>
      </p>
      <p>
        {row.key.createdOn ? t('question_owner_since', who, dateText(row.key.createdOn)) : t('question_owner', who)}
      </p>
      <div class="actions">
        <button type="button" class="primary small" onClick={() => answer(true)}>
          {t('question_confirm', who)}
        </button>
        <button type="button" class="quiet small" onClick={() => answer(false)}>
          {t('question_not_so')}
        </button>
      </div>
    </div>
  );
}

/** Open questions, `most` of a kind at a time; nothing where there is none. */
export function Questions({ estate, most }: { estate: Estate; most: number }) {
  const proposed = estate.rows.value.filter((row) => row.proposed);
  const aside = estate.aside.value;
  if (proposed.length + aside.length === 0) return null;
  const waiting = Math.max(0, proposed.length - most) + Math.max(0, aside.length - most);
  return (
    <section class="questions" aria-label={t('question_heading')}>
      <h2>{t('question_heading')}</h2>
      {proposed.slice(0, most).map((row) => (
        <OwnerQuestion key={row.id} estate={estate} row={row} />
      ))}
      {aside.slice(0, most).map((reading) => (
        <ReadingQuestion key={reading.id} estate={estate} reading={reading} />
      ))}
      {waiting > 0 && <p class="soft">{plural('question_waiting', waiting)}</p>}
    </section>
  );
}
