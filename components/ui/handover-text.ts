/** What a handover says, in words: the same in dashboard, popup and what is handed out. Pure; time comes in. */
import type {
  Candidate,
  CandidateReason,
  Handover,
  HandoverPlan,
  Ineligible,
  IneligibleReason,
  KeyPlan,
  Obstacle,
  Precondition,
  PreconditionCode,
  Step,
} from '../../lib/domain/handover.ts';
import type { Action } from '../../lib/domain/impact.ts';
import type { MappingIndex } from '../../lib/domain/mapping.ts';
import type { HandoverDocument } from '../../lib/domain/handover-document.ts';
import type { Instant } from '../../lib/domain/words.ts';
import { shownName } from './find-people.ts';
import { dateText, listText, numberText } from './format.ts';
import {
  type ImpactWords,
  impactWords,
  keyTitle,
  keyTypeText,
  mayOwnHead,
  ownerTypeText,
  workspaceText,
} from './impact-text.ts';
import { type MessageKey, plural, t } from './text.ts';
import { ownerTypeOf } from '../../lib/domain/owner-type.ts';

/** Somebody's name or address by id. */
export function personText(index: MappingIndex, userId: string): string {
  const user = index.users.get(userId);
  return (user && shownName(user)) ?? t('ui_person_unnamed');
}

/** Label, type and workspace of a key by id. */
export function keyText(index: MappingIndex, keyId: string): string {
  const key = index.keys.get(keyId);
  return key ? keyTitle(key, index.workspaces.get(key.workspaceId)?.name ?? null) : t('handover_key_gone');
}

/** So many names stand in a title; more are counted. */
const most = 3;

/** What is being prepared: `Remove Dana Abbott from EMEA Sales`. */
export function handoverTitle(index: MappingIndex, { action, only }: Pick<Handover, 'action' | 'only'>): string {
  if (only !== null)
    return t(
      'handover_title_only',
      listText(
        only.map((id) => keyText(index, id)),
        most,
      ),
    );
  const who = listText(
    action.users.map((id) => personText(index, id)),
    most,
  );
  const where = 'scope' in action && action.scope !== 'all' ? action.scope.workspaces : null;
  const places =
    where &&
    listText(
      where.map((id) => workspaceText(index.workspaces.get(id)?.name ?? null)),
      most,
    );
  switch (action.kind) {
    case 'remove':
      return places === null ? t('handover_title_remove_all', who) : t('handover_title_remove', who, places);
    case 'change-role':
      return places === null ? t('handover_title_role_all', who) : t('handover_title_role', who, places);
    case 'change-licence':
      return t('handover_title_licence', who);
    case 'deactivate-user':
      return t('handover_title_deactivate', who);
    case 'drop-org-admin':
      return t('handover_title_org_admin', who);
  }
}

/** Any act as a title: `Remove Dana Abbott from EMEA Sales`, `Deactivate Legal`. */
export function actionTitle(index: MappingIndex, action: Action): string {
  const place = (id: string): string => workspaceText(index.workspaces.get(id)?.name ?? null);
  if (action.kind === 'generate') {
    return t('whatif_title_generate', keyTypeText(action.type), place(action.workspace));
  }
  if (action.kind === 'deactivate-workspace') {
    return t('whatif_title_deactivate_workspace', listText(action.workspaces.map(place), most));
  }
  const title = handoverTitle(index, { action, only: null });
  const to = action.kind === 'change-role' ? action.role : action.kind === 'change-licence' ? action.license : null;
  return to === null ? title : t('whatif_title_to', title, to);
}

const states = {
  open: 'handover_state_open',
  'not-known': 'handover_state_not_known',
  ready: 'handover_state_ready',
  closed: 'handover_state_closed',
} as const satisfies Record<HandoverPlan['state'], MessageKey>;

/** `Open`, `Not known`, `Ready`, `Done`. */
export function stateText(plan: Pick<HandoverPlan, 'state'>): string {
  return t(states[plan.state]);
}

/** How far it is: whether the planned action would still break something. */
export function stateSentence({ state, impact, handover }: HandoverPlan): string {
  switch (state) {
    case 'closed':
      return t('handover_says_closed', dateText(handover.closedAt ?? handover.startedAt));
    case 'ready':
      return t('handover_says_ready');
    case 'not-known':
      return t('handover_says_not_known');
    case 'open': {
      const keys = new Set([
        ...impact.dies,
        ...impact.narrows,
        ...impact.replaced,
        ...impact.mayOwn.map(({ keyId }) => keyId),
      ]);
      return plural('handover_says_open', keys.size);
    }
  }
}

/** One step, as something to do. */
export function stepText(index: MappingIndex, plan: HandoverPlan, step: Step): string {
  if (step.kind === 'finish') {
    return plan.handover.only === null ? handoverTitle(index, plan.handover) : t('handover_step_close');
  }
  const key = step.keyId === null ? undefined : index.keys.get(step.keyId);
  switch (step.kind) {
    case 'tell':
      return key && key.usedBy.length > 0
        ? t('handover_step_tell', listText(key.usedBy))
        : t('handover_step_tell_nobody');
    case 'new-key': {
      const successorId = plan.keys.find(({ keyId }) => keyId === step.keyId)?.successorId ?? null;
      return successorId === null
        ? t('handover_step_new_key_nobody')
        : t('handover_step_new_key', personText(index, successorId));
    }
    case 'update':
      return step.use === null ? t('handover_step_update_nobody') : t('handover_step_update', step.use);
    case 'verify':
      return t('handover_step_verify');
  }
}

/** What is to be said beside a step: when it was done, or why it has to wait. */
export function stepNote(step: Step): string | null {
  if (step.doneAt !== null) return t('handover_done_on', dateText(step.doneAt));
  if (step.seen) return t('handover_step_seen');
  return step.waits ? t('handover_step_waits') : null;
}

/** How a key stands now, where that is another than planned; `null` where it is as planned. */
export function situationText(index: MappingIndex, key: KeyPlan): string | null {
  const ownerId = index.keys.get(key.keyId)?.ownerId;
  const owner = ownerId ? personText(index, ownerId) : t('ui_not_known');
  switch (key.situation) {
    case 'waiting':
      return key.added ? t('handover_key_added') : null;
    case 'moved':
      return t('handover_key_moved', owner);
    case 'moved-to-another':
      return t('handover_key_moved_elsewhere', owner);
    case 'owner-not-known':
      return t('handover_key_owner_not_known');
    case 'gone':
      return t('handover_key_dead');
    case 'deleted':
      return t('handover_key_deleted');
  }
}

const preconditions = {
  'successor-chosen': 'handover_needs_successor',
  'successor-eligible': 'handover_needs_eligible',
  'owner-confirmed': 'handover_needs_owner',
  'pages-read': 'handover_needs_read',
  'uses-noted': 'handover_needs_uses',
} as const satisfies Record<PreconditionCode, MessageKey>;

/** What should be true first. */
export function preconditionText({ code }: Precondition): string {
  return t(preconditions[code]);
}

/** The sandbox key to rehearse with, or that there is none; `null` for a sandbox key. */
export function rehearsalText(index: MappingIndex, key: KeyPlan): string | null {
  if (index.keys.get(key.keyId)?.type !== 'production') return null;
  return key.rehearsalKeyId === null
    ? t('handover_no_rehearsal')
    : t('handover_rehearsal', keyText(index, key.rehearsalKeyId));
}

function useText({ group }: Candidate): string {
  const [fullest] = group.classes.filter(({ use }) => use !== null).sort((a, b) => (b.use ?? 0) - (a.use ?? 0));
  return fullest ? t('handover_why_use', numberText(Math.round((fullest.use ?? 0) * 100)), fullest.name) : '';
}

/** Why somebody is a good successor, or less of one: one sentence. */
export function candidateText(candidate: Candidate): string {
  const words: Record<CandidateReason, () => string> = {
    'service-account': () => t('handover_why_service_account'),
    person: () => t('handover_why_person'),
    untagged: () => t('handover_why_untagged'),
    'owns-none': () => t('handover_why_owns_none'),
    'owns-some': () => plural('handover_why_owns', candidate.owns),
    'use-fine': () => useText(candidate),
    'use-watch': () => useText(candidate),
    'use-tight': () => useText(candidate),
    'use-throttled': () => useText(candidate),
    'demand-not-declared': () => t('handover_why_not_declared'),
    'licence-less': () => t('handover_why_licence_less'),
    'licence-not-known': () => t('handover_why_licence_not_known'),
    'org-admin-not-known': () => t('handover_why_org_admin_not_known'),
  };
  return listText(candidate.reasons.map((reason) => words[reason]()));
}

const hindrances = {
  themself: 'handover_not_themself',
  leaving: 'handover_not_leaving',
  'not-admin': 'handover_not_admin',
  'role-not-known': 'handover_not_role_known',
  invited: 'handover_not_invited',
  removed: 'handover_not_removed',
  blocked: 'handover_not_blocked',
  'not-observed': 'handover_not_observed',
  'org-admin': 'handover_not_org_admin',
  'not-org-admin': 'handover_not_no_org_admin',
  'over-limit': 'handover_not_over_limit',
  'buys-seat': 'handover_not_buys_seat',
} as const satisfies Record<IneligibleReason, MessageKey>;

/** Why somebody cannot own the next key: one sentence. */
export function ineligibleText({ reasons }: Ineligible): string {
  return listText(reasons.map((reason) => t(hindrances[reason])));
}

const obstacles = {
  'workspace-owner': 'handover_obstacle_owner',
  'last-admin': 'handover_obstacle_last_admin',
  'perhaps-last-admin': 'handover_obstacle_perhaps_last_admin',
} as const satisfies Record<Obstacle['code'], MessageKey>;

/** A step that PandaDoc will refuse, and what helps. */
export function obstacleText(index: MappingIndex, { code, userId, workspaceId }: Obstacle): string {
  return t(obstacles[code], personText(index, userId), workspaceText(index.workspaces.get(workspaceId)?.name ?? null));
}

/** `3 of 8 steps done`. */
export function progressText({ done, total }: Pick<HandoverPlan, 'done' | 'total'>): string {
  return t('handover_progress', numberText(done), plural('handover_steps', total));
}

/** The next step that is open, with its key. */
export function nextStep(plan: HandoverPlan): Step | null {
  const steps = [...plan.keys.flatMap((key) => key.steps), plan.finish];
  return steps.find(({ doneAt, seen }) => doneAt === null && !seen) ?? null;
}

/** How many people who are not eligible are named; a workspace may have hundreds of members. */
const mostNamed = 12;

/** The whole plan as a document, to be handed out as Markdown. */
export function handoverDocument(
  index: MappingIndex,
  plan: HandoverPlan,
  now: Instant,
  consequences: ImpactWords['consequences'] = [],
): HandoverDocument {
  const { handover } = plan;
  const { mapping } = index;
  const words = impactWords(index, plan.impact, handover.action, now, consequences);
  const person = (userId: string, why: string): string => t('handover_person_why', personText(index, userId), why);
  const step = (each: Step) => {
    const note = stepNote(each);
    const text = stepText(index, plan, each);
    return {
      done: each.doneAt !== null || each.seen,
      text: note === null ? text : t('handover_step_with_note', text, note),
    };
  };
  return {
    title: t('handover_document_title', handoverTitle(index, handover)),
    facts: [
      t(
        'handover_document_about',
        mapping.region.toUpperCase(),
        mapping.organization.name ?? t('ui_organization_unnamed'),
        dateText(handover.startedAt),
      ),
      t('handover_document_state', stateText(plan), stateSentence(plan), progressText(plan)),
    ],
    sections: [
      {
        title: t('handover_document_impact'),
        paragraphs: [t('popup_forward_head', words.word, words.summary), ...words.sentences],
        points: words.keys.map(({ line }) => line),
        steps: [],
      },
      ...(words.mayOwn.length > 0
        ? [{ title: mayOwnHead(), paragraphs: [], points: words.mayOwn.map(({ line }) => line), steps: [] }]
        : []),
      ...(words.unknown.length > 0
        ? [{ title: t('popup_not_known_head'), paragraphs: [], points: words.unknown, steps: [] }]
        : []),
      ...words.consequences.map(({ title, lines }) => ({ title, paragraphs: [], points: lines, steps: [] })),
      ...(plan.obstacles.length > 0
        ? [
            {
              title: t('handover_obstacles'),
              paragraphs: [],
              points: plan.obstacles.map((each) => obstacleText(index, each)),
              steps: [],
            },
          ]
        : []),
      ...plan.keys.map((key) => {
        const owner = index.users.get(index.keys.get(key.keyId)?.ownerId ?? '');
        const rest = key.ineligible.length - mostNamed;
        return {
          title: keyText(index, key.keyId),
          paragraphs: [
            owner
              ? t('handover_document_owner', personText(index, owner.id), ownerTypeText(ownerTypeOf(owner)))
              : t('overlay_owner_unknown'),
            key.successorId === null
              ? t('handover_document_no_successor')
              : t('handover_document_successor', personText(index, key.successorId)),
            situationText(index, key),
            rehearsalText(index, key),
          ].filter((text) => text !== null),
          points: [
            ...key.preconditions.map((each) =>
              t(each.met ? 'handover_document_met' : 'handover_document_not_met', preconditionText(each)),
            ),
            ...key.candidates.map((each) => t('handover_document_candidate', person(each.userId, candidateText(each)))),
            ...key.ineligible
              .slice(0, mostNamed)
              .map((each) => t('handover_document_ineligible', person(each.userId, ineligibleText(each)))),
            ...(rest > 0 ? [plural('handover_document_more', rest)] : []),
          ],
          steps: key.steps.map(step),
        };
      }),
      { title: t('handover_document_last'), paragraphs: [], points: [], steps: [step(plan.finish)] },
    ],
    foot: t('popup_forward_foot', dateText(now)),
  };
}
