import { createContext, useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Translate } from '../../../client/messages.ts';
import { onNavigation, parseRoute } from '../../../client/routes.ts';
import type { Route } from '../../../client/routes.ts';
import type { Profile } from '../../../client/wire.ts';

/** Who is signed in, where, and in which language. */
export interface Session {
  readonly profile: Profile;
  readonly t: Translate;
  readonly switchWorkspace: (workspaceId: string) => Promise<void>;
  readonly reloadProfile: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

/** The session; only for parts that are shown while somebody is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession() needs somebody who is signed in');
  return session;
}

/** The route of the address bar, kept up to date. */
export function useRoute(): Route {
  const href = useSyncExternalStore(onNavigation, () => location.href);
  const { pathname, search, hash } = new URL(href);
  return parseRoute({ pathname, search, hash });
}

/** Something that is fetched: `data` stays while it is fetched again. */
export interface Loaded<Data> {
  readonly data: Data | undefined;
  readonly problem: unknown;
  readonly reload: () => Promise<void>;
}

/** Fetches when `key` changes; an answer that comes after a later change is dropped. */
export function useLoaded<Data>(key: string, load: () => Promise<Data>): Loaded<Data> {
  const [held, setHeld] = useState<{ key: string; data: Data | undefined; problem: unknown }>();
  const current = useRef({ key, load });
  useEffect(() => {
    current.current = { key, load };
  });
  const reload = useCallback(async () => {
    const started = current.current;
    try {
      const data = await started.load();
      if (current.current.key === started.key) setHeld({ key: started.key, data, problem: undefined });
    } catch (problem) {
      if (current.current.key === started.key) setHeld({ key: started.key, data: undefined, problem });
    }
  }, []);
  useEffect(() => {
    void reload();
  }, [key, reload]);
  const fits = held?.key === key;
  return { data: fits ? held.data : undefined, problem: fits ? held.problem : undefined, reload };
}

/** The name to show for somebody: an invited person has only an address. */
export function displayName(person: { first_name: string; last_name: string; email: string }): string {
  return `${person.first_name} ${person.last_name}`.trim() || person.email;
}
