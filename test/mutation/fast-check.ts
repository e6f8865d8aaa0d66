/**
 * fast-check as mutation testing sees it: a law is tried a few dozen times instead of thousands. A mutant that a law notices
 * is nearly always noticed at once, and thousands of mutants are tried. What the laws say in full is said by `npm test`.
 */
import * as fc from 'fast-check';

export * from 'fast-check';

type Assert = typeof fc.assert;

const fewer = (parameters: unknown) => ({
  ...(parameters as object | undefined),
  numRuns: Math.min((parameters as { numRuns?: number } | undefined)?.numRuns ?? 30, 30),
});

export const assert = ((property: never, parameters: unknown) => fc.assert(property, fewer(parameters))) as Assert;

export default { ...fc.default, assert };
