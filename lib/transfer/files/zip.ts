import { Inflate } from 'fflate';
import { FileFault } from '../../tables/faults.ts';
import {
  maxFileBytes,
  maxTotalBytes,
  maxZipEntries,
  maxZipRatio,
  minSuspectBytes,
} from '../../tables/limits.ts';
import { computeCrc32 } from './crc32.ts';

/** A file in a ZIP. */
interface ZipFile {
  /** The path in the archive. It is never used to access a file. */
  path: string;
  bytes: Uint8Array;
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

type ArchiveFault = 'cut-off' | 'damaged' | 'locked' | 'unknown-packing' | 'nested-archive';

/** `path`: the file in the archive; null for the archive itself. */
function refuse(path: string | null, fault: ArchiveFault): never {
  throw new FileFault('bad-zip', path, fault);
}

/**
 * The offset of the end record, which is the last part of the archive before the comment. Throws `FileFault` `bad-zip`.
 */
function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - maxCommentLength); at -= 1) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  return refuse(null, 'cut-off');
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  if (at + centralLength > view.byteLength || view.getUint32(at, true) !== signatures.central) {
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

function listEntries(view: DataView, bytes: Uint8Array): ZipEntry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxZipEntries) {
    throw new FileFault('too-large', null, 'too-many-files', maxZipEntries);
  }
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(view, bytes, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** Throws `FileFault` `too-large` if the sizes stated in the archive are larger than any export. */
function checkSizes(entries: ZipEntry[]): void {
  let total = 0;
  for (const { path, size, packedSize } of entries) {
    total += size;
    const ratio = size / Math.max(packedSize, 1);
    const isBomb = size > minSuspectBytes && ratio > maxZipRatio;
    if (size > maxFileBytes || total > maxTotalBytes || isBomb) {
      throw new FileFault('too-large', path, 'packed-too-large');
    }
  }
}

/**
 * The unpacked bytes of one entry. The size it states is not trusted: unpacking stops when there is more. Throws
 * `FileFault`.
 */
function unpack(view: DataView, bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const { path, offset, packedSize, size, method, flags } = entry;
  if (flags & 1) return refuse(path, 'locked');
  if (offset + localLength > bytes.length || view.getUint32(offset, true) !== signatures.local) {
    return refuse(path, 'damaged');
  }
  const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + packedSize);
  if (packed.length < packedSize) return refuse(path, 'cut-off');
  if (method === 0) return packed;
  if (method !== 8) return refuse(path, 'unknown-packing');
  return inflate(packed, size, path);
}

/** Packed bytes are inflated in small pieces, so that no piece can exceed the limit by much. */
const pieceBytes = 16 * 1024;

function inflate(packed: Uint8Array, size: number, path: string): Uint8Array {
  const unpacked = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) {
      throw new FileFault('too-large', path, 'packed-too-large');
    }
    unpacked.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += pieceBytes) {
      stream.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
    }
  } catch (error) {
    if (error instanceof FileFault) throw error;
    return refuse(path, 'damaged');
  }
  return length === size ? unpacked : refuse(path, 'cut-off');
}

/** One file of an archive, unpacked and checked. Throws `FileFault`. */
function readZipFile(view: DataView, bytes: Uint8Array, entry: ZipEntry): ZipFile {
  const { path, crc } = entry;
  const unpacked = unpack(view, bytes, entry);
  if (isZip(unpacked)) return refuse(path, 'nested-archive');
  return computeCrc32(unpacked) === crc ? { path, bytes: unpacked } : refuse(path, 'damaged');
}

/** The contents of an archive. */
export interface Unzipped {
  /** The wanted files that are intact. */
  files: ZipFile[];
  /** The paths of all files. */
  paths: string[];
  /**
   * The fault of the first wanted file that is not intact (`bad-zip`: cut off, damaged, locked, or an archive); null
   * when there is none.
   */
  fault: FileFault | null;
}

/**
 * The files of a ZIP that `isWanted` selects, without folders and system files (`__MACOSX`, names that begin with a
 * dot). Throws `FileFault` `bad-zip` if the archive itself is cut off or damaged. Throws `too-large`, before unpacking,
 * if it has too many files or they unpack to more than any export.
 */
export function readZip(bytes: Uint8Array, isWanted: (path: string) => boolean): Unzipped {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listEntries(view, bytes).filter(
    ({ path }) => !/[/\\]$/.test(path) && !/(?:^|[/\\])(?:__MACOSX|\.[^./\\])/.test(path),
  );
  checkSizes(entries);
  const unzipped: Unzipped = { files: [], paths: entries.map(({ path }) => path), fault: null };
  for (const entry of entries.filter(({ path }) => isWanted(path) || isZipName(path))) {
    try {
      unzipped.files.push(readZipFile(view, bytes, entry));
    } catch (error) {
      if (!(error instanceof FileFault) || error.errorClass === 'too-large') throw error;
      unzipped.fault ??= error;
    }
  }
  return unzipped;
}
