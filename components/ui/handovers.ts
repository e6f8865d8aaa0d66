/** Handovers as popup and dashboard see them: each with its plan as things stand. No DOM. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { type Handover, type HandoverPlan, leavingBy, planHandover, type Step } from '../../lib/domain/handover.ts';
import type { Estate, OrganizationView } from './estate.ts';
import { t } from './text.ts';

export interface HandoverRow {
  id: string;
  handover: Handover;
  organization: OrganizationView;
  plan: HandoverPlan;
}

/** All handovers with their plans, open ones first, newest first; one of an organization that is gone is left out. */
export function handoverRows(estate: Estate): ReadonlySignal<HandoverRow[]> {
  return computed(() => {
    const organizations = new Map(estate.organizations.value.map((each) => [each.id, each]));
    const handovers = estate.handovers.value;
    const rows = handovers.flatMap((handover): HandoverRow[] => {
      const organization = organizations.get(handover.organizationId);
      if (!organization) return [];
      const leaving = leavingBy(handovers.filter(({ id }) => id !== handover.id));
      const plan = planHandover(organization.index, handover, estate.now.value, organization.policy, { leaving });
      return [{ id: handover.id, handover, organization, plan }];
    });
    const closed = ({ plan }: HandoverRow): number => (plan.state === 'closed' ? 1 : 0);
    return rows.sort((a, b) => closed(a) - closed(b));
  });
}

/** Whether ticking a step off also records the new key: its successor is chosen, and the mapping does not show it yet. */
export function recordsKey(plan: HandoverPlan, step: Step): boolean {
  if (step.kind !== 'new-key' || step.seen) return false;
  return plan.keys.some(({ keyId, successorId }) => keyId === step.keyId && successorId !== null);
}

/** Ticks a step off, or takes the tick back. */
export async function tickStep(estate: Estate, { plan }: HandoverRow, step: Step, done: boolean): Promise<void> {
  const { id, revision } = plan.handover;
  await estate.change(
    'own/tick-handover',
    { id, revision, step: step.id, done, record: done && recordsKey(plan, step) },
    t(done ? 'handover_ticked' : 'handover_unticked'),
  );
}
