/** Choosing an owner: people known as Admin of the workspace first, and somebody new at the end. */
import type { Region } from '../../lib/domain/words.ts';
import type { UserInput } from '../../lib/messages/protocol.ts';
import { Combobox } from './combobox.tsx';
import { findPeople, ownerChoices, type PersonRow, shownName } from './find-people.ts';
import type { OrganizationView } from './estate.ts';
import { ownerTypeText } from './impact-text.ts';
import { t } from './text.ts';

export type Picked = { userId: string } | { name: string | null; email: string | null } | null;

interface Props {
  label: string;
  organization: OrganizationView | null;
  workspaceId: string | null;
  people: readonly PersonRow[];
  picked: Picked;
  onPick: (picked: Picked) => void;
}

/** What is typed for somebody new: an address or a name. */
export function newPerson(text: string): { name: string | null; email: string | null } {
  return text.includes('@') ? { name: null, email: text } : { name: text, email: null };
}

/** Somebody new as a record that is still to be made, of whom nothing else is known. */
export function newUserInput(
  person: { name: string | null; email: string | null },
  place: { organizationId: string | null; region: Region },
): UserInput {
  const unsaid = { pandadocId: null, kind: null, orgAdmin: null, license: null };
  return { id: null, ...place, revision: null, ...person, ...unsaid, status: 'active', roles: {} };
}

/** The field; its list is that of the workspace's organization. */
export function PersonPicker({ label, organization, workspaceId, people, picked, onPick }: Props) {
  const choices = organization ? ownerChoices(organization, workspaceId ?? '', people) : [];
  const admins = new Set(choices.filter(({ admin }) => admin).map(({ person }) => person.id));
  const known = picked && 'userId' in picked ? people.find(({ id }) => id === picked.userId) : null;
  const value = known
    ? (shownName(known.user) ?? t('ui_person_unnamed'))
    : picked && !('userId' in picked)
      ? (picked.name ?? picked.email ?? '')
      : '';
  const find = (text: string) => {
    const found = findPeople(
      choices.map(({ person }) => person),
      text,
    );
    // What fits best by name still comes after everybody who can own a key here.
    return [...found.filter(({ id }) => admins.has(id)), ...found.filter(({ id }) => !admins.has(id))].map(
      (person) => ({
        id: person.id,
        text: shownName(person.user) ?? t('ui_person_unnamed'),
        secondary: person.user.name === null ? null : person.user.email,
        tag: admins.has(person.id)
          ? t('ui_admin_here', ownerTypeText(person.ownerType))
          : ownerTypeText(person.ownerType),
      }),
    );
  };
  return (
    <Combobox
      label={label}
      labelled
      find={find}
      value={value}
      nothing={() => t('ui_nobody_yet')}
      offerNew={(text) => t('ui_add_person_named', text)}
      onChoose={(choice) => {
        if (!choice) onPick(null);
        else if (choice.id.startsWith('new:')) onPick(newPerson(choice.id.slice('new:'.length)));
        else onPick({ userId: choice.id });
      }}
    />
  );
}
