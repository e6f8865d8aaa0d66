/** Too much hangs on one owner: one removal, one lost licence, one limit for half of everything. */
import type { Found, Rule } from '../domain/findings.ts';
import { isLiving } from '../domain/key-states.ts';
import type { Examples } from './support/example.ts';

export const rule: Rule = {
  subject: 'user',
  severities: ['high'],
  find: ({ index, policy }) => {
    const production = index.mapping.keys.filter((key) => key.type === 'production' && isLiving(key.status));
    const counts = new Map<string, number>();
    let unknown = 0;
    for (const { ownerId } of production) {
      if (ownerId === null) unknown += 1;
      else counts.set(ownerId, (counts.get(ownerId) ?? 0) + 1);
    }
    const { percent, keys } = policy.concentration;
    const isTooMuch = (count: number): boolean => count >= keys && count * 100 >= percent * production.length;
    return [...counts].flatMap(([subjectId, count]): Found[] => {
      if (isTooMuch(count)) {
        const details = { count, of: production.length, percent: Math.floor((count * 100) / production.length) };
        return [{ subjectId, severity: 'high', details }];
      }
      // Keys of unknown owner may be this owner's, too.
      return isTooMuch(count + unknown) ? [{ subjectId, severity: 'unclear' }] : [];
    });
  },
};

export const examples: Examples = {
  fires: [
    {
      says: 'three of six production keys are one owner’s',
      given: {
        keys: {
          k1: { ownerId: 'svc' },
          k2: { ownerId: 'svc' },
          k3: { ownerId: 'svc', status: 'unknown' },
          k4: { ownerId: 'a' },
          k5: { ownerId: 'b' },
          k6: {},
          k7: { ownerId: 'c', type: 'sandbox' },
          k8: { ownerId: 'c', status: 'replaced' },
        },
      },
      finds: { svc: { severity: 'high', details: { count: 3, of: 6, percent: 50 } } },
    },
  ],
  doesNotFire: [
    { says: 'half of them, but only two', given: { keys: { k1: { ownerId: 'svc' }, k2: { ownerId: 'svc' } } } },
    {
      says: 'three, but less than half of them',
      given: {
        keys: {
          k1: { ownerId: 'svc' },
          k2: { ownerId: 'svc' },
          k3: { ownerId: 'svc' },
          k4: { ownerId: 'a' },
          k5: { ownerId: 'a' },
          k6: { ownerId: 'b' },
          k7: { ownerId: 'b' },
        },
      },
    },
  ],
  cannotTell: [
    {
      says: 'keys of unknown owner may make it half',
      given: { keys: { k1: { ownerId: 'svc' }, k2: { ownerId: 'svc' }, k3: {}, k4: { ownerId: 'a' } } },
      unclear: ['svc'],
    },
  ],
};
