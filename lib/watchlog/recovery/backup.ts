import { checksumText } from '../../text/checksum.ts';
import {
  listPartKeys,
  loadParts,
  loadRing,
  saveRing,
  type BackupManifest,
  type BackupRing,
} from './backup-ring.ts';
import { LogError } from '../errors.ts';
import { migrations } from '../migrations/registry.ts';
import { findNewestVersion } from '../migrations/run.ts';
import { countCounted } from './integrity.ts';
import { packText } from './packing.ts';
import { isQuotaError } from '../../async/quota-error.ts';
import { logStores, type LogDatabase, type LogState } from '../store/schema.ts';
import { storageKeys, type LogStorageArea } from '../store/storage.ts';
import type { LogStore } from '../types.ts';

/** Maximum number of backups kept. */
const ringLength = 5;
/** Rows per part of a backup. */
const rowsPerPart = 2000;
/** Default number of commits after which a new backup is due. */
export const defaultCommitsPerBackup = 200;
/** Minimum size of the journal since the newest backup for a new one to be due, in UTF-16 units of JSON. */
const minJournalSize = 512 * 1024;

/** How many times as long the journal may become while more of an import follows, which would be backed up again and again. */
const longerForImports = 8;

/** Whether the journal since the newest backup is so long that a new one is due. */
export function isBackupDue(
  ring: BackupRing,
  { sequence, journalSize }: { sequence: number; journalSize: number },
  { commitsPerBackup, moreFollows }: { commitsPerBackup: number; moreFollows: boolean },
): boolean {
  const newest = ring.backups[0];
  const times = moreFollows ? longerForImports : 1;
  if (sequence - (newest?.sequence ?? 0) >= commitsPerBackup * times) return true;
  // In proportion to the backup's size, so that a long log is not backed up for every few changes.
  const longest = Math.max(minJournalSize, (newest?.size ?? 0) / 2);
  return journalSize - (newest?.journalSize ?? 0) >= longest * times;
}

/**
 * Reads the state and all rows as JSON, one text per part, in one transaction. Null if the log has no state.
 * Throws `LogError` `read-only` if rows are missing, because a backup of a damaged log would replace a
 * complete one.
 */
async function readParts(db: LogDatabase): Promise<{ state: LogState; texts: string[] } | null> {
  const tx = db.transaction([...logStores, 'meta', 'quarantine'] as const);
  const state = await tx.objectStore('meta').get('state');
  if (state === undefined) return null;
  const quarantined = await tx.objectStore('quarantine').getAll();
  const texts: string[] = [];
  const loadStore = async (store: LogStore): Promise<void> => {
    let after: string | null = null;
    let count = countCounted(quarantined, store);
    for (;;) {
      const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
      const rows = await tx.objectStore(store).getAll(range, rowsPerPart);
      if (rows.length > 0) texts.push(JSON.stringify({ store, rows }));
      count += rows.length;
      after = rows.at(-1)?.id ?? null;
      if (rows.length < rowsPerPart) break;
    }
    if (count < state.counts[store].rows) throw new LogError('read-only', `Rows of ${store} are missing.`);
  };
  for (const store of logStores) await loadStore(store);
  return { state, texts };
}

async function discardParts(storage: LogStorageArea, ring: BackupRing): Promise<void> {
  const keys = ring.discard.flatMap(listPartKeys);
  if (keys.length > 0) await storage.remove(keys);
}

/** The oldest backup without which there still is a whole one; undefined if there is none. */
async function findSpare(
  storage: LogStorageArea,
  { backups }: BackupRing,
): Promise<BackupManifest | undefined> {
  // Newest first: the newest whole one is what must stay.
  for (const manifest of backups) {
    const { isWhole } = await loadParts(storage, manifest);
    if (isWhole) return backups.findLast((other) => other !== manifest);
  }
  return undefined;
}

/** Removes the oldest backup that is not the last whole one; returns the new ring, or null if none can be removed. */
async function dropOldestBackup(storage: LogStorageArea, ring: BackupRing): Promise<BackupRing | null> {
  const spare = await findSpare(storage, ring);
  if (spare === undefined) return null;
  const { id, parts } = spare;
  const backups = ring.backups.filter((other) => other !== spare);
  const shorter = { ...ring, backups, discard: [...ring.discard, { id, parts }] };
  await saveRing(storage, shorter);
  await discardParts(storage, { ...shorter, discard: [{ id, parts }] });
  return shorter;
}

/** Writes the parts; if there is no room, removes older backups until only the newest whole one is left. */
async function saveParts(
  storage: LogStorageArea,
  ring: BackupRing,
  id: string,
  parts: string[],
): Promise<BackupRing> {
  let current = ring;
  for (const [number, part] of parts.entries()) {
    for (;;) {
      try {
        await storage.set({ [storageKeys.backup(id, number)]: part });
        break;
      } catch (error) {
        const shorter = isQuotaError(error) ? await dropOldestBackup(storage, current) : null;
        if (shorter === null) throw error;
        current = shorter;
      }
    }
  }
  return current;
}

/** Removes what the ring no longer needs: discarded parts, and journal records that two backups cover. */
async function tidy(storage: LogStorageArea, ring: BackupRing): Promise<BackupRing> {
  await discardParts(storage, ring);
  // The newest backup may turn out to be damaged, so the journal reaches back to the previous one.
  const covered = ring.backups[1]?.sequence ?? 0;
  const length = Math.max(0, covered - ring.journalFrom + 1);
  if (length > 0)
    await storage.remove(Array.from({ length }, (_, at) => storageKeys.journal(ring.journalFrom + at)));
  return saveRing(storage, { ...ring, discard: [], journalFrom: Math.max(ring.journalFrom, covered + 1) });
}

/**
 * Adds a backup of the whole log to the ring, and removes backups beyond five and the journal that two
 * backups cover. If it is interrupted at any step, the backups and the journal still contain every commit.
 * Returns the new ring, unchanged if the newest backup already has the newest commit. Rejects if the storage
 * area does.
 */
export async function saveBackup(
  db: LogDatabase,
  storage: LogStorageArea,
  { id, now, journalSize }: { id: string; now: number; journalSize: number },
): Promise<BackupRing> {
  const snapshot = await readParts(db);
  let ring = await loadRing(storage);
  if (snapshot === null || ring.backups[0]?.sequence === snapshot.state.sequence) return ring;
  const { state, texts } = snapshot;
  const parts: string[] = [];
  for (const text of texts) parts.push(await packText(text));
  const mine = { id, parts: parts.length };
  // Recorded before it is written, so that the next backup removes an unfinished one.
  ring = await saveRing(storage, { ...ring, discard: [...ring.discard, mine] });
  ring = await saveParts(storage, ring, id, parts);
  const manifest: BackupManifest = {
    ...mine,
    madeAt: now,
    films: state.counts.films.live,
    ratings: state.counts.ratings.live,
    entries: state.counts.entries.live,
    sequence: state.sequence,
    schema: findNewestVersion(migrations),
    counts: state.counts,
    rows: logStores.reduce((sum, store) => sum + state.counts[store].rows, 0),
    checksum: checksumText(parts.join('')),
    size: texts.reduce((sum, text) => sum + text.length, 0),
    journalSize,
  };
  const evicted = ring.backups
    .slice(ringLength - 1)
    .map(({ id: old, parts: count }) => ({ id: old, parts: count }));
  const discard = [...ring.discard.filter((other) => other.id !== id), ...evicted];
  const backups = [manifest, ...ring.backups.slice(0, ringLength - 1)];
  return tidy(storage, await saveRing(storage, { ...ring, backups, discard }));
}
