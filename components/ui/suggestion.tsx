/** What somebody untagged looks like, with the reasons, beside the tag; taken by one click, never by itself. */
import { signal } from '@preact/signals';
import type { User } from '../../lib/domain/mapping.ts';
import type { OwnerType } from '../../lib/domain/owner-type.ts';
import type { OwnerTypeSuggestion, suggestOwnerType, SuggestionReason } from '../../lib/domain/suggest-owner-type.ts';
import type { SuggestionCode } from '../../lib/domain/suggestion-codes.ts';
import type { Estate, OrganizationView } from './estate.ts';
import { shownName } from './find-people.ts';
import { listText } from './format.ts';
import { Icon } from './icons.tsx';
import { ownerTypeText } from './impact-text.ts';
import { plural, t } from './text.ts';

const rules = signal<typeof suggestOwnerType | null>(null);
let asked = false;

/** Brings the rules and their vocabulary: a sixth of what popup and dashboard weigh, and nothing that the first frame waits for. */
function bringRules(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() =>
    setTimeout(() => {
      void import('../../lib/domain/suggest-owner-type.ts').then((loaded) => (rules.value = loaded.suggestOwnerType));
    }),
  );
}

/** What is suggested for a user, once the rules are there: what is drawn with it is drawn again then; `null` where a tag is there already, or nothing is clear. */
export function suggestionFor(
  { index, policy }: Pick<OrganizationView, 'index' | 'policy'>,
  user: User,
): OwnerTypeSuggestion | null {
  if (user.kind !== null) return null;
  bringRules();
  return rules.value?.(user, index, policy.serviceAccountPatterns) ?? null;
}

/** The tag that a suggestion comes to: whether somebody is an Org Admin is not touched by it. */
export function suggestedType({ kind }: OwnerTypeSuggestion, { orgAdmin }: Pick<User, 'orgAdmin'>): OwnerType {
  return orgAdmin === 'yes' ? `org-admin-${kind}` : kind;
}

function reasonText(reason: SuggestionReason): string {
  switch (reason.code) {
    case 'fits-pattern':
      return t('suggestion_fits_pattern', reason.pattern);
    case 'address-starts-with':
      return t('suggestion_address_starts_with', reason.text);
    case 'address-says':
      return t('suggestion_address_says', reason.text);
    case 'domain-says':
      return t('suggestion_domain_says', reason.text);
    case 'name-says':
      return t('suggestion_name_says', reason.text);
    case 'address-made-of-name':
      return t('suggestion_address_made_of_name');
    case 'keys-in-workspaces':
      return plural('suggestion_keys_in_workspaces', reason.count);
  }
}

/** `Likely a service account: address starts with “svc-”, owns keys in 3 workspaces`. */
export function suggestionText({ kind, reasons }: OwnerTypeSuggestion): string {
  const said = listText(reasons.map(reasonText));
  return t(kind === 'person' ? 'suggestion_person' : 'suggestion_service_account', said);
}

/** The suggestion for one user with the button that takes it; nothing where there is none. */
export function Suggestion({
  organization,
  user,
  onTake,
}: {
  organization: Pick<OrganizationView, 'index' | 'policy'>;
  user: User;
  onTake: (type: OwnerType, why: SuggestionCode[]) => void;
}) {
  const suggestion = suggestionFor(organization, user);
  if (!suggestion) return null;
  const type = suggestedType(suggestion, user);
  const name = shownName(user) ?? t('ui_person_unnamed');
  return (
    <span class="suggestion">
      <span class="soft">{suggestionText(suggestion)}</span>
      <button
        type="button"
        class="quiet small"
        aria-label={t('suggestion_take_for', name, ownerTypeText(type))}
        onClick={() => onTake(type, codesOf(suggestion))}
      >
        <Icon name="check" />
        {t('suggestion_take', ownerTypeText(type))}
      </button>
    </span>
  );
}

/** What a suggestion rests on, for the log. */
export function codesOf({ reasons }: OwnerTypeSuggestion): SuggestionCode[] {
  return [...new Set(reasons.map(({ code }) => code))];
}

/** Tags a user, and says so; `why` where a suggestion was taken. */
export async function tagUser(estate: Estate, user: User, ownerType: OwnerType, why?: SuggestionCode[]): Promise<void> {
  const name = shownName(user) ?? t('ui_person_unnamed');
  await estate.change(
    'own/set-owner-type',
    { userIds: [user.id], ownerType, ...(why && { why }) },
    t('ui_tagged', name, ownerTypeText(ownerType)),
  );
}
