/** Services for views under test: records in memory, and a background that notes what it is told. */
import type { AsideReading, FingerprintsRead, Services } from '../../components/ui/reader.ts';
import type { Sites } from '../../components/popup/access-model.ts';
import type { Tabs } from '../../components/popup/popup-model.ts';
import type { BackupState } from '../../lib/domain/backup.ts';
import { believed } from '../../lib/domain/facts.ts';
import type { Handover } from '../../lib/domain/handover.ts';
import { axesAfter, type OwnerType } from '../../lib/domain/owner-type.ts';
import type { MappingRecords } from '../../lib/domain/records.ts';
import type { Instant } from '../../lib/domain/words.ts';
import { rules } from '../../lib/rules/index.ts';
import type { Messages, MessageType, Send } from '../../lib/messages/protocol.ts';

export const sampleNow: Instant = '2026-11-23T12:00:00.000Z';

type Answers = {
  [T in MessageType]?: (body: Messages[T]['send']) => Messages[T]['get'] | Promise<Messages[T]['get']>;
};

export interface SampleServices extends Services {
  tabs: Tabs;
  sites: Sites;
  sent: { type: MessageType; body: unknown }[];
  /** Replaces the records, as somebody else's change would. */
  change(records: MappingRecords): void;
}

/** Services over records; `answers` overrides what the background says to a message. */
export function sampleServices(
  records: MappingRecords,
  {
    aside = [],
    answers = {},
    tabs = {},
    sites = {},
    backup,
    handovers = [],
    fingerprints = { rows: [], epoch: null },
  }: {
    aside?: AsideReading[];
    answers?: Answers;
    tabs?: Partial<Tabs>;
    sites?: Partial<Sites>;
    backup?: BackupState;
    handovers?: Handover[];
    fingerprints?: FingerprintsRead;
  } = {},
): SampleServices {
  let current = records;
  let ids = 0;
  let kept = fingerprints;
  let { epoch } = fingerprints;
  const listeners = new Set<() => void>();
  const sent: SampleServices['sent'] = [];
  const change = (next: MappingRecords): void => {
    current = next;
    for (const listener of listeners) listener();
  };
  const changed = { undo: 'undo-1', revision: 2 };
  const built: Answers = {
    'own/set-owner-type': ({ userIds, ownerType }) => {
      const former = current;
      current = {
        ...current,
        users: current.users.map((user) => (userIds.includes(user.id) ? tagged(user, ownerType) : user)),
      };
      undo = () => (current = former);
      return changed;
    },
    'own/prepare-fingerprints': () => ({ epoch: (epoch ??= '00000001') }),
    'own/save-fingerprint': ({ keyId, fingerprint: id }) => {
      const row = { id, region: 'us' as const, revision: 1, keyId, generation: 1, at: sampleNow };
      kept = { rows: [...kept.rows, row], epoch };
      return changed;
    },
    'own/undo': () => {
      undo?.();
      return { undo: null, revision: 3 };
    },
    'own/tab-guard': () => ({ state: 'armed', reasons: [], reload: false, region: 'us', place: null, diagnosis: null }),
  };
  let undo: (() => void) | null = null;
  const send = (async <T extends MessageType>(type: T, body: Messages[T]['send']) => {
    sent.push({ type, body });
    await Promise.resolve();
    const answer = answers[type] ?? built[type];
    return answer ? answer(body) : ({ ...changed, id: `new-${(ids += 1)}` } as Messages[T]['get']);
  }) as Send;
  return {
    reader: {
      read: () =>
        Promise.resolve({
          records: current,
          aside,
          handovers,
          fingerprints: kept,
          damaged: 0,
          ...(backup && { backup }),
        }),
      onChange(callback) {
        listeners.add(callback);
        return () => listeners.delete(callback);
      },
    },
    rules,
    send,
    now: () => sampleNow,
    newId: () => `op-${(ids += 1)}`,
    fingerprint: (secret) => Promise.resolve(epoch === null ? null : `${epoch}.${sampleTag(secret)}`),
    exportParts: () => Promise.resolve(['exported']),
    tabs: {
      version: '0.1.0',
      current: () => Promise.resolve(null),
      pandadoc: () => Promise.resolve([]),
      reload: () => Promise.resolve(),
      openDashboard: () => Promise.resolve(),
      ...tabs,
    },
    sites: {
      all: ['https://app.pandadoc.com/*', 'https://app.pandadoc.eu/*'],
      has: () => Promise.resolve(true),
      request: () => Promise.resolve(true),
      onChange: () => undefined,
      ...sites,
    },
    sent,
    change,
  };
}

/** A made-up tag: tells texts apart and nothing else. */
export function sampleTag(secret: string): string {
  let sum = 7;
  for (const letter of secret) sum = (sum * 31 + letter.charCodeAt(0)) % 2 ** 32;
  return `${sum.toString(16).padStart(16, '0')}-${'0'.repeat(16)}`;
}

function tagged(user: MappingRecords['users'][number], type: OwnerType): MappingRecords['users'][number] {
  const { kind, orgAdmin } = axesAfter(type, { orgAdmin: believed(user.orgAdmin) });
  const fact = <T>(value: T) => ({ entered: { value, source: 'entered' as const, at: sampleNow, adapter: null } });
  return { ...user, revision: user.revision + 1, kind: fact(kind), orgAdmin: fact(orgAdmin) };
}
