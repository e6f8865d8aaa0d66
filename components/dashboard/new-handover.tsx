/** A handover before it is begun: what it would be about, from a hold, a person or a key that the address names. */
import { useEffect, useState } from 'preact/hooks';
import { type Handover, handoverKeys, type HandoverOrigin, impactOfHandover } from '../../lib/domain/handover.ts';
import { type Action, impact } from '../../lib/domain/impact.ts';
import type { Estate, OrganizationView } from '../ui/estate.ts';
import { actionTitle, handoverTitle, personText } from '../ui/handover-text.ts';
import { Icon } from '../ui/icons.tsx';
import { impactWords } from '../ui/impact-text.ts';
import { t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { ImpactPart } from './impact-part.tsx';

type Intent = Pick<Handover, 'organizationId' | 'action' | 'only' | 'origin'>;
/** What was held may be an act that no handover prepares: what it does is shown all the same. */
type Asked = Omit<Intent, 'action'> & { action: Action };

function isPlannable(asked: Asked): asked is Intent {
  return 'users' in asked.action;
}

/** An act about no person: what it does, and why there is nothing to hand over. */
function NothingToPlan({
  estate,
  organization,
  action,
}: {
  estate: Estate;
  organization: OrganizationView;
  action: Action;
}) {
  const { index, policy } = organization;
  const now = estate.now.value;
  const result = impact(index, action, now, policy);
  return (
    <section class="panel-card">
      <h2>{actionTitle(index, action)}</h2>
      <ImpactPart
        words={impactWords(index, result, action, now, estate.follow(organization, [action]))}
        about={[]}
        impact={result}
        {...{ estate, organization }}
      />
      <p>{t(action.kind === 'generate' ? 'dashboard_handover_owner_first' : 'dashboard_handover_workspace_ends')}</p>
    </section>
  );
}

/** What the address asks for, where it names a person or a key. */
function intentOf(model: DashboardModel, parameters: URLSearchParams): Intent | null {
  const origins: Record<string, HandoverOrigin> = { check: 'check', finding: 'finding' };
  const origin = origins[parameters.get('from') ?? ''] ?? 'list';
  const keyId = parameters.get('key');
  const row = keyId === null ? undefined : model.estate.rowsById.value.get(keyId);
  if (row?.owner) {
    const scope = { workspaces: [row.workspace.id] };
    const action = { kind: 'remove' as const, users: [row.owner.id], scope };
    return { organizationId: row.organization.id, action, only: [row.id], origin };
  }
  const userIds = parameters.getAll('user');
  const people = model.people.value.filter(({ id }) => userIds.includes(id));
  const organization = people[0]?.organization;
  if (!organization) return null;
  const workspaces = parameters.getAll('workspace').filter((id) => organization.index.workspaces.has(id));
  return {
    organizationId: organization.id,
    action: {
      kind: 'remove',
      users: people.filter((each) => each.organization === organization).map(({ id }) => id),
      scope: workspaces.length > 0 ? { workspaces } : 'all',
    },
    only: null,
    origin,
  };
}

function sameAs(intent: Intent) {
  const text = JSON.stringify([intent.action, intent.only]);
  return (handover: Handover): boolean =>
    handover.closedAt === null && JSON.stringify([handover.action, handover.only]) === text;
}

/** The question; `onNothing` is shown where the address names nothing that is known. */
export function NewHandover({ model, onNothing }: { model: DashboardModel; onNothing: preact.ComponentChildren }) {
  const { estate } = model;
  const { parameters } = model.route.value;
  const holdId = parameters.get('hold');
  const [held, setHeld] = useState<Asked | 'asking' | null>(holdId === null ? null : 'asking');
  useEffect(() => {
    if (holdId === null) return;
    void estate.ask('own/tell-hold', { holdId }).then((answer) => {
      const { organizationId, action, only } = answer ?? { organizationId: null, action: null, only: null };
      setHeld(organizationId === null || action === null ? null : { organizationId, action, only, origin: 'warning' });
    });
  }, [holdId]);
  if (held === 'asking') return null;
  const intent: Asked | null = held ?? intentOf(model, parameters);
  const organization = estate.organizations.value.find(({ id }) => id === intent?.organizationId);
  if (!intent || !organization) {
    return (
      <>
        {holdId !== null && <p class="alert">{t('dashboard_handover_hold_gone')}</p>}
        {onNothing}
      </>
    );
  }
  if (!isPlannable(intent)) return <NothingToPlan estate={estate} organization={organization} action={intent.action} />;
  const { index, policy } = organization;
  const now = estate.now.value;
  const title = handoverTitle(index, intent);
  const known = estate.handovers.value.find(sameAs(intent));
  const keys = handoverKeys(index, intent, now, policy);
  const result = impactOfHandover(index, intent, now, policy);
  const start = async (): Promise<void> => {
    const id = estate.newId();
    const { organizationId, action, only, origin } = intent;
    const done = await estate.change(
      'own/start-handover',
      { id, organizationId, origin, action, only },
      t('handover_started'),
    );
    if (done) location.hash = `#/handovers?handover=${done.id}`;
  };
  return (
    <section class="panel-card">
      <h2>{t('dashboard_handover_new', title)}</h2>
      <ImpactPart
        words={impactWords(
          index,
          result,
          intent.action,
          now,
          intent.only === null ? estate.follow(organization, [intent.action]) : [],
        )}
        about={intent.action.users.map((id) => personText(index, id))}
        impact={result}
        {...{ estate, organization }}
      />
      {keys.length === 0 && <p>{t('dashboard_handover_nothing')}</p>}
      {known && (
        <p>
          <a href={`#/handovers?handover=${known.id}`}>{t('dashboard_handover_under_way', title)}</a>
        </p>
      )}
      {keys.length > 0 && (
        <div class="actions">
          <button type="button" class="primary" onClick={() => void start()}>
            <Icon name="check" />
            {t('dashboard_handover_start')}
          </button>
        </div>
      )}
    </section>
  );
}
