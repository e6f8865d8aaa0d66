/** The demo organization's database, as a whole. */
import { deleteDB } from 'idb';
import { dropBefore } from './before-update.ts';
import { demoDatabaseName } from './database.ts';

/** Whether somebody began the demo and has not taken it away. */
export async function hasDemo(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === demoDatabaseName);
}

/** Takes it away, with all that was tried in it. Connections of other pages give way; close your own first. */
export async function removeDemo(): Promise<void> {
  await Promise.all([deleteDB(demoDatabaseName), dropBefore(demoDatabaseName)]);
}
