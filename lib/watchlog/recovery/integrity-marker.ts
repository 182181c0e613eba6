import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import { createEmptyCounts, logStores, type LogState, type StoreCounts } from '../store/schema.ts';
import { readValues, storageKeys, type LogStorageArea } from '../store/storage.ts';

/** What the database must contain, stored where a loss of the database does not reach it. */
export interface IntegrityMarker {
  installId: string;
  /** Version of the schema. */
  schema: number;
  /** The newest commit in the journal. */
  sequence: number;
  counts: StoreCounts;
  checksum: string;
  /** Total length of all journal records so far, in UTF-16 units of JSON. */
  journalSize: number;
  /** Milliseconds since 1970. */
  savedAt: number;
}

const count = lazySchema(() => v.object({ rows: v.number(), live: v.number() }));

/** Schema for counts of rows by store; a missing store counts zero. */
export const storeCountsSchema: v.GenericSchema<unknown, StoreCounts> = lazySchema(() =>
  v.pipe(
    v.record(v.string(), count),
    v.transform((known) => {
      const counts = createEmptyCounts();
      for (const store of logStores) counts[store] = known[store] ?? counts[store];
      return counts;
    }),
  ),
);

const integrityMarkerSchema = lazySchema(() =>
  v.object({
    installId: v.string(),
    schema: v.number(),
    sequence: v.number(),
    counts: storeCountsSchema,
    checksum: v.string(),
    journalSize: v.number(),
    savedAt: v.number(),
  }),
);

const keys = [storageKeys.integrityMarker, storageKeys.integrityMarkerCopy];

/** The integrity marker; null if there is none or neither of its two copies can be read. Throws `LogError` `slow`. */
export async function loadIntegrityMarker(storage: LogStorageArea): Promise<IntegrityMarker | null> {
  const found = await readValues(storage, keys);
  for (const key of keys) {
    const result = v.safeParse(integrityMarkerSchema, found[key]);
    if (result.success) return result.output;
  }
  return null;
}

/** The integrity marker and its copy, to be written in one step: one damaged value does not lose both. */
export function listMarkerItems(integrityMarker: IntegrityMarker): Record<string, IntegrityMarker> {
  return Object.fromEntries(keys.map((key) => [key, integrityMarker]));
}

/** Creates the integrity marker of a state. */
export function createIntegrityMarker(
  state: LogState,
  known: { schema: number; journalSize: number; savedAt: number },
): IntegrityMarker {
  const { installId, sequence, counts, checksum } = state;
  return { installId, sequence, counts, checksum, ...known };
}

/** Writes only the integrity marker, when a backup already contains what it records. */
export async function saveIntegrityMarker(
  storage: LogStorageArea,
  integrityMarker: IntegrityMarker,
): Promise<void> {
  await storage.set(listMarkerItems(integrityMarker));
}
