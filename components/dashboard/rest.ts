/** What of the dashboard is loaded after its first view: see `dashboard.tsx`. */
export { FindingsView } from './findings-view.tsx';
export { HandoversView } from './handovers-view.tsx';
export { HelpView } from './help-view.tsx';
export { KeyEditor } from './key-editor.tsx';
export { LogView } from './log-view.tsx';
export { MapView } from './map-view.tsx';
export { OwnersView } from './owners-view.tsx';
export { SettingsView } from './settings-view.tsx';
export { SnapshotsView } from './snapshots-view.tsx';
export { UserEditor } from './user-editor.tsx';
export { WelcomeView } from './welcome-view.tsx';
export { WorkspaceEditor } from './workspace-editor.tsx';
export { WorkspacesView } from './workspaces-view.tsx';
