/** What follows from an act beyond the keys, in words: how full owners would be, and which findings open and close. */
import { consequences } from '../../lib/domain/consequences.ts';
import { type Finding, findAll, type NamedRule } from '../../lib/domain/findings.ts';
import type { Action } from '../../lib/domain/impact.ts';
import type { MappingIndex } from '../../lib/domain/mapping.ts';
import type { RateGroup } from '../../lib/domain/rate-budget.ts';
import type { Instant } from '../../lib/domain/words.ts';
import type { RuledOrganization } from './finding-rows.ts';
import { findingSentence, personText, ruleTitle } from './finding-text.ts';
import { fullestUse, useLine } from './rate-text.ts';
import { plural, t } from './text.ts';

/** One heading with its lines; the same in popup, dashboard, exports and what is forwarded. */
export interface ConsequencePart {
  title: string;
  lines: string[];
}

/** More lines than this are only counted. */
const most = 5;

function part(title: string, lines: readonly string[]): ConsequencePart[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, most);
  const rest = lines.length - shown.length;
  return [{ title, lines: rest > 0 ? [...shown, plural('ui_more', rest)] : shown }];
}

function groupText(group: RateGroup): string {
  if (group.keyIds.length === 0) return t('after_rate_none');
  const use = fullestUse(group);
  return use ? useLine(use) : t('rate_not_declared');
}

function findingLine(finding: Finding, index: MappingIndex, policy: RuledOrganization['policy']): string {
  return t('after_finding', ruleTitle(finding.rule), findingSentence(finding, index, policy));
}

/**
 * What would follow from actions in one organization. Costs as much as the rules do on the whole mapping: not for a click.
 *
 * @param found what the rules say now, where somebody has asked them already
 */
export function consequenceParts(
  { index, policy }: Pick<RuledOrganization, 'index' | 'policy'>,
  actions: readonly Action[],
  now: Instant,
  rules: readonly NamedRule[],
  found: readonly Finding[] | null = null,
): ConsequencePart[] {
  const findingsOf = (mapping: MappingIndex): readonly Finding[] =>
    mapping === index && found ? found : findAll(rules, { index: mapping, policy, now }).found;
  const { rateGroups, opened, closed, after } = consequences(index, actions, now, policy, findingsOf);
  return [
    ...part(
      t('after_rates'),
      rateGroups.map(({ ownerId, before, after: later }) =>
        t('after_rate', personText(index.users.get(ownerId)), groupText(before), groupText(later)),
      ),
    ),
    ...part(
      t('after_opened'),
      opened.map((finding) => findingLine(finding, after, policy)),
    ),
    ...part(
      t('after_closed'),
      closed.map((finding) => findingLine(finding, index, policy)),
    ),
  ];
}
