/** PandaDoc counts calls per user: all keys of one owner share one limit, so one team's rush stops another's work. */
import type { Found, Rule } from '../domain/findings.ts';
import type { Key } from '../domain/mapping.ts';
import { groupOf, isDeclared } from '../domain/rate-budget.ts';
import { defaultRateLimits } from '../domain/rate-limits.ts';
import { keyTypes } from '../domain/words.ts';
import { isLiving } from '../domain/key-states.ts';
import type { Examples } from './support/example.ts';

/** Whichever type has more of them: production and sandbox keys have limits of their own. */
function mostUndeclared(keys: readonly Key[]): { count: number; of: number } {
  const byType = keyTypes.map((type) => {
    const ofType = keys.filter((key) => key.type === type);
    return { count: ofType.length, of: ofType.filter((key) => !isDeclared(key)).length };
  });
  return byType.sort((a, b) => b.of - a.of || b.count - a.count)[0]!;
}

export const rule: Rule = {
  subject: 'user',
  severities: ['high', 'medium', 'info'],
  reasons: ['use', 'not-declared'],
  find: ({ index, policy }) =>
    index.mapping.users.flatMap((user): Found[] => {
      const keys = (index.keysByOwner.get(user.id) ?? []).filter(({ status }) => isLiving(status));
      if (keys.length === 0) return [];
      const { classes } = groupOf(user.id, keys, policy);
      const fullest = [...classes].sort((a, b) => (b.use ?? 0) - (a.use ?? 0))[0];
      if (fullest?.use != null && (fullest.level === 'tight' || fullest.level === 'throttled')) {
        const severity = fullest.level === 'throttled' ? 'high' : 'medium';
        const ofType = keys.filter(({ type }) => type === fullest.type).length;
        const details = {
          reason: 'use',
          // The grain keeps 80 % from reading 79 % after a sum of decimals.
          percent: Math.floor(fullest.use * 100 + 1e-6),
          rateClass: fullest.name,
          count: ofType,
        };
        return [{ subjectId: user.id, severity, details }];
      }
      const { count, of } = mostUndeclared(keys);
      if (count > 1 && of > 0) {
        return [{ subjectId: user.id, severity: 'info', details: { reason: 'not-declared', count, of } }];
      }
      return keys.some((key) => !isDeclared(key)) ? [{ subjectId: user.id, severity: 'unclear' }] : [];
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
      says: 'a sandbox key gets ten calls a minute',
      given: { keys: { k: { ownerId: 'svc', type: 'sandbox', demand: { create: 9 } } } },
      finds: { svc: { severity: 'medium', details: { reason: 'use', percent: 90, rateClass: 'create', count: 1 } } },
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
      says: 'the fullest limit counts, whichever it is, with the keys that share it',
      given: {
        keys: {
          k1: { ownerId: 'a', demand: { create: 425, download: 100 } },
          k2: { ownerId: 'a', demand: { create: 1 }, type: 'sandbox' },
          k3: { ownerId: 'b', demand: { create: 500, download: 85 } },
          k4: { ownerId: 'b' },
        },
      },
      finds: {
        a: { severity: 'high', details: { reason: 'use', percent: 100, rateClass: 'download', count: 1 } },
        b: { severity: 'high', details: { reason: 'use', percent: 100, rateClass: 'create', count: 2 } },
      },
    },
    {
      says: 'of production and sandbox keys, those of which more are not declared; of equally many, the larger group',
      given: {
        keys: {
          k1: { ownerId: 'a', demand: { create: 1 } },
          k2: { ownerId: 'a', demand: { create: 1 } },
          k3: { ownerId: 'a', demand: { create: 1 } },
          k4: { ownerId: 'a', type: 'sandbox' },
          k5: { ownerId: 'a', type: 'sandbox' },
          k6: { ownerId: 'b' },
          k7: { ownerId: 'b', type: 'sandbox' },
          k8: { ownerId: 'b', type: 'sandbox', demand: { create: 1 } },
          k9: { ownerId: 'c' },
          l1: { ownerId: 'c' },
          l2: { ownerId: 'c', type: 'sandbox' },
        },
      },
      finds: {
        a: { severity: 'info', details: { reason: 'not-declared', count: 2, of: 2 } },
        b: { severity: 'info', details: { reason: 'not-declared', count: 2, of: 1 } },
        c: { severity: 'info', details: { reason: 'not-declared', count: 2, of: 2 } },
      },
    },
    {
      says: 'the organization’s own limit is lower',
      given: {
        keys: { k: { ownerId: 'svc', demand: { create: 90 } } },
        policy: {
          rateLimits: {
            ...defaultRateLimits,
            classes: [{ name: 'create', perMinute: 100, asOf: '2026-01-01', source: 'our contract' }],
          },
        },
      },
      finds: { svc: { severity: 'medium', details: { reason: 'use', percent: 90, rateClass: 'create', count: 1 } } },
    },
  ],
  doesNotFire: [
    {
      says: 'whoever owns no key fills no limit',
      given: { users: { svc: { kind: 'service-account' } } },
    },
    {
      says: 'under 80 %, and everything declared',
      given: {
        keys: { k1: { ownerId: 'svc', demand: { create: 200 } }, k2: { ownerId: 'svc', demand: { create: 199 } } },
      },
    },
    {
      says: 'keys of two owners do not share, nor production and sandbox, nor such as are no longer in use',
      given: {
        keys: {
          k1: { ownerId: 'a', demand: { create: 300 } },
          k2: { ownerId: 'b', demand: { create: 300 } },
          k3: { ownerId: 'a', demand: { create: 7 }, type: 'sandbox' },
          k4: { ownerId: 'a', demand: { create: 300 }, status: 'presumed-dead' },
        },
      },
    },
  ],
  cannotTell: [
    {
      says: 'one key of each type, nothing declared, or not of both',
      given: {
        keys: {
          k1: { ownerId: 'svc' },
          k2: { ownerId: 'svc', type: 'sandbox' },
          k3: { ownerId: 'bot' },
          k4: { ownerId: 'bot', type: 'sandbox', demand: { create: 1 } },
        },
      },
      unclear: ['bot', 'svc'],
    },
  ],
};
