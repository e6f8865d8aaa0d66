/**
 * Findings: what rules say about a mapping. Derived each time, never stored; only an acceptance is (product.md,
 * "Findings"). The rules themselves are in `lib/rules`, one file each; whoever decides is handed them.
 */
import { daysBetween } from './coverage.ts';
import type { MappingIndex } from './mapping.ts';
import type { Policy } from './policy.ts';
import { finish, type Steps } from './steps.ts';
import type { Day, Instant } from './words.ts';

/** Worst first, so that an index compares. */
export const findingSeverities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

export const subjectKinds = ['key', 'user', 'workspace'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What a rule looks at: nothing else, no clock. */
export interface FindingContext {
  index: MappingIndex;
  policy: Policy;
  now: Instant;
}

/** Figures and ids for the sentence of one finding; a rule gives those that its text asks for. */
export interface FindingDetails {
  /** Why, where a rule has several reasons: one of the rule's own `reasons`. */
  reason?: string;
  /** Age in days, and the days that it is measured against. */
  days?: number;
  ofDays?: number;
  /** The age is a lower bound: nobody knows when the key was made. */
  atLeast?: boolean;
  percent?: number;
  count?: number;
  of?: number;
  /** A class of calls. */
  rateClass?: string;
  /** Ids of others that it is about. */
  userIds?: string[];
  keyIds?: string[];
  workspaceIds?: string[];
  /** The window of time in which it happened: after `from`, not later than `to`. */
  from?: Instant | null;
  to?: Instant | null;
}

/** One thing that a rule found; `unclear` where what is known does not suffice to say yes or no. */
export interface Found {
  subjectId: string;
  severity: FindingSeverity | 'unclear';
  details?: FindingDetails;
}

export interface Rule {
  subject: SubjectKind;
  /** Every severity that it may give, worst first. */
  severities: readonly FindingSeverity[];
  /** Reasons that it tells apart; each has a text of its own. */
  reasons?: readonly string[];
  /** One answer for each subject at most; none where nothing is wrong. */
  find(context: FindingContext): Found[];
}

/** A rule with its id, which is its file's name. */
export interface NamedRule extends Rule {
  id: string;
}

export interface Finding {
  /** `{rule}:{subjectKind}:{subjectId}`: at most one for each rule and subject. */
  id: string;
  rule: string;
  subjectKind: SubjectKind;
  subjectId: string;
  severity: FindingSeverity;
  details: FindingDetails;
  /** Changes when the finding is no longer about the same thing (another owner, another secret): ends an acceptance. */
  basis: string;
}

/** What could not be judged for want of knowledge. */
export interface Unclear {
  rule: string;
  subjectKind: SubjectKind;
  subjectId: string;
}

export interface Findings {
  found: Finding[];
  unclear: Unclear[];
}

/** A finding's id. */
export function findingId(rule: string, subjectKind: SubjectKind, subjectId: string): string {
  return `${rule}:${subjectKind}:${subjectId}`;
}

function basisOf(index: MappingIndex, kind: SubjectKind, id: string): string {
  if (kind !== 'key') return '';
  const key = index.keys.get(id);
  return key ? `${key.generation} ${key.ownerId ?? ''}` : '';
}

/** Worst first, then by rule and subject: equal inputs give equal outputs. */
function inOrder(a: Finding, b: Finding): number {
  const worse = findingSeverities.indexOf(a.severity) - findingSeverities.indexOf(b.severity);
  return worse || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Asks every rule that the policy has not switched off. Cost: the sum of the rules', each near-linear in the mapping. */
export function findAll(rules: readonly NamedRule[], context: FindingContext): Findings {
  return finish(findInSteps(rules, context));
}

/** The same, a rule a step. */
export function* findInSteps(rules: readonly NamedRule[], context: FindingContext): Steps<Findings> {
  const found: Finding[] = [];
  const unclear: Unclear[] = [];
  for (const rule of rules) {
    if (context.policy.rulesOff.includes(rule.id)) continue;
    yield;
    for (const { subjectId, severity, details = {} } of rule.find(context)) {
      const about = { rule: rule.id, subjectKind: rule.subject, subjectId };
      if (severity === 'unclear') unclear.push(about);
      else {
        const id = findingId(rule.id, rule.subject, subjectId);
        found.push({ id, ...about, severity, details, basis: basisOf(context.index, rule.subject, subjectId) });
      }
    }
  }
  yield;
  return { found: found.sort(inOrder), unclear };
}

/** Somebody has accepted a finding: why, and until when. */
export interface Acceptance {
  rule: string;
  subjectKind: SubjectKind;
  subjectId: string;
  /** What was accepted: a worse one stands open again, and so does one about another owner or secret. */
  severity: FindingSeverity;
  basis: string;
  reason: string;
  /** The last day on which it counts. */
  until: Day;
  at: Instant;
}

/** A finding and whether it is accepted now; `lapsed` = it was, and no longer is. */
export interface JudgedFinding extends Finding {
  accepted: Acceptance | null;
  lapsed: Acceptance | null;
}

/** Whether an acceptance counts for a finding at a moment. */
export function isAccepted(finding: Finding, acceptance: Acceptance, now: Instant): boolean {
  return (
    now.slice(0, 10) <= acceptance.until &&
    finding.basis === acceptance.basis &&
    findingSeverities.indexOf(finding.severity) >= findingSeverities.indexOf(acceptance.severity)
  );
}

/** The findings with what was accepted of them. */
export function judge(
  findings: readonly Finding[],
  acceptances: ReadonlyMap<string, Acceptance>,
  now: Instant,
): JudgedFinding[] {
  return findings.map((finding) => {
    const acceptance = acceptances.get(finding.id) ?? null;
    const counts = acceptance !== null && isAccepted(finding, acceptance, now);
    return { ...finding, accepted: counts ? acceptance : null, lapsed: counts ? null : acceptance };
  });
}

/** What opened and what closed between two sets of findings, by id. */
export function findingChanges(
  before: readonly Finding[],
  after: readonly Finding[],
): { opened: Finding[]; closed: Finding[] } {
  const [was, is] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  return { opened: after.filter(({ id }) => !was.has(id)), closed: before.filter(({ id }) => !is.has(id)) };
}

/** Rules whose open findings say that a key has to be replaced soon or should have been: the toolbar counts these. */
export const dueRules: ReadonlySet<string> = new Set(['rotation-due', 'rotation-overdue']);

/** How many keys are due or overdue and not accepted. */
export function dueCount(findings: readonly JudgedFinding[]): number {
  return new Set(
    findings.filter(({ rule, accepted }) => dueRules.has(rule) && accepted === null).map(({ subjectId }) => subjectId),
  ).size;
}

/** Whole days that an acceptance still counts, 0 on its last day, `null` when it is over. */
export function daysLeft(acceptance: Acceptance, now: Instant): number | null {
  const today = now.slice(0, 10);
  return today > acceptance.until ? null : daysBetween(today, acceptance.until);
}
