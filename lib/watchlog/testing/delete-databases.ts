import { deleteDB } from 'idb';

/** Deletes every database, so that a test begins without the places of a rebuilt log. */
export async function deleteDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await deleteDB(name);
}
