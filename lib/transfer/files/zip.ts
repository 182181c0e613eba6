import { Inflate } from 'fflate';
import { FileFault, shorten } from '../../tables/faults.ts';
import {
  maxFileBytes,
  maxZipEntries,
  maxZipRatio,
  minSuspectBytes,
  type ReadBudget,
} from '../../tables/limits.ts';
import type { ByteSource } from './byte-source.ts';
import { computeCrc32 } from './crc32.ts';

/** A file in a ZIP. */
interface ZipFile {
  /** The path in the archive. It is never used to access a file. */
  path: string;
  /**
   * Unpacks and checks it. Throws `FileFault`: `bad-zip` if it is cut off, damaged or locked; `too-large` if it is larger than
   * it says.
   */
  unpack: () => Uint8Array;
}

interface ZipEntry {
  path: string;
  flags: number;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };
const endLength = 22;
const maxCommentLength = 0xffff;
const centralLength = 46;
const localLength = 30;

const isZipName = (path: string): boolean => /\.zip$/i.test(path);

/** Whether the bytes begin with the signature of a ZIP. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);
}

type ArchiveFault = 'cut-off' | 'damaged' | 'locked' | 'unknown-packing' | 'unsafe-path';

/** `path`: the file in the archive; null for the archive itself. */
function refuse(path: string | null, fault: ArchiveFault): never {
  throw describeFault(path, fault);
}

const describeFault = (path: string | null, fault: ArchiveFault): FileFault =>
  new FileFault('bad-zip', path && shorten(path), fault);

/** Whether a path is absolute or leads out of its folder, which no export's does. */
const isUnsafe = (path: string): boolean => /^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path);

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The end record, which is the last part of the archive before the comment, and its offset. Throws `FileFault` `bad-zip`. */
function findEnd(source: ByteSource): { end: number; start: number; count: number } {
  const from = Math.max(0, source.size - endLength - maxCommentLength);
  const view = viewOf(source.read(from, source.size));
  for (let at = view.byteLength - endLength; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === signatures.end)
      return {
        end: from + at,
        start: view.getUint32(at + 16, true),
        count: view.getUint16(at + 10, true),
      };
  }
  return refuse(null, 'cut-off');
}

const isCentral = (view: DataView, at: number): boolean => view.getUint32(at, true) === signatures.central;

function readEntry(view: DataView, bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  if (at + centralLength > view.byteLength || !isCentral(view, at)) {
    return refuse(null, 'damaged');
  }
  const nameLength = view.getUint16(at + 28, true);
  const next =
    at + centralLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) return refuse(null, 'cut-off');
  const name = bytes.subarray(at + centralLength, at + centralLength + nameLength);
  const entry = {
    path: new TextDecoder().decode(name),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  return { entry, next };
}

/**
 * The entries of the central directory, all of them, whatever number its end states: that has 16 bits. Throws `FileFault`
 * if there are more than `most`.
 */
function listEntries(source: ByteSource, most: number): ZipEntry[] {
  const { end, start, count } = findEnd(source);
  const bytes = source.read(start, end);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + centralLength <= bytes.length && isCentral(view, at);) {
    if (entries.length === most) throw new FileFault('too-large', null, 'too-many-files', maxZipEntries);
    const { entry, next } = readEntry(view, bytes, at);
    entries.push(entry);
    at = next;
  }
  if (entries.length % 0x10000 !== count) refuse(null, 'damaged');
  refuseOverlaps(source, entries, start);
  return entries;
}

/** Throws `FileFault` if two entries share bytes, as only an archive does that unpacks to very much more. */
function refuseOverlaps(source: ByteSource, entries: ZipEntry[], directoryAt: number): void {
  let end = 0;
  for (const { path, offset, packedSize } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end) refuse(path, 'damaged');
    end = findData(source, offset) + packedSize;
  }
  if (end > directoryAt) refuse(null, 'damaged');
}

/** The offset of an entry's packed bytes, after its local header; at least that of a header without a name. */
function findData(source: ByteSource, offset: number): number {
  const start = offset + localLength;
  if (start > source.size) return start;
  const header = viewOf(source.read(offset, start));
  return start + header.getUint16(26, true) + header.getUint16(28, true);
}

/** Throws `FileFault` `too-large` if the sizes stated in the archive are larger than any export, or than `most` together. */
function checkSizes(entries: ZipEntry[], most: number): number {
  let total = 0;
  for (const { path, size, packedSize } of entries) {
    total += size;
    const ratio = size / Math.max(packedSize, 1);
    const isBomb = size > minSuspectBytes && ratio > maxZipRatio;
    if (size > maxFileBytes || total > most || isBomb) {
      throw new FileFault('too-large', shorten(path), 'packed-too-large');
    }
  }
  return total;
}

/**
 * The unpacked bytes of one entry. The size it states is not trusted: unpacking stops when there is more. Throws
 * `FileFault`.
 */
function unpack(source: ByteSource, entry: ZipEntry): Uint8Array {
  const { path, offset, packedSize, size, method, flags } = entry;
  if (flags & 1) return refuse(path, 'locked');
  const isLocal =
    offset + localLength <= source.size &&
    viewOf(source.read(offset, offset + 4)).getUint32(0, true) === signatures.local;
  if (!isLocal) return refuse(path, 'damaged');
  const start = findData(source, offset);
  if (start + packedSize > source.size) return refuse(path, 'cut-off');
  if (method === 0) return source.read(start, start + packedSize);
  if (method !== 8) return refuse(path, 'unknown-packing');
  return inflate(listPieces(source, start, start + packedSize), size, path);
}

/** Packed bytes are inflated in small pieces, so that no piece can exceed the limit by much. */
const pieceBytes = 16 * 1024;

/** Packed bytes are read in larger parts, of which one at a time is in memory. */
const partBytes = 1024 * 1024;

function* listPieces(source: ByteSource, from: number, to: number): Generator<[Uint8Array, isLast: boolean]> {
  for (let start = from; start < to; start += partBytes) {
    const part = source.read(start, Math.min(start + partBytes, to));
    for (let at = 0; at < part.length; at += pieceBytes)
      yield [part.subarray(at, at + pieceBytes), start + at + pieceBytes >= to];
  }
}

function inflate(pieces: Iterable<[Uint8Array, isLast: boolean]>, size: number, path: string): Uint8Array {
  const unpacked = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) {
      throw new FileFault('too-large', shorten(path), 'packed-too-large');
    }
    unpacked.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (const [piece, isLast] of pieces) stream.push(piece, isLast);
  } catch (error) {
    if (error instanceof FileFault) throw error;
    return refuse(path, 'damaged');
  }
  return length === size ? unpacked : refuse(path, 'cut-off');
}

/** One file of an archive, unpacked and checked. Throws `FileFault`. */
function readZipFile(source: ByteSource, entry: ZipEntry): Uint8Array {
  const { path, crc } = entry;
  const unpacked = unpack(source, entry);
  return computeCrc32(unpacked) === crc ? unpacked : refuse(path, 'damaged');
}

/** The contents of an archive. */
export interface OpenedZip {
  /** The wanted files, to be unpacked one at a time. */
  files: ZipFile[];
  /** The paths of all files. */
  paths: string[];
  /** `bad-zip` for a path that is absolute or leads out of the archive: its file is not among `files`. Null without any. */
  fault: FileFault | null;
}

/**
 * The files of a ZIP that `isWanted` selects, and archives among them, without folders and system files (`__MACOSX`, names
 * that begin with a dot). Throws `FileFault` `bad-zip` if the archive itself is cut off or damaged. Throws `too-large`,
 * before unpacking, if it has more files than `budget`, which it lowers, or they unpack to more. Reads only the directory at
 * its end, and each file when it is unpacked.
 */
export function openZip(
  source: ByteSource,
  isWanted: (path: string) => boolean,
  budget: ReadBudget,
): OpenedZip {
  const all = listEntries(source, budget.files);
  budget.files -= all.length;
  const entries = all.filter(
    ({ path }) => !/[/\\]$/.test(path) && !/(?:^|[/\\])(?:__MACOSX|\.[^./\\])/.test(path),
  );
  budget.bytes -= checkSizes(entries, budget.bytes);
  const unsafe = entries.find(({ path }) => isUnsafe(path));
  const wanted = entries.filter(({ path }) => !isUnsafe(path) && (isWanted(path) || isZipName(path)));
  return {
    files: wanted.map((entry) => ({ path: entry.path, unpack: () => readZipFile(source, entry) })),
    paths: entries.map(({ path }) => path),
    fault: unsafe ? describeFault(unsafe.path, 'unsafe-path') : null,
  };
}
