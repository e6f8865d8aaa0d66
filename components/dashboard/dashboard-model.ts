/** What the dashboard shows, as signals: the view in the address, queries, selection, import. No DOM. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { isLiving } from '../../lib/domain/key-states.ts';
import { coverageOf } from '../../lib/domain/coverage.ts';
import { findingSeverities } from '../../lib/domain/findings.ts';
import { nameKey } from '../../lib/domain/identity.ts';
import { rateGroupOf } from '../../lib/domain/rate-budget.ts';
import { maxSnapshotLength } from '../../lib/domain/snapshot.ts';
import type { CsvNote, CsvReadResult } from '../../lib/domain/mapping-csv.ts';
import { regions, type Region } from '../../lib/domain/words.ts';
import type { ImportSource, OwnMessages } from '../../lib/messages/protocol.ts';
import { createEstate, type Estate, type KeyRow } from '../ui/estate.ts';
import { fileText } from '../ui/file-text.ts';
import { everyFinding, filterFindings, type FindingQuery, type FindingRow } from '../ui/finding-rows.ts';
import { findKeys, type KeyQuery, type Sort, sortColumns, sortKeys, type SortColumn } from '../ui/find-keys.ts';
import { findPeople, peopleOf, type PersonRow, shownName } from '../ui/find-people.ts';
import { type HandoverRow, handoverRows } from '../ui/handovers.ts';
import { ownerTypeText } from '../ui/impact-text.ts';
import { fullestUse } from '../ui/rate-text.ts';
import type { Services } from '../ui/reader.ts';
import { pluralPlain, t, textLocale } from '../ui/text.ts';
import { type Archive, type ArchiveModel, createArchiveModel } from './archive.ts';
import { type Demo, noDemo } from './demo.ts';
import { createSelection, type Selection } from './selection.ts';
import { createSnapshotsModel, type SnapshotShelf, type SnapshotsModel } from './snapshots-model.ts';
import { logKinds } from './log-text.ts';
import { kindText } from './state-text.ts';
import { type OpenItem, openItems } from './sweep-model.ts';
import {
  ordered,
  type Order,
  orderOf,
  orderParameter,
  searchParameter,
  type TableState,
  turn,
  wordOf,
} from './table-state.ts';
import { allViews, type ViewName } from './views.ts';
import type { WorkspaceRow } from './workspace-row.ts';

export interface Route {
  view: ViewName;
  /** `#/keys?key=<id>` and the like: what is to be opened at once. */
  parameters: URLSearchParams;
}

/** The view and its parameters from an address's hash; anything unknown is the keys. */
export function routeOf(hash: string): Route {
  const [, name = '', query = ''] = /^#\/([a-z]*)\??(.*)$/.exec(hash) ?? [];
  const view = allViews.find((each) => each === name) ?? 'keys';
  return { view, parameters: new URLSearchParams(query) };
}

export type ImportPreview = OwnMessages['own/preview-import']['get'];

export type ImportState =
  | { step: 'none' }
  | { step: 'reading'; fileName: string }
  | {
      step: 'preview';
      fileName: string;
      source: ImportSource;
      /** What a CSV tells beside its rows. */
      notes: CsvNote[];
      /** Whether some row names no region, so that one has to be chosen. */
      needsRegion: boolean;
      preview: ImportPreview;
      leaveOut: boolean;
      applying: boolean;
      /** While it is applied: ends it, if it is not written yet. */
      stop: (() => void) | null;
      /** How much of it is written, from 0 to 1; `null` before. */
      written: number | null;
    }
  | { step: 'done'; keys: number; undo: string | null };

/** What is open in the side panel; `null` as id makes a new one. */
export type Panel = { kind: 'key' | 'user' | 'workspace'; id: string | null } | null;

const personValues = {
  name: ({ user }: PersonRow) => shownName(user) ?? '',
  type: ({ ownerType }: PersonRow) => ownerTypeText(ownerType),
  keys: ({ keys }: PersonRow) => keys,
  rate: ({ organization, id }: PersonRow) =>
    fullestUse(rateGroupOf(organization.index, id, organization.policy))?.use ?? -1,
  workspaces: ({ workspaces }: PersonRow) => workspaces,
  license: ({ user }: PersonRow) => user.license ?? '',
  region: ({ organization }: PersonRow) => organization.region,
};
export type PersonColumn = keyof typeof personValues;
const personColumns = Object.keys(personValues) as PersonColumn[];

const workspaceValues = {
  name: ({ workspace }: WorkspaceRow) => workspace.name ?? '',
  kind: ({ workspace }: WorkspaceRow) => kindText(workspace.kind),
  keys: ({ keys }: WorkspaceRow) => keys,
  members: ({ members }: WorkspaceRow) => members,
  keyPage: ({ coverage }: WorkspaceRow) => coverage.keys?.at ?? '',
  memberList: ({ coverage }: WorkspaceRow) => coverage.members?.at ?? '',
  region: ({ organization }: WorkspaceRow) => organization.region,
};
export type WorkspaceColumn = keyof typeof workspaceValues;
const workspaceColumns = Object.keys(workspaceValues) as WorkspaceColumn[];

const usualSort: Sort = { by: 'workspace', down: false };

export interface DashboardModel {
  /** Goes where an address points; what it says of a table's state is taken over. */
  follow(hash: string): void;
  /** The address that says what is shown now; `null` for a view whose address is kept as it came. */
  address: ReadonlySignal<string | null>;
  /** Where the navigation leads: to a view as it was left. */
  addressOf(view: ViewName): string;
  estate: Estate;
  demo: Demo;
  archive: ArchiveModel;
  snapshots: SnapshotsModel;
  route: Signal<Route>;
  panel: Signal<Panel>;
  query: Signal<KeyQuery>;
  sort: Signal<Sort>;
  rows: ReadonlySignal<KeyRow[]>;
  people: ReadonlySignal<PersonRow[]>;
  peopleQuery: Signal<{ text: string; ownersOnly: boolean }>;
  /** `null`: those who own most keys first. */
  peopleOrder: Signal<Order<PersonColumn> | null>;
  shownPeople: ReadonlySignal<PersonRow[]>;
  selectedKeys: Selection;
  selectedPeople: Selection;
  selectedWorkspaces: Selection;
  workspaces: ReadonlySignal<WorkspaceRow[]>;
  /** What only a person can say, of all keys. */
  openItems: ReadonlySignal<OpenItem[]>;
  handovers: ReadonlySignal<HandoverRow[]>;
  handoverFile: Archive['handoverFile'];
  reportFile: Archive['reportFile'];
  policies: Archive['policies'];
  /** Ids of the rules there are, in the order of the house. */
  ruleIds: readonly string[];
  workspaceQuery: Signal<string>;
  workspaceOrder: Signal<Order<WorkspaceColumn> | null>;
  findingQuery: Signal<FindingQuery>;
  shownFindings: ReadonlySignal<FindingRow[]>;
  shownWorkspaces: ReadonlySignal<WorkspaceRow[]>;
  importing: Signal<ImportState>;
  sortBy(column: SortColumn): void;
  /** Reads a chosen file, a table by its name, and shows what it would change. */
  previewImport(file: File): Promise<void>;
  /** The region of rows that name none. */
  chooseRegion(region: Region): Promise<void>;
  applyImport(): Promise<void>;
  undoImport(): Promise<void>;
}

/** The preview of a file that cannot be taken at all. */
function refused(fileName: string, rejections: ImportPreview['rejections']): ImportState {
  return {
    step: 'preview',
    fileName,
    source: { rows: [], rejections: [], region: null },
    notes: [],
    needsRegion: false,
    preview: { plan: null, rejections },
    leaveOut: false,
    applying: false,
    stop: null,
    written: null,
  };
}

/** Makes the model for an address; nothing is read before `estate.load`. */
export function createDashboardModel(
  services: Services,
  hash: string,
  archive: Archive,
  shelf: SnapshotShelf,
  readCsv: (file: Blob) => Promise<CsvReadResult>,
  demo: Demo = noDemo,
): DashboardModel {
  const estate = createEstate(services);
  const route = signal(routeOf(hash));
  const query = signal<KeyQuery>({ text: '', region: 'all', unknownOwner: false });
  const sort = signal<Sort>(usualSort);
  const sorted = computed(() => sortKeys(estate.rows.value, sort.value));
  const people = computed(() => peopleOf(estate.organizations.value));
  const peopleQuery = signal({ text: '', ownersOnly: false });
  const peopleOrder = signal<Order<PersonColumn> | null>(null);
  const workspaceQuery = signal('');
  const workspaceOrder = signal<Order<WorkspaceColumn> | null>(null);
  const findingQuery = signal<FindingQuery>(everyFinding);
  const importing = signal<ImportState>({ step: 'none' });

  const previewSource = async (
    fileName: string,
    source: ImportSource,
    notes: CsvNote[],
    needsRegion: boolean,
  ): Promise<void> => {
    const asked = importing.value;
    const preview = await estate.ask('own/preview-import', source);
    // Put away meanwhile, or another file was chosen.
    if (importing.value !== asked) return;
    const idle = { leaveOut: false, applying: false, stop: null, written: null };
    importing.value = preview
      ? { step: 'preview', fileName, source, notes, needsRegion, preview, ...idle }
      : { step: 'none' };
  };

  const workspaces = computed(() => {
    const { compare } = new Intl.Collator(textLocale(), { numeric: true });
    const records = new Map(estate.records.value.workspaces.map((record) => [record.id, record]));
    return estate.organizations.value
      .flatMap((organization) =>
        organization.mapping.workspaces.map((workspace): WorkspaceRow => {
          const { keysByWorkspace, membershipsByWorkspace } = organization.index;
          return {
            id: workspace.id,
            workspace,
            record: records.get(workspace.id)!,
            organization,
            coverage: coverageOf(organization.mapping, workspace.id),
            keys: (keysByWorkspace.get(workspace.id) ?? []).filter(({ status }) => isLiving(status)).length,
            members: (membershipsByWorkspace.get(workspace.id) ?? []).filter(({ status }) => status !== 'removed')
              .length,
          };
        }),
      )
      .sort((a, b) => compare(a.workspace.name ?? '', b.workspace.name ?? '') || (a.id < b.id ? -1 : 1));
  });

  const shownPeople = computed(() => {
    const { text, ownersOnly } = peopleQuery.value;
    const found = findPeople(people.value, text).filter(({ keys }) => keys > 0 || !ownersOnly);
    const order = peopleOrder.value;
    return order ? ordered(found, personValues[order.by], order.down) : found;
  });
  const shownWorkspaces = computed(() => {
    const words = nameKey(workspaceQuery.value).split(' ');
    const found = workspaces.value.filter(({ workspace }) => {
      const name = nameKey(workspace.name ?? '');
      return words.every((word) => name.includes(word));
    });
    const order = workspaceOrder.value;
    return order ? ordered(found, workspaceValues[order.by], order.down) : found;
  });

  const archiveModel = createArchiveModel(estate, archive);
  const snapshots = createSnapshotsModel(estate, shelf);
  const panel = signal<Panel>(panelOf(route.value));
  const tables: Partial<Record<ViewName, TableState>> = {
    keys: {
      read(parameters) {
        query.value = {
          text: parameters.get('q') ?? '',
          region: wordOf(parameters, 'region', ['all', ...regions], 'all'),
          unknownOwner: parameters.get('owner') === 'unknown',
        };
        sort.value = orderOf(parameters, sortColumns) ?? usualSort;
      },
      write: () => ({
        q: searchParameter(query.value.text),
        region: query.value.region !== 'all' && query.value.region,
        owner: query.value.unknownOwner && 'unknown',
        sort: (sort.value.by !== usualSort.by || sort.value.down) && orderParameter(sort.value),
      }),
    },
    owners: {
      read(parameters) {
        peopleQuery.value = { text: parameters.get('q') ?? '', ownersOnly: parameters.get('only') === 'owners' };
        peopleOrder.value = orderOf(parameters, personColumns);
      },
      write: () => ({
        q: searchParameter(peopleQuery.value.text),
        only: peopleQuery.value.ownersOnly && 'owners',
        sort: orderParameter(peopleOrder.value),
      }),
    },
    workspaces: {
      read(parameters) {
        workspaceQuery.value = parameters.get('q') ?? '';
        workspaceOrder.value = orderOf(parameters, workspaceColumns);
      },
      write: () => ({ q: searchParameter(workspaceQuery.value), sort: orderParameter(workspaceOrder.value) }),
    },
    findings: {
      read(parameters) {
        const read: FindingQuery = {
          severity: wordOf(parameters, 'severity', ['all', ...findingSeverities], 'all'),
          rule: parameters.get('rule') ?? 'all',
          workspaceId: parameters.get('workspace') ?? 'all',
          ownerId: parameters.get('owner') ?? 'all',
        };
        findingQuery.value = Object.values(read).every((each) => each === 'all') ? everyFinding : read;
      },
      write() {
        const { severity, rule, workspaceId, ownerId } = findingQuery.value;
        return {
          severity: severity !== 'all' && severity,
          rule: rule !== 'all' && rule,
          workspace: workspaceId !== 'all' && workspaceId,
          owner: ownerId !== 'all' && ownerId,
        };
      },
    },
    snapshots: snapshots.address,
    log: {
      read(parameters) {
        archiveModel.query.value = {
          kind: wordOf(parameters, 'kind', ['all', ...logKinds], 'all'),
          region: wordOf(parameters, 'region', ['all', ...regions], 'all'),
          from: parameters.get('from') ?? '',
          to: parameters.get('to') ?? '',
        };
      },
      write() {
        const { kind, region, from, to } = archiveModel.query.value;
        return { kind: kind !== 'all' && kind, region: region !== 'all' && region, from, to };
      },
    },
  };
  const addressOf = (view: ViewName, open: Panel = null): string => {
    const parameters = new URLSearchParams();
    if (open?.id) parameters.set(open.kind, open.id);
    for (const [name, value] of Object.entries(tables[view]?.write() ?? {})) if (value) parameters.set(name, value);
    return `#/${view}${parameters.size > 0 ? `?${parameters}` : ''}`;
  };
  tables[route.value.view]?.read(route.value.parameters);

  return {
    follow(hash) {
      const next = routeOf(hash);
      batch(() => {
        route.value = next;
        panel.value = panelOf(next);
        // What is only to be opened is opened over the table as it stands.
        if (panel.value === null) tables[next.view]?.read(next.parameters);
      });
    },
    address: computed(() => {
      const { view } = route.value;
      if (!tables[view]) return null;
      // A panel that was opened by the address and is closed again must not come back with a reload.
      const named = panelOf(route.value);
      return addressOf(view, named?.id === panel.value?.id ? named : null);
    }),
    addressOf,
    estate,
    demo,
    reportFile: (report, organization, format) => archive.reportFile(report, organization, format),
    archive: archiveModel,
    snapshots,
    route,
    panel,
    query,
    sort,
    openItems: computed(() => openItems(estate.rows.value)),
    rows: computed(() => findKeys(sorted.value, query.value, estate)),
    people,
    peopleQuery,
    peopleOrder,
    shownPeople,
    selectedKeys: createSelection(sorted),
    selectedPeople: createSelection(people),
    selectedWorkspaces: createSelection(workspaces),
    workspaces,
    handovers: handoverRows(estate),
    policies: archive.policies,
    ruleIds: services.rules.map(({ id }) => id),
    handoverFile: (plan, document, format) => archive.handoverFile(plan, document, format),
    workspaceQuery,
    workspaceOrder,
    findingQuery,
    shownFindings: computed(() => filterFindings(estate.findings.value.rows, findingQuery.value)),
    shownWorkspaces,
    importing,
    sortBy(column) {
      turn(sort, column);
    },
    async previewImport(file) {
      const reading: ImportState = { step: 'reading', fileName: file.name };
      importing.value = reading;
      if (!/\.csv$/i.test(file.name)) {
        const text = await fileText(file, maxSnapshotLength);
        if (importing.value !== reading) return;
        if (text === null) importing.value = refused(file.name, [{ where: '', message: 'too-large', details: [] }]);
        else await previewSource(file.name, { text }, [], false);
        return;
      }
      const read = await readCsv(file).catch((): CsvReadResult => {
        return { csv: null, rejections: [{ where: '', column: null, message: 'encoding-unknown', details: [] }] };
      });
      const { csv, rejections } = read;
      if (importing.value !== reading) return;
      if (csv) {
        const source = { rows: csv.rows, rejections, region: null };
        await previewSource(file.name, source, csv.notes, csv.needsRegion);
      } else importing.value = refused(file.name, rejections);
    },
    async chooseRegion(region) {
      const current = importing.value;
      if (current.step !== 'preview' || 'text' in current.source || current.applying) return;
      const source = { ...current.source, region };
      importing.value = { ...current, source, applying: true };
      await previewSource(current.fileName, source, current.notes, current.needsRegion);
    },
    async applyImport() {
      const current = importing.value;
      if (current.step !== 'preview' || !current.preview.plan || current.applying) return;
      const control = new AbortController();
      const applying = { ...current, applying: true, stop: () => control.abort() };
      importing.value = applying;
      const answer = await estate.change(
        'own/apply-import',
        { ...current.source, leaveOutRejected: current.leaveOut },
        null,
        control.signal,
        (written) => (importing.value = { ...applying, written }),
      );
      importing.value = answer
        ? { step: 'done', keys: answer.keys, undo: answer.undo }
        : { ...current, applying: false };
    },
    async undoImport() {
      const current = importing.value;
      if (current.step !== 'done' || current.undo === null) return;
      const answer = await estate.change('own/undo', { undo: current.undo }, t('dashboard_import_undone'));
      if (answer) importing.value = { step: 'none' };
    },
  };
}

/** What an address asks to open. */
export function panelOf({ view, parameters }: Route): Panel {
  const kinds = {
    keys: 'key',
    owners: 'user',
    workspaces: 'workspace',
    findings: null,
    handovers: null,
    snapshots: null,
    log: null,
    settings: null,
    map: null,
    help: null,
    welcome: null,
  } as const;
  const kind = kinds[view];
  const id = kind && parameters.get(kind);
  return kind && id ? { kind, id } : null;
}

/** Whether a region has to be chosen before the preview says anything. */
export function lacksRegion(state: ImportState): boolean {
  return state.step === 'preview' && state.needsRegion && 'rows' in state.source && state.source.region === null;
}

/** Whether an import can be applied as it stands. */
export function canApply(state: ImportState): boolean {
  if (state.step !== 'preview' || !state.preview.plan || state.applying) return false;
  return !lacksRegion(state) && (state.preview.plan.rejected === 0 || state.leaveOut);
}

/** `3 new, 1 changed, 5 unchanged, 0 rejected`. */
export function previewText(plan: NonNullable<ImportPreview['plan']>): string {
  return t(
    'dashboard_import_counts',
    pluralPlain('dashboard_count_new', plan.added),
    pluralPlain('dashboard_count_changed', plan.changed),
    pluralPlain('dashboard_count_unchanged', plan.unchanged),
    pluralPlain('dashboard_count_rejected', plan.rejected),
  );
}
