/** Steps of a handover as boxes to tick. */
import type { Step } from '../../lib/domain/handover.ts';
import type { Estate } from './estate.ts';
import { stepNote, stepText } from './handover-text.ts';
import { type HandoverRow, recordsKey, tickStep } from './handovers.ts';
import { t } from './text.ts';

/** One step; what the mapping shows by itself, or what still has to wait, cannot be ticked. */
export function StepBox({ estate, row, step }: { estate: Estate; row: HandoverRow; step: Step }) {
  const note = stepNote(step) ?? (recordsKey(row.plan, step) ? t('handover_step_records') : null);
  const done = step.doneAt !== null || step.seen;
  return (
    <label class={`step step-${step.kind}${done ? ' step-done' : ''}`}>
      <input
        type="checkbox"
        checked={done}
        disabled={step.waits || (step.seen && step.doneAt === null)}
        onChange={(event) => void tickStep(estate, row, step, event.currentTarget.checked)}
      />
      <span>
        <span class="step-text">{stepText(row.organization.index, row.plan, step)}</span>
        {note && <span class="soft">{note}</span>}
      </span>
    </label>
  );
}
