import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import { journalBackupId, loadParts, type BackupManifest, type BackupRing } from './backup-ring.ts';
import { LogError } from '../errors.ts';
import type { RecoveryEvidence } from './integrity.ts';
import {
  createRowMaps,
  findLastRecord,
  noGaps,
  putRows,
  replayJournal,
  type JournalGaps,
  type RowMaps,
  type UnreadableRow,
} from './journal.ts';
import { unpackText } from './packing.ts';
import { logStores, type StoreCounts } from '../store/schema.ts';
import type { LogStorageArea } from '../store/storage.ts';

/** A backup as read, with the journal that follows it. */
export interface LoadedBackup {
  rows: RowMaps;
  /** The newest commit included. */
  sequence: number;
  unreadable: UnreadableRow[];
  /** The commits that cannot be read. */
  gaps: JournalGaps;
  /** How many rows of each store it must have; null if nothing says so. */
  promised: StoreCounts | null;
}

/** The rows of backups, before the journal is applied. */
interface Base {
  rows: RowMaps;
  unreadable: UnreadableRow[];
  /** The newest commit of which nothing is missing; 0 if parts could not be read and no older backup is whole. */
  sequence: number;
}

const partSchema = lazySchema(() => v.object({ store: v.picklist(logStores), rows: v.array(v.unknown()) }));

async function readPart(part: unknown): Promise<v.InferOutput<typeof partSchema> | null> {
  if (typeof part !== 'string') return null;
  try {
    return v.parse(partSchema, JSON.parse(await unpackText(part)));
  } catch {
    return null;
  }
}

/** Adds the readable parts of a backup to the base. */
async function addParts(storage: LogStorageArea, manifest: BackupManifest, base: Base): Promise<Base> {
  const stored = await loadParts(storage, manifest);
  const unreadable: UnreadableRow[] = [];
  let { isWhole } = stored;
  for (const part of stored.parts) {
    const read = await readPart(part);
    if (read === null) isWhole = false;
    else unreadable.push(...putRows(base.rows, read.store, read.rows, manifest.schema));
  }
  if (isWhole) return { rows: base.rows, unreadable, sequence: manifest.sequence };
  return { ...base, unreadable: [...base.unreadable, ...unreadable] };
}

/** Reads backups, newest first, down to the first that is whole; newer rows replace older ones. */
async function loadBase(storage: LogStorageArea, manifests: BackupManifest[]): Promise<Base> {
  const [manifest, ...older] = manifests;
  if (manifest === undefined) return { rows: createRowMaps(), unreadable: [], sequence: 0 };
  const whole = await addParts(storage, manifest, {
    rows: createRowMaps(),
    unreadable: [],
    sequence: -1,
  });
  return whole.sequence >= 0 ? whole : addParts(storage, manifest, await loadBase(storage, older));
}

/** The commit after which the journal is applied; null if it was removed, because newer backups cover it. */
function findJournalStart(base: Base, manifest: BackupManifest | undefined, ring: BackupRing): number | null {
  const starts = [base.sequence, manifest?.sequence ?? 0];
  return starts.find((start) => start + 1 >= ring.journalFrom) ?? null;
}

/** What may be old in the rows: an older backup stands in for damaged parts, and the journal does not reach back to it. */
function findBaseGap(base: Base, manifests: BackupManifest[], start: number | null): JournalGaps {
  const [manifest] = manifests;
  const older = manifests.find(({ sequence }) => sequence === base.sequence);
  const from = start ?? manifest?.sequence ?? 0;
  if (manifest === undefined || older === undefined || from <= base.sequence) return noGaps;
  return { commits: from - base.sequence, since: older.madeAt, until: manifest.madeAt };
}

function joinGaps(first: JournalGaps, second: JournalGaps): JournalGaps {
  if (first.commits === 0) return second;
  if (second.commits === 0) return first;
  return { commits: first.commits + second.commits, since: first.since, until: second.until };
}

/**
 * The rows of a backup as the log was when it was made, without the journal that follows it. Throws `LogError`
 * `bad-backup` if it is not whole, and `slow`: what cannot be read would look as if it had not been there.
 */
export async function loadSnapshot(
  storage: LogStorageArea,
  { ring }: RecoveryEvidence,
  id: string,
): Promise<RowMaps> {
  const manifest = ring.backups.find((backup) => backup.id === id);
  if (manifest === undefined) throw new LogError('bad-backup', 'There is no such backup.');
  const base: Base = { rows: createRowMaps(), unreadable: [], sequence: -1 };
  const { rows, unreadable, sequence } = await addParts(storage, manifest, base);
  if (sequence !== manifest.sequence || unreadable.length > 0)
    throw new LogError('bad-backup', 'Not all of this backup can be read.');
  return rows;
}

/**
 * Loads everything readable of a backup and of the journal that follows it; for the newest backup that is every
 * acknowledged commit. A damaged backup is completed from older ones and the journal. Throws `LogError`
 * `bad-backup` if there is no backup with that id, or nothing of it can be read, and `slow`.
 */
export async function loadBackup(
  storage: LogStorageArea,
  { integrityMarker, ring }: RecoveryEvidence,
  id: string,
): Promise<LoadedBackup> {
  const at = ring.backups.findIndex((backup) => backup.id === id);
  if (at < 0 && id !== journalBackupId) throw new LogError('bad-backup', 'There is no such backup.');
  const manifests = at < 0 ? [] : ring.backups.slice(at);
  const [manifest] = manifests;
  const { rows, ...base } = await loadBase(storage, manifests);
  const start = findJournalStart({ rows, ...base }, manifest, ring);
  const last = start === null ? null : (integrityMarker?.sequence ?? (await findLastRecord(storage, start)));
  const replayed =
    start === null || last === null || last <= start
      ? { sequence: manifest?.sequence ?? base.sequence, unreadable: [], gaps: noGaps }
      : await replayJournal(storage, rows, {
          sequence: start,
          last,
          lastAt: integrityMarker?.savedAt ?? null,
        });
  const promised = start === null || last === null ? manifest?.counts : integrityMarker?.counts;
  if (logStores.every((store) => rows[store].size === 0))
    throw new LogError('bad-backup', 'Nothing of this backup can be read.');
  return {
    rows,
    sequence: replayed.sequence,
    unreadable: [...base.unreadable, ...replayed.unreadable],
    gaps: joinGaps(findBaseGap({ rows, ...base }, manifests, start), replayed.gaps),
    promised: promised ?? null,
  };
}
