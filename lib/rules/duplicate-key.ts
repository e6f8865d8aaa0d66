/** A workspace has one key of each type at a time: of two that are noted as active, one is a mistake. */
import type { Found, Rule } from '../domain/findings.ts';
import type { Key } from '../domain/mapping.ts';
import type { Examples } from './support/example.ts';

export const rule: Rule = {
  subject: 'key',
  severities: ['low'],
  find: ({ index }) => {
    const slots = new Map<string, Key[]>();
    for (const key of index.mapping.keys) {
      if (key.status !== 'active' && key.status !== 'narrowed' && key.status !== 'unknown') continue;
      const slot = `${key.workspaceId} ${key.type}`;
      const others = slots.get(slot);
      if (others) others.push(key);
      else slots.set(slot, [key]);
    }
    return [...slots.values()].flatMap((keys): Found[] => {
      const active = keys.filter(({ status }) => status !== 'unknown');
      if (active.length > 1) {
        const details = { count: active.length };
        return active.map(({ id }) => ({ subjectId: id, severity: 'low', details }));
      }
      // Whether the other one is still there nobody has seen.
      return keys.length > 1 ? keys.map(({ id }) => ({ subjectId: id, severity: 'unclear' })) : [];
    });
  },
};

export const examples: Examples = {
  fires: [
    {
      says: 'two active production keys in one workspace; a narrowed one is active with less',
      given: { keys: { k1: {}, k2: { status: 'narrowed' }, k3: { type: 'sandbox' } } },
      finds: { k1: { severity: 'low', details: { count: 2 } }, k2: { severity: 'low', details: { count: 2 } } },
    },
  ],
  doesNotFire: [
    {
      says: 'one of each type, in each workspace',
      given: { keys: { k1: {}, k2: { type: 'sandbox' }, k3: { workspaceId: 'v' } } },
    },
    { says: 'the other one is history', given: { keys: { k1: {}, k2: { status: 'replaced' } } } },
  ],
  cannotTell: [
    {
      says: 'of one of the two it is not known whether it is still there',
      given: { keys: { k1: {}, k2: { status: 'unknown' } } },
      unclear: ['k1', 'k2'],
    },
  ],
};
