import type { RowSource } from './exchange.ts';
import { RemoteError } from './remotes/errors.ts';
import type { FileRemote } from './remotes/types.ts';
import { rowSchema, type StoredRow } from './rows.ts';
import { isIntact, parseSegmentName, readSegment, writeSegment, type SegmentKind } from './segments.ts';
import { isNotFound } from './sync-error.ts';
import type { SyncStore } from './sync-store.ts';
import type { PendingFile, SyncProgress, SyncSetUp } from './sync-types.ts';

/** What sending files works with. */
export interface FileSending {
  remote: FileRemote;
  store: SyncStore;
  signal: AbortSignal;
  now: () => number;
  setUp: SyncSetUp;
  source: RowSource;
  /** The folder of the log's files. */
  folder: string;
}

/** Rows in one file. */
const maxRowsPerFile = 5000;
/** Files after the last whole copy at which the next one is made. */
const maxFilesPerCopy = 64;
const dayMs = 24 * 60 * 60 * 1000;
/** How long files stay that a whole copy replaces: a device that was away may be about to read them. */
const replacedForMs = 30 * dayMs;

/** Whether a file of ours is there as it was written. Servers say "created" of half a file, and list what was there before. */
async function hasArrived(
  { remote, signal, folder }: FileSending,
  { name, bytes }: Pick<PendingFile, 'name' | 'bytes'>,
): Promise<boolean> {
  const listed = (await remote.list(folder, { signal })).find((file) => file.name === name);
  if (listed !== undefined && listed.size !== null) return listed.size === bytes.length;
  const there = await remote.get(`${folder}/${name}`, { signal });
  const parts = parseSegmentName(name);
  return parts !== null && (await isIntact(parts, there));
}

/** Writes the file that is on its way, under the name that it had from the first try on, and notes that it arrived. */
async function sendPending(sending: FileSending, file: PendingFile): Promise<void> {
  const { remote, store, signal, folder, now } = sending;
  await remote.put(`${folder}/${file.name}`, file.bytes, { signal });
  if (!(await hasArrived(sending, file)))
    throw new RemoteError('bad-answer', `Only a part of ${file.name} is there.`);
  const isCopy = file.kind === 'snap';
  await store.changeProgress(({ written, snapshot, isWholeDue, wholeFrom }) => ({
    written: [...written, { name: file.name, size: file.bytes.length }],
    nextSequence: file.sequence + 1,
    snapshot: isCopy ? { sequence: file.sequence, at: now(), isVerified: false } : snapshot,
    isWholeDue: isWholeDue && !(file.isWhole && file.coveredTo >= wholeFrom),
    toldAt: now(),
  }));
  if (file.isWhole) await store.forgetAllChanged(file.coveredTo);
  else await store.forgetChanged(file.rows, file.coveredTo);
  await store.clearPending();
}

async function* yieldOnce(rows: StoredRow[]): AsyncGenerator<StoredRow[]> {
  await Promise.resolve();
  if (rows.length > 0) yield rows;
}

interface FileContent {
  kind: SegmentKind;
  rows: AsyncIterable<StoredRow[]>;
  names: string[];
  isWhole: boolean;
  coveredTo: number;
}

/** Makes this device's next file and sends it. */
async function sendFile(
  sending: FileSending,
  { kind, rows, names, isWhole, coveredTo }: FileContent,
): Promise<void> {
  const { store, setUp, now } = sending;
  const progress = await store.peekProgress();
  const sequence = progress?.nextSequence ?? 1;
  const header = { schema: rowSchema, device: setUp.device, name: setUp.deviceName, madeAt: now() };
  const { name, bytes } = await writeSegment(header, { sequence, kind, key: setUp.key }, rows);
  const file: PendingFile = { id: 'file', name, bytes, sequence, kind, isWhole, coveredTo, rows: names };
  await store.savePending(file);
  await sendPending(sending, file);
}

/** Counts the rows that pass. */
function countPassing(rows: AsyncIterable<StoredRow[]>): {
  rows: AsyncIterable<StoredRow[]>;
  count: () => number;
} {
  let count = 0;
  async function* pass(): AsyncGenerator<StoredRow[]> {
    for await (const batch of rows) {
      count += batch.length;
      yield batch;
    }
  }
  return { rows: pass(), count: () => count };
}

/** Sends the whole log. Returns how many rows. */
async function sendAll(sending: FileSending, kind: SegmentKind): Promise<number> {
  const { sequence } = await sending.source.position();
  const { rows, count } = countPassing(sending.source.readAll());
  // Who has read every change passes a copy over, so a change that is made meanwhile goes in a file of its own as well.
  const isWhole = kind === 'seg';
  await sendFile(sending, { kind, rows, names: [], isWhole, coveredTo: isWhole ? sequence : 0 });
  return count();
}

/** Sends the rows that changed, in as many files as they need. Returns how many. */
async function sendChanged(sending: FileSending): Promise<number> {
  const { store, source } = sending;
  let count = 0;
  for (;;) {
    const { sequence } = await source.position();
    const names = await store.listChanged(maxRowsPerFile);
    if (names.length === 0) return count;
    const rows = await source.read(names);
    await sendFile(sending, {
      kind: 'seg',
      rows: yieldOnce(rows),
      names,
      isWhole: false,
      coveredTo: sequence,
    });
    count += rows.length;
    // A row that changed meanwhile is sent in the next pass.
    if (names.length < maxRowsPerFile) return count;
  }
}

/** Whether the whole copy that this device wrote can be read there. */
async function isCopyReadable(
  { remote, signal, folder, setUp }: FileSending,
  name: string,
): Promise<boolean> {
  const parts = parseSegmentName(name);
  if (parts === null) return false;
  try {
    const bytes = await remote.get(`${folder}/${name}`, { signal });
    return (await readSegment(parts, bytes, { key: setUp.key })).state === 'read';
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/** Deletes this device's files that a whole copy has replaced long ago, once the copy was read back. */
async function removeReplaced(sending: FileSending, { snapshot, written }: SyncProgress): Promise<void> {
  const { remote, store, signal, folder, now } = sending;
  if (snapshot === null) return;
  const sequenceOf = (name: string): number => parseSegmentName(name)?.sequence ?? Infinity;
  const copy = written.find(({ name }) => sequenceOf(name) === snapshot.sequence);
  if (copy === undefined) return;
  if (!snapshot.isVerified) {
    const isVerified = await isCopyReadable(sending, copy.name);
    await store.changeProgress(() => ({ snapshot: isVerified ? { ...snapshot, isVerified } : null }));
    if (!isVerified) return;
  }
  if (now() - snapshot.at < replacedForMs) return;
  for (const { name } of written.filter((file) => sequenceOf(file.name) < snapshot.sequence)) {
    await remote.remove(`${folder}/${name}`, { signal });
    await store.changeProgress((progress) => ({
      written: progress.written.filter((file) => file.name !== name),
    }));
  }
}

const isCopyDue = ({ written, snapshot }: SyncProgress): boolean => {
  const since =
    snapshot === null
      ? -1
      : written.findIndex(({ name }) => parseSegmentName(name)?.sequence === snapshot.sequence);
  return written.length - 1 - since >= maxFilesPerCopy;
};

/** Sends what changed here, and the device's name once a day. Returns how many rows were sent. */
export async function sendFiles(sending: FileSending): Promise<number> {
  const { store, now } = sending;
  const pending = await store.loadPending();
  if (pending !== null) await sendPending(sending, pending);
  let progress = await store.peekProgress();
  if (progress === null || !progress.hasReadAll) return 0;
  let count = pending?.rows.length ?? 0;
  count += progress.isWholeDue ? await sendAll(sending, 'seg') : await sendChanged(sending);
  progress = (await store.peekProgress()) ?? progress;
  if (isCopyDue(progress) && (await store.countChanged()) === 0) await sendAll(sending, 'snap');
  else if (now() - progress.toldAt >= dayMs)
    await sendFile(sending, { kind: 'seg', rows: yieldOnce([]), names: [], isWhole: false, coveredTo: 0 });
  await removeReplaced(sending, (await store.peekProgress()) ?? progress);
  return count;
}
