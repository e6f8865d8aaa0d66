/** Nobody noted what uses the key: on the day it stops, nobody knows whom to tell. */
import type { Rule } from '../domain/findings.ts';
import { isLiving } from '../domain/key-states.ts';
import type { Examples } from './support/example.ts';

export const rule: Rule = {
  subject: 'key',
  severities: ['low'],
  find: ({ index }) =>
    index.mapping.keys
      .filter(({ status, usedBy }) => isLiving(status) && usedBy.every((part) => part.trim() === ''))
      .map(({ id }) => ({ subjectId: id, severity: 'low' as const })),
};

export const examples: Examples = {
  fires: [
    {
      says: 'nothing is noted, or only blanks',
      given: { keys: { k1: { usedBy: [] }, k2: { usedBy: ['  '], type: 'sandbox' } } },
      finds: { k1: 'low', k2: 'low' },
    },
  ],
  doesNotFire: [
    { says: 'an integration is noted', given: { keys: { k: { usedBy: ['HubSpot sync'] } } } },
    { says: 'the key is no longer in use', given: { keys: { k: { usedBy: [], status: 'revoked' } } } },
  ],
  cannotTell: [
    {
      says: 'that nothing is noted is always known; a workspace without known keys has none to note for',
      given: { workspaces: { w: {} }, read: { w: { keys: 'never' } } },
      unclear: [],
    },
  ],
};
