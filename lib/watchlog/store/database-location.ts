/**
 * Where the database stands. Usually where every database of the extension does; but Chromium that finds the files of
 * that place broken opens nothing there and deletes nothing there any more, restart or not (tried on Chromium 156 with
 * the MANIFEST gone: `UnknownError`, "Internal error opening backing store"). A storage bucket has files of its own.
 */

/** What is needed of `navigator.storageBuckets` (https://wicg.github.io/storage-buckets/). */
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

/** The browser's storage buckets; null where it has none. */
export function findStorageBuckets(): StorageBuckets | null {
  const buckets: unknown = Reflect.get(navigator, 'storageBuckets');
  return isStorageBuckets(buckets) ? buckets : null;
}

/** Whether the log has moved to the spare bucket. */
export async function hasSpare(buckets: StorageBuckets | null): Promise<boolean> {
  return buckets !== null && (await buckets.keys()).includes(spareName);
}

/** Where the log is to be opened: in the spare bucket once it has moved there. */
export async function findFactory(buckets: StorageBuckets | null): Promise<IDBFactory> {
  if (buckets === null || !(await hasSpare(buckets))) return indexedDB;
  return (await buckets.open(spareName, spareOptions)).indexedDB;
}

/** Makes an empty spare bucket, in which the log is opened from now on. Rejects where the browser does. */
export async function moveToSpare(buckets: StorageBuckets): Promise<void> {
  if (await hasSpare(buckets)) await buckets.delete(spareName);
  await buckets.open(spareName, spareOptions);
}
