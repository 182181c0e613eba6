import type { RemoteFile } from './remotes/types.ts';
import { parseSegmentName, type SegmentHeader, type SegmentName } from './segments.ts';
import type { ReadFiles, SyncProgress } from './sync-types.ts';

/** A file of another device that has not been read. */
export interface UnreadFile {
  file: RemoteFile;
  parts: SegmentName;
}

/** As many files before a whole copy are read instead of it. */
const mostBeforeCopy = 8;

const none: ReadFiles = { names: [], upTo: 0, beyond: [] };

/**
 * What a listing has that is to be read, each device's files in their order. `replaced`: files that a whole copy makes
 * needless, and whole copies of which every change was read before. Files that are not Marquee's, such as the copies of
 * another program, are passed over.
 */
export function findUnread(
  files: readonly RemoteFile[],
  device: string,
  { read }: Pick<SyncProgress, 'read'>,
): { unread: UnreadFile[]; replaced: UnreadFile[] } {
  const fresh = files.flatMap((file): UnreadFile[] => {
    const parts = parseSegmentName(file.name);
    if (parts === null || parts.device === device) return [];
    return read[parts.device]?.names.includes(file.name) ? [] : [{ file, parts }];
  });
  const reachOf = (of: string): number =>
    advance(
      read[of] ?? none,
      fresh.filter(({ parts }) => parts.device === of && parts.kind === 'seg').map(({ parts }) => parts),
    ).upTo;
  const countBefore = (copy: SegmentName): number =>
    fresh.filter(
      ({ parts }) => parts.device === copy.device && parts.kind === 'seg' && parts.sequence < copy.sequence,
    ).length;
  // A whole copy is read where changes before it are neither known nor there, or are in many files.
  const isWorth = (copy: SegmentName): boolean =>
    copy.sequence > reachOf(copy.device) + 1 || countBefore(copy) > mostBeforeCopy;
  const copyOf = new Map<string, number>();
  for (const { parts } of fresh)
    if (parts.kind === 'snap' && isWorth(parts))
      copyOf.set(parts.device, Math.max(parts.sequence, copyOf.get(parts.device) ?? 0));
  const isReplaced = ({ parts }: UnreadFile): boolean => {
    const copy = copyOf.get(parts.device);
    if (copy !== undefined && parts.sequence < copy) return true;
    return parts.kind === 'snap' && parts.sequence !== copy;
  };
  const unread = fresh.filter((one) => !isReplaced(one));
  const bySequence = (a: UnreadFile, b: UnreadFile): number =>
    a.parts.sequence - b.parts.sequence || (a.file.name < b.file.name ? -1 : 1);
  return { unread: unread.sort(bySequence), replaced: fresh.filter(isReplaced) };
}

/** What is read of a device once these files are too. */
function advance({ upTo, beyond }: ReadFiles, files: SegmentName[]): Omit<ReadFiles, 'names'> {
  const seen = new Set([...beyond, ...files.map(({ sequence }) => sequence)]);
  const copies = files.filter(({ kind }) => kind === 'snap').map(({ sequence }) => sequence);
  let at = Math.max(upTo, ...copies);
  while (seen.has(at + 1)) at += 1;
  return { upTo: at, beyond: [...seen].filter((one) => one > at) };
}

/** The progress after files were passed over, because a whole copy has their rows or all rows of a copy were read before. */
export function noteReplaced(
  { read }: Pick<SyncProgress, 'read'>,
  replaced: readonly UnreadFile[],
): SyncProgress['read'] {
  const noted = { ...read };
  for (const { file, parts } of replaced) {
    const before = noted[parts.device] ?? none;
    const isNext = parts.kind === 'snap' && parts.sequence <= before.upTo + 1;
    const { names, ...at } = before;
    noted[parts.device] = { names: [...names, file.name], ...(isNext ? advance(before, [parts]) : at) };
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
  const after = { names: [...before.names, file.name], ...advance(before, [parts]) };
  const known = devices.find(({ device }) => device === parts.device);
  const seen = known === undefined || known.seenAt <= madeAt ? { name, seenAt: madeAt } : known;
  const others = devices.filter(({ device }) => device !== parts.device);
  return {
    read: { ...read, [parts.device]: after },
    devices: [...others, { ...seen, device: parts.device }],
  };
}
