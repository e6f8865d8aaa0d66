/** Words about findings as a snapshot holds them: a newer version may have written codes that are not known here. */
import { findingSeverities } from '../../lib/domain/findings.ts';
import { findingSeverityText, ruleTitle } from './finding-text.ts';

/** A severity in a word; one that is not known as it stands. */
export function severityText(severity: string): string {
  const known = findingSeverities.find((each) => each === severity);
  return known ? findingSeverityText(known) : severity;
}

/** A rule by what it is called; one that is not known by its id. */
export function ruleText(rule: string): string {
  return ruleTitle(rule) || rule;
}
