import { openDB, type IDBPDatabase } from 'idb';

/**
 * A copy of the settings outside the storage of the extension. While that cannot be read, or has lost them, settings are as
 * they last were: a site on which the user switched badges off must not get them from a default.
 */
const name = 'marquee-settings-copy';
const store = 'settings';

/** The copied values as this script last read or wrote them; null before. */
export const memory: { known: Record<string, unknown> | null } = { known: null };

/** Forgets the copied values: the user has deleted everything. */
export function forgetSettingsCopy(): void {
  memory.known = {};
}

/** The copies that are being written. */
let copying = Promise.resolve();

async function useCopy<T>(task: (db: IDBPDatabase) => Promise<T>): Promise<T> {
  const db = await openDB(name, 1, { upgrade: (made) => void made.createObjectStore(store) });
  try {
    return await task(db);
  } finally {
    db.close();
  }
}

/** The copied values by name of setting; nothing if there is no copy. Never rejects. */
export async function loadSettingsCopy(): Promise<Record<string, unknown>> {
  if (memory.known !== null) return memory.known;
  try {
    const copied: unknown = await useCopy((db) => db.get(store, 'all'));
    return (memory.known ??= typeof copied === 'object' && copied !== null ? { ...copied } : {});
  } catch {
    return {};
  }
}

/** Copies the values if they have changed. Never rejects: without a copy the settings still count. */
export async function copySettings(values: Record<string, unknown>): Promise<void> {
  if (JSON.stringify(values) === JSON.stringify(await loadSettingsCopy())) return copying;
  memory.known = values;
  const put = useCopy((db) => db.put(store, values, 'all')).then(
    () => undefined,
    () => void (memory.known = null),
  );
  copying = Promise.all([copying, put]).then(() => undefined);
  return copying;
}
