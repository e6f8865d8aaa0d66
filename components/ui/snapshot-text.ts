/** Words about snapshots and findings that reports and the dashboard share. */
import { type MessageKey, t } from './text.ts';

const severities: Record<string, MessageKey> = {
  critical: 'answer_critical',
  high: 'answer_high',
  medium: 'answer_medium',
  low: 'answer_low',
  info: 'snapshots_severity_info',
};

/** A severity in a word; one that a newer version wrote as it stands. */
export function findingSeverityText(severity: string): string {
  const key = Object.hasOwn(severities, severity) ? severities[severity] : undefined;
  return key ? t(key) : severity;
}

/** A rule by what it is called. */
export function ruleText(rule: string): string {
  return rule;
}
