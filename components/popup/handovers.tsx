/** Open handovers: how far each is, and its next step to tick off. */
import { handoverTitle, keyText, nextStep, progressText, stateText } from '../ui/handover-text.ts';
import { StepBox } from '../ui/handover-steps.tsx';
import { plural, t } from '../ui/text.ts';
import type { PopupModel } from './popup-model.ts';

/** More than this are only counted: the popup is small. */
const most = 3;

export function Handovers({ model }: { model: PopupModel }) {
  const open = model.handovers.value.filter(({ plan }) => plan.state !== 'closed');
  if (open.length === 0) return null;
  return (
    <section class="handovers" aria-labelledby="handovers-heading">
      <h2 id="handovers-heading">{t('handover_open_heading')}</h2>
      <ul role="list">
        {open.slice(0, most).map((row) => {
          const { plan, organization } = row;
          const step = nextStep(plan);
          const title = handoverTitle(organization.index, plan.handover);
          return (
            <li key={row.id}>
              <p class="handover-title">
                <button
                  type="button"
                  class="quiet small"
                  onClick={() => void model.openDashboard(`#/handovers?handover=${row.id}`)}
                >
                  {title}
                </button>
                <span class={`state state-${plan.state}`}>{stateText(plan)}</span>
              </p>
              <p class="soft">{progressText(plan)}</p>
              {step && (
                <>
                  {step.keyId !== null && <p class="soft">{keyText(organization.index, step.keyId)}</p>}
                  <StepBox estate={model.estate} row={row} step={step} />
                </>
              )}
            </li>
          );
        })}
      </ul>
      {open.length > most && (
        <button type="button" class="quiet small" onClick={() => void model.openDashboard('#/handovers')}>
          {plural('ui_more', open.length - most)}
        </button>
      )}
    </section>
  );
}
