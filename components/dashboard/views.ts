/** The views of the navigation, in its order. */
export const views = [
  'keys',
  'owners',
  'workspaces',
  'map',
  'findings',
  'handovers',
  'snapshots',
  'log',
  'settings',
  'help',
] as const;
/** The first steps are a view, too: opened once by themselves, and from the help. */
export type ViewName = (typeof views)[number] | 'welcome';

/** All views, by their place in the address. */
export const allViews: readonly ViewName[] = [...views, 'welcome'];
