/** One handover: what it is for, who follows on each key, and the steps to tick off, in their order. */
import type { KeyPlan } from '../../lib/domain/handover.ts';
import { ownerTypeOf } from '../../lib/domain/owner-type.ts';
import { copyText } from '../ui/copy.ts';
import type { Estate } from '../ui/estate.ts';
import { download } from '../ui/export-button.tsx';
import { StepBox } from '../ui/handover-steps.tsx';
import {
  candidateText,
  handoverDocument,
  handoverTitle,
  ineligibleText,
  keyText,
  obstacleText,
  personText,
  preconditionText,
  progressText,
  rehearsalText,
  situationText,
  stateSentence,
  stateText,
} from '../ui/handover-text.ts';
import type { HandoverRow } from '../ui/handovers.ts';
import { numberText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { impactWords, ownerTypeText } from '../ui/impact-text.ts';
import { MenuButton } from '../ui/menu.tsx';
import { t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { DeletePart } from './delete-part.tsx';
import { ImpactPart } from './impact-part.tsx';

function Successor({ estate, row, key_ }: { estate: Estate; row: HandoverRow; key_: KeyPlan }) {
  const { index } = row.organization;
  const { id, revision } = row.handover;
  const title = keyText(index, key_.keyId);
  const choose = (userId: string | null): void => {
    void estate.change(
      'own/choose-successor',
      { id, revision, keyId: key_.keyId, userId },
      t('handover_successor_set'),
    );
  };
  const chosen = key_.candidates.find(({ userId }) => userId === key_.successorId);
  const chosenElsewhere = key_.successorId !== null && !chosen;
  return (
    <div class="successor">
      <label>
        <span class="strong">{t('dashboard_handover_successor', title)}</span>
        <select
          value={key_.successorId ?? ''}
          onChange={(event) => choose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        >
          <option value="">{t('dashboard_handover_successor_none')}</option>
          {chosenElsewhere && key_.successorId !== null && (
            <option value={key_.successorId}>{personText(index, key_.successorId)}</option>
          )}
          {key_.candidates.map(({ userId }) => {
            const user = index.users.get(userId);
            const type = user ? ownerTypeText(ownerTypeOf(user)) : '';
            return (
              <option key={userId} value={userId}>
                {t('popup_about', personText(index, userId), type)}
              </option>
            );
          })}
        </select>
      </label>
      {key_.candidates.length === 0 && <p class="caution">{t('dashboard_handover_nobody_eligible')}</p>}
      {key_.candidates.length > 0 && (
        <ol class="candidates">
          {key_.candidates.slice(0, 5).map((candidate) => (
            <li key={candidate.userId}>
              {t('handover_person_why', personText(index, candidate.userId), candidateText(candidate))}
            </li>
          ))}
        </ol>
      )}
      {key_.ineligible.length > 0 && (
        <details>
          <summary>{t('dashboard_handover_cannot', numberText(key_.ineligible.length))}</summary>
          <ul>
            {key_.ineligible.slice(0, 200).map((each) => (
              <li key={each.userId}>
                {t('handover_person_why', personText(index, each.userId), ineligibleText(each))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function KeySection({ estate, row, key_ }: { estate: Estate; row: HandoverRow; key_: KeyPlan }) {
  const { index } = row.organization;
  const title = keyText(index, key_.keyId);
  const situation = situationText(index, key_);
  const rehearsal = key_.preconditions.length > 0 ? rehearsalText(index, key_) : null;
  const closed = row.plan.state === 'closed';
  return (
    <section class="panel-card handover-key" aria-label={title}>
      <h2>{title}</h2>
      {situation && <p class="situation">{situation}</p>}
      {key_.preconditions.length > 0 && !closed && (
        <>
          <Successor estate={estate} row={row} key_={key_} />
          <div>
            <h3>{t('dashboard_handover_preconditions')}</h3>
            <ul class="preconditions" role="list">
              {key_.preconditions.map((each) => (
                <li key={each.code} class={each.met ? undefined : 'caution'}>
                  <Icon name={each.met ? 'check' : 'warning'} />
                  <span>
                    {t(each.met ? 'handover_document_met' : 'handover_document_not_met', preconditionText(each))}
                  </span>
                </li>
              ))}
            </ul>
            {rehearsal && <p class="soft">{rehearsal}</p>}
          </div>
        </>
      )}
      {key_.steps.length > 0 && (
        <ol class="steps" aria-label={t('dashboard_handover_steps', title)}>
          {key_.steps.map((step) => (
            <li key={step.id}>
              <StepBox estate={estate} row={row} step={step} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The whole of one handover. */
export function HandoverDetail({ model, row }: { model: DashboardModel; row: HandoverRow }) {
  const { estate } = model;
  const { plan, organization, handover } = row;
  const { index } = organization;
  const now = estate.now.value;
  const title = handoverTitle(index, handover);
  // Of a part of what an action does, nothing can be said about the whole.
  const follow = handover.only === null ? estate.follow(organization, [handover.action]) : [];
  const file = (format: 'md' | 'json') => model.handoverFile(plan, handoverDocument(index, plan, now, follow), format);
  const drop = async (): Promise<void> => {
    if (await estate.change('own/drop-handover', { id: row.id }, t('handover_dropped'))) location.hash = '#/handovers';
  };
  return (
    <>
      <p>
        <a href="#/handovers">{t('dashboard_handover_all')}</a>
      </p>
      <div class="view-head">
        <div>
          <h1>{title}</h1>
          <p>
            <span class={`state state-${plan.state}`}>{stateText(plan)}</span> <span>{stateSentence(plan)}</span>
          </p>
          <p class="handover-progress">
            <progress aria-label={t('dashboard_handover_progress', title)} max={plan.total} value={plan.done} />
            <span class="soft">{progressText(plan)}</span>
          </p>
        </div>
        <div class="actions">
          <MenuButton
            name={t('dashboard_handover_export')}
            class="secondary"
            items={[
              { id: 'md', text: 'Markdown' },
              { id: 'json', text: 'JSON' },
            ]}
            onChoose={(id) => {
              const { fileName, text } = file(id === 'json' ? 'json' : 'md');
              download(fileName, text, id === 'json' ? 'application/json' : 'text/markdown');
            }}
          >
            <Icon name="download" />
            <span>{t('dashboard_handover_export')}</span>
          </MenuButton>
          <button type="button" class="secondary" onClick={() => void copyText(estate, file('md').text)}>
            <Icon name="copy" />
            {t('dashboard_handover_copy')}
          </button>
        </div>
      </div>
      {plan.obstacles.length > 0 && (
        <div class="alert" role="group" aria-label={t('handover_obstacles')}>
          {plan.obstacles.map((each) => (
            <p key={`${each.userId} ${each.workspaceId}`}>{obstacleText(index, each)}</p>
          ))}
        </div>
      )}
      {plan.state !== 'closed' && (
        <section class="panel-card" aria-label={t('dashboard_handover_impact')}>
          <h2>{t('dashboard_handover_impact')}</h2>
          <ImpactPart
            words={impactWords(index, plan.impact, handover.action, now, follow)}
            about={handover.action.users.map((id) => personText(index, id))}
            impact={plan.impact}
            {...{ estate, organization }}
          />
        </section>
      )}
      {plan.keys.map((each) => (
        <KeySection key={each.keyId} estate={estate} row={row} key_={each} />
      ))}
      <section class="panel-card" aria-label={t('dashboard_handover_last')}>
        <h2>{t('dashboard_handover_last')}</h2>
        <StepBox estate={estate} row={row} step={plan.finish} />
      </section>
      <DeletePart consequence={t('dashboard_handover_drop_why')} depends={[]} onDelete={() => void drop()} />
    </>
  );
}
