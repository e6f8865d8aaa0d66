/** The rooms of the house and the doors between them (see ARCHITECTURE.md). */

export interface Room {
  /** Folder from the root. */
  name: string;
  /** Rooms it may import from; itself always. */
  rooms: string[];
  /** Packages it may import; a name covers its sub-paths. */
  packages: string[];
  /** Where code belongs that wants to reach further, as the end of a sentence. */
  instead: string;
}

export const rooms: Room[] = [
  {
    name: 'lib/domain',
    rooms: [],
    packages: [],
    instead:
      'only words and pure functions live here; hand what you need in as an argument from lib/background or an entrypoint',
  },
  {
    name: 'lib/rules',
    rooms: ['lib/domain'],
    packages: [],
    instead: 'a rule is a pure function of the mapping; shared words and calculations belong into lib/domain',
  },
  {
    name: 'lib/exports',
    rooms: ['lib/domain'],
    packages: ['papaparse', 'canonicalize'],
    instead: 'a format turns the mapping into text and nothing else; loading and saving belong into lib/background',
  },
  {
    name: 'lib/imports',
    rooms: ['lib/domain'],
    packages: ['papaparse', 'canonicalize'],
    instead: 'a format turns text into facts and nothing else; applying them belongs into lib/background',
  },
  {
    name: 'lib/pages',
    rooms: ['lib/domain'],
    packages: [],
    instead: 'an adapter only reads the page; what it concludes belongs into lib/domain, what it holds into lib/guard',
  },
  {
    name: 'lib/guard',
    rooms: ['lib/domain', 'lib/pages'],
    packages: [],
    instead:
      'the guard only listens and holds; drawing belongs into components/overlay, and entrypoints/page brings the two together',
  },
  {
    name: 'lib/messages',
    rooms: ['lib/domain'],
    packages: ['webextension-polyfill', 'zod'],
    instead: 'the conversation knows words, not those who speak; what answers a message belongs into lib/background',
  },
  {
    name: 'lib/storage',
    rooms: ['lib/domain'],
    packages: ['idb', 'webextension-polyfill'],
    instead: 'storage keeps and gives back; what decides belongs into lib/domain, what uses it into lib/background',
  },
  {
    name: 'lib/background',
    rooms: ['lib/domain', 'lib/rules', 'lib/exports', 'lib/imports', 'lib/messages', 'lib/storage'],
    packages: ['webextension-polyfill'],
    instead:
      'use cases never see a page; what reads one belongs into lib/pages, what holds into lib/guard, and both report by message',
  },
  {
    name: 'components',
    rooms: ['lib/domain', 'lib/messages'],
    packages: ['preact', '@preact/signals', '@tanstack/virtual-core'],
    instead: 'views are told what to show; what they need comes by message, or is handed in by the entrypoint',
  },
  {
    name: 'entrypoints',
    rooms: [
      'components',
      'lib/domain',
      'lib/rules',
      'lib/exports',
      'lib/imports',
      'lib/pages',
      'lib/guard',
      'lib/messages',
      'lib/storage',
      'lib/background',
    ],
    packages: ['preact', '@preact/signals', 'webextension-polyfill', 'wxt/utils'],
    instead: 'an entrypoint wires rooms together; anything more belongs into the room it is about',
  },
];

/** Single files that more rooms may use than their own room may be used by, each with its reason. */
export const sharedFiles: Record<string, { by: string[]; because: string }> = {
  'lib/messages/z.ts': {
    by: ['lib/storage', 'lib/imports', 'lib/background'],
    because: 'zod stands at every boundary, and this is the one door to it',
  },
  'lib/messages/observation-schema.ts': {
    by: ['lib/imports'],
    because: 'a backup holds readings that wait; what one may look like stands in one place',
  },
  'lib/messages/policy-schema.ts': {
    by: ['lib/storage', 'lib/imports', 'lib/background'],
    because:
      'a policy comes by message, from the disk, in a backup and in a file of its own; its shape stands in one place',
  },
  'lib/storage/rows.ts': {
    by: ['lib/imports'],
    because: 'a backup holds rows as they are stored; their shape stands in one place',
  },
};

/** What may lie on the way from `entrypoints/page`: all of it ships into every PandaDoc page. */
export const packagesInPage = ['preact', '@preact/signals', 'wxt/utils/define-unlisted-script'];

export const roomOf = (file: string): Room | undefined => rooms.find((room) => file.startsWith(`${room.name}/`));

export const inPackage = (specifier: string, name: string): boolean =>
  specifier === name || specifier.startsWith(`${name}/`);
