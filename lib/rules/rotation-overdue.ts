/** Should have been replaced. There is no overlap: the old key of that type stops at the moment the new one is made. */
import type { Found, Rule } from '../domain/findings.ts';
import { daysAgo, type Examples } from './support/example.ts';
import { agedKeys } from './support/rotation.ts';

export const rule: Rule = {
  subject: 'key',
  severities: ['high', 'medium'],
  find: (context) => {
    const { overdue, late } = context.policy.rotationPercent;
    const { aged, unclear } = agedKeys(context);
    return [
      ...aged.flatMap(({ keyId, days, ofDays, atLeast, percent }): Found[] => {
        if (percent < overdue) return atLeast ? [{ subjectId: keyId, severity: 'unclear' as const }] : [];
        const severity = percent >= late ? ('high' as const) : ('medium' as const);
        return [{ subjectId: keyId, severity, details: { days, ofDays, atLeast } }];
      }),
      ...unclear.map((subjectId) => ({ subjectId, severity: 'unclear' as const })),
    ];
  },
};

const heard = { source: 'page', at: `${daysAgo(200)}T12:00:00.000Z`, adapter: 'keys' } as const;

export const examples: Examples = {
  fires: [
    {
      says: '100 % of 90 days for production, of 180 days for sandbox',
      given: {
        keys: {
          k1: { createdOn: daysAgo(90) },
          k2: { createdOn: daysAgo(179) },
          k3: { type: 'sandbox', createdOn: daysAgo(180) },
        },
      },
      finds: {
        k1: { severity: 'medium', details: { days: 90, ofDays: 90, atLeast: false } },
        k2: 'medium',
        k3: { severity: 'medium', details: { days: 180, ofDays: 180, atLeast: false } },
      },
    },
    {
      says: 'high at twice the days',
      given: { keys: { k1: { createdOn: daysAgo(180) }, k2: { createdOn: daysAgo(359), type: 'sandbox' } } },
      finds: { k1: { severity: 'high', details: { days: 180, ofDays: 90, atLeast: false } }, k2: 'medium' },
    },
    {
      says: 'at least 200 days old',
      given: { keys: { k: { provenance: { status: heard } } } },
      finds: { k: { severity: 'high', details: { days: 200, ofDays: 90, atLeast: true } } },
    },
  ],
  doesNotFire: [
    { says: 'a day less than the days', given: { keys: { k: { createdOn: daysAgo(89) } } } },
    {
      says: 'its own days are longer, or 0: never to be replaced',
      given: {
        keys: { k1: { createdOn: daysAgo(100), rotationDays: 365 }, k2: { createdOn: daysAgo(900), rotationDays: 0 } },
      },
    },
    {
      says: 'it is no longer in use, or was made today by a clock that runs ahead',
      given: { keys: { k1: { createdOn: daysAgo(900), status: 'replaced' }, k2: { createdOn: daysAgo(-2) } } },
    },
  ],
  cannotTell: [
    { says: 'nothing tells its age', given: { keys: { k: {} } }, unclear: ['k'] },
    {
      says: 'it is at least so old, which is not yet enough, and may be older',
      given: { keys: { k: { verifiedOn: daysAgo(85) } } },
      unclear: ['k'],
    },
  ],
};
