/** The dashboard: navigation and the view that the address names. */
import { useEffect } from 'preact/hooks';
import { useAfterPaint } from '../ui/after-paint.ts';
import { BackupReminder } from '../ui/backup-reminder.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { numberText } from '../ui/format.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { usePreparedFindings } from '../ui/prepared-findings.ts';
import { type MessageKey, plural, t } from '../ui/text.ts';
import { StoredAsIs } from './backup-card.tsx';
import { failureText, Toast } from '../ui/toast.tsx';
import type { DashboardModel } from './dashboard-model.ts';
import { DemoBanner } from './demo-banner.tsx';
import { KeysView } from './keys-view.tsx';
import { type ViewName, views } from './views.ts';

const names = {
  keys: 'dashboard_keys',
  owners: 'dashboard_owners',
  workspaces: 'dashboard_workspaces',
  findings: 'dashboard_findings',
  handovers: 'dashboard_handovers',
  snapshots: 'dashboard_snapshots',
  log: 'dashboard_log',
  settings: 'dashboard_settings',
  map: 'dashboard_map',
  help: 'dashboard_help',
} as const satisfies Record<Exclude<ViewName, 'welcome'>, MessageKey>;

const icons: Record<Exclude<ViewName, 'welcome'>, IconName> = {
  keys: 'key',
  owners: 'people',
  workspaces: 'workspace',
  findings: 'warning',
  handovers: 'handover',
  snapshots: 'camera',
  log: 'log',
  settings: 'settings',
  map: 'map',
  help: 'question',
};

/** All that the first view does not need, in one piece: in a dozen it would be a tenth larger. */
const rest = () => import('./rest.ts');

const bodies = {
  // The first view of nearly every visit.
  keys: Object.assign(KeysView, { load: () => undefined }),
  owners: onDemand(() => rest().then(({ OwnersView }) => OwnersView)),
  workspaces: onDemand(() => rest().then(({ WorkspacesView }) => WorkspacesView)),
  findings: onDemand(() => rest().then(({ FindingsView }) => FindingsView)),
  handovers: onDemand(() => rest().then(({ HandoversView }) => HandoversView)),
  snapshots: onDemand(() => rest().then(({ SnapshotsView }) => SnapshotsView)),
  log: onDemand(() => rest().then(({ LogView }) => LogView)),
  settings: onDemand(() => rest().then(({ SettingsView }) => SettingsView)),
  map: onDemand(() => rest().then(({ MapView }) => MapView)),
  help: onDemand(() => rest().then(({ HelpView }) => HelpView)),
  welcome: onDemand(() => rest().then(({ WelcomeView }) => WelcomeView)),
};

const editors = {
  key: onDemand(() => rest().then(({ KeyEditor }) => KeyEditor)),
  user: onDemand(() => rest().then(({ UserEditor }) => UserEditor)),
  workspace: onDemand(() => rest().then(({ WorkspaceEditor }) => WorkspaceEditor)),
};

/** What the navigation has room for; the view itself says it to the last. */
const mostCounted = 999;

/** How many findings are open; the worst two severities stand out. */
function OpenFindings({ model }: { model: DashboardModel }) {
  const found = usePreparedFindings(model.estate);
  const open = found?.rows.filter(({ finding }) => finding.accepted === null) ?? [];
  const [worst] = open;
  if (!worst) return null;
  return (
    <span class={`count severity-${worst.finding.severity}`}>
      <span aria-hidden="true">
        {open.length > mostCounted ? `${numberText(mostCounted)}+` : numberText(open.length)}
      </span>
      <span class="visually-hidden">{plural('finding_count_open', open.length)}</span>
    </span>
  );
}

/** To a view as it was left. */
function NavigationLink({
  model,
  name,
  current,
}: {
  model: DashboardModel;
  name: (typeof views)[number];
  current: boolean;
}) {
  return (
    <a href={model.addressOf(name)} aria-current={current ? 'page' : undefined}>
      <Icon name={icons[name]} />
      {t(names[name])}
      {name === 'findings' && <OpenFindings model={model} />}
    </a>
  );
}

function Panels({ model }: { model: DashboardModel }) {
  const panel = model.panel.value;
  if (!panel || model.estate.state.value !== 'ready') return null;
  const close = (): void => {
    model.panel.value = null;
  };
  // The key makes the panel anew for another record, so that no draft of one is shown for another.
  const key = `${panel.kind} ${panel.id}`;
  const Editor = editors[panel.kind];
  return <Editor key={key} model={model} id={panel.id} onClose={close} />;
}

/** The whole dashboard. */
export function Dashboard({ model }: { model: DashboardModel }) {
  const { estate } = model;
  const { view } = model.route.value;
  const Body = bodies[view];
  // Its code comes while the database is read; that of the others, before somebody clicks.
  Body.load();
  const painted = useAfterPaint();
  useEffect(() => {
    if (painted) void rest();
  }, [painted]);
  return (
    <div class="shell">
      <header class="side">
        <p class="brand">
          <span class="mark">
            <Icon name="key" />
          </span>
          {t('extension_short_name')}
        </p>
        <nav aria-label={t('dashboard_navigation')}>
          <ul role="list">
            {views.map((name) => (
              <li key={name}>
                <NavigationLink model={model} name={name} current={name === view} />
              </li>
            ))}
          </ul>
        </nav>
        <p class="promise">{t('dashboard_promise')}</p>
      </header>
      <main tabIndex={-1}>
        <DemoBanner demo={model.demo} />
        {estate.failure.value && estate.state.value !== 'ready' && (
          <h1>{view === 'welcome' ? t('extension_short_name') : t(names[view])}</h1>
        )}
        {estate.failure.value && <p class="alert">{failureText(estate.failure.value)}</p>}
        {estate.failure.value && <StoredAsIs model={model} />}
        {estate.damaged.value > 0 && <p class="alert">{plural('ui_damaged', estate.damaged.value)}</p>}
        {view !== 'settings' && view !== 'welcome' && !model.demo.active && (
          <BackupReminder estate={estate} onGo={() => (location.hash = '#/settings')} />
        )}
        {estate.state.value === 'ready' && <Body model={model} />}
      </main>
      <Panels model={model} />
      <Toast estate={estate} />
    </div>
  );
}
