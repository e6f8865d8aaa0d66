/** "Can I remove…": what removing one person from every workspace would stop, in words that can be forwarded. */
import { successorsOf } from '../../lib/domain/handover.ts';
import { type Action, impact, type Impact } from '../../lib/domain/impact.ts';
import type { User } from '../../lib/domain/mapping.ts';
import { ownerTypeOf } from '../../lib/domain/owner-type.ts';
import type { Instant } from '../../lib/domain/words.ts';
import type { Estate, OrganizationView } from '../ui/estate.ts';
import { shownName } from '../ui/find-people.ts';
import { forwardText, type ImpactWords, impactWords, keyTitle, ownerTypeText } from '../ui/impact-text.ts';
import { fullestUse, useLine } from '../ui/rate-text.ts';
import { t } from '../ui/text.ts';

export interface RemovalAnswer extends ImpactWords {
  who: string;
  /** Owner type, and the address where `who` is a name. */
  about: string;
  /** Who could own the next key of each, and how full that makes them; one line for each key that stops. */
  successors: { id: string; line: string }[];
  impact: Impact;
}

/**
 * Works out the answer, and with `follow` what it would mean for rate limits and findings; `null` where the organization
 * does not know the person (any more).
 */
export function removalAnswer(
  organization: OrganizationView,
  userId: string,
  now: Instant,
  follow: Estate['follow'] = () => [],
): RemovalAnswer | null {
  const { index, policy } = organization;
  const user = index.users.get(userId);
  if (!user) return null;
  const action: Action = { kind: 'remove', users: [userId], scope: 'all' };
  const result = impact(index, action, now, policy);
  const words = impactWords(index, result, action, now, follow(organization, [action]));
  return {
    ...words,
    who: shownName(user) ?? t('ui_person_unnamed'),
    about: aboutOf(user),
    successors: words.keys.map(({ id }) => ({ id, line: successorLine(organization, id, userId) })),
    impact: result,
  };
}

function successorLine({ index, policy }: OrganizationView, keyId: string, leaving: string): string {
  const key = index.keys.get(keyId)!;
  const title = keyTitle(key, index.workspaces.get(key.workspaceId)?.name ?? null);
  const { candidates } = successorsOf(index, keyId, policy, { leaving: new Set([leaving]) });
  const [best] = candidates;
  if (!best) return t('popup_successor_none', title);
  const user = index.users.get(best.userId)!;
  const who = t('popup_about', shownName(user) ?? t('ui_person_unnamed'), ownerTypeText(ownerTypeOf(user)));
  const use = fullestUse(best.group);
  return use ? t('popup_successor_use', title, who, useLine(use)) : t('popup_successor', title, who);
}

function aboutOf(user: User): string {
  const type = ownerTypeText(ownerTypeOf(user));
  return user.name !== null && user.email !== null ? t('popup_about', user.email, type) : type;
}

/** The answer as plain text, to be pasted into a ticket or a mail. */
export function forwardable(answer: RemovalAnswer, now: Instant): string {
  return forwardText(answer, [t('popup_about', answer.who, answer.about)], now);
}
