/**
 * The location of the database. Normally it is the extension's default storage. But if Chromium finds the
 * files there broken, it can neither open nor delete any database there, even after a restart (tried on
 * Chromium 156 with the MANIFEST missing: `UnknownError`, "Internal error opening backing store"). A storage
 * bucket has separate files.
 */

/** The parts used of `navigator.storageBuckets` (https://wicg.github.io/storage-buckets/). */
export interface StorageBuckets {
  keys: () => Promise<string[]>;
  open: (
    name: string,
    options: { durability: 'strict'; persisted: boolean },
  ) => Promise<{ indexedDB: IDBFactory }>;
  delete: (name: string) => Promise<void>;
}

const spareName = 'marquee-log-spare';
const spareOptions = { durability: 'strict', persisted: true } as const;

function isStorageBuckets(value: unknown): value is StorageBuckets {
  return (
    typeof value === 'object' && value !== null && 'keys' in value && 'open' in value && 'delete' in value
  );
}

/** The browser's storage buckets; null if it has none. */
export function findStorageBuckets(): StorageBuckets | null {
  const buckets: unknown = Reflect.get(navigator, 'storageBuckets');
  return isStorageBuckets(buckets) ? buckets : null;
}

/** Whether the log has moved to the spare bucket. */
export async function hasSpare(buckets: StorageBuckets | null): Promise<boolean> {
  return buckets !== null && (await buckets.keys()).includes(spareName);
}

/** Where to open the log: in the spare bucket if it has moved there, otherwise in the default storage. */
export async function findFactory(buckets: StorageBuckets | null): Promise<IDBFactory> {
  if (buckets === null || !(await hasSpare(buckets))) return indexedDB;
  return (await buckets.open(spareName, spareOptions)).indexedDB;
}

/** Creates an empty spare bucket, in which the log is opened from then on. Rejects if the browser does. */
export async function moveToSpare(buckets: StorageBuckets): Promise<void> {
  if (await hasSpare(buckets)) await buckets.delete(spareName);
  await buckets.open(spareName, spareOptions);
}
