/** A mutant is dead with the first counterexample; making that one small is for people, and costs more than finding it. */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
