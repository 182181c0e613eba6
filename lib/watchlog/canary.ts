import * as v from 'valibot';
import { createEmptyCounts, logStores, type LogState, type StoreCounts } from './schema.ts';
import { storageKeys, type LogStorageArea } from './storage.ts';

/** What the database promised to hold, kept where a loss of the database does not reach. */
export interface Canary {
  installId: string;
  /** Version of the schema. */
  schema: number;
  /** The newest commit that is in the journal. */
  sequence: number;
  counts: StoreCounts;
  checksum: string;
  /** Characters of JSON that all journal records so far had. */
  journalSize: number;
  /** Milliseconds since 1970. */
  savedAt: number;
}

const count = v.object({ rows: v.number(), live: v.number() });

/** Counts of rows by store; checked, a store that is missing counts nothing. */
export const storeCountsSchema: v.GenericSchema<unknown, StoreCounts> = v.pipe(
  v.record(v.string(), count),
  v.transform((known) => {
    const counts = createEmptyCounts();
    for (const store of logStores) counts[store] = known[store] ?? counts[store];
    return counts;
  }),
);

const canarySchema = v.object({
  installId: v.string(),
  schema: v.number(),
  sequence: v.number(),
  counts: storeCountsSchema,
  checksum: v.string(),
  journalSize: v.number(),
  savedAt: v.number(),
});

/** The canary, or null where there is none that can be read. Rejects where the storage area does. */
export async function loadCanary(storage: LogStorageArea): Promise<Canary | null> {
  const found = await storage.get([storageKeys.canary]);
  const result = v.safeParse(canarySchema, found[storageKeys.canary]);
  return result.success ? result.output : null;
}

/** The canary of a state. */
export function createCanary(
  state: LogState,
  known: { schema: number; journalSize: number; savedAt: number },
): Canary {
  const { installId, sequence, counts, checksum } = state;
  return { installId, sequence, counts, checksum, ...known };
}

/** Writes the canary alone, where what it promises is in a backup already. */
export async function saveCanary(storage: LogStorageArea, canary: Canary): Promise<void> {
  await storage.set({ [storageKeys.canary]: canary });
}
