import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import { checksumText } from '../../text/checksum.ts';
import { storeCountsSchema, type IntegrityMarker } from './integrity-marker.ts';
import type { StoreCounts } from '../store/schema.ts';
import { readValues, storageKeys, type LogStorageArea } from '../store/storage.ts';
import type { BackupSummary } from '../types.ts';

/** Information about a backup that is available without reading it. */
export interface BackupManifest extends BackupSummary {
  /** The newest commit in it. */
  sequence: number;
  /** Version of the schema of its rows. */
  schema: number;
  /** Number of rows in it, including tombstones. */
  rows: number;
  /** Number of parts it is stored in. */
  parts: number;
  /** Checksum of all its parts together. */
  checksum: string;
  /** Length of its JSON before packing, in UTF-16 units. */
  size: number;
  /** The integrity marker's `journalSize` when the backup was made. */
  journalSize: number;
  /** Rows by store; absent in backups of versions up to 0.2.0. */
  counts?: StoreCounts | undefined;
}

/** The existing backups, newest first, and what is still to be removed. */
export interface BackupRing {
  backups: BackupManifest[];
  /** Parts that belong to no backup any more. */
  discard: { id: string; parts: number }[];
  /** The first journal record that may still exist. */
  journalFrom: number;
}

/** The id of the journal alone as a backup, offered if it reaches back to the first commit. */
export const journalBackupId = 'journal';

const ringSchema = lazySchema(() =>
  v.object({
    backups: v.array(
      v.object({
        id: v.string(),
        madeAt: v.number(),
        films: v.number(),
        ratings: v.number(),
        entries: v.number(),
        sequence: v.number(),
        schema: v.number(),
        rows: v.number(),
        parts: v.number(),
        checksum: v.string(),
        size: v.number(),
        journalSize: v.number(),
        counts: v.optional(storeCountsSchema),
      }),
    ),
    discard: v.array(v.object({ id: v.string(), parts: v.number() })),
    journalFrom: v.number(),
  }),
);

/** The ring; empty if neither of its two copies can be read. Throws `LogError` `slow`. */
export async function loadRing(storage: LogStorageArea): Promise<BackupRing> {
  const found = await readValues(storage, [storageKeys.ring, storageKeys.ringCopy]);
  for (const key of [storageKeys.ring, storageKeys.ringCopy]) {
    const result = v.safeParse(ringSchema, found[key]);
    if (result.success) return result.output;
  }
  return { backups: [], discard: [], journalFrom: 1 };
}

/** Writes the ring and returns it. Rejects if the storage area does. */
export async function saveRing(storage: LogStorageArea, ring: BackupRing): Promise<BackupRing> {
  await storage.set({ [storageKeys.ring]: ring, [storageKeys.ringCopy]: ring });
  return ring;
}

/** The storage keys of a backup's parts. */
export function listPartKeys({ id, parts }: { id: string; parts: number }): string[] {
  return Array.from({ length: parts }, (_, part) => storageKeys.backup(id, part));
}

/** The parts of a backup as they are stored, and whether they are all there and unchanged. Throws `LogError` `slow`. */
export async function loadParts(
  storage: LogStorageArea,
  manifest: BackupManifest,
): Promise<{ parts: unknown[]; isWhole: boolean }> {
  const keys = listPartKeys(manifest);
  const found = await readValues(storage, keys);
  const parts = keys.map((key) => found[key]);
  return { parts, isWhole: checksumText(parts.join('')) === manifest.checksum };
}

/**
 * The backups to choose from, newest first. The newest includes the journal that follows it, so its figures
 * are those of the integrity marker. If the journal reaches back to the first commit, it is offered too.
 */
export function summarizeBackups(ring: BackupRing, integrityMarker: IntegrityMarker | null): BackupSummary[] {
  const summaries = ring.backups.map(({ id, madeAt, films, ratings, entries }): BackupSummary => ({
    id,
    madeAt,
    films,
    ratings,
    entries,
  }));
  if (integrityMarker === null || integrityMarker.sequence === 0) return summaries;
  const { films, ratings, entries } = integrityMarker.counts;
  const promised = {
    madeAt: integrityMarker.savedAt,
    films: films.live,
    ratings: ratings.live,
    entries: entries.live,
  };
  const [newest, ...older] = summaries;
  const offered = newest === undefined ? [] : [{ ...newest, ...promised }, ...older];
  return ring.journalFrom <= 1 ? [...offered, { id: journalBackupId, ...promised }] : offered;
}
