/** The dashboard: navigation and the view that the address names. */
import { BackupReminder } from '../ui/backup-reminder.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { numberText } from '../ui/format.ts';
import { type MessageKey, plural, t } from '../ui/text.ts';
import { StoredAsIs } from './backup-card.tsx';
import { failureText, Toast } from '../ui/toast.tsx';
import type { DashboardModel } from './dashboard-model.ts';
import { DemoBanner } from './demo-banner.tsx';
import { FindingsView } from './findings-view.tsx';
import { HandoversView } from './handovers-view.tsx';
import { HelpView } from './help-view.tsx';
import { KeyEditor } from './key-editor.tsx';
import { KeysView } from './keys-view.tsx';
import { LogView } from './log-view.tsx';
import { MapView } from './map-view.tsx';
import { OwnersView } from './owners-view.tsx';
import { SettingsView } from './settings-view.tsx';
import { SnapshotsView } from './snapshots-view.tsx';
import { UserEditor } from './user-editor.tsx';
import { type ViewName, views } from './views.ts';
import { WelcomeView } from './welcome-view.tsx';
import { WorkspaceEditor } from './workspace-editor.tsx';
import { WorkspacesView } from './workspaces-view.tsx';

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

const bodies = {
  keys: KeysView,
  owners: OwnersView,
  workspaces: WorkspacesView,
  findings: FindingsView,
  handovers: HandoversView,
  snapshots: SnapshotsView,
  log: LogView,
  settings: SettingsView,
  map: MapView,
  help: HelpView,
  welcome: WelcomeView,
};

/** What the navigation has room for; the view itself says it to the last. */
const mostCounted = 999;

/** How many findings are open; the worst two severities stand out. */
function OpenFindings({ model }: { model: DashboardModel }) {
  const open = model.estate.findings.value.rows.filter(({ finding }) => finding.accepted === null);
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

function Panels({ model }: { model: DashboardModel }) {
  const panel = model.panel.value;
  if (!panel || model.estate.state.value !== 'ready') return null;
  const close = (): void => {
    model.panel.value = null;
  };
  // The key makes the panel anew for another record, so that no draft of one is shown for another.
  const key = `${panel.kind} ${panel.id}`;
  if (panel.kind === 'key') return <KeyEditor key={key} model={model} id={panel.id} onClose={close} />;
  if (panel.kind === 'user') return <UserEditor key={key} model={model} id={panel.id} onClose={close} />;
  return <WorkspaceEditor key={key} model={model} id={panel.id} onClose={close} />;
}

/** The whole dashboard. */
export function Dashboard({ model }: { model: DashboardModel }) {
  const { estate } = model;
  const { view } = model.route.value;
  const Body = bodies[view];
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
                <a href={`#/${name}`} aria-current={name === view ? 'page' : undefined}>
                  <Icon name={icons[name]} />
                  {t(names[name])}
                  {name === 'findings' && <OpenFindings model={model} />}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="promise">{t('dashboard_promise')}</p>
      </header>
      <main tabIndex={-1}>
        <DemoBanner demo={model.demo} />
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
