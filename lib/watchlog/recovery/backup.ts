import { checksumText } from '../../text/checksum.ts';
import { listPartKeys, loadRing, saveRing, type BackupManifest, type BackupRing } from './backup-ring.ts';
import { LogError } from '../errors.ts';
import { migrations } from '../migrations/registry.ts';
import { findNewestVersion } from '../migrations/run.ts';
import { countCounted } from './integrity.ts';
import { packText } from './packing.ts';
import { logStores, type LogDatabase, type LogState } from '../store/schema.ts';
import { storageKeys, type LogStorageArea } from '../store/storage.ts';
import type { LogStore } from '../types.ts';

/** Backups that are kept at most. */
const ringLength = 5;
/** Rows a part of a backup. */
const rowsPerPart = 2000;
/** Commits after which a new backup is due, where nothing else is asked for. */
export const defaultCommitsPerBackup = 200;
/** Characters of JSON in the journal from which a new backup may be due. */
const minJournalSize = 512 * 1024;

/** Whether the journal behind the newest backup has grown so long that a new one is due. */
export function isBackupDue(
  ring: BackupRing,
  { sequence, journalSize }: { sequence: number; journalSize: number },
  commitsPerBackup: number,
): boolean {
  const newest = ring.backups[0];
  if (sequence - (newest?.sequence ?? 0) >= commitsPerBackup) return true;
  // In step with the backup's own size, so that a long log is not written whole for every few changes.
  return journalSize - (newest?.journalSize ?? 0) >= Math.max(minJournalSize, (newest?.size ?? 0) / 2);
}

/**
 * The state and all rows as JSON, as one transaction sees them; a text a part. Null where the log has no state. Throws
 * `LogError` `read-only` where rows are missing: a backup of a damaged log would push out a whole one.
 */
async function readParts(db: LogDatabase): Promise<{ state: LogState; texts: string[] } | null> {
  const tx = db.transaction([...logStores, 'meta', 'quarantine']);
  const state = await tx.objectStore('meta').get('state');
  if (state === undefined) return null;
  const quarantined = await tx.objectStore('quarantine').getAll();
  const texts: string[] = [];
  const readStore = async (store: LogStore): Promise<void> => {
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
  for (const store of logStores) await readStore(store);
  return { state, texts };
}

async function discardParts(storage: LogStorageArea, ring: BackupRing): Promise<void> {
  const keys = ring.discard.flatMap(listPartKeys);
  if (keys.length > 0) await storage.remove(keys);
}

/** Moves the oldest backup to what is discarded, and discards it; null where it is the only one. */
async function dropOldest(storage: LogStorageArea, ring: BackupRing): Promise<BackupRing | null> {
  const oldest = ring.backups.at(-1);
  if (oldest === undefined || ring.backups.length < 2) return null;
  const { id, parts } = oldest;
  const shorter = { ...ring, backups: ring.backups.slice(0, -1), discard: [...ring.discard, { id, parts }] };
  await saveRing(storage, shorter);
  await discardParts(storage, { ...shorter, discard: [{ id, parts }] });
  return shorter;
}

/** Writes the parts; where there is no room, older backups make it, all but the newest. */
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
        const shorter = await dropOldest(storage, current);
        if (shorter === null) throw error;
        current = shorter;
      }
    }
  }
  return current;
}

/** Removes what the ring no longer needs: parts to discard, and journal records that two backups cover. */
async function tidy(storage: LogStorageArea, ring: BackupRing): Promise<BackupRing> {
  await discardParts(storage, ring);
  // The newest backup may turn out damaged: the journal reaches back to the one before it.
  const covered = ring.backups[1]?.sequence ?? 0;
  const length = Math.max(0, covered - ring.journalFrom + 1);
  if (length > 0)
    await storage.remove(Array.from({ length }, (_, at) => storageKeys.journal(ring.journalFrom + at)));
  return saveRing(storage, { ...ring, discard: [], journalFrom: Math.max(ring.journalFrom, covered + 1) });
}

/**
 * Writes a backup of the whole log into the ring, drops the oldest beyond five and the journal that two backups cover.
 * Whatever step it is ended at, the backups and the journal still give every commit. Answers the ring as it then is;
 * unchanged where the newest backup holds the newest commit already. Rejects where the storage area does.
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
  // Named before it is written, so that a half-written one is tidied away by the next.
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
