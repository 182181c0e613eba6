import { isCopyDue, removeReplaced } from './file-copies.ts';
import { RemoteError } from './remotes/errors.ts';
import { mostUpload } from './remotes/progress.ts';
import type { FileLimits, FileSending } from './file-types.ts';
import {
  createRowCursor,
  formatRowName,
  rowSchema,
  type RowCursor,
  type RowName,
  type StoredRow,
} from './rows.ts';
import { isIntact, parseSegmentName, writeSegment } from './segments.ts';
import type { PendingFile, SyncProgress, WholeOnItsWay } from './sync-types.ts';
import { isNameDue } from './exchange.ts';
import { findWhole } from './whole.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Changed rows that are read at once. */
const mostChanged = 5000;

export const usualLimits: FileLimits = {
  bytes: mostUpload,
  rows: 20_000,
  filesPerCopy: 64,
  // A device that was away may be about to read them.
  replacedForMs: 30 * dayMs,
};

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

/** What becomes of the progress once a file has arrived. */
function noteArrived(
  progress: SyncProgress,
  { name, bytes, sequence, whole }: PendingFile,
  told: Pick<SyncProgress, 'toldAt' | 'toldName'>,
) {
  const written = progress.written.filter((file) => file.name !== name);
  const change: Partial<SyncProgress> = {
    written: [...written, { name, size: bytes.length }],
    nextSequence: sequence + 1,
    ...told,
  };
  if (whole === null) return change;
  const { isLast, ...sofar } = whole;
  // It arrived before and that was noted, or the whole begins again since.
  if ((progress.whole?.parts ?? 0) !== sofar.parts - 1) return change;
  if (!isLast) return { ...change, whole: sofar };
  const { isCopy, first, coveredTo } = sofar;
  if (isCopy)
    return { ...change, whole: null, snapshot: { sequence, first, at: told.toldAt, verifiedTo: 0 } };
  const isWholeDue = progress.isWholeDue && coveredTo < progress.wholeFrom;
  return { ...change, whole: null, isWholeDue };
}

/**
 * Writes the file that is on its way, under the name that it had from the first try on, and notes that it arrived. `told`: what
 * this device is called in it, where that is known.
 */
async function sendPending(
  sending: FileSending,
  file: PendingFile,
  told: Pick<SyncProgress, 'toldName'> = {},
): Promise<void> {
  const { remote, store, signal, folder, now } = sending;
  await remote.put(`${folder}/${file.name}`, file.bytes, { signal });
  if (!(await hasArrived(sending, file)))
    throw new RemoteError('bad-answer', `Only a part of ${file.name} is there.`);
  await store.changeProgress((progress) => noteArrived(progress, file, { toldAt: now(), ...told }));
  const { whole } = file;
  if (whole === null) await store.forgetChanged(file.rows, file.coveredTo);
  else if (whole.isLast && !whole.isCopy) await store.forgetAllChanged(whole.coveredTo);
  await store.clearPending();
}

async function* yieldOnce(rows: StoredRow[]): AsyncGenerator<StoredRow[]> {
  await Promise.resolve();
  if (rows.length > 0) yield rows;
}

const nameRow = ({ store, row }: StoredRow): RowName => formatRowName(store, row.id);

/** Makes this device's next file of the rows that come next. */
async function writeNext(
  { store, setUp, now, limits }: FileSending,
  cursor: RowCursor,
  whole: WholeOnItsWay | null,
) {
  const sequence = (await store.peekProgress())?.nextSequence ?? 1;
  const header = { schema: rowSchema, device: setUp.device, name: setUp.deviceName, madeAt: now() };
  const isCopy = whole?.isCopy ?? false;
  const copyPlace = { first: whole?.first ?? sequence, part: (whole?.parts ?? 0) + 1 };
  const place = isCopy ? copyPlace : { first: sequence, part: 1 };
  const target = { sequence, ...place, isCopy, key: setUp.key, limits };
  return { sequence, ...(await writeSegment(header, target, cursor)) };
}

async function send(sending: FileSending, content: Omit<PendingFile, 'id'>): Promise<void> {
  const file: PendingFile = { id: 'file', ...content };
  await sending.store.savePending(file);
  await sendPending(sending, file, { toldName: sending.setUp.deviceName });
}

/** Tells the others this device's name. */
async function sendName(sending: FileSending): Promise<void> {
  const {
    isLast: _isLast,
    rows: count,
    ...file
  } = await writeNext(sending, createRowCursor(yieldOnce([])), null);
  await send(sending, { ...file, count, rows: [], coveredTo: 0, whole: null });
}

/** Sends the whole log, or a whole copy, from where it was interrupted. Returns how many rows. */
async function sendAll(sending: FileSending, isCopy: boolean): Promise<number> {
  const { store, source, signal } = sending;
  let whole = await findWhole(store, source, { isCopy });
  const cursor = createRowCursor(source.readAll(whole.after));
  for (let count = 0; ;) {
    signal.throwIfAborted();
    const { isLast, rows, ...file } = await writeNext(sending, cursor, whole);
    const last = cursor.last();
    whole = { ...whole, parts: whole.parts + 1, after: last === null ? whole.after : nameRow(last) };
    await send(sending, { ...file, count: rows, rows: [], coveredTo: 0, whole: { ...whole, isLast } });
    count += rows;
    if (isLast) return count;
  }
}

/** Sends the rows that changed, in as many files as they need. Returns how many. */
async function sendChanged(sending: FileSending): Promise<number> {
  const { store, source, limits } = sending;
  const most = Math.min(limits.rows, mostChanged);
  let count = 0;
  for (;;) {
    const { sequence: coveredTo } = await source.position();
    const names = await store.listChanged(most);
    if (names.length === 0) return count;
    const rows = await source.read(names);
    const cursor = createRowCursor(yieldOnce(rows));
    const { isLast, rows: taken, ...file } = await writeNext(sending, cursor, null);
    const left = new Set(rows.slice(taken).map(nameRow));
    const sent = names.filter((name) => !left.has(name));
    await send(sending, { ...file, count: taken, rows: sent, coveredTo, whole: null });
    count += taken;
    // A row that changed meanwhile is sent in the next pass.
    if (isLast && names.length < most) return count;
  }
}

/** Sends what changed here, and the device's name once a day and when it is new. Returns how many rows were sent. */
export async function sendFiles(sending: FileSending): Promise<number> {
  const { store, now, limits } = sending;
  const pending = await store.loadPending();
  if (pending !== null) await sendPending(sending, pending);
  let progress = await store.peekProgress();
  if (progress === null || !progress.hasReadAll) return 0;
  let count = pending === null || pending.whole?.isCopy ? 0 : pending.count;
  count += progress.isWholeDue ? await sendAll(sending, false) : await sendChanged(sending);
  progress = (await store.peekProgress()) ?? progress;
  const isDue = isCopyDue(progress, limits) && (await store.countChanged()) === 0;
  if (isDue) await sendAll(sending, true);
  else if (isNameDue(progress, sending.setUp, now())) await sendName(sending);
  await removeReplaced(sending, (await store.peekProgress()) ?? progress);
  return count;
}
