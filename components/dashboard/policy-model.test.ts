import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultPolicy } from '../../lib/domain/policy.ts';
import { policyProblems } from '../../lib/imports/policy-file.ts';
import { draftOf, type NumberField, numberFields, policyOfDraft } from './policy-model.ts';

test('a policy goes through the form unchanged, shares to a millionth of a per cent', () => {
  expect(policyOfDraft(draftOf(defaultPolicy), policyProblems).policy).toEqual(defaultPolicy);
  const shares = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 1_000_000, max: 1_000_000_000 })));
  fc.assert(
    fc.property(shares, ([a, b, c, target]) => {
      const [watch, tight, throttled] = [a!, b!, c!].sort((x, y) => x - y).map((each) => each / 1e8);
      const rateThresholds = { watch: watch!, tight: tight!, throttled: throttled!, target: target! / 1e8 };
      const policy = { ...defaultPolicy, rateThresholds };
      expect(policyOfDraft(draftOf(policy), policyProblems).policy).toEqual(policy);
    }),
  );
});

test.each(Object.keys(numberFields) as NumberField[])('%s: what is no number is said at its place', (field) => {
  for (const text of ['', 'many', '-1', '1e3', '0x10', 'NaN']) {
    const draft = draftOf(defaultPolicy);
    const { problems } = policyOfDraft({ ...draft, numbers: { ...draft.numbers, [field]: text } }, policyProblems);
    expect(problems.map(({ path, code }) => [path.join('.'), code])).toContainEqual([field, 'not-a-number']);
  }
});

test('a decimal comma, spaces, empty lines and an empty date are what they look like', () => {
  const draft = draftOf(defaultPolicy);
  const { policy } = policyOfDraft(
    {
      ...draft,
      numbers: { ...draft.numbers, 'rateThresholds.watch': ' 62,5 ' },
      patterns: '\n svc-* \n\n*@bots.example\n',
      sandbox: { ...draft.sandbox, asOf: '', source: '  our contract ' },
    },
    policyProblems,
  );
  expect(policy?.rateThresholds.watch).toBe(0.625);
  expect(policy?.serviceAccountPatterns).toEqual(['svc-*', '*@bots.example']);
  expect(policy?.rateLimits.sandbox).toEqual({ perMinute: 10, asOf: null, source: 'our contract' });
});
