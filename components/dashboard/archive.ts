/** The log and backups as the dashboard sees them, as signals. The entrypoint brings what reads and seals. No DOM. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { HandoverPlan } from '../../lib/domain/handover.ts';
import type { HandoverDocument } from '../../lib/domain/handover-document.ts';
import type { Backup, BackupCounts, BackupProblem } from '../../lib/domain/backup.ts';
import type { Policy, PolicyProblem, ReadPolicy } from '../../lib/domain/policy.ts';
import type { Report } from '../../lib/domain/report.ts';
import type { LogEntry } from '../../lib/domain/stored.ts';
import type { Instant, Region } from '../../lib/domain/words.ts';
import type { Estate } from '../ui/estate.ts';
import type { Exporting } from '../ui/export-button.tsx';
import { t } from '../ui/text.ts';
import { kindOf, type LogKind } from './log-text.ts';

export interface TextFile {
  fileName: string;
  text: string;
}

export interface MadeBackup extends TextFile {
  digest: string;
  keys: number;
  /** Rows that could not be read, and are not in it. */
  leftOut: number;
  revision: Record<Region, number>;
}

/** A change that can be taken back; its log entries carry the same moment. */
export interface Undoable {
  op: string;
  kind: string;
  at: Instant;
}

/** A policy as a file, and what is wrong with one that comes in or was typed. */
export interface PolicyFiles {
  /** The text of the file. */
  text: (policy: Policy) => string;
  read: (text: string) => ReadPolicy;
  /** Everything that is wrong; an empty list means that it is a policy. */
  problems: (value: unknown) => PolicyProblem[];
}

/** What reads the stored log and everything else; wired by the entrypoint. */
export interface Archive {
  /** Oldest first. */
  readLog(): Promise<LogEntry[]>;
  /** The newest changes that can be taken back as they stand, newest first. */
  readUndoable(): Promise<Undoable[]>;
  /** Reads anew and recomputes the chain: the number of the first broken entry. Throws once `signal` is aborted. */
  verifyLog(
    onProgress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<{ entries: number; broken: number | null }>;
  /** A handover as Markdown, whose words come in, or as JSON. */
  handoverFile(
    plan: HandoverPlan,
    document: HandoverDocument,
    format: 'md' | 'json',
  ): { fileName: string; text: string };
  policies: PolicyFiles;
  logFile(entries: readonly LogEntry[]): TextFile;
  /** A backup that was read back once; why it could not be otherwise. Throws once `signal` is aborted. */
  makeBackup(
    onProgress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<{ made: MadeBackup } | { problem: BackupProblem }>;
  /** Throws once `signal` is aborted. */
  readBackup(
    file: File,
    onProgress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<{ backup: Backup; counts: BackupCounts } | { problem: BackupProblem }>;
  /** What is stored now, and what it is the state of. */
  counts(): Promise<{ counts: BackupCounts; revision: Record<Region, number> }>;
  /** A report that is made of what is known now, as a file in pieces. */
  reportFile(
    report: Report,
    organization: { region: Region; name: string | null },
    format: 'markdown' | 'html',
  ): Promise<{ fileName: string; parts: Iterable<string> }>;
  /** Puts a backup where the background finds it. */
  stage(id: string, backup: Backup): Promise<void>;
  unstage(): Promise<void>;
  /** What the last update of the stored data found, kept as a file; `null` where there was none. */
  beforeUpdate(): Promise<{ at: Instant; file: () => Promise<TextFile> } | null>;
  /** Everything that is stored as it lies there: for data that this version does not understand. */
  storedAsIs(): Promise<TextFile | null>;
}

export interface LogQuery {
  kind: LogKind | 'all';
  region: Region | 'all';
  /** Days, as the admin's calendar has them; empty = open. */
  from: string;
  to: string;
}

export type Verified =
  | { step: 'none' | 'stopped' }
  | { step: 'working'; done: number; cancel: () => void }
  | { step: 'done'; entries: number; broken: number | null };

export type RestoreState =
  | { step: 'choose' }
  | { step: 'reading'; fileName: string; done: number; stop: () => void }
  | { step: 'refused'; problem: BackupProblem }
  | {
      step: 'preview';
      fileName: string;
      backup: Backup;
      counts: BackupCounts;
      now: BackupCounts;
      revision: Record<Region, number>;
      first: boolean;
      /** While it is restored: ends it, if it is not written yet. */
      restoring: AbortController | null;
      /** How far that is, from 0 to 1; `null` where nobody can say yet. */
      done: number | null;
    };

export interface ArchiveModel {
  entries: ReadonlySignal<readonly LogEntry[] | null>;
  query: Signal<LogQuery>;
  /** Newest first. */
  shown: ReadonlySignal<LogEntry[]>;
  kinds: ReadonlySignal<LogKind[]>;
  verified: ReadonlySignal<Verified>;
  /** Changes that can be taken back: the op by the number of the entry that says it, the last of each. */
  undoable: ReadonlySignal<ReadonlyMap<number, string>>;
  /** The entry of the last import, and how to take it back; `op` is `null` where it is too late. */
  lastImport: ReadonlySignal<{ entry: LogEntry; op: string | null } | null>;
  /** The log is being read for the first time. */
  readingLog: ReadonlySignal<boolean>;
  readLog(): Promise<void>;
  verify(): Promise<void>;
  logFile(): TextFile;
  /** The backup that is being made. */
  making: ReadonlySignal<Exporting | null>;
  /** Why the last backup was not made. */
  unsound: ReadonlySignal<BackupProblem | null>;
  /** Hands the file to `take`, then notes it; gives it back, `null` where none was made. */
  backUp(take: (made: MadeBackup) => void): Promise<MadeBackup | null>;
  /** `null` while nobody restores. */
  restoring: Signal<RestoreState | null>;
  beforeUpdate: Archive['beforeUpdate'];
  storedAsIs: Archive['storedAsIs'];
  /** What was restored last, for the status. */
  restored: Signal<{ madeAt: string; keys: number } | null>;
  chooseBackup(file: File): Promise<void>;
  restore(take: (file: TextFile) => void): Promise<void>;
}

/** The days of an instant's own place, `YYYY-MM-DD`: what a date field compares with. */
export function localDay(at: string): string {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The entries that a query asks for. */
export function findEntries(entries: readonly LogEntry[], { kind, region, from, to }: LogQuery): LogEntry[] {
  return entries.filter((entry) => {
    if (kind !== 'all' && kindOf(entry.kind) !== kind) return false;
    // What is about everything (a backup, a restore) is about each region.
    if (region !== 'all' && entry.region !== null && entry.region !== region) return false;
    if (from === '' && to === '') return true;
    const day = localDay(entry.at);
    return (from === '' || day >= from) && (to === '' || day <= to);
  });
}

const unreadable: BackupProblem = { where: '', code: 'not-json', details: [] };

/** Makes the model; nothing is read before it is asked for. */
export function createArchiveModel(estate: Estate, archive: Archive): ArchiveModel {
  const entries = signal<readonly LogEntry[] | null>(null);
  const readingLog = signal(false);
  const query = signal<LogQuery>({ kind: 'all', region: 'all', from: '', to: '' });
  const verified = signal<Verified>({ step: 'none' });
  const making = signal<Exporting | null>(null);
  const unsound = signal<BackupProblem | null>(null);
  const restoring = signal<RestoreState | null>(null);
  const restored = signal<{ madeAt: string; keys: number } | null>(null);
  const undoables = signal<readonly Undoable[]>([]);
  const undoable = computed(() => {
    const ops = new Map(undoables.value.map(({ at, op }) => [at, op]));
    const last = new Map<string, number>();
    for (const { seq, at } of entries.value ?? []) if (ops.has(at)) last.set(at, seq);
    return new Map([...last].map(([at, seq]) => [seq, ops.get(at)!]));
  });
  const lastImport = computed(() => {
    const entry = entries.value?.findLast(
      ({ kind, data }) => kind === 'import' || (kind === 'undo' && data['what'] === 'import'),
    );
    // Undone already: there is nothing to say any more.
    if (entry?.kind === 'undo') return null;
    return entry ? { entry, op: undoable.value.get(entry.seq) ?? null } : null;
  });
  const newest = computed(() => [...(entries.value ?? [])].reverse());

  const failed = (): null => {
    estate.notice.value = { kind: 'failed', code: 'unreadable', details: [] };
    return null;
  };
  const stopped = (): null => {
    estate.notice.value = { kind: 'done', text: t('ui_stopped'), undo: null };
    return null;
  };
  const make = async (
    take: (made: MadeBackup) => void,
    onProgress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<MadeBackup | null> => {
    unsound.value = null;
    const answer = await archive.makeBackup(onProgress, signal).catch(() => (signal.aborted ? stopped() : failed()));
    if (!answer) return null;
    if ('problem' in answer) {
      unsound.value = answer.problem;
      return null;
    }
    take(answer.made);
    return answer.made;
  };

  return {
    entries,
    query,
    shown: computed(() => findEntries(newest.value, query.value)),
    kinds: computed(() => [...new Set((entries.value ?? []).map(({ kind }) => kindOf(kind)))]),
    verified,
    undoable,
    lastImport,
    readingLog,
    async readLog() {
      readingLog.value = entries.value === null;
      const read = await Promise.all([archive.readLog(), archive.readUndoable()]).catch(failed);
      batch(() => {
        readingLog.value = false;
        if (read) [entries.value, undoables.value] = read;
      });
    },
    async verify() {
      const control = new AbortController();
      const show = (done: number): void => {
        verified.value = { step: 'working', done, cancel: () => control.abort() };
      };
      show(0);
      try {
        verified.value = { step: 'done', ...(await archive.verifyLog(show, control.signal)) };
      } catch {
        if (!control.signal.aborted) failed();
        verified.value = { step: control.signal.aborted ? 'stopped' : 'none' };
      }
    },
    logFile: () => archive.logFile(entries.value ?? []),
    making,
    unsound,
    async backUp(take) {
      const control = new AbortController();
      const show = (done: number): void => {
        making.value = { done, cancel: () => control.abort() };
      };
      show(0);
      const made = await make(take, show, control.signal);
      making.value = null;
      if (!made) return null;
      const { digest, keys } = made;
      await estate.ask('own/note-backup', { op: estate.newId(), made: { digest, keys } });
      await estate.load();
      return made;
    },
    restoring,
    beforeUpdate: () => archive.beforeUpdate(),
    storedAsIs: () => archive.storedAsIs(),
    restored,
    async chooseBackup(file) {
      if (restoring.value?.step === 'reading') restoring.value.stop();
      const control = new AbortController();
      const show = (done: number): void => {
        restoring.value = { step: 'reading', fileName: file.name, done, stop: () => control.abort() };
      };
      show(0);
      try {
        const read = await archive.readBackup(file, show, control.signal);
        control.signal.throwIfAborted();
        if ('problem' in read) {
          restoring.value = { step: 'refused', problem: read.problem };
          return;
        }
        const { counts: now, revision } = await archive.counts();
        control.signal.throwIfAborted();
        const first = Object.values(now).some((count) => count > 0);
        const idle = { restoring: null, done: null };
        restoring.value = { step: 'preview', fileName: file.name, ...read, now, revision, first, ...idle };
      } catch {
        if (!control.signal.aborted) restoring.value = { step: 'refused', problem: unreadable };
      }
    },
    async restore(take) {
      const state = restoring.value;
      if (state?.step !== 'preview' || state.restoring) return;
      const control = new AbortController();
      // Half of the way is the backup of before, where one is made.
      const share = state.first ? 0.5 : 1;
      const show = (done: number | null): void => {
        restoring.value = { ...state, restoring: control, done };
      };
      show(null);
      const { backup } = state;
      let done = false;
      try {
        // What is replaced is what the backup of before holds, or what the preview counted.
        const made = state.first ? await make(take, (done) => show(done * share), control.signal) : null;
        if (state.first && !made) return;
        const staged = estate.newId();
        await archive.stage(staged, backup);
        const revision = made?.revision ?? state.revision;
        const body = { staged, revision };
        const written = (part: number): void => show(1 - share + part * share);
        done = (await estate.change('own/restore-backup', body, null, control.signal, written)) !== null;
        await archive.unstage();
      } catch {
        failed();
      } finally {
        if (done) {
          restoring.value = null;
          restored.value = { madeAt: backup.madeAt, keys: backup.keys.length };
        } else
          restoring.value = {
            ...state,
            ...(await archive
              .counts()
              .then(nowOf)
              .catch(() => ({}))),
          };
      }
    },
  };
}

/** After a restore that was not carried out, what it is compared with is what is there now. */
function nowOf({ counts, revision }: Awaited<ReturnType<Archive['counts']>>) {
  return { now: counts, revision, restoring: null, done: null };
}
