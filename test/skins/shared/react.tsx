/** What the React skins share: who is signed in, where the app is, and how it fetches. Nothing that can be seen. */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ReactNode } from 'react';
import { api, sentenceOf } from '../../lookalike/client/api.ts';
import { onNavigation, parseRoute } from '../../lookalike/client/routes.ts';
import type { Route } from '../../lookalike/client/routes.ts';
import type { Profile } from '../../lookalike/client/wire.ts';

export interface Session {
  readonly profile: Profile;
  readonly organization: string;
  /** The current workspace. */
  readonly workspace: { id: string; name: string };
  readonly switchWorkspace: (id: string) => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession() needs somebody who is signed in');
  return session;
}

/** Shows its children once it is known who is signed in. */
export function SignedIn({ language, children }: { language: string; children: ReactNode }) {
  const [profile, setProfile] = useState<Profile>();
  useEffect(() => {
    document.documentElement.lang = language;
    void api.profile().then(setProfile);
  }, [language]);
  const session = useMemo(
    (): Session | null =>
      profile === undefined
        ? null
        : {
            profile,
            organization: profile.organization.id,
            workspace: profile.workspace,
            switchWorkspace: async (id) => {
              setProfile(await api.switchWorkspace(id));
            },
          },
    [profile],
  );
  return session === null ? null : <SessionContext value={session}>{children}</SessionContext>;
}

export function useRoute(): Route {
  const href = useSyncExternalStore(onNavigation, () => location.href);
  const { pathname, search, hash } = new URL(href);
  return parseRoute({ pathname, search, hash });
}

/** Fetches when `key` changes; an answer that comes after a later change is dropped. */
export function useLoaded<Data>(
  key: string,
  load: () => Promise<Data>,
): { data: Data | undefined; reload: () => Promise<void> } {
  const [held, setHeld] = useState<{ key: string; data: Data }>();
  const current = useRef({ key, load });
  useEffect(() => {
    current.current = { key, load };
  });
  const reload = useCallback(async () => {
    const started = current.current;
    const data = await started.load();
    if (current.current.key === started.key) setHeld({ key: started.key, data });
  }, []);
  useEffect(() => {
    void reload();
  }, [key, reload]);
  return { data: held?.key === key ? held.data : undefined, reload };
}

/** The name to show for somebody: an invited person has only an address. */
export function nameOf(person: { first_name: string; last_name: string; email: string }): string {
  return `${person.first_name} ${person.last_name}`.trim() || person.email;
}

/** For libraries that write style sheets: the nonce of the page's policy. */
export const pageNonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

/** Libraries that write markup need a policy of their own under Trusted Types; pages give them one that asks nothing. */
export function allowMarkup(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } };
  trustedTypes?.createPolicy('default', { createHTML: (markup: string) => markup });
}

/** Carries out what the admin asked for; `true` if PandaDoc did it, else its sentence is shown. */
export async function attempt(
  work: () => Promise<unknown>,
  refused: (sentence: string) => void,
  otherwise: string,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (problem) {
    refused(sentenceOf(problem, otherwise));
    return false;
  }
}
