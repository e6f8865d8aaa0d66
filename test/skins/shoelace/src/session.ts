import { css } from 'lit';
import { api, sentenceOf } from '../../../lookalike/client/api.ts';
import type { Profile } from '../../../lookalike/client/wire.ts';

let profile: Profile | undefined;

/** Who is signed in; known before the app's elements are defined. */
export const session = {
  get profile(): Profile {
    if (profile === undefined) throw new Error('Nobody is signed in');
    return profile;
  },
  async load(): Promise<void> {
    profile = await api.profile();
  },
  async switchTo(workspace: string): Promise<void> {
    profile = await api.switchWorkspace(workspace);
  },
};

/** What a page says to the app around it. */
export const said = (from: EventTarget, text: string, bad = false): void => {
  from.dispatchEvent(new CustomEvent('said', { bubbles: true, composed: true, detail: { text, bad } }));
};

export const complain = (from: EventTarget, problem: unknown): void => {
  said(from, sentenceOf(problem, 'Ocorreu um erro. Tente novamente mais tarde.'), true);
};

const roles: Readonly<Record<string, string>> = {
  Admin: 'Administrador',
  Manager: 'Gestor',
  Member: 'Membro',
  Collaborator: 'Colaborador',
};

/** What Portuguese interfaces call a role; custom roles keep their name. */
export const roleName = (role: string): string => roles[role] ?? role;

/** Values of a select hold no blanks. */
export const asValue = (text: string): string => text.replaceAll(' ', '_');
export const fromValue = (value: string): string => value.replaceAll('_', ' ');

export const look = css`
  h1 {
    font-size: 24px;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 10px 0;
    border-bottom: 1px solid #ddd;
  }
  .who {
    flex: 1;
    min-width: 0;
  }
  .who span {
    display: block;
    color: #666;
    font-size: 14px;
    overflow-wrap: anywhere;
  }
  .bar {
    display: flex;
    gap: 12px;
    align-items: center;
    background: #eef4fb;
    padding: 8px 12px;
    border-radius: 6px;
  }
  sl-checkbox {
    display: block;
    margin: 8px 0;
  }
`;
