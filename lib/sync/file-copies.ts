import type { FileLimits, FileSending } from './file-types.ts';
import { parseSegmentName, readSegment } from './segments.ts';
import { isNotFound } from './sync-error.ts';
import type { SyncProgress, WholeCopy } from './sync-types.ts';

// Whole copies of the log that this device has written, and the files that they replace.

const sequenceOf = (name: string): number => parseSegmentName(name)?.sequence ?? Infinity;

/** Whether so many files were written after the last whole copy that the next one is due. */
export function isCopyDue({ written, snapshot }: SyncProgress, { filesPerCopy }: FileLimits): boolean {
  const since =
    snapshot === null ? -1 : written.findIndex(({ name }) => sequenceOf(name) === snapshot.sequence);
  return written.length - 1 - since >= filesPerCopy;
}

/** The names of a copy's parts in their order; null if one of them is not there. */
function findParts({ written }: SyncProgress, { sequence, first }: WholeCopy): string[] | null {
  const parts = written.flatMap(({ name }) => {
    const parsed = parseSegmentName(name);
    return parsed === null || parsed.kind === 'seg' || parsed.first !== first ? [] : [{ name, ...parsed }];
  });
  const last = parts.find((part) => part.sequence === sequence);
  if (last === undefined || parts.length !== last.part) return null;
  return parts.sort((a, b) => a.sequence - b.sequence).map(({ name }) => name);
}

/** Whether a part of a whole copy that this device wrote can be read there. */
async function isReadable({ remote, signal, folder, setUp }: FileSending, name: string): Promise<boolean> {
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

/** Reads the parts of the copy back that were not yet. A copy that is not whole is forgotten: the next one replaces it. */
async function verifyCopy(
  sending: FileSending,
  progress: SyncProgress,
  snapshot: WholeCopy,
): Promise<boolean> {
  const { store } = sending;
  if (snapshot.verifiedTo === snapshot.sequence) return true;
  const parts = findParts(progress, snapshot);
  for (const name of parts ?? []) {
    const verifiedTo = sequenceOf(name);
    if (verifiedTo <= snapshot.verifiedTo) continue;
    if (!(await isReadable(sending, name))) break;
    await store.changeProgress(() => ({ snapshot: { ...snapshot, verifiedTo } }));
    if (verifiedTo === snapshot.sequence) return true;
  }
  await store.changeProgress(() => ({ snapshot: null }));
  return false;
}

/** Deletes this device's files that a whole copy has replaced long ago, once the copy was read back. */
export async function removeReplaced(sending: FileSending, progress: SyncProgress): Promise<void> {
  const { remote, store, signal, folder, now, limits } = sending;
  const { snapshot, written } = progress;
  if (snapshot === null || !(await verifyCopy(sending, progress, snapshot))) return;
  if (now() - snapshot.at < limits.replacedForMs || findParts(progress, snapshot) === null) return;
  for (const { name } of written.filter((file) => sequenceOf(file.name) < snapshot.first)) {
    await remote.remove(`${folder}/${name}`, { signal });
    await store.changeProgress((now) => ({ written: now.written.filter((file) => file.name !== name) }));
  }
}
