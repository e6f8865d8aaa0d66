/** How a way to remove or to weaken somebody is written down: what a person sees and works, never how the page is built. */
import type { Locator, Page } from 'playwright-core';
import type { OrganizationState } from '../lookalike/server.ts';
import type { WorldOptions } from '../e2e/support/world.ts';

/** What the admin works a page with. `submit`: as `enter`, and the last step by Enter in a field of its form. */
export type Input = 'mouse' | 'touch' | 'enter' | 'space' | 'submit';

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** Whom a flow is about, and in which workspace the admin is; for keys and workspaces, which one. */
export interface Target {
  readonly people: readonly Person[];
  readonly workspace: string;
}

/** One thing that the admin works on the way. */
export interface Step {
  readonly at: (page: Page, target: Target) => Locator;
  /** Pressed, unless: `tick` and `untick` leave alone what is so already; `choose` takes an option of a native list. */
  readonly how?:
    | 'press'
    | 'tick'
    | 'untick'
    | 'context'
    | { readonly choose: string }
    | { readonly type: string | ((target: Target) => string) };
  /** Where Enter does the same, for the input `submit`. */
  readonly submitAt?: (page: Page, target: Target) => Locator;
}

export type Action = 'remove' | 'role' | 'license' | 'generate' | 'deactivate';

/** One way through a skin, from the page on which it starts to the request. */
export interface Flow {
  /** Short and lasting: the row's name in reports. */
  readonly id: string;
  readonly action: Action;
  /** The address behind `/a/#/`; with a slash at its start, the whole path. */
  readonly address: string | ((organization: OrganizationState, target: Target) => string);
  /** Shown once the page is there. */
  readonly ready: (page: Page, target: Target) => Locator;
  /** What a human does first, that decides nothing: searching, scrolling. */
  readonly before?: (page: Page, target: Target) => Promise<void>;
  readonly steps: readonly Step[];
  /** Where the way is another one for what is free: a slot without a key asks nothing. */
  readonly freeSteps?: readonly Step[];
  /** Shown when it has been done. */
  readonly done: (page: Page, target: Target) => Locator;
  /** Shown when PandaDoc refuses it. */
  readonly refused: (page: Page) => Locator;
  /** A living key hangs on it. */
  readonly owner: Target;
  /** No key hangs on it. */
  readonly free: Target;
  /** `mouse`, `touch`, `enter` and `space`, unless told. */
  readonly inputs?: readonly Input[];
  /** How many requests one going through sends; 1 unless told. */
  readonly requests?: { readonly owner: number; readonly free: number };
}

/** One face of the lookalike with all that it offers. */
export interface Skin {
  readonly name: string;
  /** The library and its version, for the table. */
  readonly library: string;
  readonly language: string;
  /** What the guard says of pages that it reads: `degraded` where Keyholder has no words for their language. */
  readonly state?: 'armed' | 'degraded';
  readonly options?: Pick<WorldOptions, 'crowd' | 'csp'>;
  /** Where its pages are, if not where they are in 2026. */
  readonly addresses?: { readonly team: string; readonly keys: string };
  /** The row, card or line of a person in the member list of EMEA Sales. */
  readonly row: (page: Page, person: Person) => Locator;
  /** Brings a person of the list into view, where it draws only a part. */
  readonly find?: (page: Page, person: Person) => Promise<void>;
  readonly teamReady: (page: Page) => Locator;
  readonly keysReady: (page: Page) => Locator;
  readonly flows: readonly Flow[];
}

export const people = {
  /** Owns the production key of EMEA Sales. */
  integrations: { name: 'Northwind Integrations', email: 'integrations@northwind.example' },
  /** Owns the sandbox key of EMEA Sales and the production key of North America Sales. */
  dana: { name: 'Dana Okafor', email: 'dana.okafor@northwind.example' },
  /** Own nothing; both are in EMEA Sales only. */
  jonas: { name: 'Jonas Lindqvist', email: 'jonas.lindqvist@northwind.example' },
  chiara: { name: 'Chiara Bellandi', email: 'chiara.bellandi@northwind.example' },
  siobhan: { name: "Siobhan O'Rourke", email: 'siobhan.orourke@northwind.example' },
} as const satisfies Record<string, Person>;

const emea = 'EMEA Sales';

/** The usual pairs. */
export const removal: Pick<Flow, 'action' | 'owner' | 'free'> = {
  action: 'remove',
  owner: { people: [people.integrations], workspace: emea },
  free: { people: [people.jonas], workspace: emea },
};
export const removalOfSeveral: Pick<Flow, 'action' | 'owner' | 'free' | 'requests'> = {
  action: 'remove',
  owner: { people: [people.chiara, people.integrations], workspace: emea },
  free: { people: [people.chiara, people.jonas], workspace: emea },
  requests: { owner: 2, free: 2 },
};
/** From Admin to something less; and from one thing to another for somebody who is no Admin. */
export const demotion: Pick<Flow, 'action' | 'owner' | 'free'> = {
  action: 'role',
  owner: { people: [people.integrations], workspace: emea },
  free: { people: [people.chiara], workspace: emea },
};
export const licenseCut: Pick<Flow, 'action' | 'owner' | 'free'> = {
  action: 'license',
  owner: { people: [people.dana], workspace: emea },
  free: { people: [people.chiara], workspace: emea },
};
/** A slot that has a key, and one that has none. */
export const generation: Pick<Flow, 'action' | 'owner'> = {
  action: 'generate',
  owner: { people: [], workspace: emea },
};
/** A workspace with keys, and one that was seen to have none. */
export const emptyWorkspace = 'Events Archive';
export const deactivation: Pick<Flow, 'action' | 'owner' | 'free'> = {
  action: 'deactivate',
  owner: { people: [], workspace: 'Customer Success' },
  free: { people: [], workspace: emptyWorkspace },
};

/** The person of a flow about one person. */
export function onlyOne(target: Target): Person {
  const [person] = target.people;
  if (!person) throw new Error('This flow is about one person.');
  return person;
}

/** The row of a table that shows somebody's address. */
export const tableRow = (page: Page, { email }: Person): Locator =>
  page.getByRole('row').filter({ has: page.getByText(email, { exact: true }) });

/** What PandaDoc says of itself when it refuses, in every language. */
export const refusal = (page: Page): Locator => page.getByText('Owner can not be removed.');

/** A workspace's list of people, where it is a table. */
export const teamTable = {
  address: 'settings/team',
  ready: (page: Page) => page.getByRole('row').nth(3),
  refused: refusal,
} satisfies Partial<Flow>;
