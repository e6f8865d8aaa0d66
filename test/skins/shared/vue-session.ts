import { shallowRef } from 'vue';
import { api } from '../../lookalike/client/api.ts';
import { onNavigation, parseRoute } from '../../lookalike/client/routes.ts';
import type { Route } from '../../lookalike/client/routes.ts';
import type { Profile } from '../../lookalike/client/wire.ts';

const profile = shallowRef<Profile>();
export const route = shallowRef<Route>(parseRoute(location));
onNavigation(() => (route.value = parseRoute(location)));

/** Who is signed in; known before anything is mounted. */
export const session = {
  get profile(): Profile {
    if (profile.value === undefined) throw new Error('Nobody is signed in');
    return profile.value;
  },
  async load(): Promise<void> {
    profile.value = await api.profile();
  },
  async switchTo(workspace: string): Promise<void> {
    profile.value = await api.switchWorkspace(workspace);
  },
};
