import type { RemoteFile } from './remotes/types.ts';
import { parseSegmentName, type SegmentHeader, type SegmentName } from './segments.ts';
import type { ReadFiles, SyncProgress } from './sync-types.ts';

/** A file of another device that has not been read. */
export interface UnreadFile {
  file: RemoteFile;
  parts: SegmentName;
}

/** As many files before a whole copy as this, beside one for each of its parts after the first, are read instead of it. */
const mostBeforeCopy = 8;

const none: ReadFiles = { names: [], upTo: 0, beyond: [] };

const bySequence = (a: UnreadFile, b: UnreadFile): number =>
  a.parts.sequence - b.parts.sequence || (a.file.name < b.file.name ? -1 : 1);

/** What is read of a device once files with these sequences are too, and all that are before `first`. */
function advance({ upTo, beyond }: ReadFiles, sequences: number[], first = 0): Omit<ReadFiles, 'names'> {
  const seen = new Set([...beyond, ...sequences]);
  let at = Math.max(upTo, first - 1);
  while (seen.has(at + 1)) at += 1;
  return { upTo: at, beyond: [...seen].filter((one) => one > at) };
}

/** The files of one device: those that are there, and those of them that were not read. */
interface DeviceFiles {
  listed: UnreadFile[];
  fresh: UnreadFile[];
  before: ReadFiles;
}

const isRead = ({ upTo, beyond }: ReadFiles, { sequence }: SegmentName): boolean =>
  sequence <= upTo || beyond.includes(sequence);

/**
 * The whole copy that is to be read; null if none is. It counts only where all its parts are there, and were read or can be.
 */
function findCopy({ listed, fresh, before }: DeviceFiles): SegmentName | null {
  const parts = fresh.map((one) => one.parts);
  // What a copy has is in the files before it: where these were read its parts are passed over.
  const sequences = parts.map(({ sequence }) => sequence);
  const reach = advance(before, sequences).upTo;
  const countParts = (first: number): number => {
    const there = listed.filter((one) => one.parts.kind === 'part' && one.parts.first === first);
    const usable = there.filter((one) => fresh.includes(one) || isRead(before, one.parts));
    return new Set(usable.map((one) => one.parts.part)).size;
  };
  const countBefore = (first: number): number =>
    parts.filter(({ kind, sequence }) => kind === 'seg' && sequence < first).length;
  // A copy is read where changes before it are neither known nor there, or are in many files.
  const isWorth = ({ first, part }: SegmentName): boolean =>
    first > reach + 1 || countBefore(first) >= mostBeforeCopy + part;
  const copies = parts.filter(
    (one) => one.kind === 'snap' && isWorth(one) && countParts(one.first) === one.part - 1,
  );
  return copies.sort((a, b) => b.first - a.first)[0] ?? null;
}

/**
 * What a listing has that is to be read, each device's files in their order. `replaced`: files that a whole copy makes
 * needless, and copies of which every change is in other files. Files that are not Marquee's, such as the copies of another
 * program, are passed over.
 */
export function findUnread(
  files: readonly RemoteFile[],
  device: string,
  { read }: Pick<SyncProgress, 'read'>,
): { unread: UnreadFile[]; replaced: UnreadFile[] } {
  const listed = files
    .flatMap((file): UnreadFile[] => {
      const parts = parseSegmentName(file.name);
      return parts === null || parts.device === device ? [] : [{ file, parts }];
    })
    .sort(bySequence);
  const unread: UnreadFile[] = [];
  const replaced: UnreadFile[] = [];
  for (const of of new Set(listed.map(({ parts }) => parts.device))) {
    const before = read[of] ?? none;
    const names = new Set(before.names);
    const own = listed.filter(({ parts }) => parts.device === of);
    const fresh = own.filter(({ file }) => !names.has(file.name));
    const copy = findCopy({ listed: own, fresh, before });
    for (const one of fresh) {
      const { kind, sequence, first } = one.parts;
      const isNeeded = kind === 'seg' ? copy === null || sequence > copy.first : first === copy?.first;
      (isNeeded ? unread : replaced).push(one);
    }
  }
  return { unread: unread.sort(bySequence), replaced };
}

/** The progress after a file was passed over that can be read by no device of this version. */
export function notePassed(
  { read }: Pick<SyncProgress, 'read'>,
  { file, parts }: UnreadFile,
): SyncProgress['read'] {
  const { names, ...at } = read[parts.device] ?? none;
  return { ...read, [parts.device]: { names: [...names, file.name], ...at } };
}

/**
 * The progress after files were passed over, because a whole copy has their rows or all rows of a copy were read before. A copy
 * of which the rows are not known yet may still be needed.
 */
export function noteReplaced(
  { read }: Pick<SyncProgress, 'read'>,
  replaced: readonly UnreadFile[],
): SyncProgress['read'] {
  let noted = read;
  for (const one of replaced) {
    const { device, kind, sequence } = one.parts;
    const { names, ...at } = noted[device] ?? none;
    if (kind !== 'seg' && sequence > at.upTo + 1) continue;
    const after = kind === 'seg' ? at : advance({ names, ...at }, [sequence]);
    noted = { ...noted, [device]: { names: [...names, one.file.name], ...after } };
  }
  return noted;
}

/** The progress after a file was read. */
export function noteRead(
  { read, devices }: SyncProgress,
  { file, parts }: UnreadFile,
  { name, madeAt }: SegmentHeader,
): Partial<SyncProgress> {
  const before = read[parts.device] ?? none;
  // The last part of a copy is read last.
  const first = parts.kind === 'snap' ? parts.first : 0;
  const after = { names: [...before.names, file.name], ...advance(before, [parts.sequence], first) };
  const known = devices.find(({ device }) => device === parts.device);
  const seen = known === undefined || known.seenAt <= madeAt ? { name, seenAt: madeAt } : known;
  const others = devices.filter(({ device }) => device !== parts.device);
  return {
    read: { ...read, [parts.device]: after },
    devices: [...others, { ...seen, device: parts.device }],
  };
}
