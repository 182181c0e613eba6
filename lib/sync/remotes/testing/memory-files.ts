import { RemoteError } from '../errors.ts';
import { splitInnerPath, splitPath } from '../paths.ts';
import type { FileRemote, RemoteFile } from '../types.ts';
import { loseAnswer, makeFailure, pickFault, throwIfAborted, type Faults } from './faults.ts';

/** A folder of files in memory, which several remotes may share as devices share a server. */
export interface MemoryFolder {
  /** By path. Tests may read and change it. */
  files: Map<string, { bytes: Uint8Array<ArrayBuffer>; modifiedAt: number }>;
  /** Folders that were made, the chosen one (an empty path) included. */
  folders: Set<string>;
  /** The listings that readers got before, by folder: a server behind a cache answers with them. */
  earlier: Map<string, RemoteFile[]>;
}

/** An empty folder in memory. Without `isThere` the folder itself is made by the first file. */
export const createMemoryFolder = (isThere = true): MemoryFolder => ({
  files: new Map(),
  folders: new Set(isThere ? [''] : []),
  earlier: new Map(),
});

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function listFiles({ files, folders }: MemoryFolder, folder: string): RemoteFile[] {
  if (!folders.has(folder)) throw new RemoteError('not-found', 'no such folder');
  const start = folder === '' ? '' : `${folder}/`;
  return [...files]
    .filter(([path]) => parentOf(path) === folder && path.startsWith(start))
    .map(([path, { bytes, modifiedAt }]) => ({
      name: path.slice(start.length),
      size: bytes.length,
      modifiedAt,
    }));
}

function writeFile(
  { files, folders }: MemoryFolder,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  now: number,
) {
  for (let folder = parentOf(path); ; folder = parentOf(folder)) {
    folders.add(folder);
    if (folder === '') break;
  }
  files.set(path, { bytes: bytes.slice(), modifiedAt: now });
}

function removePath({ files, folders }: MemoryFolder, path: string): void {
  files.delete(path);
  for (const place of [files, folders])
    for (const other of [...place.keys()])
      if (other === path || other.startsWith(`${path}/`)) place.delete(other);
}

/** Spoils a listing as servers do: an old one, a part, or none of it. */
function spoil(
  kind: 'stale' | 'partial' | 'empty',
  whole: RemoteFile[],
  earlier: RemoteFile[],
  faults: Faults,
) {
  if (kind === 'stale') return earlier;
  return kind === 'empty' ? [] : whole.filter(() => faults.random() < 0.5);
}

/** What a remote in memory may be given. */
export interface MemoryOptions {
  faults?: Faults;
  /** The server's clock, for `modifiedAt`. */
  now?: () => number;
}

/**
 * A remote of a folder in memory. With faults its calls fail before or after they had their effect; uploads leave half a
 * file under its own name, or are cut without an error; downloads are cut; files that are there are not found; and
 * listings are old, partial or empty.
 */
export function createMemoryFiles(
  folder: MemoryFolder,
  { faults, now = () => 0 }: MemoryOptions = {},
): FileRemote {
  const fail = (kind: string | null): void => {
    if (kind === 'before' && faults) throw makeFailure(faults);
  };
  return {
    kind: 'files',
    list: async (path, { signal }) => {
      await Promise.resolve();
      throwIfAborted(signal);
      const place = splitPath(path).join('/');
      const fault = pickFault(faults, ['before', 'hidden', 'stale', 'partial', 'empty'] as const);
      fail(fault);
      if (fault === 'hidden') throw new RemoteError('not-found', 'not yet there for this reader');
      const whole = listFiles(folder, place);
      const earlier = folder.earlier.get(place) ?? [];
      folder.earlier.set(place, whole);
      if (faults === undefined || fault === null || fault === 'before') return whole;
      return spoil(fault, whole, earlier, faults);
    },
    get: async (path, { signal }) => {
      await Promise.resolve();
      throwIfAborted(signal);
      const file = folder.files.get(splitInnerPath(path).join('/'));
      const fault = pickFault(faults, ['before', 'hidden', 'truncated'] as const);
      fail(fault);
      if (file === undefined || fault === 'hidden') throw new RemoteError('not-found', 'no such file');
      return file.bytes.slice(0, fault === 'truncated' ? Math.floor(file.bytes.length / 2) : undefined);
    },
    put: async (path, bytes, { signal }) => {
      await Promise.resolve();
      throwIfAborted(signal);
      const place = splitInnerPath(path).join('/');
      const fault = pickFault(faults, ['before', 'after', 'torn', 'torn-unnoticed'] as const);
      fail(fault);
      const isTorn = fault === 'torn' || fault === 'torn-unnoticed';
      writeFile(folder, place, isTorn ? bytes.slice(0, Math.floor(bytes.length / 2)) : bytes, now());
      if (fault === 'after' || fault === 'torn') throw loseAnswer();
    },
    remove: async (path, { signal }) => {
      await Promise.resolve();
      throwIfAborted(signal);
      const place = splitInnerPath(path).join('/');
      const fault = pickFault(faults, ['before', 'after'] as const);
      fail(fault);
      removePath(folder, place);
      if (fault === 'after') throw loseAnswer();
    },
  };
}
