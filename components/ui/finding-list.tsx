/** Findings about one subject, or the worst of all: severity in a word, the sentence, what to do. */
import type { FindingSeverity } from '../../lib/domain/findings.ts';
import { dateText } from './format.ts';
import { findingSentence, findingSeverityText, ruleAdvice } from './finding-text.ts';
import type { FindingRow } from './finding-rows.ts';
import { Icon, type IconName } from './icons.tsx';
import { t } from './text.ts';

const icons: Record<FindingSeverity, IconName> = {
  critical: 'stop',
  high: 'stop',
  medium: 'warning',
  low: 'warning',
  info: 'question',
};

/** A severity as a mark: drawing, colour and word. */
export function SeverityMark({ severity }: { severity: FindingSeverity }) {
  return (
    <span class={`severity severity-${severity}`}>
      <Icon name={icons[severity]} />
      <span>{findingSeverityText(severity)}</span>
    </span>
  );
}

/** Some findings, one below the other. */
export function FindingList({ rows, label }: { rows: readonly FindingRow[]; label: string }) {
  if (rows.length === 0) return null;
  return (
    <ul class="findings" role="list" aria-label={label}>
      {rows.map(({ id, finding, organization }) => (
        <li key={id}>
          <SeverityMark severity={finding.severity} />
          <p>{findingSentence(finding, organization.index, organization.policy)}</p>
          <p class="soft">
            {finding.accepted
              ? t('finding_accepted_until', dateText(finding.accepted.until), finding.accepted.reason)
              : ruleAdvice(finding.rule)}
          </p>
        </li>
      ))}
    </ul>
  );
}
