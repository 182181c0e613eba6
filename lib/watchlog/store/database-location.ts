import { deleteDB, openDB, wrap } from 'idb';

/**
 * The place of the log's database. A rebuilt log is written beside the former one, as the next generation, and one step
 * switches from the old log to the new. Generation 0 is the extension's default storage. Later ones have a storage bucket
 * each where the browser has them, because a bucket has separate files: Chromium 156 continues to write after the damaged
 * part of a file, but at its next start reads only up to it, and if the MANIFEST is missing, it can neither open nor
 * delete any database in the default storage. Other browsers get databases with names of their own.
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

/** Where one generation of the log is. */
export interface Place {
  generation: number;
  factory: IDBFactory;
  name: string;
}

/** How the places of a log are found, created and deleted, in buckets or by name. */
interface PlaceKeeper {
  /** The generation of the current log. */
  findCurrent: () => Promise<number>;
  /** Every generation but 0 of which something may be there. */
  listGenerations: () => Promise<number[]>;
  /** A generation after the current one of which nothing is there. */
  findNext: () => Promise<number>;
  open: (generation: number) => Promise<Place>;
  /** Makes a generation the current one, in one step. */
  makeCurrent: (generation: number) => Promise<void>;
  remove: (generation: number) => Promise<void>;
}

const bucketOptions = { durability: 'strict', persisted: true } as const;
/** The bucket of versions up to 0.2.0, which counts without a flag: generation 1. */
const firstBucket = 'marquee-log-spare';
/** Far more than anyone needs; a log is rebuilt a few times in its life. */
const maxGenerations = 1000;
/** Databases in a row after the current one; if there are more, the browser opens none. */
const maxUnknown = 20;
const nameBucket = (generation: number): string =>
  generation === 1 ? firstBucket : `marquee-log-${generation}`;
const nameFlag = (generation: number): string => `${nameBucket(generation)}-ready`;

/** A bucket counts once its flag exists, which is another bucket. */
function keepInBuckets(buckets: StorageBuckets, databaseName: string): PlaceKeeper {
  const list = async (isListed: (generation: number, names: string[]) => boolean): Promise<number[]> => {
    const names = await buckets.keys();
    const generations = Array.from({ length: maxGenerations }, (_, at) => at + 1);
    return generations.filter((generation) => isListed(generation, names));
  };
  const isReady = (generation: number, names: string[]): boolean =>
    names.includes(generation === 1 ? firstBucket : nameFlag(generation));
  const listGenerations = (): Promise<number[]> =>
    list(
      (generation, names) => names.includes(nameBucket(generation)) || names.includes(nameFlag(generation)),
    );
  return {
    findCurrent: async () => (await list(isReady)).at(-1) ?? 0,
    listGenerations,
    findNext: async () => Math.max(1, ...(await listGenerations())) + 1,
    open: async (generation) => {
      const { indexedDB: factory } = await buckets.open(nameBucket(generation), bucketOptions);
      return { generation, factory, name: databaseName };
    },
    makeCurrent: async (generation) => void (await buckets.open(nameFlag(generation), bucketOptions)),
    remove: async (generation) => {
      for (const name of [nameFlag(generation), nameBucket(generation)])
        if ((await buckets.keys()).includes(name)) await buckets.delete(name);
    },
  };
}

/** Whether there is a database of that name, even if it cannot be opened. Creates none. */
async function hasDatabase(name: string): Promise<boolean> {
  let isNew = false;
  try {
    const request = indexedDB.open(name);
    request.addEventListener('upgradeneeded', () => {
      isNew = true;
      request.transaction?.abort();
    });
    (await wrap(request))?.close();
    return true;
  } catch {
    return !isNew;
  }
}

/**
 * The version of a database without contents is the current generation; 1 means 0. `indexedDB.databases` cannot say what
 * is there: in Firefox 140 it fails if the file of any database is damaged, until that database is opened, which empties
 * it.
 */
function keepByName(databaseName: string): PlaceKeeper {
  const pointer = `${databaseName}-place`;
  const nameOf = (generation: number): string => `${databaseName}-${generation}`;
  const findCurrent = async (): Promise<number> => {
    const db = await openDB(pointer);
    db.close();
    return db.version === 1 ? 0 : db.version;
  };
  const findNext = async (): Promise<number> => {
    // What is there may be the log, if the pointer was lost.
    let next = Math.max(1, await findCurrent()) + 1;
    const last = next + maxUnknown;
    while (next < last && (await hasDatabase(nameOf(next)))) next += 1;
    return next;
  };
  return {
    findCurrent,
    listGenerations: async () => Array.from({ length: await findNext() }, (_, at) => at + 1),
    findNext,
    open: (generation) => Promise.resolve({ generation, factory: indexedDB, name: nameOf(generation) }),
    makeCurrent: async (generation) => (await openDB(pointer, generation)).close(),
    remove: (generation) => deleteDB(nameOf(generation)),
  };
}

const createKeeper = (buckets: StorageBuckets | null, name: string): PlaceKeeper =>
  buckets === null ? keepByName(name) : keepInBuckets(buckets, name);

/** The place of the current log. Rejects if the browser does. */
export async function findPlace(buckets: StorageBuckets | null, name: string): Promise<Place> {
  const keeper = createKeeper(buckets, name);
  const generation = await keeper.findCurrent();
  return generation === 0 ? { generation, factory: indexedDB, name } : keeper.open(generation);
}

/** A new, empty place beside all others, which is not the log's yet. Rejects if the browser does. */
export async function createNextPlace(buckets: StorageBuckets | null, name: string): Promise<Place> {
  const keeper = createKeeper(buckets, name);
  return keeper.open(await keeper.findNext());
}

/** Makes a place that `createNextPlace` gave the log's, in one step. Rejects if the browser does. */
export async function switchToPlace(
  buckets: StorageBuckets | null,
  name: string,
  { generation }: Place,
): Promise<void> {
  await createKeeper(buckets, name).makeCurrent(generation);
}

async function tryQuietly(task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Every place but the current one of which something may be there. Rejects if the browser does. */
export async function listFormerPlaces(buckets: StorageBuckets | null, name: string): Promise<Place[]> {
  const keeper = createKeeper(buckets, name);
  const current = await keeper.findCurrent();
  const generations = (await keeper.listGenerations()).filter((generation) => generation !== current);
  const places = await Promise.all(generations.map((generation) => keeper.open(generation)));
  if (current !== 0) places.push({ generation: 0, factory: indexedDB, name });
  const areThere = await Promise.all(
    places.map(async ({ factory, name: own }) => factory !== indexedDB || (await hasDatabase(own))),
  );
  return places.filter((_, at) => areThere[at]);
}

/** Deletes a former place. One that the browser cannot delete stays, and does no harm. */
export async function removePlace(
  buckets: StorageBuckets | null,
  name: string,
  { generation, factory, name: databaseName }: Place,
): Promise<void> {
  await tryQuietly(async () => {
    if (generation === 0) await wrap(factory.deleteDatabase(databaseName));
    else await createKeeper(buckets, name).remove(generation);
  });
}

/**
 * Makes all pages close a former place, so that they open the current one: a request for a higher version asks
 * them to; the upgrade is then abandoned, and the database stays as it is. Never rejects.
 */
export function closeReaders({ factory, name }: Place): Promise<void> {
  return new Promise((resolve) => {
    try {
      const request = factory.open(name, Number.MAX_SAFE_INTEGER);
      request.addEventListener('upgradeneeded', () => request.transaction?.abort());
      for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve());
    } catch {
      resolve();
    }
  });
}
