/** The first minute: what Keyholder does and never does, which pages to open, whose keys to name. Opened once by itself. */
import { numberText } from '../ui/format.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { plural, t } from '../ui/text.ts';
import type { ComponentChildren } from 'preact';
import { regions } from '../../lib/domain/words.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { InboxButton } from './inbox.tsx';
import { keyPage } from './sweep-card.tsx';
import { firstSteps } from './welcome-model.ts';

function Step({
  number,
  icon,
  title,
  state,
  done,
  current,
  children,
}: {
  number: number;
  icon: IconName;
  title: string;
  state: string | null;
  done: boolean;
  current: boolean;
  children: ComponentChildren;
}) {
  return (
    <li class={`first-step ${current ? 'first-step-current' : ''}`} aria-current={current ? 'step' : undefined}>
      <span class="first-step-number" aria-hidden="true">
        {done ? <Icon name="check" /> : numberText(number)}
      </span>
      <div class="first-step-body">
        <h2>
          <Icon name={icon} />
          {title}
        </h2>
        {children}
        {state !== null && <p class="first-step-state">{state}</p>}
      </div>
    </li>
  );
}

export function WelcomeView({ model }: { model: DashboardModel }) {
  const { estate, demo } = model;
  const steps = firstSteps(model.workspaces.value, model.openItems.value, estate.rows.value);
  return (
    <>
      <div class="view-head">
        <div>
          <h1>{t('welcome_title')}</h1>
          <p class="soft">{t('welcome_why')}</p>
        </div>
      </div>
      <ol class="first-steps" role="list">
        <Step number={1} icon="shield" title={t('welcome_does')} state={null} done={steps.next > 2} current={false}>
          <ul class="does">
            <li class="does-yes">{t('welcome_does_reads')}</li>
            <li class="does-yes">{t('welcome_does_holds')}</li>
            <li class="does-no">{t('welcome_never_reads_key')}</li>
            <li class="does-no">{t('welcome_never_sends')}</li>
            <li class="does-no">{t('welcome_never_changes')}</li>
          </ul>
        </Step>
        <Step
          number={2}
          icon="external"
          title={t('welcome_open')}
          done={steps.workspaces > 0 && steps.read === steps.workspaces}
          current={steps.next === 2}
          state={
            steps.workspaces === 0
              ? t('welcome_open_none')
              : t('sweep_read', numberText(steps.read), numberText(steps.workspaces))
          }
        >
          <p>{t('welcome_open_how')}</p>
          <div class="actions">
            {regions.map((region) => (
              <a key={region} class="go" href={keyPage[region]} target="_blank" rel="noreferrer">
                <Icon name="external" />
                {t('welcome_open_region', region.toUpperCase())}
              </a>
            ))}
          </div>
        </Step>
        <Step
          number={3}
          icon="people"
          title={t('welcome_tag')}
          done={steps.next === 4}
          current={steps.next === 3}
          state={steps.keys === 0 ? null : plural('welcome_tag_state', steps.keys, numberText(steps.settled))}
        >
          <p>{t('welcome_tag_how')}</p>
          <div class="actions">
            <InboxButton model={model} />
          </div>
        </Step>
      </ol>
      <div class="actions">
        <a class="go" href="#/keys">
          {t('welcome_done')}
        </a>
        {!demo.active && (
          <button type="button" class="secondary" onClick={() => demo.open()}>
            <Icon name="flask" />
            {t('demo_open')}
          </button>
        )}
      </div>
      <p class="soft foot-note">{t('welcome_again')}</p>
    </>
  );
}
