/** How full an owner's rate limits are: a bar with its text for each class, and what to do about it. */
import { type ClassUse, rateGroupOf, type RateGroup, spreadOwners } from '../../lib/domain/rate-budget.ts';
import type { OrganizationView } from './estate.ts';
import { keyTitle } from './impact-text.ts';
import { listText, numberText } from './format.ts';
import { adviceText, className, fullestUse, levelText, percentText, undeclaredText, useLine } from './rate-text.ts';
import { t } from './text.ts';

/** The bar; the text beside it says the same, so it is no more than a picture. */
function Bar({ use }: { use: ClassUse }) {
  if (use.use === null) return null;
  const width = Math.min(100, Math.round(use.use * 100));
  return (
    <span class={`rate-bar rate-${use.level ?? 'fine'}`} aria-hidden="true">
      <span style={{ inlineSize: `${width}%` }} />
    </span>
  );
}

/** One owner's fullest class, for a table's cell. */
export function RateCell({ group }: { group: RateGroup }) {
  if (group.keyIds.length === 0) return <span class="soft">{t('ui_none')}</span>;
  const use = fullestUse(group);
  const missing = undeclaredText(group);
  return (
    <span class="rate-cell">
      {use && <Bar use={use} />}
      {use && <span>{useLine(use)}</span>}
      {missing && <span class="soft">{missing}</span>}
    </span>
  );
}

/** All classes of one owner as a table, and how the keys could be spread. */
export function RateDetail({ organization, ownerId }: { organization: OrganizationView; ownerId: string }) {
  const { index, policy } = organization;
  const group = rateGroupOf(index, ownerId, policy);
  if (group.keyIds.length === 0) return null;
  const missing = undeclaredText(group);
  const keys = group.keyIds.flatMap((id) => index.keys.get(id) ?? []);
  const spread = spreadOwners(keys, policy);
  const advice = group.level === null || group.level === 'fine' ? [] : adviceText(spread, policy.rateThresholds.target);
  const titleOf = (id: string): string => {
    const key = index.keys.get(id);
    return key ? keyTitle(key, index.workspaces.get(key.workspaceId)?.name ?? null) : id;
  };
  return (
    <section class="rate-detail" aria-labelledby="rate-heading">
      <h3 id="rate-heading">{t('rate_heading')}</h3>
      <p class="soft">{t('rate_why')}</p>
      {group.classes.length > 0 && (
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('rate_column_class')}</th>
              <th scope="col">{t('rate_column_demand')}</th>
              <th scope="col">{t('rate_column_use')}</th>
            </tr>
          </thead>
          <tbody>
            {group.classes.map((use) => (
              <tr key={`${use.type} ${use.name}`}>
                <th scope="row">{className(use)}</th>
                <td>
                  {use.limit === null
                    ? numberText(use.demand)
                    : t('rate_of', numberText(use.demand), numberText(use.limit))}
                </td>
                <td>
                  {use.use === null || use.level === null ? (
                    <span class="soft">{t('rate_limit_not_known')}</span>
                  ) : (
                    <span class="rate-cell">
                      <Bar use={use} />
                      <span>{t('rate_level', percentText(use.use), levelText(use.level))}</span>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {missing && <p>{missing}</p>}
      {advice.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {advice.length > 0 && spread.owners.length > 1 && (
        <ol class="rate-advice">
          {spread.owners.map((owner) => (
            <li key={owner.keyIds.join(' ')}>
              {t(
                'rate_advised_owner',
                listText(owner.keyIds.map(titleOf), 5),
                listText(owner.classes.filter(({ use }) => use !== null).map(useLine), 3),
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
