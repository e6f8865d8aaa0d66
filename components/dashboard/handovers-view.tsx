/** Handovers: all of them, one of them, or a new one, as the address says. */
import { Combobox } from '../ui/combobox.tsx';
import { findPeople, shownName } from '../ui/find-people.ts';
import {
  handoverTitle,
  keyText,
  nextStep,
  progressText,
  stateSentence,
  stateText,
  stepText,
} from '../ui/handover-text.ts';
import { Icon } from '../ui/icons.tsx';
import { ownerTypeText } from '../ui/impact-text.ts';
import { plural, t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { HandoverDetail } from './handover-detail.tsx';
import { NewHandover } from './new-handover.tsx';
import { WhatIf } from './what-if.tsx';

function WhoLeaves({ model }: { model: DashboardModel }) {
  return (
    <div class="who-leaves">
      <Combobox
        label={t('dashboard_handover_find')}
        labelled
        icon={<Icon name="people" />}
        find={(text) =>
          findPeople(model.people.value, text).map((person) => ({
            id: person.id,
            text: shownName(person.user) ?? t('ui_person_unnamed'),
            secondary: person.user.name === null ? null : person.user.email,
            tag: t('popup_person_tag', ownerTypeText(person.ownerType), person.organization.region.toUpperCase()),
          }))
        }
        value=""
        onChoose={(picked) => {
          if (picked) location.hash = `#/handovers?user=${picked.id}`;
        }}
        nothing={() => (model.people.value.length === 0 ? t('popup_nobody_known') : t('popup_nobody_fits'))}
      />
    </div>
  );
}

function List({ model }: { model: DashboardModel }) {
  const rows = model.handovers.value;
  if (rows.length === 0) {
    return (
      <div class="teach">
        <h2>{t('dashboard_no_handovers')}</h2>
        <p>{t('dashboard_no_handovers_why')}</p>
      </div>
    );
  }
  return (
    <ul class="handover-list" role="list">
      {rows.map(({ id, plan, organization: { index, region }, handover }) => {
        const step = nextStep(plan);
        return (
          <li key={id} class="panel-card">
            <h2>
              <a href={`#/handovers?handover=${id}`}>{handoverTitle(index, handover)}</a>
            </h2>
            <p>
              <span class={`state state-${plan.state}`}>{stateText(plan)}</span> <span>{stateSentence(plan)}</span>
            </p>
            <p class="soft">
              <span class="region">{region.toUpperCase()}</span> {progressText(plan)}
            </p>
            {step && plan.state !== 'closed' && (
              <p>
                {t(
                  'handover_next',
                  step.keyId === null
                    ? stepText(index, plan, step)
                    : t('handover_person_why', keyText(index, step.keyId), stepText(index, plan, step)),
                )}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The view. */
export function HandoversView({ model }: { model: DashboardModel }) {
  const { parameters } = model.route.value;
  const id = parameters.get('handover');
  const row = id === null ? undefined : model.handovers.value.find((each) => each.id === id);
  if (row) return <HandoverDetail model={model} row={row} />;
  const asksWhatIf = parameters.has('what-if');
  const asksNew = ['hold', 'user', 'key'].some((name) => parameters.has(name));
  const list = <List model={model} />;
  const open = model.handovers.value.filter(({ plan }) => plan.state !== 'closed').length;
  return (
    <>
      <div class="view-head">
        <div>
          <h1>{t('dashboard_handovers')}</h1>
          <p class="soft">{plural('dashboard_handover_count_open', open)}</p>
        </div>
        {!asksWhatIf && (
          <div class="actions">
            <button type="button" class="secondary" onClick={() => (location.hash = '#/handovers?what-if=1')}>
              {t('whatif_open')}
            </button>
          </div>
        )}
      </div>
      {asksWhatIf && <WhatIf model={model} />}
      {id !== null && <p class="alert">{t('dashboard_handover_gone')}</p>}
      {asksNew ? (
        // Another question is another component: nothing of the former one's answer is shown for it.
        <NewHandover key={parameters.toString()} model={model} onNothing={<WhoLeaves model={model} />} />
      ) : (
        <WhoLeaves model={model} />
      )}
      {list}
    </>
  );
}
