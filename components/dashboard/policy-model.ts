/** The policy as a form holds it: texts as they were typed, and what is wrong with them. No DOM. */
import type { Policy, PolicyProblem, PolicyProblemCode, ReadPolicy } from '../../lib/domain/policy.ts';
import { numberText } from '../ui/format.ts';
import { type MessageKey, t } from '../ui/text.ts';

export interface LimitDraft {
  name: string;
  perMinute: string;
  asOf: string;
  source: string;
}

/** Every single number of a policy, by its path; shares are shown in per cent. */
export const numberFields = {
  readingDays: 'policy_reading_days',
  'rotationDays.production': 'policy_rotation_production',
  'rotationDays.sandbox': 'policy_rotation_sandbox',
  'rotationPercent.due': 'policy_rotation_due',
  'rotationPercent.overdue': 'policy_rotation_overdue',
  'rotationPercent.late': 'policy_rotation_late',
  'concentration.percent': 'policy_concentration_percent',
  'concentration.keys': 'policy_concentration_keys',
  'rateThresholds.watch': 'policy_rate_watch',
  'rateThresholds.tight': 'policy_rate_tight',
  'rateThresholds.throttled': 'policy_rate_throttled',
  'rateThresholds.target': 'policy_rate_target',
} as const satisfies Record<string, MessageKey>;
export type NumberField = keyof typeof numberFields;

export interface PolicyDraft {
  numbers: Record<NumberField, string>;
  /** One pattern a line. */
  patterns: string;
  rulesOff: readonly string[];
  classes: readonly LimitDraft[];
  sandbox: Omit<LimitDraft, 'name'>;
}

/** Tenths of a millionth of a per cent are noise of the arithmetic. */
const inPercent = (share: number): string => String(Number((share * 100).toFixed(6)));

function limitDraft({ perMinute, asOf, source }: Policy['rateLimits']['sandbox']): Omit<LimitDraft, 'name'> {
  return { perMinute: String(perMinute), asOf: asOf ?? '', source };
}

/** A policy as the form shows it. */
export function draftOf(policy: Policy): PolicyDraft {
  const { rotationDays, rotationPercent, concentration, rateThresholds } = policy;
  return {
    numbers: {
      readingDays: String(policy.readingDays),
      'rotationDays.production': String(rotationDays.production),
      'rotationDays.sandbox': String(rotationDays.sandbox),
      'rotationPercent.due': String(rotationPercent.due),
      'rotationPercent.overdue': String(rotationPercent.overdue),
      'rotationPercent.late': String(rotationPercent.late),
      'concentration.percent': String(concentration.percent),
      'concentration.keys': String(concentration.keys),
      'rateThresholds.watch': inPercent(rateThresholds.watch),
      'rateThresholds.tight': inPercent(rateThresholds.tight),
      'rateThresholds.throttled': inPercent(rateThresholds.throttled),
      'rateThresholds.target': inPercent(rateThresholds.target),
    },
    patterns: policy.serviceAccountPatterns.join('\n'),
    rulesOff: policy.rulesOff,
    classes: policy.rateLimits.classes.map((limit) => ({ name: limit.name, ...limitDraft(limit) })),
    sandbox: limitDraft(policy.rateLimits.sandbox),
  };
}

/** What stands in a field as a number; what is none is `NaN`, which no policy takes. */
function numberOf(text: string): number {
  return /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : NaN;
}

/** The policy that a form says, whether it may be one or not. */
function saidBy(draft: PolicyDraft): Policy {
  const whole = (field: NumberField): number => numberOf(draft.numbers[field]);
  const share = (field: NumberField): number => Number((whole(field) / 100).toFixed(8));
  const limit = ({ perMinute, asOf, source }: Omit<LimitDraft, 'name'>) => ({
    perMinute: numberOf(perMinute),
    asOf: asOf === '' ? null : asOf,
    source: source.trim(),
  });
  return {
    readingDays: whole('readingDays'),
    rotationDays: { production: whole('rotationDays.production'), sandbox: whole('rotationDays.sandbox') },
    rotationPercent: {
      due: whole('rotationPercent.due'),
      overdue: whole('rotationPercent.overdue'),
      late: whole('rotationPercent.late'),
    },
    rateLimits: {
      classes: draft.classes.map((each) => ({ name: each.name.trim(), ...limit(each) })),
      sandbox: limit(draft.sandbox),
    },
    rateThresholds: {
      watch: share('rateThresholds.watch'),
      tight: share('rateThresholds.tight'),
      throttled: share('rateThresholds.throttled'),
      target: share('rateThresholds.target'),
    },
    concentration: { percent: whole('concentration.percent'), keys: whole('concentration.keys') },
    serviceAccountPatterns: draft.patterns
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    rulesOff: [...draft.rulesOff],
  };
}

/** The policy of a form, or everything that `problemsOf` (the same check as for a file) finds wrong with it. */
export function policyOfDraft(draft: PolicyDraft, problemsOf: (value: unknown) => PolicyProblem[]): ReadPolicy {
  const policy = saidBy(draft);
  const problems = problemsOf(policy);
  return problems.length === 0 ? { policy, problems: [] } : { policy: null, problems };
}

/** The columns of the limits. */
export const limitColumns = {
  name: 'policy_limit_class',
  perMinute: 'policy_limit_per_minute',
  asOf: 'policy_limit_as_of',
  source: 'policy_limit_source',
} as const satisfies Record<keyof LimitDraft, MessageKey>;

const parts: Readonly<Record<string, MessageKey>> = {
  ...numberFields,
  rotationDays: 'policy_rotation',
  rotationPercent: 'policy_rotation_percent',
  concentration: 'policy_concentration',
  rateThresholds: 'policy_rate_thresholds',
  rateLimits: 'policy_limits',
  'rateLimits.classes': 'policy_limits',
  'rateLimits.sandbox': 'policy_limit_sandbox',
  serviceAccountPatterns: 'policy_patterns',
  rulesOff: 'policy_rules',
};

/** What a row of the limits is called: by its class once it has one. */
export function limitText(name: string | undefined, index: number): string {
  return name?.trim() || t('policy_limit_row', numberText(index + 1));
}

/**
 * Where something stands, in the words of the form; the whole where it stands nowhere else. `classes` are the limits it
 * is about, so that the place has the name that its fields have.
 */
export function placeText(path: PolicyProblem['path'], classes: PolicyDraft['classes'] = []): string {
  const [first, second, third, fourth] = path;
  if (first === 'rateLimits' && second === 'classes' && typeof third === 'number') {
    const row = limitText(classes[third]?.name, third);
    const column = limitColumns[fourth as keyof LimitDraft] as MessageKey | undefined;
    return column ? t('policy_place_cell', row, t(column)) : row;
  }
  if (first === 'rateLimits' && second === 'sandbox') {
    const column = limitColumns[third as keyof LimitDraft] as MessageKey | undefined;
    return column ? t('policy_place_cell', t('policy_limit_sandbox'), t(column)) : t('policy_limit_sandbox');
  }
  if (first === 'serviceAccountPatterns' && typeof second === 'number') {
    return t('policy_place_line', t('policy_patterns'), numberText(second + 1));
  }
  const key = parts[path.join('.')] ?? parts[String(first)];
  return key ? t(key) : t('policy_heading');
}

const reasons = {
  'too-large': 'policy_problem_too_large',
  'not-json': 'rejection_not_json',
  'not-a-policy': 'policy_problem_not_a_policy',
  'newer-version': 'rejection_newer_version',
  'looks-like-a-key': 'rejection_looks_like_a_key',
  'at-least': 'policy_problem_at_least',
  'at-most': 'policy_problem_at_most',
  'too-long': 'policy_problem_too_long',
  'too-many': 'policy_problem_too_many',
  empty: 'policy_problem_empty',
  'not-a-number': 'policy_problem_not_a_number',
  'not-a-day': 'policy_problem_not_a_day',
  order: 'policy_problem_order',
  twice: 'policy_problem_twice',
  'unknown-field': 'policy_problem_unknown_field',
  'wrong-shape': 'rejection_wrong_shape',
} as const satisfies Record<PolicyProblemCode, MessageKey>;

/** What is wrong with one field, without where. */
export function reasonText({ path, code, details }: PolicyProblem): string {
  // Shares are shown in per cent, so their bounds are, too.
  const shown = path[0] === 'rateThresholds' ? details.map((each) => inPercent(Number(each))) : details;
  const bounds = code === 'newer-version' ? shown : shown.map((each) => numberText(Number(each)));
  return t(reasons[code], ...bounds);
}

/** What is wrong, and where; see `placeText`. */
export function policyProblemText(problem: PolicyProblem, classes?: PolicyDraft['classes']): string {
  return problem.path.length === 0
    ? reasonText(problem)
    : t('rejection_at', placeText(problem.path, classes), reasonText(problem));
}
