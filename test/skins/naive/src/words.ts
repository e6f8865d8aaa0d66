import { sentenceOf } from '../../../lookalike/client/api.ts';

const roles: Readonly<Record<string, string>> = {
  Admin: 'Administratör',
  Manager: 'Chef',
  Member: 'Medlem',
  Collaborator: 'Medarbetare',
};

/** What Swedish interfaces call a role; custom roles keep their name. */
export const roleName = (role: string): string => roles[role] ?? role;

export const sentence = (problem: unknown): string => sentenceOf(problem, 'Något gick fel. Försök igen senare.');
