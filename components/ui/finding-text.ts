/** The words about findings: the same in dashboard, popup and exports. Pure; what a finding names is looked up. */
import type { Finding, FindingSeverity } from '../../lib/domain/findings.ts';
import type { MappingIndex, User } from '../../lib/domain/mapping.ts';
import { membershipOf } from '../../lib/domain/members.ts';
import type { Policy } from '../../lib/domain/policy.ts';
import { dateText, listText, numberText } from './format.ts';
import { keyTitle, workspaceText } from './impact-text.ts';
import { type MessageKey, plural, t } from './text.ts';

/** A rule's id as a part of a message's key. */
const keyPart = (id: string): string => id.replaceAll('-', '_');

/** `Critical`, …, `Info`. */
export function findingSeverityText(severity: FindingSeverity): string {
  return t(`finding_severity_${severity}`);
}

/** What a rule is called: `Key owned by a person`. */
export function ruleTitle(rule: string): string {
  return t(`rule_title_${keyPart(rule)}` as MessageKey);
}

/** Why it matters. */
export function ruleMeans(rule: string): string {
  return t(`rule_means_${keyPart(rule)}` as MessageKey);
}

/** What to do about it. */
export function ruleAdvice(rule: string): string {
  return t(`rule_do_${keyPart(rule)}` as MessageKey);
}

/** A person by name, else address. */
export function personText(user: Pick<User, 'name' | 'email'> | null | undefined): string {
  return user?.name ?? user?.email ?? t('ui_person_unnamed');
}

/** When it happened, as far as readings tell; empty where nothing does. */
function windowText({ details: { from = null, to = null } }: Finding): string {
  if (to === null) return '';
  return from !== null && from < to
    ? t('rule_window_between', dateText(from), dateText(to))
    : t('rule_window_until', dateText(to));
}

/** What a finding is about: the key's title, the person, the workspace. */
export function subjectText(finding: Pick<Finding, 'subjectKind' | 'subjectId'>, index: MappingIndex): string {
  const { subjectKind, subjectId } = finding;
  if (subjectKind === 'user') return personText(index.users.get(subjectId));
  if (subjectKind === 'workspace') return workspaceText(index.workspaces.get(subjectId)?.name ?? null);
  const key = index.keys.get(subjectId);
  return key ? keyTitle(key, index.workspaces.get(key.workspaceId)?.name ?? null) : subjectId;
}

/** One finding as a sentence, with everything that it names. */
export function findingSentence(finding: Finding, index: MappingIndex, policy: Policy): string {
  const { details, rule } = finding;
  const subject = subjectText(finding, index);
  const number = (value: number | undefined): string => numberText(value ?? 0);
  const [ownerId] = details.userIds ?? [];
  const user = ownerId === undefined ? undefined : index.users.get(ownerId);
  const owner = personText(user);
  switch (rule) {
    case 'owner-gone': {
      const says = t(`rule_says_owner_gone_${keyPart(details.reason ?? 'removed')}` as MessageKey, subject, owner);
      const window = windowText(finding);
      return window === '' ? says : t('ui_two_sentences', says, window);
    }
    case 'owner-unknown':
      return t(`rule_says_owner_unknown_${details.reason ?? 'unknown'}` as MessageKey, subject, owner);
    case 'owner-not-admin': {
      const key = index.keys.get(finding.subjectId);
      const membership = user && key ? membershipOf(index, user.id, key.workspaceId) : undefined;
      const reason = details.reason ?? 'narrowed';
      const lost = {
        licence: user?.license,
        'page-licence': user?.newerLicense,
        'page-role': membership?.newerRole,
      }[reason];
      return t(
        `rule_says_owner_not_admin_${keyPart(reason)}` as MessageKey,
        subject,
        user ? owner : t('rule_owner_not_known'),
        lost ?? membership?.role ?? t('power_role_unknown'),
      );
    }
    case 'org-admin-not-isolated':
      return plural('rule_says_org_admin_not_isolated', details.count ?? 0, subject, owner);
    case 'service-workspace-not-isolated':
      return plural('rule_says_service_workspace_not_isolated', details.count ?? 0, subject);
    case 'org-admin-everywhere': {
      const places = (details.workspaceIds ?? []).map((id) => workspaceText(index.workspaces.get(id)?.name ?? null));
      return t(
        'rule_says_org_admin_everywhere',
        subject,
        number(details.count),
        number(details.of),
        listText(places, 5),
      );
    }
    case 'rotation-due':
    case 'rotation-overdue': {
      const bound = details.atLeast ? '_at_least' : '';
      const text = `rule_says_${keyPart(rule)}${bound}` as MessageKey;
      return t(text, subject, number(details.days), number(details.ofDays));
    }
    case 'shared-rate-limit':
      return details.reason === 'use'
        ? t('rule_says_shared_rate_limit_use', subject, number(details.percent), details.rateClass ?? '')
        : t('rule_says_shared_rate_limit_not_declared', subject, number(details.count), number(details.of));
    case 'concentration':
      return t('rule_says_concentration', subject, number(details.count), number(details.of), number(details.percent));
    case 'unread-workspace': {
      const text = `rule_says_unread_workspace_${keyPart(details.reason ?? 'both')}` as MessageKey;
      return t(text, subject, number(policy.readingDays));
    }
    case 'duplicate-key':
      return t('rule_says_duplicate_key', subject, number(details.count));
    default:
      // A rule with one sentence about one subject and its owner.
      return t(`rule_says_${keyPart(rule)}` as MessageKey, subject, owner);
  }
}
