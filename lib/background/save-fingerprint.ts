/** Fingerprints: which secret was whose. The pasted text itself never comes here, only what an HMAC made of it. */
import { epochOf } from '../domain/fingerprint.ts';
import { currentGeneration } from '../domain/resolve-mapping.ts';
import { type Changed, MessageError, type OwnMessages } from '../messages/protocol.ts';
import type { Parts } from './parts.ts';

/** `own/prepare-fingerprints`: this profile's key is there afterwards. */
export async function prepareFingerprints(parts: Parts): Promise<{ epoch: string }> {
  return { epoch: await parts.makeVault() };
}

/**
 * `own/save-fingerprint`: of the key's present secret. The same secret under another key moves: it can be of one only.
 *
 * @throws MessageError `not-found` where the key is gone, or the fingerprint is of another profile's key
 */
export function saveFingerprint(
  parts: Parts,
  { op, keyId, fingerprint }: OwnMessages['own/save-fingerprint']['send'],
): Promise<Changed> {
  return parts.repository.change(
    { op, kind: 'save-fingerprint', tier: 'own', region: null },
    async ({ draft: makeDraft, now }) => {
      const draft = await makeDraft();
      const key = draft.get('keys', keyId);
      if (!key || epochOf(fingerprint) !== (await parts.makeVault())) throw new MessageError('not-found');
      const generation = currentGeneration(key).number;
      const known = draft.get('fingerprints', fingerprint);
      if (known?.keyId !== keyId || known.generation !== generation) {
        draft.put('fingerprints', {
          id: fingerprint,
          region: key.region,
          revision: known?.revision ?? 0,
          keyId,
          generation,
          at: now,
        });
      }
      const changes = draft.changes();
      return {
        changes,
        log: changes.map(() => ({ region: key.region, kind: 'save-fingerprint', data: { key: keyId, generation } })),
        undoable: true,
        answer: (done) => done,
      };
    },
  );
}
