import { reactive } from 'vue';
import { sentenceOf } from '../../../lookalike/client/api.ts';

export { fullName } from '../../shared/names.ts';
export { route, session } from '../../shared/vue-session.ts';

export const snackbar = reactive({ open: false, text: '', bad: false });

export function say(text: string): void {
  Object.assign(snackbar, { open: true, text, bad: false });
}

export function complain(problem: unknown): void {
  const text = sentenceOf(problem, 'Er is iets misgegaan. Probeer het later opnieuw.');
  Object.assign(snackbar, { open: true, text, bad: true });
}

const roles: Readonly<Record<string, string>> = { Admin: 'Beheerder', Member: 'Lid', Collaborator: 'Medewerker' };

/** What Dutch interfaces call a role; custom roles keep their name. */
export const roleName = (role: string): string => roles[role] ?? role;
