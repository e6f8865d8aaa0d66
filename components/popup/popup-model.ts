/** What the popup shows, as signals: where the admin is, whom they ask about, what they look for. No DOM. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Instant } from '../../lib/domain/words.ts';
import type { OwnMessages } from '../../lib/messages/protocol.ts';
import { createEstate, type Estate, type KeyRow } from '../ui/estate.ts';
import { findKeys, type KeyQuery, sortKeys } from '../ui/find-keys.ts';
import { findPeople, peopleOf, type PersonRow } from '../ui/find-people.ts';
import { type HandoverRow, handoverRows } from '../ui/handovers.ts';
import type { Services } from '../ui/reader.ts';
import { type AccessModel, createAccessModel, type Sites } from './access-model.ts';
import { type RemovalAnswer, removalAnswer } from './removal-check.ts';

export type TabGuard = OwnMessages['own/tab-guard']['get'];

/** Tabs as far as the popup needs them; the entrypoint wires the browser's. */
export interface Tabs {
  /** The tab over which the popup was opened; `null` when the popup itself is a tab. */
  current(): Promise<{ id: number; pandadoc: boolean } | null>;
  /** All open tabs of PandaDoc. */
  pandadoc(): Promise<{ id: number; title: string | null }[]>;
  reload(id: number): Promise<void>;
  openDashboard(hash: string): Promise<void>;
  /** Whether this popup shows the demo organization. */
  demo?: boolean;
  /** The extension's version, for the diagnosis. */
  version: string;
}

/** Where the popup was opened. */
export type Here =
  | { kind: 'unknown' }
  /** Over a page that is not PandaDoc's, or as a tab of its own. */
  | { kind: 'elsewhere'; guarded: number }
  | { kind: 'pandadoc'; tabId: number; guard: TabGuard };

export interface PopupModel {
  estate: Estate;
  demo: boolean;
  access: AccessModel;
  here: ReadonlySignal<Here>;
  /** PandaDoc's tabs without a guard, the current one aside. */
  unguarded: ReadonlySignal<{ id: number; title: string | null }[]>;
  person: Signal<string | null>;
  people: ReadonlySignal<PersonRow[]>;
  findPeople(text: string): PersonRow[];
  chosen: ReadonlySignal<PersonRow | null>;
  answer: ReadonlySignal<RemovalAnswer | null>;
  handovers: ReadonlySignal<HandoverRow[]>;
  query: Signal<KeyQuery>;
  rows: ReadonlySignal<KeyRow[]>;
  reload(id: number): Promise<void>;
  openDashboard(hash: string): Promise<void>;
  /** What to tell whoever helps: codes only, no name, address or key. `null` where all is well. */
  diagnosis: ReadonlySignal<string | null>;
  start(): Promise<void>;
  now(): Instant;
}

const nothingAsked: KeyQuery = { text: '', region: 'all', unknownOwner: false };

/** Makes the model; nothing happens before `start`. */
export function createPopupModel(services: Services & { tabs: Tabs; sites: Sites }): PopupModel {
  const { tabs } = services;
  const estate = createEstate(services);
  const here = signal<Here>({ kind: 'unknown' });
  const unguarded = signal<{ id: number; title: string | null }[]>([]);
  const person = signal<string | null>(null);
  const query = signal<KeyQuery>(nothingAsked);
  // Nobody is looked for before somebody types, and sorting five thousand people takes longer than opening should.
  const people = computed(() => peopleOf(estate.organizations.value));
  const sorted = computed(() => sortKeys(estate.rows.value, { by: 'workspace', down: false }));
  const chosen = computed(() =>
    person.value === null ? null : (people.value.find(({ id }) => id === person.value) ?? null),
  );

  const guardOf = async (tabId: number): Promise<TabGuard | null> => {
    try {
      return await services.send('own/tab-guard', { tabId });
    } catch {
      // A background that does not answer is told by the first thing that needs it; the mapping can be read meanwhile.
      return null;
    }
  };
  const lookAround = async (): Promise<void> => {
    const [current, open] = await Promise.all([tabs.current(), tabs.pandadoc()]);
    const guards = await Promise.all(open.map(async (tab) => ({ tab, guard: await guardOf(tab.id) })));
    const mine = current?.pandadoc
      ? (guards.find(({ tab }) => tab.id === current.id)?.guard ?? (await guardOf(current.id)))
      : null;
    const stands = ({ guard }: { guard: TabGuard | null }): boolean =>
      guard !== null && !guard.reload && (guard.state === 'armed' || guard.state === 'degraded');
    here.value =
      current && mine
        ? { kind: 'pandadoc', tabId: current.id, guard: mine }
        : current?.pandadoc
          ? { kind: 'unknown' }
          : { kind: 'elsewhere', guarded: guards.filter(stands).length };
    unguarded.value = guards.filter(({ tab, guard }) => guard?.reload && tab.id !== current?.id).map(({ tab }) => tab);
  };

  const access = createAccessModel(services.sites, () => void lookAround());

  return {
    estate,
    demo: tabs.demo ?? false,
    access,
    here,
    unguarded,
    person,
    people,
    findPeople: (text) => findPeople(people.value, text),
    chosen,
    answer: computed(() =>
      chosen.value === null
        ? null
        : removalAnswer(chosen.value.organization, chosen.value.id, estate.now.value, estate.follow),
    ),
    handovers: handoverRows(estate),
    query,
    rows: computed(() => findKeys(sorted.value, query.value, estate)),
    async reload(id) {
      await tabs.reload(id);
      unguarded.value = unguarded.value.filter((tab) => tab.id !== id);
      const at = here.value;
      if (at.kind === 'pandadoc' && at.tabId === id) {
        here.value = { ...at, guard: { ...at.guard, state: 'starting', reload: false } };
      }
    },
    openDashboard: (hash) => tabs.openDashboard(hash),
    diagnosis: computed(() => {
      const at = here.value;
      if (at.kind !== 'pandadoc' || at.guard.reload) return null;
      const { state, reasons, region, diagnosis } = at.guard;
      if (state !== 'degraded' && state !== 'blind') return null;
      const said = ['Keyholder', tabs.version, state, region, ...reasons].join(' ');
      return diagnosis === null ? said : `${said}\n${diagnosis}`;
    }),
    async start() {
      await Promise.all([estate.load(), lookAround(), access.start()]);
    },
    now: () => services.now(),
  };
}
