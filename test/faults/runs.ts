/** What `faults.ts` says of a run; a fixed seed and few rounds in `npm test`. */

/** Of everything that is drawn by chance. */
export const seed = Number.parseInt(process.env['KEYHOLDER_SEED'] ?? '20261125', 10);

/** How often each browser is killed inside an import. */
export const cuts = Number.parseInt(process.env['KEYHOLDER_CUTS'] ?? '50', 10);
