/** Soon to be replaced. There is no overlap: the old key of that type stops at the moment the new one is made. */
import type { Found, Rule } from '../domain/findings.ts';
import { daysAgo, type Examples } from './support/example.ts';
import { agedKeys } from './support/rotation.ts';

export const rule: Rule = {
  subject: 'key',
  severities: ['low'],
  find: (context) => {
    const { due, overdue } = context.policy.rotationPercent;
    const { aged, unclear } = agedKeys(context);
    return [
      ...aged.flatMap(({ keyId, days, ofDays, atLeast, percent }): Found[] => {
        if (percent >= overdue) return [];
        if (percent >= due) {
          return [{ subjectId: keyId, severity: 'low' as const, details: { days, ofDays, atLeast } }];
        }
        return atLeast ? [{ subjectId: keyId, severity: 'unclear' as const }] : [];
      }),
      ...unclear.map((subjectId) => ({ subjectId, severity: 'unclear' as const })),
    ];
  },
};

const heard = { source: 'page', at: `${daysAgo(75)}T12:00:00.000Z`, adapter: 'keys' } as const;

export const examples: Examples = {
  fires: [
    {
      says: '80 % of 90 days for production, of 180 days for sandbox',
      given: {
        keys: {
          k1: { createdOn: daysAgo(72) },
          k2: { createdOn: daysAgo(89) },
          k3: { type: 'sandbox', createdOn: daysAgo(144) },
        },
      },
      finds: {
        k1: { severity: 'low', details: { days: 72, ofDays: 90, atLeast: false } },
        k2: 'low',
        k3: { severity: 'low', details: { days: 144, ofDays: 180, atLeast: false } },
      },
    },
    {
      says: 'its own days come before the policy’s, and a later replacement before the first day',
      given: {
        keys: {
          k1: { createdOn: daysAgo(8), rotationDays: 10 },
          k2: { createdOn: daysAgo(400), rotatedOn: daysAgo(80) },
        },
        policy: { rotationDays: { production: 100, sandbox: 100 } },
      },
      finds: {
        k1: { severity: 'low', details: { days: 8, ofDays: 10, atLeast: false } },
        k2: { severity: 'low', details: { days: 80, ofDays: 100, atLeast: false } },
      },
    },
    {
      says: 'nobody said when it was made, and it is known for 75 days',
      given: { keys: { k: { provenance: { status: heard } } } },
      finds: { k: { severity: 'low', details: { days: 75, ofDays: 90, atLeast: true } } },
    },
  ],
  doesNotFire: [
    {
      says: 'a day less than 80 %, or 100 % and more, which is the other rule’s',
      given: { keys: { k1: { createdOn: daysAgo(71) }, k2: { createdOn: daysAgo(90) } } },
    },
    {
      says: 'a key with 0 days is never to be replaced, and one that is no longer in use neither',
      given: {
        keys: {
          k1: { createdOn: daysAgo(85), rotationDays: 0 },
          k2: { createdOn: daysAgo(85), status: 'deactivated' },
        },
      },
    },
  ],
  cannotTell: [
    { says: 'nothing tells its age', given: { keys: { k: {} } }, unclear: ['k'] },
    {
      says: 'it is at least so old, which is not yet enough, and may be older',
      given: { keys: { k: { verifiedOn: daysAgo(10) } } },
      unclear: ['k'],
    },
  ],
};
