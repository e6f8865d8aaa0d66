/**
 * A policy as a file of its own, so that several organizations, or several admins, can work by the same one. Whatever
 * comes in is checked strictly, and named by its path where it is wrong, never by what stands there.
 */
import {
  maxPolicyLength,
  type Policy,
  type PolicyProblem,
  type PolicyProblemCode,
  type ReadPolicy,
} from '../domain/policy.ts';
import { holdsRun, typedRun } from '../domain/secrets.ts';
import { policySchema } from '../messages/policy-schema.ts';
import { z } from '../messages/z.ts';
import { jsonDepth } from './json.ts';

export const policyFormat = 'keyholder.policy';
export const policyVersion = 1;
const maxDepth = 10;

type Issue = z.core.$ZodIssue;

function problemOf(issue: Issue): PolicyProblem {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const say = (code: PolicyProblemCode, ...details: string[]): PolicyProblem => ({ path, code, details });
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? say('empty') : say('at-least', String(issue.minimum));
    case 'too_big':
      if (issue.origin === 'string') return say('too-long', String(issue.maximum));
      return say(issue.origin === 'array' ? 'too-many' : 'at-most', String(issue.maximum));
    case 'invalid_type':
      return say(issue.expected === 'number' || issue.expected === 'int' ? 'not-a-number' : 'wrong-shape');
    case 'invalid_format':
      return say(path.at(-1) === 'asOf' ? 'not-a-day' : 'wrong-shape');
    case 'unrecognized_keys':
      return say('unknown-field');
    case 'custom':
      return say(path.at(-1) === 'classes' ? 'twice' : 'order');
    default:
      return say('wrong-shape');
  }
}

/** The first text of a value that looks like an API key. */
function keyLike(value: unknown, path: (string | number)[] = []): PolicyProblem | null {
  if (typeof value === 'string') {
    return holdsRun(value, typedRun) ? { path, code: 'looks-like-a-key', details: [] } : null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [name, inner] of Object.entries(value)) {
    // The name itself is not repeated: it may be the key.
    if (holdsRun(name, typedRun)) return { path, code: 'looks-like-a-key', details: [] };
    const found = keyLike(inner, [...path, Array.isArray(value) ? Number(name) : name]);
    if (found) return found;
  }
  return null;
}

/** Everything that is wrong with what may become a policy; an empty list means that it is one. */
export function policyProblems(value: unknown): PolicyProblem[] {
  const suspicious = keyLike(value);
  if (suspicious) return [suspicious];
  const result = z.safeParse(policySchema(), value);
  return result.success ? [] : result.error.issues.map(problemOf);
}

/** The file of a policy. */
export function policyText(policy: Policy): string {
  return `${JSON.stringify({ format: policyFormat, version: policyVersion, policy }, null, 2)}\n`;
}

/** Reads such a file: the policy, or all that is wrong. */
export function readPolicy(text: string): ReadPolicy {
  const refuse = (code: PolicyProblemCode, ...details: string[]) => ({
    policy: null,
    problems: [{ path: [], code, details }],
  });
  if (text.length > maxPolicyLength || jsonDepth(text, maxDepth) > maxDepth) return refuse('too-large');
  let file: unknown;
  try {
    file = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return refuse('not-json');
  }
  const envelope = z.safeParse(z.object({ format: z.literal(policyFormat), version: z.int() }), file);
  if (!envelope.success) return refuse('not-a-policy');
  const { version } = envelope.data;
  if (version > policyVersion) return refuse('newer-version', String(version), String(policyVersion));
  const whole = z.safeParse(
    z.strictObject({ format: z.string(), version: z.literal(policyVersion), policy: z.unknown() }),
    file,
  );
  if (!whole.success) return { policy: null, problems: whole.error.issues.map(problemOf) };
  const { policy } = whole.data;
  const problems = policyProblems(policy);
  return problems.length > 0 ? { policy: null, problems } : { policy: policy as Policy, problems: [] };
}
