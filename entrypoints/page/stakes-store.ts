/**
 * What hangs on the people of this page, fetched ahead of any click (product.md, "The guard"). Asks in parts, keeps what
 * it has while newer answers are under way, and says for each person whether an answer is there.
 */
import { emailKey, type PersonRef, personKey } from '../../lib/domain/identity.ts';
import { indexMapping, type Mapping, type MappingIndex } from '../../lib/domain/mapping.ts';
import { defaultPolicy, type Policy } from '../../lib/domain/policy.ts';
import type { Lift, Stakes } from '../../lib/domain/stakes.ts';
import type { Send } from '../../lib/messages/protocol.ts';

/** People in one message; a list of thousands is asked for in parts, so that the first rows are ready first. */
const atOnce = 200;

type Standing = { state: 'ready'; userIds: string[] } | { state: 'pending' } | { state: 'blind' };

const emptyMapping: Mapping = {
  region: 'us',
  organization: { id: '', name: null },
  workspaces: [],
  users: [],
  memberships: [],
  keys: [],
  coverage: {},
};

function union<T>(known: readonly T[], added: readonly T[], idOf: (item: T) => string): T[] {
  const byId = new Map(known.map((item) => [idOf(item), item]));
  for (const item of added) byId.set(idOf(item), item);
  return [...byId.values()];
}

export class StakesStore {
  readonly #send: Send;
  readonly #changed: () => void;
  readonly #failed: (error: unknown) => void;
  #mapping: Mapping = emptyMapping;
  #index: MappingIndex = indexMapping(emptyMapping);
  readonly #people = new Map<string, string[]>();
  readonly #asked = new Map<string, PersonRef>();
  /** Keys of those who were asked for, by their address. */
  readonly #byEmail = new Map<string, string[]>();
  readonly #blind = new Set<string>();
  /** Workspaces whose keys were asked for, and whether they are there. */
  readonly #workspaces = new Map<string, boolean>();
  #localLifts: Lift[] = [];
  #lifts: Lift[] = [];
  #readingDays = defaultPolicy.readingDays;
  #revision = -1;
  /** A newer revision was announced while an answer was under way: ask again. */
  #stale = false;
  #asking = false;
  #everAnswered = false;
  #lastAskFailed = false;

  /**
   * @param changed called after every answer that brought something
   * @param failed called when asking failed; the people asked for are then blind until the next try
   */
  constructor(send: Send, changed: () => void, failed: (error: unknown) => void) {
    this.#send = send;
    this.#changed = changed;
    this.#failed = failed;
  }

  get index(): MappingIndex {
    return this.#index;
  }

  /** When a reading is old: what of the policy decides inside a click. */
  get policy(): Pick<Policy, 'readingDays'> {
    return { readingDays: this.#readingDays };
  }

  get lifts(): readonly Lift[] {
    return [...this.#lifts, ...this.#localLifts];
  }

  /** Whether any answer has come; before that, not even the names of workspaces are known. */
  get answered(): boolean {
    return this.#everAnswered;
  }

  /** Whether the last question failed; nothing new can be said then. */
  get blind(): boolean {
    return this.#lastAskFailed;
  }

  /** Whether every person and every workspace asked for has an answer. */
  get complete(): boolean {
    const waiting = [...this.#workspaces.values()].includes(false);
    return this.#everAnswered && !waiting && [...this.#asked.keys()].every((key) => this.#people.has(key));
  }

  standing(person: PersonRef): Standing {
    const key = personKey(person);
    const userIds = this.#people.get(key);
    if (userIds) return { state: 'ready', userIds };
    const same = this.#answeredBy(person.email);
    if (same) {
      // The page shows more of somebody than it did: what is known by the address stands until the exact answer is there.
      if (!this.#asked.has(key)) this.ask([person]);
      return { state: 'ready', userIds: same };
    }
    if (this.#blind.has(key)) return { state: 'blind' };
    // Seen for the first time inside an event: asked now, and the answer counts from the next event on.
    if (!this.#asked.has(key)) this.ask([person]);
    return { state: 'pending' };
  }

  /** The answer for anybody of this address, where one is there. */
  #answeredBy(email: string | null): string[] | null {
    if (email === null) return null;
    for (const key of this.#byEmail.get(emailKey(email)) ?? []) {
      const userIds = this.#people.get(key);
      if (userIds && userIds.length > 0) return userIds;
    }
    return null;
  }

  /** Whether all living keys of a workspace are there. */
  workspaceStanding(id: string): { state: 'ready' | 'pending' | 'blind' } {
    if (this.#workspaces.get(id) === true) return { state: 'ready' };
    if (this.#lastAskFailed) return { state: 'blind' };
    this.ask([], [id]);
    return { state: 'pending' };
  }

  /** Asks for people that were not asked for yet; asks for the names of workspaces when there is nobody to ask for. */
  ask(people: readonly PersonRef[], workspaces: readonly string[] = []): void {
    let fresh = false;
    for (const id of workspaces) {
      if (this.#workspaces.has(id)) continue;
      this.#workspaces.set(id, false);
      fresh = true;
    }
    for (const person of people) {
      const key = personKey(person);
      if (this.#asked.has(key)) continue;
      const { pandadocId, email, name } = person;
      this.#asked.set(key, { pandadocId, email, name });
      if (email !== null) {
        const address = emailKey(email);
        this.#byEmail.set(address, [...(this.#byEmail.get(address) ?? []), key]);
      }
      fresh = true;
    }
    if (fresh || (!this.#everAnswered && !this.#lastAskFailed)) void this.#run();
  }

  /** Asks again for whom the last question failed. */
  tryAgain(): void {
    void this.#run();
  }

  /** The mapping changed elsewhere: everything is asked for again; until then the old answers hold. */
  refresh(): void {
    this.#stale = true;
    void this.#run();
  }

  /** A hold was just let go here; it counts at once, before the background has answered. */
  lift(lift: Lift): void {
    this.#localLifts = [...this.#localLifts, lift];
  }

  /** Forgets the people of a page that was left; what is known of the mapping stays. */
  leavePage(): void {
    this.#asked.clear();
    this.#byEmail.clear();
    this.#blind.clear();
    this.#workspaces.clear();
  }

  async #run(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    let again = false;
    try {
      do {
        again = this.#stale;
        this.#stale = false;
        const waiting = [...this.#asked].filter(([key]) => again || !this.#people.has(key));
        const places = [...this.#workspaces].filter(([, there]) => again || !there).map(([id]) => id);
        if (waiting.length + places.length === 0 && this.#everAnswered && !again && !this.#lastAskFailed) break;
        const fresh = again ? { mapping: null as Mapping | null, people: new Map<string, string[]>() } : null;
        for (let at = 0; at === 0 || at < Math.max(waiting.length, places.length); at += atOnce) {
          const part = waiting.slice(at, at + atOnce);
          // parts go one after another, so that the first rows are ready first
          const stakes = await this.#send('page/stakes', {
            people: part.map(([, person]) => person),
            workspaces: places.slice(at, at + atOnce),
          });
          if (this.#revision >= 0 && stakes.revision !== this.#revision && !again) this.#stale = true;
          this.#take(stakes, fresh);
        }
        for (const id of places) if (this.#workspaces.has(id)) this.#workspaces.set(id, true);
        if (fresh?.mapping) {
          this.#people.clear();
          for (const [key, ids] of fresh.people) this.#people.set(key, ids);
          this.#mapping = fresh.mapping;
          this.#index = indexMapping(fresh.mapping);
        }
        this.#lastAskFailed = false;
        this.#blind.clear();
        this.#changed();
      } while (
        this.#stale ||
        [...this.#asked.keys()].some((key) => !this.#people.has(key)) ||
        [...this.#workspaces.values()].includes(false)
      );
    } catch (error) {
      this.#lastAskFailed = true;
      // What was to be asked for again is still to be asked for again.
      this.#stale ||= again;
      for (const key of this.#asked.keys()) if (!this.#people.has(key)) this.#blind.add(key);
      this.#failed(error);
    } finally {
      this.#asking = false;
    }
  }

  #take(stakes: Stakes, fresh: { mapping: Mapping | null; people: Map<string, string[]> } | null): void {
    const base = fresh ? (fresh.mapping ?? { ...emptyMapping }) : this.#mapping;
    const merged: Mapping = {
      ...stakes.mapping,
      users: union(base.users, stakes.mapping.users, (user) => user.id),
      memberships: union(base.memberships, stakes.mapping.memberships, (one) => `${one.userId} ${one.workspaceId}`),
      keys: union(base.keys, stakes.mapping.keys, (key) => key.id),
    };
    const people = fresh ? fresh.people : this.#people;
    for (const [key, ids] of Object.entries(stakes.people)) people.set(key, ids);
    this.#readingDays = stakes.readingDays;
    this.#revision = stakes.revision;
    this.#lifts = stakes.lifts;
    const known = new Set(stakes.lifts.map((lift) => lift.id));
    this.#localLifts = this.#localLifts.filter((lift) => !known.has(lift.id));
    this.#everAnswered = true;
    if (fresh) fresh.mapping = merged;
    else {
      this.#mapping = merged;
      this.#index = indexMapping(merged);
    }
  }
}
