/**
 * Every screen in every state that it can be in, and axe over each: in light, in dark and in forced colours. A new view,
 * dialog, menu or notice gets its line here. The parts in PandaDoc's page have their own list (`overlay.browser.test.ts`).
 */
import { render } from 'preact';
import { expect, test } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import type { Handover } from '../../lib/domain/handover.ts';
import type { FileConflict } from '../../lib/domain/merge.ts';
import type { LogEntry } from '../../lib/domain/stored.ts';
import { MessageError } from '../../lib/messages/protocol.ts';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import { violations } from '../../test/samples/accessibility.ts';
import { emptyArchive, readCsv, sampleArchive, sampleLog, sampleShelf } from '../../test/samples/archive.ts';
import { northwind, northwindEu, recordsOf, sampleHandover, type Sample } from '../../test/samples/estate.ts';
import { emptyRoot } from '../../test/samples/root.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { resolveMapping } from '../../lib/domain/resolve-mapping.ts';
import { unsealedSnapshot } from '../../lib/domain/snapshot.ts';
import { defaultPolicy } from '../../lib/domain/policy.ts';
import { exportParts } from '../../lib/exports/export-parts.ts';
import { backupText, sealBackup } from '../../lib/exports/backup.ts';
import { sealSnapshot } from '../../lib/exports/json.ts';
import { leftOutText, reportOf } from '../ui/report-text.ts';
import { createPopupModel, type TabGuard } from '../popup/popup-model.ts';
import { Popup } from '../popup/popup.tsx';
import { createDashboardModel } from './dashboard-model.ts';
import { Dashboard } from './dashboard.tsx';
import { noDemo } from './demo.ts';
import { allViews } from './views.ts';
import '../ui/style.css';
import popupStyles from '../popup/popup.css?inline';
import dashboardStyles from './dashboard.css?inline';

const root = emptyRoot(1280, 800);
/** What the one page adds to the shared styles; the other's would be in its way. */
const pageStyles = document.head.appendChild(document.createElement('style'));
type Options = NonNullable<Parameters<typeof sampleServices>[1]>;

const typical = [northwind, northwindEu];
const full: Sample = {
  organization: { id: 'org-full', region: 'us', name: 'Contoso Freight' },
  workspaces: Array.from({ length: 1000 }, (_, at) => ({ id: `fw${at}`, name: `Branch ${at}` })),
  users: Array.from({ length: 900 }, (_, at) => ({
    id: `fu${at}`,
    name: `Owner ${at}`,
    email: `o${at}@contoso.example`,
  })),
  keys: Array.from({ length: 10_000 }, (_, at) => ({
    id: `fk${at}`,
    workspace: `fw${at % 1000}`,
    type: at % 2 === 0 ? ('production' as const) : ('sandbox' as const),
    ...(at % 5 > 0 && { owner: `fu${(at * at) % 900}` }),
    ...(at % 11 === 0 && { status: 'presumed-dead' as const }),
  })),
};

const log: LogEntry[] = await sampleLog([
  { kind: 'save-workspace', data: { id: 'w-emea' } },
  { kind: 'owner-changed', data: { key: 'k1', from: null, to: 'u-svc' } },
]);

async function snapshots() {
  const documentOf = (sample: Sample, id: string, takenAt: string) => {
    const records = recordsOf([sample], sampleNow);
    const mapping = resolveMapping(records, records.organizations[0]!);
    return sealSnapshot(unsealedSnapshot(mapping, { id, takenAt, label: id, previous: null }));
  };
  const former = { ...northwind, keys: northwind.keys.filter(({ id }) => id !== 'k1') };
  return [
    await documentOf(former, 'Q3', '2026-10-20T09:00:00.000Z'),
    await documentOf(northwind, 'Q4', '2026-11-20T09:00:00.000Z'),
  ];
}

interface Given extends Options {
  samples?: readonly Sample[];
  demo?: boolean;
  /** Stored rows that could not be read; all of them. */
  damaged?: number | 'all';
  /** What a store of snapshots does otherwise. */
  shelf?: Partial<ReturnType<typeof sampleShelf>>;
  /** What the log and backups do otherwise. */
  archive?: Partial<ReturnType<typeof sampleArchive>>;
}

/** Services whose database gives nothing, or not everything, away. */
function servicesOf({ samples = typical, damaged = 0, ...options }: Given): ReturnType<typeof sampleServices> {
  const services = sampleServices(recordsOf(samples, sampleNow), options);
  const { read } = services.reader;
  services.reader.read = async () => {
    if (damaged === 'all') throw new Error('storage');
    return { ...(await read()), damaged };
  };
  return services;
}

async function dashboard(hash: string, given: Given = {}): Promise<void> {
  const { samples = typical, demo = false } = given;
  const records = recordsOf(samples, sampleNow);
  const empty = samples.length === 0;
  const archive = empty
    ? emptyArchive()
    : sampleArchive({ ...records, handovers: [], readings: [], snapshots: [], log, meta: [] });
  Object.assign(archive, given.archive);
  const shelf = { ...sampleShelf(empty ? [] : await snapshots()), ...given.shelf };
  const model = createDashboardModel(servicesOf(given), hash, archive, shelf, readCsv, { ...noDemo, active: demo });
  await model.estate.load();
  location.hash = hash;
  pageStyles.textContent = dashboardStyles;
  const follow = (): void => model.follow(location.hash);
  addEventListener('hashchange', follow);
  render(<Dashboard model={model} />, root());
  stop = () => {
    removeEventListener('hashchange', follow);
    model.estate.stop();
  };
}
let stop = (): void => undefined;

async function popup(given: Given = {}): Promise<void> {
  await page.viewport(440, 600);
  pageStyles.textContent = popupStyles;
  const model = createPopupModel(servicesOf(given));
  await model.start();
  render(<Popup model={model} />, root());
  stop = () => model.estate.stop();
}

const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true }).first();
const dialog = (): Locator => page.getByRole('dialog').first();
const text = (words: string | RegExp): Locator => page.getByText(words).first();
const press =
  (...names: (string | RegExp)[]) =>
  async (): Promise<void> => {
    for (const name of names) await button(name).click();
  };
const pick = async (...names: string[]): Promise<void> => {
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).click();
};
const give = (label: string, file: File): Promise<void> => page.getByLabelText(label, { exact: true }).upload(file);
const choose = (label: string, value: string): Promise<void> =>
  page.getByLabelText(label, { exact: true }).selectOptions(value);
const upload = (name: string): Promise<void> =>
  page.getByLabelText('Import mapping').upload(new File(['{}'], name, { type: 'application/json' }));

const giveBackup = async (): Promise<void> => {
  const { keys, workspaces, users, memberships, organizations, coverage } = recordsOf(typical, sampleNow);
  const nothing = { handovers: [], readings: [], snapshots: [], log: [], meta: [] };
  const content = { keys, workspaces, users, memberships, organizations, coverage, ...nothing };
  const sealed = backupText(await sealBackup(content, sampleNow));
  await give('Backup to restore', new File([sealed], 'b.json', { type: 'application/json' }));
};

interface State {
  /** Brings it about. */
  open: () => Promise<void>;
  /** What is seen only in it. */
  shows: () => Locator;
}
const state = (shows: () => Locator, ...steps: (() => Promise<void>)[]): State => ({
  open: async () => {
    for (const step of steps) await step();
  },
  shows,
});
const heading = (): Locator => page.getByRole('heading', { level: 1 });
const at =
  (hash: string, given: Given = {}) =>
  () =>
    dashboard(hash, given);

const plan = {
  ...{ region: 'us' as const, organization: 'Northwind Traders', added: 2, changed: 1, unchanged: 6, rejected: 1 },
  ...{ workspaces: 0, users: 1, memberships: 0 },
};
const rejections = [{ where: 'keys[3].notes', message: 'looks-like-a-key' as const, details: [] }];
const importable = () => ({ plan: { ...plan, rejected: 0 }, rejections: [] });
const importing: Given = {
  answers: {
    'own/preview-import': () => ({ plan, rejections }),
    'own/apply-import': () => ({ undo: 'u1', revision: 3, keys: 9 }),
  },
};
const bystander = { id: 'u-kim', name: 'Kim Novak', email: 'kim@northwind.example' };
const refusing: Given = {
  answers: {
    'own/save-key': () => {
      throw new MessageError('changed-meanwhile');
    },
    'own/set-owner-type': () => {
      throw new MessageError('storage-full');
    },
  },
};
const atOdds: FileConflict = {
  id: 'c1',
  field: 'ownerId',
  winner: 'theirs',
  about: { key: { type: 'production', label: 'Order desk' }, workspace: 'EMEA Sales', person: null },
  ours: { value: 'Dana Whitfield', at: '2026-10-01T09:00:00.000Z' },
  theirs: { value: 'Integrations', at: '2026-11-01T09:00:00.000Z' },
};
const merging: Given = {
  answers: { 'own/preview-import': () => ({ plan: { ...plan, rejected: 0 }, rejections: [], conflicts: [atOdds] }) },
};
/** Half a year of work, and none of it in a backup. */
const neverBackedUp: Given = {
  backup: { firstAt: '2026-05-01T00:00:00.000Z', changes: 900, revision: 900, made: null, later: null },
};
const closed: Handover = { ...sampleHandover, closedAt: '2026-11-22T09:00:00.000Z' };
const aside: Options['aside'] = [
  {
    id: 'r1',
    region: 'us',
    organizationId: 'org-us',
    at: sampleNow,
    observation: {
      ...{ kind: 'members', scope: 'workspace', people: [], adapter: 'members', at: sampleNow },
      ...{ organization: null, signedIn: null, complete: true },
      workspace: { name: null, pandadocId: null, evidence: 'switcher', candidates: ['Northwind', 'Marketing'] },
    },
  },
];
const guarded = (guard: Partial<TabGuard>): Given => ({
  answers: {
    'own/tab-guard': () => ({
      state: 'armed',
      reasons: [],
      reload: false,
      region: 'us',
      place: { organizationId: 'org-us', workspaceId: 'w-emea' },
      diagnosis: null,
      ...guard,
    }),
  },
  tabs: {
    current: () => Promise.resolve({ id: 7, pandadoc: true }),
    pandadoc: () => Promise.resolve([{ id: 7, title: 'Team' }]),
  },
});
const removing = (name: string) => async (): Promise<void> => {
  await page.getByRole('combobox', { name: 'Can I remove…', exact: true }).fill(name);
  await userEvent.keyboard('{Enter}');
};
const check = (): Locator => page.getByRole('region', { name: 'Removal check' });
const table = (): Locator => page.getByRole('table', { name: 'Key mapping' });

const states: Record<string, State> = {
  // The views, with nothing, with what is usual, as a demo, and those with tables with ten thousand keys.
  ...Object.fromEntries(
    allViews.flatMap((view): [string, State][] => [
      [`${view}, empty`, state(heading, at(`#/${view}`, { samples: [] }))],
      [`${view}, typical`, state(heading, at(`#/${view}`, { handovers: [sampleHandover], aside }))],
      [
        `${view}, demo`,
        state(() => page.getByRole('region', { name: 'Demo organization' }), at(`#/${view}`, { demo: true })),
      ],
    ]),
  ),
  ...Object.fromEntries(
    ['keys', 'owners', 'workspaces', 'findings', 'map', 'snapshots'].map((view): [string, State] => [
      `${view}, full`,
      state(heading, at(`#/${view}`, { samples: [full] })),
    ]),
  ),

  // Keys.
  'keys: search that finds nothing': state(
    () => text(/^No key fits\./),
    at('#/keys'),
    () => page.getByRole('searchbox', { name: 'Search keys' }).fill('zzz'),
  ),
  'key, editing': state(dialog, at('#/keys?key=k1')),
  'key, a newer reading contradicts': state(() => text(/^A newer reading says/), at('#/keys?key=k8')),
  'key, new': state(dialog, at('#/keys'), press('Add key')),
  'key, new, with a new workspace': state(
    () => page.getByRole('textbox', { name: 'Name of the workspace' }),
    at('#/keys'),
    press('Add key'),
    () => page.getByRole('combobox', { name: 'Workspace', exact: true }).selectOptions('New workspace…'),
  ),
  'key, owners to choose from': state(
    () => page.getByRole('listbox').getByRole('option').first(),
    at('#/keys?key=k4'),
    () => page.getByRole('combobox', { name: 'Owner', exact: true }).click(),
  ),
  'key, generated anew': state(
    () => text(/^The former one stopped/),
    at('#/keys?key=k1'),
    () => page.getByRole('checkbox', { name: 'A new key was generated in its place' }).click(),
  ),
  'key, to be deleted': state(() => button('Yes, delete'), at('#/keys?key=k1'), press('Delete')),
  'key, refused': state(() => page.getByRole('alert').first(), at('#/keys?key=k1', refusing), press('Save')),
  'keys, selected': state(
    () => text('2 selected'),
    at('#/keys'),
    () => pick('Order desk (Production key), EMEA Sales', 'Production key, Legal'),
  ),
  'keys, edited together': state(
    () => page.getByRole('textbox', { name: 'Used by' }),
    at('#/keys'),
    () => pick('Order desk (Production key), EMEA Sales', 'Production key, Legal'),
    press('Edit…'),
    () => choose('Change Used by', 'Add'),
  ),
  'keys, of two organizations, edited together': state(
    () => text(/^These keys belong to several/),
    at('#/keys'),
    () => pick('Order desk (Production key), EMEA Sales', 'Production key, DACH Vertrieb'),
    press('Edit…'),
  ),
  'keys, deleted together': state(
    () => button('Yes, delete'),
    at('#/keys'),
    () => pick('Order desk (Production key), EMEA Sales', 'Production key, Legal'),
    press('Delete…'),
  ),
  'keys: owner type menu': state(
    () => page.getByRole('menuitemradio').first(),
    at('#/keys'),
    press('Owner type: Person'),
  ),
  'keys: export menu': state(() => page.getByRole('menuitem').first(), at('#/keys'), press('Export snapshot')),
  'keys: which key is this': state(dialog, at('#/keys'), press('Which key is this?')),
  'keys: fingerprint': state(dialog, at('#/keys'), press('Fingerprint a key')),
  'keys: questions': state(dialog, at('#/keys'), press(/^Sort out \d+ questions?$/)),
  'done, with undo': state(
    () => button('Undo'),
    at('#/keys'),
    press('Owner type: Person'),
    () => page.getByRole('menuitemradio', { name: 'Service account', exact: true }).click(),
  ),
  'failed, and said': state(
    () => text(/^There is no room left/),
    at('#/keys', refusing),
    press('Owner type: Person'),
    () => page.getByRole('menuitemradio', { name: 'Service account', exact: true }).click(),
  ),

  // Owners and workspaces.
  'person, editing': state(dialog, at('#/owners?user=u-dana')),
  'person, new': state(dialog, at('#/owners'), press('Add person')),
  'person, to be deleted': state(() => button('Yes, delete'), at('#/owners?user=u-dana'), press('Delete')),
  'people, selected': state(
    () => text('2 selected'),
    at('#/owners'),
    () => pick('Miguel Ferreira', 'Noor Abbott'),
  ),
  'people: tag menu': state(
    () => page.getByRole('menuitem').first(),
    at('#/owners'),
    () => pick('Miguel Ferreira', 'Noor Abbott'),
    press('Tag as'),
  ),
  'people, merged': state(
    () => page.getByRole('dialog', { name: 'Merge two people' }),
    at('#/owners'),
    () => pick('Miguel Ferreira', 'Noor Abbott'),
    press('Merge…'),
  ),
  'workspace, editing': state(dialog, at('#/workspaces?workspace=w-emea')),
  'workspace, new': state(dialog, at('#/workspaces'), press('Add workspace')),
  'workspace, to be deleted': state(() => button('Yes, delete'), at('#/workspaces?workspace=w-emea'), press('Delete')),
  'workspaces, kind menu': state(
    () => page.getByRole('menuitem').first(),
    at('#/workspaces'),
    () => pick('Legal', 'Finance'),
    press('Set kind'),
  ),
  'workspaces, merged': state(
    () => page.getByRole('dialog', { name: 'Merge two workspaces' }),
    at('#/workspaces'),
    () => pick('Legal', 'Finance'),
    press('Merge…'),
  ),
  'workspaces: first-day report menu': state(
    () => page.getByRole('menuitem').first(),
    at('#/workspaces'),
    press('First-day report'),
  ),

  // Map, findings, handovers.
  'map: one chosen': state(
    () => button('Show everything again'),
    at('#/map'),
    () => page.getByRole('list', { name: 'Owners' }).getByRole('button').first().click(),
  ),
  'map: more opened': state(
    () => button('Fold together again'),
    at('#/map', { samples: [full] }),
    press(/more workspaces/),
  ),
  'map: a removal': state(
    () => text(/^Removing Dana Whitfield everywhere stops/),
    at('#/map'),
    async () => {
      await page.getByRole('combobox', { name: 'What a removal takes down' }).fill('dana');
      await userEvent.keyboard('{Enter}');
    },
  ),
  'map: tables': state(
    () => page.getByRole('columnheader', { name: 'Due' }),
    at('#/map'),
    async () => {
      // The view comes with the rest of the code, which may not be there yet.
      await expect.element(page.getByText('As a table').first()).toBeVisible();
      for (const summary of page.getByText('As a table').all()) await summary.click();
    },
  ),
  'finding, to be accepted': state(
    () => page.getByRole('dialog', { name: 'Accept finding' }),
    at('#/findings'),
    press(/^Accept “/),
  ),
  'what if, empty': state(
    () => page.getByRole('region', { name: 'What if', exact: true }),
    at('#/handovers?what-if=1'),
  ),
  'what if, with an answer': state(
    () => page.getByRole('region', { name: 'What would happen' }),
    at('#/handovers?what-if=1'),
    async () => {
      await page.getByRole('combobox', { name: 'Who', exact: true }).fill('dana');
      await userEvent.keyboard('{Enter}');
    },
    press('Add'),
  ),
  'handover, asked for': state(() => button('Start handover'), at('#/handovers?user=u-dana')),
  'handover, under way': state(
    () => page.getByRole('progressbar').first(),
    at('#/handovers?handover=h-dana', { handovers: [sampleHandover] }),
  ),
  'handover, closed': state(heading, at('#/handovers?handover=h-dana', { handovers: [closed] })),

  'handover: export menu': state(
    () => page.getByRole('menuitem').first(),
    at('#/handovers?handover=h-dana', { handovers: [sampleHandover] }),
    press('Export'),
  ),
  'questions, one after the other': state(
    () => text('What kind of account is this?'),
    at('#/keys'),
    press(/^Sort out \d+ questions?$/, 'Skip', 'Skip'),
  ),
  'keys: no key, and said': state(
    () => text(/^That is no API key/),
    at('#/keys'),
    press('Which key is this?'),
    () => page.getByRole('textbox', { name: 'Key, or its last four characters' }).fill('no key at all'),
    () => userEvent.keyboard('{Enter}'),
  ),

  // What stands above every view.
  'stored data that cannot be read': state(
    () => text(/^The browser could not read the stored data/),
    at('#/keys', { damaged: 'all' }),
  ),
  'stored rows that cannot be read': state(
    () => text(/^3 stored rows could not be read/),
    at('#/keys', { damaged: 3 }),
  ),
  'a backup is due': state(
    () => page.getByRole('region', { name: 'Reminder of a backup' }),
    at('#/keys', neverBackedUp),
  ),

  // Snapshots, log, settings.
  "a colleague's snapshot, with contradictions": state(
    () => button('Apply merge'),
    at('#/snapshots', merging),
    () => give('Snapshot to merge (JSON)', new File(['{}'], 'c.json', { type: 'application/json' })),
  ),
  'import, refused': state(
    () => text('This file cannot be imported. Nothing was changed.'),
    at('#/settings', { answers: { 'own/preview-import': () => ({ plan: null, rejections }) } }),
    () => upload('a.json'),
  ),
  'import, a table without regions': state(
    () => page.getByRole('combobox', { name: 'Region of this file' }),
    at('#/settings', importing),
    () => give('Import mapping', new File(['workspace,key_type\nLegal,sandbox\n'], 'k.csv', { type: 'text/csv' })),
  ),
  'backup, being made': state(
    () => page.getByRole('progressbar', { name: 'Export backup' }),
    at('#/settings', {
      archive: { makeBackup: (show) => (show(0.4), new Promise(() => undefined)) },
    }),
    press('Export backup'),
  ),
  'backup, being read': state(
    () => dialog().getByRole('progressbar'),
    at('#/settings', {
      archive: { readBackup: (_, show) => (show(0.4), new Promise(() => undefined)) },
    }),
    press('Restore backup'),
    giveBackup,
  ),
  'backup, before it replaces everything': state(
    () => button('Replace everything'),
    at('#/settings'),
    press('Restore backup'),
    giveBackup,
  ),
  'backup, while it replaces everything': state(
    () => page.getByRole('progressbar'),
    at('#/settings', { answers: { 'own/restore-backup': () => new Promise(() => undefined) } }),
    press('Restore backup'),
    giveBackup,
    () => page.getByRole('checkbox').first().click(),
    press('Replace everything'),
  ),
  'snapshot: menu': state(
    () => page.getByRole('menuitem').first(),
    at('#/snapshots'),
    press(/^Actions for the snapshot of .*Q3/),
  ),
  'snapshot, to be deleted': state(
    () => page.getByRole('dialog', { name: 'Delete this snapshot?' }),
    at('#/snapshots'),
    press(/^Actions for the snapshot of .*Q3/),
    () => page.getByRole('menuitem', { name: 'Delete…' }).click(),
  ),
  'snapshots, compared': state(() => page.getByRole('table').nth(1), at('#/snapshots'), press('Show changes')),
  'snapshots, a comparison under way': state(
    () => page.getByRole('progressbar', { name: 'Show changes' }),
    at('#/snapshots', { shelf: { document: () => new Promise(() => undefined) } }),
    press('Show changes'),
  ),
  'snapshots, one being taken': state(
    () => page.getByRole('progressbar', { name: 'Take snapshot' }),
    at('#/snapshots', { answers: { 'own/take-snapshot': () => new Promise(() => undefined) } }),
    press('Take snapshot'),
  ),
  'snapshots, checked': state(() => page.getByRole('status').first(), at('#/snapshots'), press('Check all')),
  'log, verified': state(() => page.getByRole('status').first(), at('#/log'), press('Verify')),
  'import, previewed': state(
    () => button('Apply import'),
    at('#/settings', importing),
    () => upload('a.json'),
  ),
  'import, done': state(
    () => button('Undo import'),
    at('#/settings', importing),
    () => upload('a.json'),
    () => page.getByRole('checkbox', { name: 'Leave out 1 rejected row' }).click(),
    press('Apply import'),
  ),
  'import, under way': state(
    () => page.getByRole('progressbar', { name: 'Progress of the import' }),
    at('#/settings', {
      answers: { 'own/preview-import': importable, 'own/apply-import': () => new Promise(() => undefined) },
    }),
    () => upload('a.json'),
    press('Apply import'),
  ),
  'backup, a file that is none': state(
    () => page.getByRole('dialog', { name: 'Restore backup' }),
    at('#/settings'),
    press('Restore backup'),
    () => page.getByLabelText('Backup to restore').upload(new File(['{}'], 'b.json', { type: 'application/json' })),
  ),
  'policy, with errors': state(
    () => page.getByRole('alert').filter({ hasText: 'The policy was not saved:' }),
    at('#/settings'),
    () => page.getByLabelText('Days for production keys', { exact: true }).fill('soon'),
    press('Save policy'),
  ),

  // The popup.
  'popup, empty': state(
    () => text('No keys are known yet'),
    () => popup({ samples: [] }),
  ),
  'popup, typical, with questions': state(table, () => popup({ aside, handovers: [sampleHandover] })),
  'popup, full': state(table, () => popup({ samples: [full] })),
  'popup, demo': state(table, () => popup({ tabs: { demo: true } })),
  'popup: critical': state(check, () => popup(), removing('dana')),
  'popup: not known': state(check, () => popup(), removing('apinya')),
  'popup: nothing at stake': state(
    () => text('Nothing at stake'),
    () => popup({ samples: [{ ...northwindEu, users: [...northwindEu.users, bystander] }] }),
    removing('kim'),
  ),
  'popup: people to choose from': state(
    () => page.getByRole('listbox').getByRole('option').first(),
    () => popup(),
    () => page.getByRole('combobox', { name: 'Can I remove…', exact: true }).click(),
  ),
  'popup: nobody fits': state(
    () => text('Nobody known has this name or address.'),
    () => popup(),
    () => page.getByRole('combobox', { name: 'Can I remove…', exact: true }).fill('zzz'),
  ),
  'popup: no key fits': state(
    () => text(/^No key fits\./),
    () => popup(),
    () => page.getByRole('searchbox', { name: 'Search keys' }).fill('zzz'),
  ),
  'popup: findings': state(
    () => button(/findings/),
    () => popup(),
    () => text('Findings').click(),
  ),
  'popup: export menu': state(
    () => page.getByRole('menuitem').first(),
    () => popup(),
    press('Export snapshot'),
  ),
  'popup: a snapshot being taken': state(
    () => page.getByRole('progressbar', { name: 'Take snapshot' }),
    () => popup({ answers: { 'own/take-snapshot': () => new Promise(() => undefined) } }),
    press('Take snapshot'),
  ),
  'popup: owner type menu': state(
    () => page.getByRole('menuitemradio').first(),
    () => popup(),
    press('Owner type: Person'),
  ),
  'popup: which key is this': state(dialog, () => popup(), press('Which key is this?')),
  'popup: failed, and said': state(
    () => text(/^There is no room left/),
    () => popup(refusing),
    press('Owner type: Person'),
    () => page.getByRole('menuitemradio', { name: 'Service account', exact: true }).click(),
  ),
  'popup: stored data that cannot be read': state(
    () => text(/^The browser could not read the stored data/),
    () => popup({ damaged: 'all' }),
  ),
  'popup: a backup is due': state(
    () => page.getByRole('region', { name: 'Reminder of a backup' }),
    () => popup(neverBackedUp),
  ),
  'popup: done, with undo': state(
    () => button('Undo'),
    () => popup(),
    press('Owner type: Person'),
    () => page.getByRole('menuitemradio', { name: 'Service account', exact: true }).click(),
  ),
  'popup: fingerprint': state(dialog, () => popup(), press('Fingerprint a key')),
  'popup: no access': state(
    () => button('Allow access'),
    () => popup({ sites: { has: () => Promise.resolve(false) } }),
  ),
  'popup: to be reloaded': state(
    () => button('Reload this tab'),
    () => popup(guarded({ state: 'off', reload: true })),
  ),
  ...Object.fromEntries(
    (['armed', 'degraded', 'blind', 'starting', 'off'] as const).map((guard): [string, State] => [
      `popup: guard ${guard}`,
      state(
        () => page.elementLocator(document.querySelector(`.where-${guard}`) ?? document.createElement('i')),
        () => popup(guarded({ state: guard, ...(guard === 'blind' && { diagnosis: 'table 3' }) })),
      ),
    ]),
  ),
};

/** Names of the dialogs and menus that some state has opened, and how many states were brought about. */
const opened = new Set<string>();
let seen = 0;

test.each(Object.entries(states))('%s', { timeout: 30_000 }, async (_, { open, shows }) => {
  try {
    await open();
    await expect.element(shows()).toBeVisible();
    expect(await violations()).toEqual([]);
    seen += 1;
    for (const title of document.querySelectorAll('dialog[open] h2')) opened.add(title.textContent);
    for (const menu of document.querySelectorAll('[role=menu]')) opened.add(menu.ariaLabel ?? '');
  } finally {
    stop();
    location.hash = '';
  }
});

test('every dialog and menu of the source is open in one of the states', (context) => {
  // With `-t` only some were brought about, and say nothing about the others.
  if (seen < Object.keys(states).length) context.skip();
  const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });
  const named = /<(?:Dialog|Editor|MenuButton)\b[^>]*?\b(?:title|name)=\{(?:t|plural)\('(\w+)'/g;
  const keys = Object.values(sources).flatMap((source) => [...source.matchAll(named)].map(([, key]) => key!));
  expect(keys.length).toBeGreaterThan(12);
  const missing = keys.filter((key) => {
    const texts = [key, `${key}_one`, `${key}_other`].flatMap((each) => {
      const entry = (catalogue as Record<string, { message: string }>)[each];
      return entry ? [entry.message] : [];
    });
    const patterns = texts.map((text) => new RegExp(`^${text.replace(/[.?…()]/g, '\\$&').replaceAll(/\$\d/g, '.*')}$`));
    return ![...opened].some((name) => patterns.some((pattern) => pattern.test(name)));
  });
  expect(missing).toEqual([]);
});

test('the HTML report, as it is opened outside', async () => {
  const [, document_] = await snapshots();
  const parts = await exportParts(document_!, 'html', () => ({
    report: reportOf(document_!, 'ltr', defaultPolicy),
    instead: leftOutText(),
  }));
  const { head, body } = new DOMParser().parseFromString([...parts].join(''), 'text/html');
  expect(body.querySelectorAll('table').length).toBeGreaterThan(0);
  root().append(...head.querySelectorAll('style'), ...body.childNodes);
  expect(await violations()).toEqual([]);
});
