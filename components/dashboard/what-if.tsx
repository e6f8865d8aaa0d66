/**
 * What if: several acts on a copy of the mapping, what they come to all together, and whether what must not happen would.
 * Nothing is recorded until handovers are made of it.
 */
import { useState } from 'preact/hooks';
import { handoverKeys, type HandoverAction } from '../../lib/domain/handover.ts';
import { type Action, type ActionKind, impactOf } from '../../lib/domain/impact.ts';
import { noProductionKeyDies } from '../../lib/domain/what-if.ts';
import { type KeyType, keyTypes } from '../../lib/domain/words.ts';
import { Combobox } from '../ui/combobox.tsx';
import type { OrganizationView } from '../ui/estate.ts';
import { ChoiceField, choicesOf, InputField } from '../ui/field.tsx';
import { findPeople, shownName } from '../ui/find-people.ts';
import { actionTitle } from '../ui/handover-text.ts';
import { Icon } from '../ui/icons.tsx';
import { impactWords, keyTitle, keyTypeText, ownerTypeText, workspaceText } from '../ui/impact-text.ts';
import { type MessageKey, plural, t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { ImpactPart } from './impact-part.tsx';
import { OrganizationField } from './organization-field.tsx';

const kinds = {
  remove: 'whatif_kind_remove',
  'deactivate-user': 'whatif_kind_deactivate_user',
  'change-role': 'whatif_kind_change_role',
  'change-licence': 'whatif_kind_change_licence',
  'drop-org-admin': 'whatif_kind_drop_org_admin',
  generate: 'whatif_kind_generate',
  'deactivate-workspace': 'whatif_kind_deactivate_workspace',
} as const satisfies Record<ActionKind, MessageKey>;
const actionKinds = Object.keys(kinds) as ActionKind[];

const ofWorkspace: ReadonlySet<ActionKind> = new Set(['generate', 'deactivate-workspace']);
const inWorkspaces: ReadonlySet<ActionKind> = new Set(['remove', 'change-role']);

/** What is being put together; empty texts are what is not said yet. */
interface Draft {
  kind: ActionKind;
  userId: string;
  workspaceId: string;
  to: string;
  type: KeyType;
}

/** The act that a draft says; `null` while something is missing. */
export function actionOf({ kind, userId, workspaceId, to, type }: Draft): Action | null {
  const users = [userId];
  const scope = workspaceId === '' ? ('all' as const) : { workspaces: [workspaceId] };
  const value = to.trim() === '' ? null : to.trim();
  if (ofWorkspace.has(kind) ? workspaceId === '' : userId === '') return null;
  switch (kind) {
    case 'remove':
      return { kind, users, scope };
    case 'deactivate-user':
    case 'drop-org-admin':
      return { kind, users };
    case 'change-role':
      return { kind, users, scope, role: value };
    case 'change-licence':
      return { kind, users, license: value };
    case 'generate':
      return { kind, workspace: workspaceId, type };
    case 'deactivate-workspace':
      return { kind, workspaces: [workspaceId] };
  }
}

const nothingSaid: Draft = { kind: 'remove', userId: '', workspaceId: '', to: '', type: 'production' };

function Adding({
  model,
  organization,
  onAdd,
}: {
  model: DashboardModel;
  organization: OrganizationView;
  onAdd: (action: Action) => void;
}) {
  const [draft, setDraft] = useState<Draft>(nothingSaid);
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
  const people = model.people.value.filter((person) => person.organization.id === organization.id);
  const person = people.find(({ id }) => id === draft.userId);
  const action = actionOf(draft);
  const aboutWorkspace = ofWorkspace.has(draft.kind);
  const workspaces = model.workspaces.value.filter(
    (row) => row.organization.id === organization.id && row.workspace.status !== 'deactivated',
  );
  return (
    <form
      class="what-if-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (!action) return;
        onAdd(action);
        setDraft({ ...nothingSaid, kind: draft.kind });
      }}
    >
      <ChoiceField
        label={t('whatif_act')}
        value={draft.kind}
        choices={actionKinds.map((kind) => ({ id: kind, text: t(kinds[kind]) }))}
        onValue={(kind) => set({ kind, to: '', workspaceId: '' })}
      />
      {!aboutWorkspace && (
        <Combobox
          label={t('whatif_person')}
          labelled
          icon={<Icon name="people" />}
          find={(text) =>
            findPeople(people, text).map((each) => ({
              id: each.id,
              text: shownName(each.user) ?? t('ui_person_unnamed'),
              secondary: each.user.name === null ? null : each.user.email,
              tag: ownerTypeText(each.ownerType),
            }))
          }
          value={person ? (shownName(person.user) ?? t('ui_person_unnamed')) : ''}
          onChoose={(picked) => set({ userId: picked?.id ?? '' })}
          nothing={() => (people.length === 0 ? t('popup_nobody_known') : t('popup_nobody_fits'))}
        />
      )}
      {(aboutWorkspace || inWorkspaces.has(draft.kind)) && (
        <ChoiceField
          label={t('whatif_workspace')}
          required={aboutWorkspace}
          value={draft.workspaceId}
          choices={[
            { id: '', text: aboutWorkspace ? '' : t('whatif_everywhere') },
            ...workspaces.map(({ id, workspace }) => ({ id, text: workspaceText(workspace.name) })),
          ]}
          onValue={(workspaceId) => set({ workspaceId })}
        />
      )}
      {(draft.kind === 'change-role' || draft.kind === 'change-licence') && (
        <InputField
          label={t(draft.kind === 'change-role' ? 'whatif_role' : 'whatif_licence')}
          autocomplete="off"
          placeholder={t('ui_not_known')}
          value={draft.to}
          onValue={(to) => set({ to })}
        />
      )}
      {draft.kind === 'generate' && (
        <ChoiceField
          label={t('whatif_key_type')}
          value={draft.type}
          choices={choicesOf(keyTypes, keyTypeText)}
          onValue={(type) => set({ type })}
        />
      )}
      <button type="submit" class="secondary" disabled={action === null}>
        <Icon name="plus" />
        {t('whatif_add')}
      </button>
    </form>
  );
}

function Result({
  model,
  organization,
  actions,
}: {
  model: DashboardModel;
  organization: OrganizationView;
  actions: readonly Action[];
}) {
  const { estate } = model;
  const { index, policy } = organization;
  const now = estate.now.value;
  const impact = impactOf(index, actions, now, policy);
  const { answer, keyIds } = noProductionKeyDies(index, impact);
  const said = impactWords(index, impact, actions[0]!, now, estate.follow(organization, actions));
  const words = actions.length === 1 ? said : { ...said, summary: plural('whatif_summary', actions.length) };
  const plannable = actions.filter(
    (action): action is HandoverAction =>
      'users' in action && handoverKeys(index, { action, only: null }, now, policy).length > 0,
  );
  const plan = async (): Promise<void> => {
    for (const [at, action] of plannable.entries()) {
      const last = at === plannable.length - 1;
      const done = await estate.change(
        'own/start-handover',
        { id: estate.newId(), organizationId: organization.id, origin: 'list', action, only: null },
        last ? plural('whatif_planned', plannable.length) : null,
      );
      // What failed is told; the handovers before it stand in the list.
      if (!done) return;
      if (last) location.hash = plannable.length === 1 ? `#/handovers?handover=${done.id}` : '#/handovers';
    }
  };
  return (
    <section class="what-if-result" aria-label={t('whatif_result')}>
      <h3>{t('whatif_result')}</h3>
      <div class={`assertion assertion-${answer}`}>
        <p class="strong">
          <Icon name={answer === 'holds' ? 'check' : answer === 'broken' ? 'stop' : 'question'} />
          {answer === 'broken'
            ? plural('whatif_broken', keyIds.length)
            : t(answer === 'holds' ? 'whatif_holds' : 'whatif_not_known')}
        </p>
        {answer === 'not-known' &&
          keyIds.map((id) => {
            const key = index.keys.get(id)!;
            return <p key={id}>{keyTitle(key, index.workspaces.get(key.workspaceId)?.name ?? null)}</p>;
          })}
      </div>
      <ImpactPart
        words={words}
        about={actions.map((action) => actionTitle(index, action))}
        {...{ estate, impact, organization }}
      />
      {plannable.length > 0 ? (
        <div class="actions">
          <button type="button" class="primary" onClick={() => void plan()}>
            <Icon name="handover" />
            {t('whatif_plan')}
          </button>
        </div>
      ) : (
        <p class="soft">{t('whatif_no_plan')}</p>
      )}
    </section>
  );
}

/** The panel. */
export function WhatIf({ model }: { model: DashboardModel }) {
  const organizations = model.estate.organizations.value;
  const [chosen, setChosen] = useState<string | null>(null);
  const [actions, setActions] = useState<readonly Action[]>([]);
  const organization = organizations.find(({ id }) => id === chosen) ?? organizations[0];
  return (
    <section class="panel-card what-if" aria-label={t('whatif_heading')}>
      <div class="view-head">
        <div>
          <h2>{t('whatif_heading')}</h2>
          <p class="soft">{t('whatif_about')}</p>
        </div>
        <div class="actions">
          {actions.length > 0 && (
            <button type="button" class="quiet small" onClick={() => setActions([])}>
              {t('whatif_clear')}
            </button>
          )}
          <button type="button" class="quiet small" onClick={() => (location.hash = '#/handovers')}>
            {t('ui_close')}
          </button>
        </div>
      </div>
      <OrganizationField
        organizations={organizations}
        chosen={organization?.id}
        onChoose={({ id }) => {
          setChosen(id);
          // People and workspaces of one are none of the other's.
          setActions([]);
        }}
      />
      {organization ? (
        <>
          <Adding
            key={organization.id}
            model={model}
            organization={organization}
            onAdd={(action) => setActions([...actions, action])}
          />
          {actions.length > 0 && (
            <ul class="what-if-acts" role="list" aria-label={t('whatif_acts')}>
              {actions.map((action, at) => {
                const title = actionTitle(organization.index, action);
                return (
                  <li key={at}>
                    <span>{title}</span>
                    <button
                      type="button"
                      class="quiet icon-only"
                      aria-label={t('whatif_take_away', title)}
                      onClick={() => setActions(actions.filter((_, other) => other !== at))}
                    >
                      <Icon name="close" />
                    </button>
                  </li>
                );
              })}
            </ul>
          )}
          {actions.length > 0 ? (
            <Result model={model} organization={organization} actions={actions} />
          ) : (
            <p class="soft">{t('whatif_none')}</p>
          )}
        </>
      ) : (
        <p class="soft">{t('dashboard_organizations_none')}</p>
      )}
    </section>
  );
}
