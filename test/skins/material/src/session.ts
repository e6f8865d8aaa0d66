import { signal } from '@angular/core';
import { api, sentenceOf } from '../../../lookalike/client/api.ts';
import { onNavigation, parseRoute } from '../../../lookalike/client/routes.ts';
import type { Route } from '../../../lookalike/client/routes.ts';
import type { Profile } from '../../../lookalike/client/wire.ts';

/** Who is signed in, and where. */
export class Session {
  readonly route = signal<Route>(parseRoute(location));
  readonly #profile = signal<Profile | null>(null);

  constructor() {
    onNavigation(() => {
      this.route.set(parseRoute(location));
    });
  }

  get profile(): Profile {
    const profile = this.#profile();
    if (profile === null) throw new Error('Nobody is signed in');
    return profile;
  }

  async load(): Promise<void> {
    this.#profile.set(await api.profile());
  }

  async switchTo(workspace: string): Promise<void> {
    this.#profile.set(await api.switchWorkspace(workspace));
  }
}

const roles: Readonly<Record<string, string>> = {
  Admin: 'Administrator',
  Manager: 'Menedżer',
  Member: 'Członek',
  Collaborator: 'Współpracownik',
};

/** What Polish interfaces call a role; custom roles keep their name. */
export const roleName = (role: string): string => roles[role] ?? role;

export const sentence = (problem: unknown): string =>
  sentenceOf(problem, 'Coś poszło nie tak. Spróbuj ponownie później.');
