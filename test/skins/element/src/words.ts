import { sentenceOf } from '../../../lookalike/client/api.ts';

const roles: Readonly<Record<string, string>> = {
  Admin: 'Pääkäyttäjä',
  Manager: 'Esihenkilö',
  Member: 'Jäsen',
  Collaborator: 'Yhteistyökumppani',
};

/** What Finnish interfaces call a role; custom roles keep their name. */
export const roleName = (role: string): string => roles[role] ?? role;

export const sentence = (problem: unknown): string => sentenceOf(problem, 'Jokin meni pieleen. Yritä uudelleen.');
