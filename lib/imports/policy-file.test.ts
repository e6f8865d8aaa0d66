import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy, maxPolicyLength, type Policy } from '../domain/policy.ts';
import { policyProblems, policyText, readPolicy } from './policy-file.ts';

const file = (policy: unknown, more: object = {}): string =>
  JSON.stringify({ format: 'keyholder.policy', version: 1, policy, ...more });
const codes = (text: string): unknown[] => readPolicy(text).problems.map(({ path, code }) => [path.join('.'), code]);

test('what is exported is what is read, whatever the figures are', () => {
  const whole = (max: number) => fc.integer({ min: 1, max });
  const policies = fc.record({
    readingDays: whole(3650),
    rotationDays: fc.record({ production: whole(36_500), sandbox: whole(36_500) }),
    rulesOff: fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,20}$/), { maxLength: 5 }),
    serviceAccountPatterns: fc.array(fc.stringMatching(/^[a-z*@."\\ ]{1,20}$/), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(policies, (part) => {
      const policy: Policy = { ...defaultPolicy, ...part };
      expect(readPolicy(policyText(policy))).toEqual({ policy, problems: [] });
      expect(readPolicy(`\ufeff${policyText(policy)}`).policy).toEqual(policy);
    }),
  );
});

describe('refused, with the place and the reason', () => {
  test.each<[string, string, unknown[]]>([
    ['no JSON', '{', [['', 'not-json']]],
    ['something else', '[]', [['', 'not-a-policy']]],
    ['another file of ours', JSON.stringify({ format: 'keyholder.snapshot', version: 1 }), [['', 'not-a-policy']]],
    ['newer', file(defaultPolicy, { version: 2 }), [['', 'newer-version']]],
    ['older than the first', file(defaultPolicy, { version: 0 }), [['version', 'wrong-shape']]],
    ['a field beside it', file(defaultPolicy, { extra: 1 }), [['', 'unknown-field']]],
    ['no policy in it', JSON.stringify({ format: 'keyholder.policy', version: 1 }), [['policy', 'wrong-shape']]],
    ['too deep', '['.repeat(11), [['', 'too-large']]],
    ['too large', ' '.repeat(maxPolicyLength + 1), [['', 'too-large']]],
    ['a field inside', file({ ...defaultPolicy, extra: 1 }), [['', 'unknown-field']]],
    ['a key in a name', file({ ...defaultPolicy, ['a1'.repeat(20)]: 1 }), [['', 'looks-like-a-key']]],
    [
      'a key in a value',
      file({ ...defaultPolicy, serviceAccountPatterns: ['x', 'a1'.repeat(20)] }),
      [['serviceAccountPatterns.1', 'looks-like-a-key']],
    ],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test.each<[string, object, string, string, string[]]>([
    ['too few days', { readingDays: 0 }, 'readingDays', 'at-least', ['1']],
    ['too many days', { readingDays: 3651 }, 'readingDays', 'at-most', ['3650']],
    ['half a day', { readingDays: 1.5 }, 'readingDays', 'not-a-number', []],
    ['a word', { readingDays: 'thirty' }, 'readingDays', 'not-a-number', []],
    ['falling', { rotationPercent: { due: 90, overdue: 80, late: 200 } }, 'rotationPercent', 'order', []],
    ['an empty pattern', { serviceAccountPatterns: [''] }, 'serviceAccountPatterns.0', 'empty', []],
    ['a long pattern', { serviceAccountPatterns: ['a '.repeat(150)] }, 'serviceAccountPatterns.0', 'too-long', ['200']],
    ['many patterns', { serviceAccountPatterns: Array(201).fill('a') }, 'serviceAccountPatterns', 'too-many', ['200']],
    ['no list', { rulesOff: null }, 'rulesOff', 'wrong-shape', []],
    ['no rule', { rulesOff: ['No Rule'] }, 'rulesOff.0', 'wrong-shape', []],
    [
      'no day',
      { rateLimits: { ...defaultPolicy.rateLimits, sandbox: { perMinute: 1, asOf: '2026-13-01', source: '' } } },
      'rateLimits.sandbox.asOf',
      'not-a-day',
      [],
    ],
    [
      'a class twice',
      {
        rateLimits: {
          ...defaultPolicy.rateLimits,
          classes: ['create', ' Create'].map((name) => ({ name, perMinute: 1, asOf: null, source: '' })),
        },
      },
      'rateLimits.classes',
      'twice',
      [],
    ],
  ])('%s', (_, wrong, where, code, details) => {
    expect(policyProblems({ ...defaultPolicy, ...wrong })).toEqual([
      { path: where.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)), code, details },
    ]);
  });
});
