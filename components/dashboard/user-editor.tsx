/** One person: who they are, what they may do where, and which keys hang on them. */
import { useState } from 'preact/hooks';
import type { Fact } from '../../lib/domain/facts.ts';
import { type OrgAdmin, type Region, regions, type UserKind, type UserStatus } from '../../lib/domain/words.ts';
import type { RoleInput } from '../../lib/messages/protocol.ts';
import { personConflictsOf } from '../ui/conflicts.ts';
import { FindingList } from '../ui/finding-list.tsx';
import { ChoiceField, choicesOf, InputField } from '../ui/field.tsx';
import { type PersonRow, shownName } from '../ui/find-people.ts';
import { Icon } from '../ui/icons.tsx';
import { keyLine, workspaceText } from '../ui/impact-text.ts';
import { RateDetail } from '../ui/rate-use.tsx';
import { Suggestion } from '../ui/suggestion.tsx';
import { axesAfter } from '../../lib/domain/owner-type.ts';
import { plural, t } from '../ui/text.ts';
import { ConflictNote } from './conflict-note.tsx';
import type { DashboardModel } from './dashboard-model.ts';
import { dependsOnUser } from './depends.ts';
import { Editor } from './editor.tsx';
import { regionText, userStatuses, userStatusText } from './state-text.ts';
import { OrganizationField } from './organization-field.tsx';

/** Roles of a workspace as PandaDoc names them; others can be typed. */
const roleNames = ['Admin', 'Manager', 'Member', 'Collaborator'];
const licenseNames = ['Full', 'Creator', 'eSignature', 'Read-only', 'Guest'];

interface Place {
  role: string;
  membershipId: string;
}

interface Draft {
  organizationId: string;
  region: Region;
  name: string;
  email: string;
  pandadocId: string;
  kind: UserKind | '';
  orgAdmin: OrgAdmin | '';
  license: string;
  status: UserStatus;
  /** Places by workspace; `null`: the membership ends. */
  roles: Record<string, Place | null>;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function rolesOf(person: PersonRow | undefined): Record<string, Place> {
  const memberships = person?.organization.index.membershipsByUser.get(person.id) ?? [];
  return Object.fromEntries(
    memberships
      .filter(({ status }) => status !== 'removed')
      .map(({ workspaceId, role, membershipId }) => [
        workspaceId,
        { role: role ?? '', membershipId: membershipId ?? '' },
      ]),
  );
}

/** The panel of a person, or of a new one. */
export function UserEditor({ model, id, onClose }: { model: DashboardModel; id: string | null; onClose: () => void }) {
  const { estate } = model;
  const organizations = estate.organizations.value;
  const person = id === null ? undefined : model.people.value.find((each) => each.id === id);
  const revisionNow = (): number | null => estate.records.value.users.find((each) => each.id === id)?.revision ?? null;
  const [revision, setRevision] = useState(revisionNow);
  const [before] = useState(() => rolesOf(person));
  const [adding, setAdding] = useState('');
  const [draft, setDraft] = useState<Draft>(() => ({
    organizationId: person?.organization.id ?? organizations[0]?.id ?? '',
    region: person?.organization.region ?? organizations[0]?.region ?? 'us',
    name: person?.user.name ?? '',
    email: person?.user.email ?? '',
    pandadocId: person?.user.pandadocId ?? '',
    kind: person?.user.kind ?? '',
    orgAdmin: person?.user.orgAdmin ?? '',
    license: person?.user.license ?? '',
    status: person?.user.status ?? 'active',
    roles: before,
  }));
  const set = (change: Partial<Draft>): void => setDraft((former) => ({ ...former, ...change }));
  const setPlace = (workspaceId: string, place: Place | null): void =>
    setDraft((former) => ({ ...former, roles: { ...former.roles, [workspaceId]: place } }));
  if (id !== null && !person) return null;

  const title = person ? (shownName(person.user) ?? t('ui_person_unnamed')) : t('dashboard_add_person');
  const workspaces = model.workspaces.value.filter((each) => each.organization.id === draft.organizationId);
  const member = workspaces.filter((each) => (draft.roles[each.id] ?? null) !== null);
  const others = workspaces.filter((each) => (draft.roles[each.id] ?? null) === null);
  const keys = person ? (person.organization.index.keysByOwner.get(person.id) ?? []) : [];

  const { users, memberships } = estate.records.value;
  const conflicts = personConflictsOf(
    users.find((each) => each.id === id),
    memberships,
  );
  const conflictNote = (fact: Fact<string> | null | undefined, take: (value: string) => void) =>
    fact && <ConflictNote fact={fact} text={fact.value ?? t('ui_not_known')} onTake={() => take(fact.value ?? '')} />;

  const save = async (): Promise<boolean> => {
    // Only what was changed is said, so that what pages say of the other workspaces stays theirs.
    const changed = Object.entries(draft.roles).flatMap(([workspaceId, place]): [string, RoleInput | null][] => {
      const former = before[workspaceId];
      if (place === null) return former ? [[workspaceId, null]] : [];
      const said: RoleInput = {
        ...(place.role !== (former?.role ?? '') && { role: orNull(place.role) }),
        ...(place.membershipId !== (former?.membershipId ?? '') && { membershipId: orNull(place.membershipId) }),
      };
      return former && Object.keys(said).length === 0 ? [] : [[workspaceId, said]];
    });
    const answer = await estate.change(
      'own/save-user',
      {
        input: {
          id,
          organizationId: orNull(draft.organizationId),
          region: draft.region,
          revision,
          name: orNull(draft.name),
          email: orNull(draft.email),
          pandadocId: orNull(draft.pandadocId),
          kind: draft.kind === '' ? null : draft.kind,
          orgAdmin: draft.orgAdmin === '' ? null : draft.orgAdmin,
          license: orNull(draft.license),
          status: draft.status,
          roles: Object.fromEntries(changed),
        },
      },
      id === null ? t('dashboard_person_added') : t('dashboard_person_saved'),
    );
    if (!answer) setRevision(revisionNow());
    return answer !== null;
  };

  return (
    <Editor
      title={title}
      estate={estate}
      save={save}
      onClose={onClose}
      remove={
        person
          ? {
              consequence:
                keys.length > 0
                  ? plural('dashboard_delete_person_keys', keys.length, title)
                  : t('dashboard_delete_person', title),
              depends: dependsOnUser(person.organization, person.id),
              run: async () =>
                (await estate.change(
                  'own/delete',
                  { store: 'users', ids: [person.id] },
                  t('dashboard_person_deleted', title),
                )) !== null,
            }
          : null
      }
    >
      {person && <FindingList rows={estate.findingsAbout.value.get(person.id) ?? []} label={t('finding_about_this')} />}
      {!person && (
        <OrganizationField
          organizations={organizations}
          chosen={draft.organizationId}
          onChoose={({ id: organizationId, region }) => set({ organizationId, region, roles: {} })}
        />
      )}
      {!person && organizations.length === 0 && (
        <ChoiceField
          label={t('ui_column_region')}
          value={draft.region}
          choices={choicesOf(regions, regionText)}
          onValue={(region) => set({ region })}
        />
      )}
      <div class="field-row">
        <InputField
          label={t('dashboard_field_name')}
          required={draft.email.trim() === ''}
          value={draft.name}
          onValue={(name) => set({ name })}
        />
        <InputField
          label={t('dashboard_field_email')}
          type="email"
          value={draft.email}
          onValue={(email) => set({ email })}
        />
      </div>
      <div class="field-row">
        <ChoiceField
          label={t('dashboard_field_kind')}
          value={draft.kind}
          choices={[
            { id: '', text: t('owner_type_untagged') },
            { id: 'service-account', text: t('owner_type_service_account') },
            { id: 'person', text: t('owner_type_person') },
          ]}
          onValue={(kind) => set({ kind })}
        />
        <ChoiceField
          label={t('dashboard_field_org_admin')}
          note={t('dashboard_field_org_admin_note')}
          value={draft.orgAdmin}
          choices={[
            { id: '', text: t('ui_not_known') },
            { id: 'yes', text: t('ui_yes') },
            { id: 'no', text: t('ui_no') },
          ]}
          onValue={(orgAdmin) => set({ orgAdmin })}
        />
      </div>
      {person && draft.kind === '' && (
        <Suggestion
          organization={person.organization}
          user={{ ...person.user, kind: null }}
          onTake={(type) => set({ kind: axesAfter(type, person.user).kind ?? '' })}
        />
      )}
      <div class="field-row">
        <InputField
          label={t('dashboard_column_license')}
          list="license-names"
          value={draft.license}
          onValue={(license) => set({ license })}
        />
        <InputField
          label={t('dashboard_field_user_id')}
          autocomplete="off"
          spellcheck={false}
          value={draft.pandadocId}
          onValue={(pandadocId) => set({ pandadocId })}
        />
      </div>
      {conflictNote(conflicts.license, (license) => set({ license }))}
      <ChoiceField
        label={t('dashboard_field_status')}
        value={draft.status}
        choices={choicesOf(userStatuses, userStatusText)}
        onValue={(status) => set({ status })}
      />
      <datalist id="license-names">
        {licenseNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id="role-names">
        {roleNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <fieldset class="roles">
        <legend>{t('dashboard_roles')}</legend>
        {member.length === 0 && <p class="soft">{t('dashboard_roles_none')}</p>}
        {member.map(({ id: workspaceId, workspace }) => (
          <div class="role" key={workspaceId}>
            <span>{workspaceText(workspace.name)}</span>
            <input
              type="text"
              list="role-names"
              aria-label={t('dashboard_role_in', workspaceText(workspace.name))}
              placeholder={t('ui_not_known')}
              value={draft.roles[workspaceId]!.role}
              onInput={(event) =>
                setPlace(workspaceId, { ...draft.roles[workspaceId]!, role: event.currentTarget.value })
              }
            />
            <input
              type="text"
              aria-label={t('dashboard_membership_id_in', workspaceText(workspace.name))}
              placeholder={t('dashboard_membership_id')}
              autocomplete="off"
              spellcheck={false}
              value={draft.roles[workspaceId]!.membershipId}
              onInput={(event) =>
                setPlace(workspaceId, { ...draft.roles[workspaceId]!, membershipId: event.currentTarget.value })
              }
            />
            <button
              type="button"
              class="quiet icon-only"
              aria-label={t('dashboard_role_end', workspaceText(workspace.name))}
              onClick={() => setPlace(workspaceId, null)}
            >
              <Icon name="close" />
            </button>
            {conflictNote(conflicts.roles.get(workspaceId), (role) =>
              setPlace(workspaceId, { ...draft.roles[workspaceId]!, role }),
            )}
          </div>
        ))}
        {others.length > 0 && (
          <div class="role add-role">
            <select
              aria-label={t('dashboard_role_add')}
              value={adding}
              onChange={(event) => setAdding(event.currentTarget.value)}
            >
              <option value="">{t('dashboard_role_add')}</option>
              {others.map(({ id: workspaceId, workspace }) => (
                <option key={workspaceId} value={workspaceId}>
                  {workspaceText(workspace.name)}
                </option>
              ))}
            </select>
            <button
              type="button"
              class="secondary small"
              disabled={adding === ''}
              onClick={() => {
                setPlace(adding, { role: 'Admin', membershipId: '' });
                setAdding('');
              }}
            >
              {t('dashboard_role_add_as_admin')}
            </button>
          </div>
        )}
      </fieldset>
      {person && <RateDetail organization={person.organization} ownerId={person.id} />}
      {keys.length > 0 && person && (
        <section class="owned">
          <h3>{plural('dashboard_owns', keys.length)}</h3>
          <ul role="list">
            {keys.map((key) => (
              <li key={key.id}>
                {keyLine(
                  key,
                  person.organization.index.workspaces.get(key.workspaceId)?.name ?? null,
                  estate.now.value,
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Editor>
  );
}
