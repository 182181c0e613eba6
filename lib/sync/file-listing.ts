import type { RemoteFile } from './remotes/types.ts';
import { parseSegmentName, type SegmentHeader, type SegmentName } from './segments.ts';
import type { ReadFiles, SyncProgress } from './sync-types.ts';

/** A file of another device that has not been read. */
export interface UnreadFile {
  file: RemoteFile;
  parts: SegmentName;
}

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
  const copyOf = new Map<string, number>();
  for (const { parts } of fresh)
    if (parts.kind === 'snap' && parts.sequence > (read[parts.device] ?? none).upTo + 1)
      copyOf.set(parts.device, Math.max(parts.sequence, copyOf.get(parts.device) ?? 0));
  const isReplaced = ({ parts }: UnreadFile): boolean => {
    const copy = copyOf.get(parts.device);
    const isKnownCopy = parts.kind === 'snap' && parts.sequence <= (read[parts.device] ?? none).upTo + 1;
    return (copy !== undefined && parts.sequence < copy) || (isKnownCopy && parts.sequence > 1);
  };
  const unread = fresh.filter((one) => !isReplaced(one));
  const bySequence = (a: UnreadFile, b: UnreadFile): number =>
    a.parts.sequence - b.parts.sequence || (a.file.name < b.file.name ? -1 : 1);
  return { unread: unread.sort(bySequence), replaced: fresh.filter(isReplaced) };
}

/** What is read of a device once the files with these sequences are. */
function advance({ upTo, beyond }: ReadFiles, { sequence, kind }: SegmentName): Omit<ReadFiles, 'names'> {
  const seen = new Set([...beyond, sequence]);
  let at = kind === 'snap' ? Math.max(upTo, sequence) : upTo;
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
    noted[parts.device] = { names: [...names, file.name], ...(isNext ? advance(before, parts) : at) };
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
  const after = { names: [...before.names, file.name], ...advance(before, parts) };
  const known = devices.find(({ device }) => device === parts.device);
  const seen = known === undefined || known.seenAt <= madeAt ? { name, seenAt: madeAt } : known;
  const others = devices.filter(({ device }) => device !== parts.device);
  return {
    read: { ...read, [parts.device]: after },
    devices: [...others, { ...seen, device: parts.device }],
  };
}
