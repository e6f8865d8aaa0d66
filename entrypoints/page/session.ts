/**
 * One page of PandaDoc, from the moment it is opened until it is left: reads when the page has changed, asks ahead what
 * hangs on its people, draws, guards, reports how it is. Everything here is wiring; what is understood is in lib/pages,
 * what is held in lib/guard, what is decided in lib/domain, what is drawn in components/overlay.
 */
import { focusWhatIsOpen } from '../../components/overlay/focus.ts';
import { createOverlay, type Overlay, type OwnerLinePart } from '../../components/overlay/index.ts';
import { plural, t } from '../../components/ui/text.ts';
import { nameKey } from '../../lib/domain/identity.ts';
import type { MappingIndex } from '../../lib/domain/mapping.ts';
import type { Observation, PersonReading } from '../../lib/domain/observation.ts';
import type { Attempt } from '../../lib/guard/decide.ts';
import { Guard, type Listening } from '../../lib/guard/guard.ts';
import type { View } from '../../lib/guard/view.ts';
import { dialogText, namedIn, subjectOf } from '../../lib/guard/targets.ts';
import { type GuardState, type KeyLine, MessageError, type Messages, type Send } from '../../lib/messages/protocol.ts';
import { sender } from '../../lib/messages/send.ts';
import type { KeyRow, Reading } from '../../lib/pages/adapters/adapter.ts';
import { type Known, openDialogs, type Page, pageOf } from '../../lib/pages/page.ts';
import { inOnePass } from '../../lib/pages/pass.ts';
import { elementOf, findAll, isShown, parentOf, rawText, shadowRootsOf } from '../../lib/pages/tree.ts';
import type { PersonRow } from '../../lib/pages/people.ts';
import { adapterRevisions, readPage } from '../../lib/pages/read-page.ts';
import { type Route, routeOf } from '../../lib/pages/route.ts';
import { skeletonOf } from '../../lib/pages/skeleton.ts';
import { emailsIn, pieces } from '../../lib/pages/text.ts';
import { learnWords } from '../../lib/pages/words.ts';
import { claimWorkspace } from '../../lib/pages/workspace-claim.ts';
import type { Words } from '../../lib/pages/words/vocabulary.ts';
import { badgesOf } from './badges.ts';
import type { PageBrowser } from './browser.ts';
import { madeByPage } from './changes.ts';
import { GenerateWatch } from './generate-watch.ts';
import { Notices } from './notices.ts';
import { Outcomes } from './outcomes.ts';
import { Retry } from './retry.ts';
import { StakesStore } from './stakes-store.ts';
import { liftOf, warningOf } from './warning-of.ts';

/** Changes that come together are read together. */
const settleMs = 60;
/** A page that keeps changing is read at least this often. */
const atMostMs = 400;
/** A large page that never rests costs a tenth of its time at most: this many times what a reading takes lies between two. */
const restPerCost = 10;
/** But so often in any case, so that what cannot be read is said within two seconds. */
const longestMs = 1_200;
/** A page that looks like a list and shows nothing may still be filling; said after this, within two seconds. */
const driftMs = 1_200;
/** A page that says that it is fetching is waited for so long; one that says so for ever cannot be read. */
const loadingMs = 10_000;
/** "Keyholder is starting" is held this long at most. */
const startingMs = 1_000;
/** No event tells a page that its extension was updated, so it is looked at; a property, and only where we are awake. */
const lifeCheckMs = 2_000;

/** Attributes that say who somebody is. */
const identifies = /^(?:src|href|title|value)$/u;

/** What may change what a page says. */
const observed: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [
    'open',
    'hidden',
    'aria-busy',
    'aria-selected',
    'aria-checked',
    'aria-current',
    'aria-modal',
    'data-state',
    'role',
    'value',
    'title',
    'href',
    'src',
  ],
};

interface Snapshot {
  /** What was known of the organization when the page was read. */
  knew: string;
  page: Page;
  readings: Reading[];
  rows: PersonRow[];
  rowElements: Set<Element>;
  keys: KeyRow[];
}

interface Knowledge {
  /** What it was worked out of. */
  index: MappingIndex;
  known: Known;
  /** Our ids of workspaces by name; `null` where two carry it. */
  ids: ReadonlyMap<string, string | null>;
  /** Equal for what a page is understood by alike. */
  text: string;
}

/** The warning could not be shown; what follows from that has been done. */
class WarningUnseen extends Error {}

/** What a session in a frame of the page has from the session around it. */
export interface Around {
  /** For frames without an address of their own (`srcdoc`). */
  route: () => Route;
  /** The warning stands over the whole page, not inside the frame. */
  overlay: () => Overlay;
  report: (state: GuardState, reasons: string[], adapter: string | null) => void;
}

const worst: readonly GuardState[] = ['off', 'armed', 'starting', 'degraded', 'blind'];

export class Session {
  readonly #browser: PageBrowser;
  readonly #window: Window;
  readonly #document: Document;
  readonly #send: Send;
  readonly #stakes: StakesStore;
  readonly #guard: Guard;
  readonly #signal: AbortSignal;
  readonly #end: () => void;
  readonly #around: Around | null;
  /** Sessions in same-origin frames, by their document: a frame that loads anew has a new one. */
  readonly #frames = new Map<Document, { life: AbortController; said: Parameters<Around['report']> }>();
  readonly #generate = new GenerateWatch();
  #overlay: Overlay | null = null;
  #observer: MutationObserver | null = null;
  #route: Route;
  #awake = false;
  #dirty = true;
  #wordsLearnt = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Since when something waits to be read or worked out. */
  #waitingSince: number | null = null;
  /** What the last reading took, in milliseconds. */
  #cost = 0;
  #snapshot: Snapshot | null = null;
  #knew: Knowledge | null = null;
  #unreadableSince: { state: Reading['state']; at: number } | null = null;
  #pendingSince: number | null = null;
  #dialogs = new Set<Element>();
  /** Open shadow roots that are observed. */
  #roots = new WeakSet<ShadowRoot>();
  /** Rows with a badge, and what each said when it got it. */
  #badged = new Map<Element, string>();
  readonly #notices = new Notices((notices) => this.#ensureOverlay().setNotices(notices));
  readonly #submitted = new Map<string, string>();
  /** What each reading says of its workspace; an answer about another one comes too late. */
  readonly #claims = new Map<string, string>();
  readonly #filed = new Map<string, string | null>();
  #keyLines: KeyLine[] = [];
  #keyLinesFor: string | null = null;
  readonly #outcomes: Outcomes;
  #reported = '';
  #failures = 0;
  /** Sends that were lost, beside readings and questions, which follow from the page. */
  #lost: (() => void)[] = [];
  /** A changed page asks by itself only for people it has not asked for. */
  readonly #retry = new Retry(() => {
    if (!this.#awake || this.#orphaned) return;
    this.#reported = '';
    for (const again of this.#lost.splice(0)) again();
    this.#stakes.tryAgain();
    this.#later();
  });
  #lifeCheck: ReturnType<typeof setInterval> | undefined;
  #rootElement: Element | null = null;
  #events: Listening;
  readonly #isOurs = (target: EventTarget | null): boolean => this.#overlay?.owns(target) ?? false;
  readonly #onMoved = (): void => this.#moved();
  readonly #onSeen = (): void => void this.#checkOrphaned();
  readonly #onInput = (): void => {
    if (this.#observer) this.#later();
  };
  #orphaned = false;

  /**
   * @param signal ends everything
   * @param end called when the extension is gone from under this page
   * @param around the session of the page around, when this one is in a frame
   */
  constructor(
    browser: PageBrowser,
    window: Window,
    signal: AbortSignal,
    end: () => void,
    around: Around | null = null,
  ) {
    this.#around = around;
    this.#browser = browser;
    this.#window = window;
    this.#document = window.document;
    this.#events = window;
    this.#signal = signal;
    this.#end = end;
    this.#route = this.#routeNow();
    this.#send = sender(browser.runtime);
    this.#stakes = new StakesStore(
      this.#send,
      () => {
        this.#retry.worked();
        // Whoever is asked for next has their own second to be waited for.
        if (this.#stakes.complete) this.#pendingSince = null;
        this.#soon();
      },
      (error) => {
        this.#sendFailed(error);
        this.#read();
        this.#retry.lost();
      },
    );
    this.#outcomes = new Outcomes({
      send: this.#send,
      stakes: this.#stakes,
      again: () => this.#later(),
      ended: () => this.#guard.memory.end(),
      sendFailed: (error) => this.#sendFailed(error),
      tellsNextPage: around === null,
    });
    this.#guard = new Guard({
      view: () => this.#view(),
      owns: this.#isOurs,
      warningOpen: () => (this.#around?.overlay() ?? this.#overlay)?.warningOpen ?? false,
      held: (attempt) => this.#held(attempt),
      starting: (control) => this.#starting(control),
      notKnown: (attempt) => this.#notKnown(attempt),
      blind: (control) => this.#blind(control),
      nobody: (near) =>
        this.#notices.tell({ id: 'not-known', kind: 'not-known', near, text: t('page_not_known_whom') }),
      passedLifted: (attempt) => {
        if (this.#snapshot) this.#outcomes.passed(this.#snapshot.page, this.#snapshot.rows, attempt);
      },
      worked: (control, label) => this.#worked(control, label),
      failed: (error) => this.#failed('guard', error),
      clock: () => performance.now(),
    });
  }

  /** Listens where the page can be heard; what listens already stays as it is. */
  #listen(): void {
    this.#rootElement = this.#document.documentElement;
    this.#guard.listen(this.#events, this.#signal);
    const moved = this.#onMoved;
    // `currententrychange` fires after a navigation has committed, for hash, push and replace alike; Firefox and
    // Chromium both have it. The older events stand in where it is missing.
    const { navigation } = this.#window as unknown as { navigation?: EventTarget };
    navigation?.addEventListener('currententrychange', moved, { signal: this.#signal });
    this.#window.addEventListener('hashchange', moved, { signal: this.#signal });
    this.#window.addEventListener('popstate', moved, { signal: this.#signal });
    this.#window.addEventListener('pageshow', moved, { signal: this.#signal });
    this.#document.addEventListener('visibilitychange', this.#onSeen, { signal: this.#signal });
    // What is typed into a search changes which rows are there, and is no change of the document.
    this.#document.addEventListener('input', this.#onInput, { capture: true, passive: true, signal: this.#signal });
  }

  /**
   * Begins: the guard listens at once, everything else follows the address.
   *
   * @param events where the page's events are heard, where not on its window
   */
  start(events: Listening = this.#window): void {
    this.#events = events;
    this.#listen();
    const changed = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
      if (area === 'local' && 'revision' in changes && this.#awake) this.#mappingChanged();
    };
    this.#browser.storage.onChanged.addListener(changed);
    const ping = (message: unknown, _sender: unknown, respond: (answer: unknown) => void): void => {
      if ((message as { type?: unknown } | null)?.type === 'keyholder/ping')
        respond({ ok: true, diagnosis: this.#diagnosis() });
    };
    if (!this.#around) this.#browser.runtime.onMessage.addListener(ping);
    this.#signal.addEventListener('abort', () => {
      this.#stop();
      if (this.#browser.runtime.id) {
        this.#browser.storage.onChanged.removeListener(changed);
        this.#browser.runtime.onMessage.removeListener(ping);
      }
    });
    this.#moved();
  }

  #routeNow(): Route {
    const { href } = this.#window.location;
    return this.#around && !/^https?:/u.test(href) ? this.#around.route() : routeOf(href);
  }

  /** Settings may stand in frames of the same origin; documents and recipients' pages stand there too, and are left alone. */
  #visitFrames(): void {
    if (this.#around) return;
    const open = new Set<Document>();
    for (const frame of findAll(this.#document.body, 'iframe')) {
      const { contentDocument: inner, contentWindow: window } = frame as HTMLIFrameElement;
      if (!inner?.body || !window || !isShown(frame)) continue;
      const { href } = window.location;
      if (/^https?:/u.test(href) ? !routeOf(href).mayHoldSettings : !/^about:srcdoc/u.test(href)) continue;
      open.add(inner);
      if (this.#frames.has(inner)) continue;
      const life = new AbortController();
      const entry: { life: AbortController; said: Parameters<Around['report']> } = { life, said: ['off', [], null] };
      this.#frames.set(inner, entry);
      new Session(this.#browser, window, life.signal, () => this.#becomeOrphan(), {
        route: () => this.#route,
        overlay: () => this.#ensureOverlay(),
        report: (...said) => {
          entry.said = said;
          this.#soon();
        },
      }).start();
    }
    for (const [inner, { life }] of this.#frames) {
      if (open.has(inner)) continue;
      life.abort();
      this.#frames.delete(inner);
    }
  }

  #stop(): void {
    for (const { life } of this.#frames.values()) life.abort();
    this.#frames.clear();
    clearTimeout(this.#timer);
    this.#retry.stop();
    clearInterval(this.#lifeCheck);
    this.#notices.stop();
    this.#observer?.disconnect();
    this.#observer = null;
    this.#roots = new WeakSet();
    this.#badged.clear();
    this.#overlay?.destroy();
    this.#overlay = null;
    this.#awake = false;
    this.#snapshot = null;
  }

  #moved(): void {
    if (this.#checkOrphaned()) return;
    const route = this.#routeNow();
    const same = route.key === this.#route.key;
    this.#route = route;
    if (!route.mayHoldSettings) {
      this.#stop();
      this.#guard.memory.clear();
      this.#report('off', [], null);
      return;
    }
    if (!same) this.#leavePage();
    if (!this.#awake) this.#wake();
    this.#later();
  }

  #leavePage(): void {
    this.#guard.memory.leavePage();
    this.#stakes.leavePage();
    this.#notices.clear();
    this.#submitted.clear();
    this.#filed.clear();
    this.#claims.clear();
    this.#keyLines = [];
    this.#keyLinesFor = null;
    this.#unreadableSince = null;
    this.#dialogs.clear();
    this.#outcomes.leavePage();
    this.#snapshot = null;
    this.#dirty = true;
  }

  #wake(): void {
    this.#awake = true;
    this.#lifeCheck = setInterval(() => this.#checkOrphaned(), lifeCheckMs);
    this.#learnWords();
    this.#report('starting', [], null);
    // The worker may have to be woken first: that goes on while the page loads.
    this.#stakes.ask([]);
    const begin = (): void => {
      if (!this.#awake || this.#observer) return;
      this.#observer = new MutationObserver((records) => this.#changed(madeByPage(records, this.#isOurs)));
      this.#observer.observe(this.#document, observed);
      if (!this.#around) this.#outcomes.resume().catch((error: unknown) => this.#sendFailed(error));
      // What the server has sent is there now: whoever it shows is asked for before anybody can have clicked.
      this.#read();
    };
    if (this.#document.readyState === 'loading') {
      this.#document.addEventListener('DOMContentLoaded', begin, { once: true, signal: this.#signal });
    } else begin();
  }

  /** The page wrote its document anew (`document.open`): with the old one went every listener and all that was drawn. */
  #listenAnew(): void {
    this.#overlay?.destroy();
    this.#overlay = null;
    this.#badged.clear();
    this.#listen();
  }

  /** Hears of changes before they are drawn: a row that is used for somebody else loses its badge at once. */
  #changed(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    this.#later();
    if (this.#document.documentElement !== this.#rootElement) this.#listenAnew();
    if (this.#badged.size === 0) return;
    const touched = new Set<Element>();
    for (const { target, type, attributeName } of records) {
      for (let element = elementOf(target); element; element = parentOf(element)) {
        const text = this.#badged.get(element);
        if (text === undefined) continue;
        // Selecting a row or opening its menu makes nobody else of it; a picture or a link may.
        if ((type === 'attributes' && identifies.test(attributeName ?? '')) || rawText(element) !== text)
          touched.add(element);
        break;
      }
    }
    for (const row of this.#badged.keys()) if (!row.isConnected) touched.add(row);
    if (touched.size === 0) return;
    for (const row of touched) this.#badged.delete(row);
    this.#overlay?.dropBadges(touched);
  }

  /** The other languages' words, from the catalogue: at once, and only on pages that may hold settings. */
  #learnWords(): void {
    if (this.#wordsLearnt) return;
    this.#wordsLearnt = true;
    try {
      learnWords(JSON.parse(this.#browser.i18n.getMessage('page_words')) as Words[]);
    } catch (error) {
      // English still stands; the failure makes the guard degraded, and is said.
      this.#failed('words', error);
    }
  }

  /** The page has changed: read soon, once. */
  #later(): void {
    if (!this.#awake) return;
    this.#dirty = true;
    this.#soon();
  }

  /** What is known has changed: what follows from the page is worked out anew, and the page read only if it changed too. */
  #soon(): void {
    if (!this.#awake) return;
    const now = performance.now();
    this.#waitingSince ??= now;
    clearTimeout(this.#timer);
    const settle = settleMs + this.#cost;
    const atMost = Math.max(atMostMs, Math.min(restPerCost * this.#cost, longestMs));
    const wait = Math.max(0, Math.min(settle, this.#waitingSince + atMost - now));
    this.#timer = setTimeout(() => this.#read(), wait);
  }

  /** What is known of the organization, worked out once for each answer. */
  #knowledge(): Knowledge {
    const { index } = this.#stakes;
    if (this.#knew?.index === index) return this.#knew;
    const workspaces = new Map<string, string>();
    const ids = new Map<string, string | null>();
    for (const { id, name } of index.mapping.workspaces) {
      if (name === null) continue;
      const key = nameKey(name);
      workspaces.set(key, name);
      ids.set(key, ids.has(key) ? null : id);
    }
    const organization = index.mapping.organization.name;
    const text = [organization ?? '', ...workspaces.keys()].join('\n');
    return (this.#knew = { index, known: { workspaces, organization }, ids, text });
  }

  #read(): void {
    if (!this.#awake || this.#checkOrphaned() || !this.#document.body) return;
    this.#waitingSince = null;
    const begun = performance.now();
    // Names of workspaces help to understand a page.
    const anew = this.#dirty || !this.#snapshot || this.#snapshot.knew !== this.#knowledge().text;
    try {
      // What follows asks the page for much the same as the reading, and nothing of it changes the page.
      inOnePass(() => {
        if (anew) this.#refreshSnapshot();
        this.#after();
      });
    } catch (error) {
      this.#failed('read', error);
    }
    if (anew) this.#cost = performance.now() - begun;
  }

  /** Reads the page as it is now. */
  #refreshSnapshot(): Snapshot {
    this.#dirty = false;
    const now = new Date().toISOString();
    const { known, text: knew } = this.#knowledge();
    const { page, readings, failed } = inOnePass(() => {
      // Changes inside of open shadow roots are heard of only by whoever observes each.
      for (const root of shadowRootsOf(this.#document)) {
        if (this.#roots.has(root)) continue;
        this.#roots.add(root);
        this.#observer?.observe(root, observed);
      }
      const read = pageOf(this.#document, this.#route, known);
      return { page: read, ...readPage(read, now) };
    });
    for (const adapter of failed) this.#failed(`adapter:${adapter}`, null);
    const rows = readings.flatMap((reading) => reading.people);
    this.#snapshot = {
      knew,
      page,
      readings,
      rows,
      rowElements: new Set(rows.map((row) => row.element)),
      keys: readings.flatMap((reading) => reading.keys),
    };
    return this.#snapshot;
  }

  /** What follows from a reading; never inside an event of the page. */
  #after(): void {
    const snapshot = this.#snapshot;
    if (!snapshot) return;
    const { page, rows, readings } = snapshot;
    this.#guard.memory.noteSelection(rows);
    this.#noteDialogs(page, rows);
    // A reading goes out before the question, so that what hangs on new people is answered with them known.
    for (const reading of readings) if (reading.observation && this.#stakes.answered) this.#submit(reading.observation);
    // The page of one person may be about somebody whose id stands in its address alone.
    const subject = rows.length < 2 ? subjectOf(page, rows) : null;
    this.#stakes.ask(
      [...rows.map((row) => row.person), ...(subject ? [subject] : []), ...this.#strangers(page, rows)],
      this.#workspacesAtStake(),
    );
    const generated = this.#generate.check(page, snapshot.keys, performance.now());
    if (generated) {
      this.#generated(generated);
      this.#outcomes.noteGenerated();
    }
    this.#outcomes.check(
      page,
      rows,
      readings.some(({ observation }) => observation?.kind === 'members' && observation.complete),
    );
    this.#visitFrames();
    this.#health(readings);
    this.#draw(snapshot);
  }

  /** People that dialogs name and the page does not list; asked for before anything is confirmed. */
  #strangers(page: Page, rows: readonly PersonRow[]): PersonReading[] {
    const listed = rows.map((row) => row.person);
    return openDialogs(page.document)
      .filter((dialog) => emailsIn(dialogText(dialog)).length > 0)
      .flatMap((dialog) => namedIn(dialog, listed));
  }

  #noteDialogs(page: Page, rows: readonly PersonRow[]): void {
    const open = openDialogs(page.document).filter((dialog) => !rows.some((row) => row.element.contains(dialog)));
    for (const dialog of open) if (!this.#dialogs.has(dialog)) this.#guard.memory.dialogSeen(performance.now());
    this.#dialogs = new Set(open);
    this.#guard.memory.noteDialogs(open.length > 0, performance.now());
  }

  // --- reading → background -------------------------------------------------------------------------------------

  #submit(observation: Observation): void {
    const { at: _at, ...content } = observation;
    const text = JSON.stringify(content);
    const slot = `${observation.kind} ${observation.adapter}`;
    const claim = JSON.stringify(observation.workspace);
    if (this.#claims.get(slot) !== claim) {
      // Another workspace on the same page: what was known of the former one says nothing about these rows.
      this.#claims.set(slot, claim);
      this.#filed.delete(slot);
      if (observation.kind === 'keys') {
        this.#keyLines = [];
        this.#keyLinesFor = null;
      }
    }
    if (this.#submitted.get(slot) === text) return;
    this.#submitted.set(slot, text);
    const routeKey = this.#route.key;
    this.#send('page/observe', { op: crypto.randomUUID(), observation })
      .then((answer) => {
        this.#retry.worked();
        if (this.#route.key !== routeKey || this.#claims.get(slot) !== claim) return;
        this.#filed.set(slot, answer.workspaceId);
        if (answer.outcome === 'asked') this.#noticeWhichWorkspace();
        else this.#notices.delete('which-workspace');
        if (observation.kind === 'keys') this.#loadKeyLines(answer.workspaceId);
        this.#soon();
      })
      .catch((error: unknown) => {
        // Not recorded: the next try sends it again.
        this.#submitted.delete(slot);
        this.#sendFailed(error);
        this.#retry.lost();
      });
  }

  #generated(type: 'production' | 'sandbox'): void {
    const keys = this.#snapshot?.readings.map((reading) => reading.observation).find((one) => one?.kind === 'keys');
    if (!keys) return;
    const { adapter, workspace, organization, signedIn } = keys;
    const message: Messages['page/observe']['send'] = {
      op: crypto.randomUUID(),
      observation: {
        kind: 'generated',
        adapter,
        at: new Date().toISOString(),
        workspace,
        organization,
        signedIn,
        complete: false,
        type,
      },
    };
    const send = (): void => {
      this.#send('page/observe', message)
        .then((answer) => this.#loadKeyLines(answer.workspaceId))
        .catch((error: unknown) => this.#sendAgain(error, send));
    };
    send();
  }

  #loadKeyLines(workspaceId: string | null): void {
    this.#keyLinesFor = workspaceId;
    if (workspaceId === null) {
      this.#keyLines = [];
      this.#soon();
      return;
    }
    this.#send('page/keys', { workspaceId })
      .then(({ keys }) => {
        if (this.#keyLinesFor !== workspaceId) return;
        this.#keyLines = keys;
        this.#soon();
      })
      .catch((error: unknown) =>
        this.#sendAgain(error, () => {
          if (this.#keyLinesFor === workspaceId) this.#loadKeyLines(workspaceId);
        }),
      );
  }

  #mappingChanged(): void {
    this.#stakes.refresh();
    if (this.#keyLinesFor !== null) this.#loadKeyLines(this.#keyLinesFor);
  }

  // --- guard ----------------------------------------------------------------------------------------------------

  #listWorkspaceId(): string | null {
    const members = this.#snapshot?.readings.find((reading) => reading.observation?.kind === 'members')?.observation;
    if (members?.kind !== 'members' || members.scope !== 'workspace') return null;
    return (
      (members.workspace.name === null ? null : this.#workspaceIdOf(members.workspace.name)) ??
      this.#filed.get(`members ${members.adapter}`) ??
      null
    );
  }

  /** The workspace that the page's keys belong to. */
  #keysWorkspaceId(): string | null {
    const keys = this.#snapshot?.readings.find((reading) => reading.observation?.kind === 'keys')?.observation;
    if (keys?.kind !== 'keys') return null;
    return (
      (keys.workspace.name === null ? null : this.#workspaceIdOf(keys.workspace.name)) ??
      this.#filed.get(`keys ${keys.adapter}`) ??
      null
    );
  }

  /** Workspaces whose keys an act on this page may be about: that of a key page, those of a list of workspaces. */
  #workspacesAtStake(): string[] {
    const ids = new Set<string>();
    const own = this.#keysWorkspaceId();
    if (own !== null) ids.add(own);
    // Several who are selected may stand for more than the page draws: then whoever owns a key there counts.
    if (this.#guard.memory.selected.length > 1) {
      const list = this.#listWorkspaceId();
      for (const id of list === null ? this.#stakes.index.workspaces.keys() : [list]) ids.add(id);
    }
    for (const { observation } of this.#snapshot?.readings ?? []) {
      const names =
        observation?.kind === 'workspaces'
          ? observation.workspaces.map(({ name }) => name)
          : observation?.kind === 'keys'
            ? observation.keys.map(({ workspace }) => workspace)
            : [];
      for (const name of names) {
        const id = name === null ? null : this.#workspaceIdOf(name);
        if (id !== null) ids.add(id);
      }
    }
    const hint = this.#snapshot?.page.route.hint;
    // The keys of a page may come only later, in a dialog of its own; which workspace they are of is said before.
    const claimed = hint === 'keys' && own === null ? claimWorkspace(this.#snapshot!.page, null, false).name : null;
    const later = claimed === null ? null : this.#workspaceIdOf(claimed);
    if (later !== null) ids.add(later);
    // A page about workspaces may list them in boxes that are no list, and one about keys may name in a card whose they are;
    // whatever is named there may be meant.
    if (this.#snapshot && (hint === 'workspaces' || hint === 'keys')) {
      const { content, known } = this.#snapshot.page;
      for (const { text } of pieces(content)) {
        const name = known.workspaces.get(nameKey(text));
        const id = name === undefined ? null : this.#workspaceIdOf(name);
        if (id !== null) ids.add(id);
      }
    }
    return [...ids];
  }

  #workspaceIdOf(name: string): string | null {
    return this.#knowledge().ids.get(nameKey(name)) ?? null;
  }

  #view(): View | null {
    if (!this.#awake || this.#checkOrphaned() || !this.#document.body) return null;
    // A change that was not read yet may have moved rows under the pointer: read first, decide then.
    const pending = madeByPage(this.#observer?.takeRecords() ?? [], this.#isOurs).length > 0;
    if (pending) this.#later();
    const snapshot = this.#dirty || !this.#snapshot ? this.#refreshSnapshot() : this.#snapshot;
    // Read already; what follows from it is worked out after the event.
    if (pending) this.#soon();
    return {
      page: snapshot.page,
      rows: snapshot.rows,
      rowElements: snapshot.rowElements,
      keys: snapshot.keys,
      listWorkspaceId: this.#listWorkspaceId(),
      keysWorkspaceId: this.#keysWorkspaceId(),
      aboutWorkspaces:
        snapshot.page.route.hint === 'workspaces' ||
        snapshot.readings.some((reading) => reading.observation?.kind === 'workspaces'),
      index: this.#stakes.index,
      policy: this.#stakes.policy,
      workspaceIdOf: (name) => this.#workspaceIdOf(name),
      lifts: this.#stakes.lifts,
      resolve: (person) => this.#stakes.standing(person),
      resolveWorkspace: (id) => this.#stakes.workspaceStanding(id),
      now: new Date().toISOString(),
    };
  }

  /** Opens the dashboard at a new plan; the hold stays. */
  #planHandover(holdId: Promise<string>): void {
    holdId
      .then((id) => this.#send('page/plan-handover', { holdId: id }))
      .catch((error: unknown) => this.#sendFailed(error));
  }

  #held(attempt: Attempt): void {
    this.#clicked();
    const overlay = this.#around?.overlay() ?? this.#ensureOverlay();
    const lift = liftOf(attempt, this.#stakes);
    const holdId = this.#send('page/hold', {
      op: crypto.randomUUID(),
      hold: {
        action: attempt.action,
        value: attempt.value === null ? null : attempt.value.slice(0, 200),
        userIds: lift.userIds,
        keyIds: lift.keyIds,
        workspaceIds: lift.workspaceIds,
        scopeAssumed: attempt.scope.from !== 'dialog' && attempt.scope.from !== 'act',
        input: attempt.input,
      },
    }).then((answer) => answer.holdId);
    holdId.catch((error: unknown) => this.#sendFailed(error));
    // A hold that nobody can see would be a trap: where the warning cannot be shown, the next click passes, and it is said.
    const unseen = (error: unknown): never => {
      this.#stakes.lift(lift);
      this.#failed('overlay', error);
      throw new WarningUnseen();
    };
    overlay
      .warn(
        {
          ...warningOf(attempt, lift, this.#stakes),
          onPlan: () => this.#planHandover(holdId),
          explain: async () => this.#send('page/explain', { holdId: await holdId }),
        },
        attempt.control,
      )
      .catch(unseen)
      .then(async (result) => {
        this.#giveFocusBack();
        if (result.choice === 'keep') {
          this.#guard.memory.end();
          await this.#send('page/keep', { op: crypto.randomUUID(), holdId: await holdId });
          return;
        }
        this.#stakes.lift(lift);
        this.#outcomes.lifted(holdId, lift);
        const released = await this.#send('page/release', {
          op: crypto.randomUUID(),
          holdId: await holdId,
          reason: result.reason,
        });
        this.#stakes.lift(released.lift);
      })
      .catch((error: unknown) => {
        if (!(error instanceof WarningUnseen)) this.#sendFailed(error);
      });
  }

  /** The held control may be gone with the menu it stood in; then the focus goes to what opened that menu. */
  #giveFocusBack(): void {
    const { activeElement, body } = this.#document;
    const { worked } = this.#guard.memory;
    if (activeElement !== null && activeElement !== body) return;
    if (worked?.isConnected && worked instanceof HTMLElement) worked.focus({ preventScroll: true });
    if (this.#document.activeElement === body) focusWhatIsOpen(this.#document);
  }

  #starting(control: Element): boolean {
    const now = performance.now();
    this.#pendingSince ??= now;
    if (now - this.#pendingSince > startingMs) {
      this.#blind(control);
      return false;
    }
    this.#notices.tell({ id: 'starting', kind: 'starting', near: control, text: t('page_starting') });
    return true;
  }

  /** "Click again" has been done. */
  #clicked(): void {
    this.#notices.end('starting');
  }

  #blind(control: Element): void {
    this.#notices.tell({ id: 'not-known', kind: 'not-known', near: control, text: t('page_not_known_blind') });
    this.#report('blind', ['no-answer'], null);
  }

  #notKnown(attempt: Attempt): void {
    const names = [
      ...new Set(
        attempt.impact.unknown.map((unknown) => this.#stakes.index.workspaces.get(unknown.workspaceId)?.name ?? null),
      ),
    ].filter((name) => name !== null);
    const text =
      names.length === 0
        ? t('page_not_known_workspace')
        : names.length <= 2
          ? t('page_not_known_in', new Intl.ListFormat(t('locale'), { type: 'conjunction' }).format(names))
          : plural('page_not_known_in_many', names.length);
    this.#notices.tell({ id: 'not-known', kind: 'not-known', near: attempt.control, text });
  }

  #worked(control: Element, label: string): void {
    this.#clicked();
    const snapshot = this.#snapshot;
    if (snapshot && snapshot.keys.length > 0)
      this.#generate.worked(control, label, snapshot.keys, snapshot.page, performance.now());
  }

  // --- drawing --------------------------------------------------------------------------------------------------

  #ensureOverlay(): Overlay {
    this.#overlay ??= createOverlay(this.#document, {
      signal: this.#signal,
      onGivenUp: () => this.#report('degraded', ['parts-removed'], null),
      onNotVisible: () => this.#openDashboard('#/keys'),
    });
    return this.#overlay;
  }

  #draw({ rows, keys, readings }: Snapshot): void {
    const badges = readings.some((reading) => reading.adapter === 'members')
      ? badgesOf(rows, this.#stakes, this.#listWorkspaceId())
      : [];
    const lines = this.#ownerLines(keys);
    const notices = this.#notices.all;
    if (!this.#overlay && badges.length === 0 && lines.length === 0 && notices.length === 0) return;
    const overlay = this.#ensureOverlay();
    overlay.setBadges(badges);
    this.#badged = new Map(badges.map(({ row }) => [row, rawText(row)]));
    overlay.setOwnerLines(lines);
    // What a notice stood beside may be gone with the menu it was in; it then stays where it can be read.
    overlay.setNotices(notices);
    overlay.refresh();
  }

  #ownerLines(keys: readonly KeyRow[]): OwnerLinePart[] {
    const parts: OwnerLinePart[] = [];
    for (const row of keys) {
      if (row.state !== 'present') continue;
      const lines = this.#keyLines.filter((line) => line.type === row.type);
      // Several keys of one type in one workspace: which row is which is not known, so none is labelled.
      if (lines.length !== 1) continue;
      const line = lines[0]!;
      parts.push({
        id: line.keyId,
        row: row.element,
        anchor: row.anchor,
        line,
        actions: {
          setOwnerType: (userId, ownerType) =>
            this.#change('page/set-owner-type', { op: crypto.randomUUID(), userId, ownerType }),
          ownerCandidates: async (query) =>
            (await this.#send('page/owner-candidates', { keyId: line.keyId, query })).candidates,
          setOwner: (userId) => this.#change('page/set-owner', { op: crypto.randomUUID(), keyId: line.keyId, userId }),
          undo: (handle) => this.#change('page/undo', { op: crypto.randomUUID(), undo: handle }),
          openDashboard: (hash) => this.#openDashboard(hash),
        },
      });
    }
    return parts;
  }

  #change: Send = async (type, body) => {
    const answer = await this.#send(type, body);
    this.#mappingChanged();
    return answer;
  };

  #openDashboard(hash: string): void {
    this.#send('page/open-dashboard', { hash }).catch((error: unknown) => this.#sendFailed(error));
  }

  #noticeWhichWorkspace(): void {
    this.#notices.set({
      id: 'which-workspace',
      kind: 'which-workspace',
      near: null,
      text: t('page_which_workspace'),
      actions: [{ label: t('page_which_workspace_open'), run: () => this.#openDashboard('#/workspaces') }],
    });
  }

  // --- health ---------------------------------------------------------------------------------------------------

  #health(readings: readonly Reading[]): void {
    const now = performance.now();
    const unreadable = readings.find((reading) => reading.state === 'unreadable' || reading.state === 'loading');
    if (!unreadable) {
      this.#unreadableSince = null;
      this.#notices.delete('cannot-read');
    } else {
      const { state } = unreadable;
      if (this.#unreadableSince?.state !== state) this.#unreadableSince = { state, at: now };
      const patience = (state === 'loading' ? loadingMs : driftMs) - (now - this.#unreadableSince.at);
      if (patience > 0) {
        clearTimeout(this.#timer);
        // What a page shows may have changed without a change that is heard of: a sheet of styles that came late.
        this.#timer = setTimeout(() => {
          this.#dirty = true;
          this.#read();
        }, patience + 10);
        return;
      }
      this.#notices.set({
        id: 'cannot-read',
        kind: 'cannot-read',
        near: null,
        text: t('page_cannot_read'),
      });
      this.#report('blind', unreadable.missing, unreadable.adapter);
      return;
    }
    if (this.#stakes.blind) {
      this.#report('blind', ['no-answer'], null);
      return;
    }
    if (!this.#stakes.complete) {
      this.#report('starting', [], null);
      return;
    }
    this.#pendingSince = null;
    const adapter = readings[0]?.adapter ?? null;
    const missing = [...new Set(readings.flatMap((reading) => reading.missing))];
    // A workspace that the background could tell, or that was asked for, is no longer missing.
    const filed = [...this.#filed.values()].some((id) => id !== null);
    const open = missing.filter((code) => code !== 'workspace' || !filed);
    if (this.#failures > 0) this.#report('degraded', ['failure', ...open], adapter);
    else if (open.length > 0) this.#report('degraded', open, adapter);
    else this.#report('armed', [], adapter);
  }

  #report(state: GuardState, reasons: string[], adapter: string | null): void {
    // The worst of the page and its frames is what the button says.
    for (const { said } of this.#frames.values()) {
      if (worst.indexOf(said[0]) > worst.indexOf(state)) [state, reasons, adapter] = said;
    }
    const text = `${state} ${reasons.join(',')} ${adapter ?? ''}`;
    if (text === this.#reported || this.#orphaned) return;
    this.#reported = text;
    if (this.#around) {
      this.#around.report(state, reasons, adapter);
      return;
    }
    this.#send('page/guard', { state, reasons, adapter }).catch((error: unknown) => {
      this.#sendFailed(error);
      this.#retry.lost();
    });
  }

  /** What somebody needs who shall find out why a page is not understood; nothing that the page says is in it. */
  #diagnosis(): string | null {
    if (!/^(?:degraded|blind)\b/u.test(this.#reported) || !this.#snapshot) return null;
    const { page, readings } = this.#snapshot;
    const found = readings.map(({ adapter, state, missing }) => `${adapter}: ${state} (${missing.join(', ')})`);
    return [adapterRevisions(), ...found, skeletonOf(page.content)].join('\n');
  }

  #failed(where: string, error: unknown): void {
    this.#failures += 1;
    // The same failure on every event is told once.
    if (this.#failures > 20) return;
    const kind = error instanceof Error ? error.name : 'none';
    this.#send('page/failure', { where, kind }).catch((failure: unknown) => this.#sendFailed(failure));
  }

  /** What the worker took with it is sent again under the same op; what was refused is not. */
  #sendAgain(error: unknown, again: () => void): void {
    this.#sendFailed(error);
    if (!(error instanceof MessageError) || error.code !== 'no-answer') return;
    this.#lost.push(again);
    this.#retry.lost();
  }

  #sendFailed(error: unknown): void {
    if (error instanceof MessageError && (error.code === 'orphaned' || error.code === 'reload-needed'))
      this.#becomeOrphan();
  }

  #checkOrphaned(): boolean {
    if (!this.#orphaned && !this.#browser.runtime.id) this.#becomeOrphan();
    return this.#orphaned;
  }

  /** The extension was updated or removed under this page: say so once, take everything else out. */
  #becomeOrphan(): void {
    if (this.#orphaned) return;
    this.#orphaned = true;
    this.#end();
  }
}
