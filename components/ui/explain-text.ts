/** Everything that is said about acts, as the parts that are told after the keys, and as one text to forward. */
import { type Action, impactOf } from '../../lib/domain/impact.ts';
import type { NamedRule } from '../../lib/domain/findings.ts';
import { ownerTypeOf } from '../../lib/domain/owner-type.ts';
import type { Instant } from '../../lib/domain/words.ts';
import { type ConsequencePart, consequenceParts } from './consequence-text.ts';
import type { RuledOrganization } from './finding-rows.ts';
import { forwardText, impactWords, ownerTypeText } from './impact-text.ts';
import { personText } from './finding-text.ts';
import { t } from './text.ts';

/**
 * What the warning in PandaDoc's page unfolds and copies: the words of popup, dashboard and exports.
 *
 * @param actions at least one; the first gives the summary
 */
export function explainText(
  { index, policy }: Pick<RuledOrganization, 'index' | 'policy'>,
  actions: readonly Action[],
  now: Instant,
  rules: readonly NamedRule[],
): { parts: ConsequencePart[]; text: string } {
  const parts = consequenceParts({ index, policy }, actions, now, rules);
  const impact = impactOf(index, actions, now, policy);
  const ids = new Set(actions.flatMap((action) => ('users' in action ? action.users : [])));
  const about = [...ids].flatMap((id) => {
    const user = index.users.get(id);
    if (!user) return [];
    const type = ownerTypeText(ownerTypeOf(user));
    const detail = user.name !== null && user.email !== null ? t('popup_about', user.email, type) : type;
    return [t('popup_about', personText(user), detail)];
  });
  return { parts, text: forwardText(impactWords(index, impact, actions[0]!, now, parts), about, now) };
}
