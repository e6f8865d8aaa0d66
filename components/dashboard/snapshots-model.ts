/** Stored snapshots as the dashboard sees them, as signals: list, seals and chain, comparison. No DOM. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import {
  diffInSteps,
  type DiffEvent,
  type DiffSide,
  eventKinds,
  eventSeverities,
  type EventKind,
  type EventSeverity,
} from '../../lib/domain/diff.ts';
import type { FileChoices } from '../../lib/domain/merge.ts';
import { frozen } from '../../lib/domain/judge-records.ts';
import { type Link, linksOf, maxSnapshotLength, type Snapshot, unsealedInSteps } from '../../lib/domain/snapshot.ts';
import type { Steps } from '../../lib/domain/steps.ts';
import type { SnapshotRow } from '../../lib/domain/stored.ts';
import type { Instant } from '../../lib/domain/words.ts';
import type { ImportPreview, ImportSource } from '../../lib/messages/protocol.ts';
import { plural } from '../ui/text.ts';
import type { Estate, OrganizationView } from '../ui/estate.ts';
import { type EventRows, eventRows } from '../ui/event-text.ts';
import { fileText } from '../ui/file-text.ts';
import { stepsInSlices } from '../ui/in-slices.ts';
import type { FindingRow } from '../ui/finding-rows.ts';
import { type TableState, wordOf } from './table-state.ts';

/** What the list shows of a stored snapshot. */
export interface SnapshotLine {
  id: string;
  takenAt: Instant;
  label: string | null;
  reason: SnapshotRow['reason'];
  digest: string;
  previous: string | null;
  keys: number;
  findings: number;
}

/** What reads stored snapshots; wired by the entrypoint. */
export interface SnapshotShelf {
  /** Oldest first. */
  list(organizationId: string): Promise<SnapshotLine[]>;
  document(id: string): Promise<Snapshot | null>;
  /** Whether a stored document still is what its digest says. */
  isSound(id: string): Promise<boolean>;
}

export interface CheckedLine extends SnapshotLine {
  link: Link;
  /** `null` = not checked yet. */
  sound: boolean | null;
}

/** A stored snapshot by its id, or the mapping as it is: `now`, which is no id of ours. */
export type SideChoice = string;

export interface Comparison {
  /** What the events speak of. */
  rows: EventRows;
  /** Worst first. */
  events: DiffEvent[];
}

export type CompareState =
  { step: 'none' } | { step: 'working'; stop: () => void } | { step: 'refused' } | ({ step: 'done' } & Comparison);

export interface CheckState {
  step: 'none' | 'working' | 'done';
  checked: number;
  /** The oldest that does not hold. */
  broken: CheckedLine | null;
}

export type MergeState =
  | { step: 'none' | 'working' }
  | { step: 'applying'; done: number | null; cancel: () => void }
  | { step: 'preview'; text: string; preview: ImportPreview; leaveOut: boolean }
  | { step: 'done'; keys: number };

export interface SnapshotsModel {
  /** The organization whose snapshots are shown. */
  chosen: Signal<string | null>;
  organization: ReadonlySignal<OrganizationView | null>;
  /** Newest first; `null` before the first reading. */
  lines: ReadonlySignal<CheckedLine[] | null>;
  checking: ReadonlySignal<CheckState>;
  from: ReadonlySignal<SideChoice | null>;
  to: ReadonlySignal<SideChoice>;
  /** Chooses what is compared; what was compared before is put away. */
  choose(sides: { from?: SideChoice; to?: SideChoice }): void;
  /** The choice, whether its changes are shown, and which of them: as an address says it. */
  address: TableState;
  comparing: ReadonlySignal<CompareState>;
  kind: Signal<EventKind | 'all'>;
  severity: Signal<EventSeverity | 'all'>;
  shown: ReadonlySignal<DiffEvent[]>;
  load(): Promise<void>;
  check(): Promise<void>;
  /** Ends checking after the one that is under way; what was checked stays said. */
  stopCheck(): void;
  remove(id: string, done: string): Promise<boolean>;
  compare(): Promise<void>;
  merging: Signal<MergeState>;
  /** What was chosen, by conflict. */
  choices: Signal<FileChoices>;
  previewMerge(file: Blob): Promise<void>;
  applyMerge(): Promise<void>;
}

/** The mapping as it is, with what the rules find in it, as a side of a comparison. */
export function* sideOfNow(
  { id, mapping }: OrganizationView,
  rows: readonly FindingRow[],
  now: Instant,
): Steps<DiffSide> {
  const findings = frozen(rows.filter(({ organization }) => organization.id === id).map(({ finding }) => finding));
  yield;
  const side = yield* unsealedInSteps(mapping, { id: 'now', takenAt: now, label: null, previous: null });
  return { ...side, findings };
}

/** Makes the model; nothing is read before `load`. */
export function createSnapshotsModel(estate: Estate, shelf: SnapshotShelf): SnapshotsModel {
  const chosen = signal<string | null>(null);
  const organization = computed(
    () => estate.organizations.value.find(({ id }) => id === chosen.value) ?? estate.organizations.value[0] ?? null,
  );
  const read = signal<{ organizationId: string; lines: SnapshotLine[] } | null>(null);
  const sound = signal<ReadonlyMap<string, boolean>>(new Map());
  const checking = signal<CheckState>({ step: 'none', checked: 0, broken: null });
  let stopped = false;
  const from = signal<SideChoice | null>(null);
  const to = signal<SideChoice>('now');
  const comparing = signal<CompareState>({ step: 'none' });
  const kind = signal<EventKind | 'all'>('all');
  const severity = signal<EventSeverity | 'all'>('all');
  const merging = signal<MergeState>({ step: 'none' });
  const choices = signal<FileChoices>({});
  /** The address asks for changes, and the list is not read yet. */
  const awaited = signal(false);

  const oldestFirst = computed(() => {
    if (!read.value || read.value.organizationId !== organization.value?.id) return null;
    const { lines } = read.value;
    const links = linksOf(lines);
    return lines.map((line, index): CheckedLine => {
      return { ...line, link: links[index]!, sound: sound.value.get(line.id) ?? null };
    });
  });
  const failed = (): null => {
    estate.notice.value = { kind: 'failed', code: 'unreadable', details: [] };
    return null;
  };
  const sideOf = async (choice: SideChoice): Promise<DiffSide | null> => {
    if (choice !== 'now') return shelf.document(choice);
    await estate.prepareFindings();
    const shown = organization.value;
    return shown && stepsInSlices(sideOfNow(shown, estate.findings.value.rows, estate.now.value));
  };

  const compare = async (): Promise<void> => {
    const [a, b] = [from.value, to.value];
    if (a === null) return;
    const control = new AbortController();
    const working: CompareState = {
      step: 'working',
      stop: () => {
        control.abort();
        comparing.value = { step: 'none' };
      },
    };
    const end = (state: CompareState): void => {
      // It was ended, or somebody chose something else meanwhile.
      if (comparing.value === working) comparing.value = state;
    };
    comparing.value = working;
    try {
      const [before, after] = [await sideOf(a), await sideOf(b)];
      if (!before || !after) {
        failed();
        end({ step: 'none' });
        return;
      }
      // Both are stored under one organization of ours: another name is a rename.
      const events = await stepsInSlices(diffInSteps(before, after, true), { signal: control.signal });
      events.sort((x, y) => eventSeverities.indexOf(x.severity) - eventSeverities.indexOf(y.severity));
      end({ step: 'done', rows: await stepsInSlices(eventRows(before, after), { signal: control.signal }), events });
    } catch {
      end({ step: 'refused' });
    }
  };
  const choose: SnapshotsModel['choose'] = (sides) => {
    const next = { from: from.value, to: to.value, ...sides };
    if (next.from === from.value && next.to === to.value) return;
    if (comparing.value.step === 'working') comparing.value.stop();
    batch(() => {
      from.value = next.from;
      to.value = next.to;
      comparing.value = { step: 'none' };
    });
  };

  return {
    chosen,
    organization,
    choose,
    address: {
      read(parameters) {
        const newest = oldestFirst.value?.at(-1)?.id ?? null;
        chosen.value = parameters.get('organization');
        const shows = comparing.value.step !== 'none';
        const sides = { from: parameters.get('from') ?? newest, to: parameters.get('to') ?? 'now' };
        const same = sides.from === from.value && sides.to === to.value;
        const wanted = parameters.get('show') === 'changes';
        kind.value = wordOf(parameters, 'kind', ['all', ...eventKinds], 'all');
        severity.value = wordOf(parameters, 'severity', ['all', ...eventSeverities], 'all');
        if (same && shows === wanted) return;
        from.value = sides.from;
        to.value = sides.to;
        comparing.value = { step: 'none' };
        awaited.value = wanted && oldestFirst.value === null;
        if (wanted && !awaited.value) void compare();
      },
      write() {
        const shows = awaited.value || comparing.value.step !== 'none';
        const usual = !shows && from.value === oldestFirst.value?.at(-1)?.id;
        return {
          organization: chosen.value !== null && chosen.value !== estate.organizations.value[0]?.id && chosen.value,
          from: !usual && from.value !== null && from.value,
          to: to.value !== 'now' && to.value,
          show: shows && 'changes',
          kind: shows && kind.value !== 'all' && kind.value,
          severity: shows && severity.value !== 'all' && severity.value,
        };
      },
    },
    lines: computed(() => oldestFirst.value && [...oldestFirst.value].reverse()),
    checking,
    from,
    to,
    comparing,
    kind,
    severity,
    shown: computed(() => {
      const state = comparing.value;
      if (state.step !== 'done') return [];
      return state.events.filter(
        (event) =>
          (kind.value === 'all' || event.kind === kind.value) &&
          (severity.value === 'all' || event.severity === severity.value),
      );
    }),
    async load() {
      const id = organization.value?.id;
      if (id === undefined) return;
      const lines = await shelf.list(id).catch(failed);
      if (!lines || organization.value?.id !== id) return;
      const stored = (choice: SideChoice | null): boolean => lines.some((line) => line.id === choice);
      const gone = !stored(from.value) || (to.value !== 'now' && !stored(to.value));
      batch(() => {
        read.value = { organizationId: id, lines };
        if (gone) comparing.value = { step: 'none' };
        if (!stored(from.value)) from.value = lines.at(-1)?.id ?? null;
        if (to.value !== 'now' && !stored(to.value)) to.value = 'now';
      });
      const wanted = awaited.value;
      awaited.value = false;
      if (wanted && !gone) await compare();
    },
    async check() {
      const lines = oldestFirst.value;
      if (!lines || checking.value.step === 'working') return;
      stopped = false;
      const found = new Map<string, boolean>();
      let broken: CheckedLine | null = null;
      for (const [index, line] of lines.entries()) {
        checking.value = { step: 'working', checked: index, broken };
        const isSound = await shelf.isSound(line.id).catch(() => false);
        found.set(line.id, isSound);
        if (!broken && (!isSound || line.link === 'broken')) broken = { ...line, sound: isSound };
        sound.value = new Map(found);
        if (stopped) {
          checking.value = { step: 'none', checked: index + 1, broken };
          return;
        }
      }
      checking.value = { step: 'done', checked: lines.length, broken };
    },
    stopCheck() {
      stopped = true;
    },
    async remove(snapshotId, done) {
      const answer = await estate
        .ask('own/delete-snapshot', { op: estate.newId(), snapshotId })
        .then(() => estate.notice.value?.kind !== 'failed');
      if (answer) estate.notice.value = { kind: 'done', text: done, undo: null };
      return answer;
    },
    merging,
    choices,
    async previewMerge(file) {
      merging.value = { step: 'working' };
      choices.value = {};
      const text = await fileText(file, maxSnapshotLength);
      const preview: ImportPreview | null =
        text === null
          ? { plan: null, rejections: [{ where: '', message: 'too-large', details: [] }] }
          : await estate.ask('own/preview-import', { text, merge: {} });
      merging.value = preview ? { step: 'preview', text: text ?? '', preview, leaveOut: false } : { step: 'none' };
    },
    async applyMerge() {
      const state = merging.value;
      if (state.step !== 'preview') return;
      const control = new AbortController();
      const show = (done: number | null): void => {
        merging.value = { step: 'applying', done, cancel: () => control.abort() };
      };
      show(null);
      const source: ImportSource = { text: state.text, merge: choices.value };
      const answer = await estate.change(
        'own/apply-import',
        { ...source, leaveOutRejected: state.leaveOut },
        ({ keys }) => plural('snapshots_merged', keys),
        control.signal,
        show,
      );
      merging.value = answer ? { step: 'done', keys: answer.keys } : state;
    },
    compare() {
      kind.value = 'all';
      severity.value = 'all';
      return compare();
    },
  };
}
