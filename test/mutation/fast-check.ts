/**
 * fast-check as mutation testing sees it: a law is tried as often as its module says (`modules.ts`) instead of thousands of
 * times. A mutant that a law notices is mostly noticed at once. What the laws say in full is said by `npm test`.
 */
import * as fc from 'fast-check';

export * from 'fast-check';

type Assert = typeof fc.assert;

const most = Number(process.env['KEYHOLDER_MUTATION_LAWS'] ?? 1000);

const fewer = (parameters: unknown) => ({
  ...(parameters as object | undefined),
  numRuns: Math.min((parameters as { numRuns?: number } | undefined)?.numRuns ?? 100, most),
});

export const assert = ((property: never, parameters: unknown) => fc.assert(property, fewer(parameters))) as Assert;

export default { ...fc.default, assert };
