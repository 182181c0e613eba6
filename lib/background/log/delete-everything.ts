import { browser } from 'wxt/browser';
import { forgetSettingsCopy } from '../../settings/settings-copy.ts';
import { closeLog } from '../messages/log-access.ts';
import { reportFault } from '../messages/report-fault.ts';

interface Storages {
  factory: Pick<IDBFactory, 'databases' | 'deleteDatabase'>;
  /** The browser's buckets of storage, where it has them. */
  buckets: { keys(): Promise<string[]>; delete(name: string): Promise<void> } | undefined;
}

const findBuckets = (): Storages['buckets'] =>
  (navigator as { storageBuckets?: Storages['buckets'] }).storageBuckets;

/** Deletes a database. Whoever has it open closes it: connections of ours do so when they are told. */
function deleteDatabase(factory: Storages['factory'], name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(name));
  });
}

/**
 * Deletes the log with its backups, all settings and keys, and everything that was fetched or imported. Settings go first:
 * with them the promise of how many rows the log has, so that an empty log is no loss to be repaired. Rejects if a part could
 * not be deleted; calling it again deletes the rest.
 */
export async function deleteEverything(
  { factory, buckets }: Storages = { factory: indexedDB, buckets: findBuckets() },
): Promise<void> {
  await closeLog();
  await browser.storage.local.clear();
  forgetSettingsCopy();
  await browser.storage.session.clear().catch((error: unknown) => reportFault('session storage', error));
  for (const { name } of await factory.databases())
    if (name !== undefined) await deleteDatabase(factory, name);
  for (const name of (await buckets?.keys()) ?? []) await buckets?.delete(name);
}
