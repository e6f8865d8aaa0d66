/** The answer to "Can I remove…": severity in a word first, then what stops, what goes on, what is not known. */
import type { Answer } from '../../lib/domain/impact.ts';
import { Address } from '../ui/address.tsx';
import { ConsequenceList } from '../ui/consequence-list.tsx';
import { copyText } from '../ui/copy.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { mayOwnHead } from '../ui/impact-text.ts';
import { OwnerTypeButton } from '../ui/owner-type-button.tsx';
import { tagUser } from '../ui/suggestion.tsx';
import { t } from '../ui/text.ts';
import type { PopupModel } from './popup-model.ts';
import { forwardable } from './removal-check.ts';

const icons: Record<Answer, IconName> = {
  critical: 'stop',
  high: 'stop',
  medium: 'warning',
  low: 'warning',
  'nothing-at-stake': 'check',
  'not-known': 'question',
};

/** The region is new each time, inside a live part that is always there, so that the answer is heard. */
export function Removal({ model }: { model: PopupModel }) {
  const answer = model.answer.value;
  const chosen = model.chosen.value;
  return (
    <div aria-live="polite">
      {answer && (
        <section
          role="region"
          aria-label={t('popup_removal_check')}
          class={`answer answer-${answer.answer}`}
          key={model.person.value}
        >
          <p class="answer-word">
            <Icon name={icons[answer.answer]} />
            <strong>{answer.word}</strong>
          </p>
          <p class="answer-summary">{answer.summary}</p>
          {chosen && (
            <div class="answer-who">
              {chosen.user.name !== null && chosen.user.email !== null && (
                <span class="soft">
                  <Address>{chosen.user.email}</Address>
                </span>
              )}
              <OwnerTypeButton
                type={chosen.ownerType}
                onChoose={(ownerType) => void tagUser(model.estate, chosen.user, ownerType)}
              />
            </div>
          )}
          {answer.keys.length > 0 && (
            <ul class="answer-keys" role="list">
              {answer.keys.map(({ id, line }) => (
                <li key={id}>{line}</li>
              ))}
            </ul>
          )}
          {answer.mayOwn.length > 0 && (
            <>
              <p>{mayOwnHead()}</p>
              <ul class="answer-keys" role="list">
                {answer.mayOwn.map(({ id, line }) => (
                  <li key={id}>{line}</li>
                ))}
              </ul>
            </>
          )}
          {answer.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {answer.unknown.length > 0 && (
            <div class="answer-unknown">
              <p class="answer-unknown-head">{t('popup_not_known_head')}</p>
              {answer.unknown.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          )}
          <ConsequenceList parts={answer.consequences} />
          {answer.successors.length > 0 && (
            <div class="answer-successors">
              <p class="strong">{t('popup_successors')}</p>
              {answer.successors.map(({ id, line }) => (
                <p key={id}>{line}</p>
              ))}
            </div>
          )}
          {answer.readings && <p class="soft">{answer.readings}</p>}
          <div class="actions">
            {(answer.impact.held || answer.keys.length > 0) && (
              <button
                type="button"
                class="primary small"
                onClick={() => void model.openDashboard(`#/handovers?user=${model.person.value ?? ''}&from=check`)}
              >
                <Icon name="handover" />
                {t('handover_plan')}
              </button>
            )}
            <button
              type="button"
              class="secondary small"
              onClick={() => void copyText(model.estate, forwardable(answer, model.now()))}
            >
              <Icon name="copy" />
              {t('popup_copy')}
            </button>
          </div>
        </section>
      )}
    </div>
  );
}
