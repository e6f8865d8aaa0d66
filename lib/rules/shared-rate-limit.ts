/** PandaDoc counts calls per user: all keys of one owner share one limit, so one team's rush stops another's work. */
import type { Found, Rule } from '../domain/findings.ts';
import type { Key } from '../domain/mapping.ts';
import { rateUse } from '../domain/rate-budget.ts';
import type { Examples } from './support/example.ts';

/** A narrowed key still calls; one that is not known to be there may not. */
function calls(key: Key): boolean {
  return key.type === 'production' && (key.status === 'active' || key.status === 'narrowed');
}

export const rule: Rule = {
  subject: 'user',
  severities: ['high', 'medium', 'info'],
  reasons: ['use', 'not-declared'],
  find: ({ index, policy, limits }) =>
    index.mapping.users.flatMap((user): Found[] => {
      const keys = (index.keysByOwner.get(user.id) ?? []).filter(calls);
      const { classes, undeclared } = rateUse(keys, limits);
      const fullest = classes[0];
      // In whole numbers, so that 400 of 500 is 80 per cent and not a hair less.
      const percent = fullest?.limit ? (fullest.demand * 100) / fullest.limit : 0;
      if (fullest && percent >= policy.ratePercent.tight) {
        const severity = percent >= policy.ratePercent.throttled ? 'high' : 'medium';
        const details = {
          reason: 'use',
          percent: Math.floor(percent),
          rateClass: fullest.rateClass,
          count: keys.length,
        };
        return [{ subjectId: user.id, severity, details }];
      }
      if (keys.length > 1 && undeclared.length > 0) {
        const details = { reason: 'not-declared', count: keys.length, of: undeclared.length };
        return [{ subjectId: user.id, severity: 'info', details }];
      }
      return keys.length === 1 && undeclared.length === 1 ? [{ subjectId: user.id, severity: 'unclear' }] : [];
    }),
};

export const examples: Examples = {
  fires: [
    {
      says: '3 × 220 on 500 is 132 %',
      given: {
        keys: {
          k1: { ownerId: 'svc', workspaceId: 'a', demand: { create: 220 } },
          k2: { ownerId: 'svc', workspaceId: 'b', demand: { create: 220, send: 10 } },
          k3: { ownerId: 'svc', workspaceId: 'c', demand: { create: 220 } },
        },
      },
      finds: {
        svc: { severity: 'high', details: { reason: 'use', percent: 132, rateClass: 'create', count: 3 } },
      },
    },
    {
      says: '3 × 150 on 500 is 90 %; one key alone may fill a limit too; 80 % exactly is tight',
      given: {
        keys: {
          k1: { ownerId: 'a', demand: { create: 150 } },
          k2: { ownerId: 'a', demand: { create: 150 } },
          k3: { ownerId: 'a', demand: { create: 150 } },
          k4: { ownerId: 'b', demand: { download: 100 } },
          k5: { ownerId: 'c', demand: { create: 400 } },
        },
      },
      finds: {
        a: { severity: 'medium', details: { reason: 'use', percent: 90, rateClass: 'create', count: 3 } },
        b: { severity: 'high', details: { reason: 'use', percent: 100, rateClass: 'download', count: 1 } },
        c: { severity: 'medium', details: { reason: 'use', percent: 80, rateClass: 'create', count: 1 } },
      },
    },
    {
      says: 'several keys, of which one or all have no demand declared',
      given: {
        keys: {
          k1: { ownerId: 'svc', demand: { create: 10 } },
          k2: { ownerId: 'svc' },
          k3: { ownerId: 'svc' },
        },
      },
      finds: { svc: { severity: 'info', details: { reason: 'not-declared', count: 3, of: 2 } } },
    },
    {
      says: 'the organization’s own limit is lower',
      given: { keys: { k: { ownerId: 'svc', demand: { create: 90 } } }, policy: { rateLimits: { create: 100 } } },
      finds: { svc: { severity: 'medium', details: { reason: 'use', percent: 90, rateClass: 'create', count: 1 } } },
    },
  ],
  doesNotFire: [
    {
      says: 'under 80 %, and everything declared',
      given: {
        keys: { k1: { ownerId: 'svc', demand: { create: 200 } }, k2: { ownerId: 'svc', demand: { create: 199 } } },
      },
    },
    {
      says: 'keys of two owners do not share, and neither do sandbox keys or such as are no longer in use',
      given: {
        keys: {
          k1: { ownerId: 'a', demand: { create: 300 } },
          k2: { ownerId: 'b', demand: { create: 300 } },
          k3: { ownerId: 'a', demand: { create: 300 }, type: 'sandbox' },
          k4: { ownerId: 'a', demand: { create: 300 }, status: 'presumed-dead' },
        },
      },
    },
  ],
  cannotTell: [
    {
      says: 'one key, nothing declared',
      given: { keys: { k: { ownerId: 'svc' } } },
      unclear: ['svc'],
    },
  ],
};
