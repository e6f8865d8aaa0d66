import { api, sentenceOf } from '../../../lookalike/client/api.ts';
import { onNavigation, parseRoute } from '../../../lookalike/client/routes.ts';
import type { Route } from '../../../lookalike/client/routes.ts';
import type { Profile } from '../../../lookalike/client/wire.ts';

interface Toast {
  text: string;
  bad: boolean;
  undo?: () => Promise<void>;
}

/** Who is signed in, where, and what the snackbar says. */
export const app = $state<{ route: Route; toast: Toast | null }>({ route: parseRoute(location), toast: null });
let profile = $state<Profile>();

onNavigation(() => {
  app.route = parseRoute(location);
});

export function me(): Profile {
  if (profile === undefined) throw new Error('Nobody is signed in');
  return profile;
}

export async function loadSession(): Promise<void> {
  profile = await api.profile();
}

export async function switchTo(workspace: string): Promise<void> {
  profile = await api.switchWorkspace(workspace);
}

let timer: ReturnType<typeof setTimeout>;
function show(toast: Toast): void {
  clearTimeout(timer);
  app.toast = toast;
  timer = setTimeout(() => (app.toast = null), 8000);
}

export function say(text: string, undo?: () => Promise<void>): void {
  show({ text, bad: false, ...(undo && { undo }) });
}

export function complain(problem: unknown): void {
  show({ text: sentenceOf(problem, 'Si è verificato un errore. Riprova più tardi.'), bad: true });
}

const roles: Readonly<Record<string, string>> = {
  Admin: 'Amministratore',
  Manager: 'Responsabile',
  Member: 'Membro',
  Collaborator: 'Collaboratore',
};

/** What Italian interfaces call a role; custom roles keep their name. */
export const roleName = (role: string): string => roles[role] ?? role;
