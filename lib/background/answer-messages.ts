/** Who answers which message: one line for each. */
import type { Handlers, PageSender } from '../messages/door.ts';
import type { ErrorCode, PageMessages } from '../messages/protocol.ts';
import { StorageError, type StorageErrorCode } from '../storage/errors.ts';
import { deleteRecords } from './delete-record.ts';
import { editKeys, editWorkspaces } from './edit-records.ts';
import { explainHold } from './explain-hold.ts';
import { acceptFindings, reopenFinding } from './accept-findings.ts';
import { beginHold, keepHeld, keepPassed, recordOutcome, releaseHold, tellPassed } from './hold-action.ts';
import { applyImport, previewImport } from './import-snapshot.ts';
import { knowMappings } from './know-mapping.ts';
import { keepApart, mergeTwo } from './merge-records.ts';
import type { Parts } from './parts.ts';
import { chooseSuccessor, dropHandover, openHandover, startHandover, tellHold, tickHandover } from './plan-handover.ts';
import { noteBackup, restoreBackup } from './restore-backup.ts';
import { fileReadingUnder, recordObservation } from './record-observation.ts';
import { prepareFingerprints, saveFingerprint } from './save-fingerprint.ts';
import { saveKey, saveOrganization, saveUser, saveWorkspace } from './save-records.ts';
import { savePolicy } from './save-policy.ts';
import { confirmGeneration, setOwner, setOwnerType } from './set-owner.ts';
import { showFailure, showGuard, tellTabGuard } from './show-guard.ts';
import { deleteSnapshot, exportSnapshot, takeSnapshotByHand } from './take-snapshot.ts';
import { tellKeys, tellOwnerCandidates, tellStakes } from './tell-stakes.ts';
import { undoChange } from './undo-change.ts';

/** A page that fails at every click must not fill the log: each failure once for each worker's life, so many at most. */
const maxFailures = 50;

/** All answers, over the parts they need. */
export function answerMessages(parts: Parts): Handlers {
  const know = knowMappings(parts.repository);
  const told = new Set<string>();

  const recordFailure = async (
    { where, kind }: PageMessages['page/failure']['send'],
    { region, tabId }: PageSender,
  ): Promise<null> => {
    await showFailure(parts, tabId);
    const failure = `${region} ${where} ${kind}`;
    if (told.has(failure) || told.size >= maxFailures) return null;
    told.add(failure);
    return parts.repository.change({ op: parts.newId(), kind: 'failure', tier: 'page', region }, () =>
      Promise.resolve({ log: [{ region, kind: 'failure', data: { where, kind } }], answer: () => null }),
    );
  };

  return {
    'page/observe': (body, sender) => recordObservation(parts, body, sender),
    'page/stakes': (body, sender) => tellStakes(parts, know, body, sender),
    'page/keys': (body, sender) => tellKeys(know, body, sender),
    'page/guard': (body, sender) => showGuard(parts, body, sender),
    'page/hold': (body, sender) => beginHold(parts, body, sender),
    'page/release': (body, sender) => releaseHold(parts, body, sender),
    'page/keep': (body, sender) => keepHeld(parts, body, sender),
    'page/plan-handover': (body, sender) => openHandover(parts, body, sender),
    'page/explain': (body, sender) => explainHold(parts, know, body, sender),
    'page/passed': (body, sender) => keepPassed(parts, body, sender),
    'page/watched': (_, sender) => tellPassed(parts, sender),
    'page/outcome': (body, sender) => recordOutcome(parts, body, sender),
    'page/owner-candidates': (body, sender) => tellOwnerCandidates(parts, know, body, sender),
    'page/set-owner': ({ op, keyId, userId }, { region }) => setOwner(parts, { op, keyIds: [keyId], userId }, region),
    'page/set-owner-type': ({ op, userId, ownerType }, { region }) =>
      setOwnerType(parts, { op, userIds: [userId], ownerType }, region),
    'page/undo': (body, { region }) => undoChange(parts, body, region),
    'page/failure': recordFailure,
    'page/open-dashboard': async ({ hash }) => {
      await parts.browser.openTab(`${parts.browser.urlOf('dashboard.html')}${hash}`);
      return null;
    },
    'own/set-owner': (body) => setOwner(parts, body, null),
    'own/set-owner-type': (body) => setOwnerType(parts, body, null),
    'own/confirm-generation': (body) => confirmGeneration(parts, body),
    'own/save-organization': (body) => saveOrganization(parts, body),
    'own/save-workspace': (body) => saveWorkspace(parts, body),
    'own/save-user': (body) => saveUser(parts, body),
    'own/save-key': (body) => saveKey(parts, body),
    'own/edit-keys': (body) => editKeys(parts, body),
    'own/edit-workspaces': (body) => editWorkspaces(parts, body),
    'own/merge': (body) => mergeTwo(parts, body),
    'own/keep-apart': (body) => keepApart(parts, body),
    'own/delete': (body) => deleteRecords(parts, body),
    'own/save-policy': (body) => savePolicy(parts, body),
    'own/accept-findings': (body) => acceptFindings(parts, body),
    'own/reopen-finding': (body) => reopenFinding(parts, body),
    'own/undo': (body) => undoChange(parts, body, null),
    'own/stop': ({ op }) => {
      parts.repository.stop(op);
      return Promise.resolve(null);
    },
    'own/progress': ({ op }) => Promise.resolve(parts.repository.progress(op)),
    'own/file-reading': (body) => fileReadingUnder(parts, body),
    'own/preview-import': (body) => previewImport(parts, body),
    'own/apply-import': (body) => applyImport(parts, body),
    'own/export-snapshot': (body) => exportSnapshot(parts, body),
    'own/take-snapshot': (body) => takeSnapshotByHand(parts, body),
    'own/delete-snapshot': (body) => deleteSnapshot(parts, body),
    'own/note-backup': (body) => noteBackup(parts, body),
    'own/restore-backup': (body) => restoreBackup(parts, body),
    'own/start-handover': (body) => startHandover(parts, body),
    'own/choose-successor': (body) => chooseSuccessor(parts, body),
    'own/tick-handover': (body) => tickHandover(parts, body),
    'own/drop-handover': (body) => dropHandover(parts, body),
    'own/prepare-fingerprints': () => prepareFingerprints(parts),
    'own/save-fingerprint': (body) => saveFingerprint(parts, body),
    'own/tell-hold': (body) => tellHold(parts, body),
    'own/tab-guard': (body) => tellTabGuard(parts, body),
  };
}

const codes: Record<StorageErrorCode, ErrorCode> = {
  'read-only': 'read-only',
  blocked: 'storage-failed',
  full: 'storage-full',
  'changed-meanwhile': 'changed-meanwhile',
  stopped: 'stopped',
  failed: 'storage-failed',
};

/** What an error becomes on the wire; of an unknown one only the name of its class, never its text. */
export function errorOf(error: unknown): { code: ErrorCode; details: string[] } {
  if (error instanceof StorageError) {
    return { code: codes[error.code], details: error.code === 'blocked' ? ['blocked'] : error.details };
  }
  return { code: 'internal', details: [error instanceof Error ? error.name : 'unknown'] };
}
