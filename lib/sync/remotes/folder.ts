import { isQuotaError } from '../../async/quota-error.ts';
import { RemoteError, type RemoteErrorCode } from './errors.ts';
import { splitInnerPath, splitPath } from './paths.ts';
import { maxFileBytes, type FileRemote, type RemoteFile } from './types.ts';

/** A folder that the user chose. TypeScript does not know `queryPermission`, which only Chromium has. */
export interface ChosenFolder extends FileSystemDirectoryHandle {
  queryPermission?: (descriptor: { mode: 'readwrite' }) => Promise<PermissionState>;
}

const codes: Partial<Record<string, RemoteErrorCode>> = {
  NotFoundError: 'not-found',
  NotAllowedError: 'no-permission',
  SecurityError: 'no-permission',
  // Chromium's check of what is written (Safe Browsing) stops it so.
  AbortError: 'no-permission',
  NoModificationAllowedError: 'locked',
};

/** Whatever the browser throws, as a `RemoteError`. A file that another program changed while it was read is `bad-answer`. */
function explain(cause: unknown): RemoteError {
  if (cause instanceof RemoteError) return cause;
  const name = cause instanceof Error ? cause.name : 'unknown';
  const code = isQuotaError(cause) ? 'full' : (codes[name] ?? 'bad-answer');
  return new RemoteError(code, `the folder: ${name}`, { cause });
}

const isNotFound = (error: unknown): boolean => error instanceof Error && error.name === 'NotFoundError';

/** The size and time of a file; null if it is gone by now, unknown if it cannot be read. */
async function describeFile(handle: FileSystemFileHandle): Promise<RemoteFile | null> {
  try {
    const { size, lastModified } = await handle.getFile();
    return { name: handle.name, size, modifiedAt: lastModified };
  } catch (error) {
    if (isNotFound(error)) return null;
    return { name: handle.name, size: null, modifiedAt: null };
  }
}

async function writeFile(file: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  // The browser writes to a file of its own, and puts it in the place of this one when it is closed.
  const writable = await file.createWritable();
  try {
    await writable.write(bytes);
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
  await writable.close();
}

/** The names of the folders in the path of a file, and its own. */
function splitFile(path: string): { folders: string[]; name: string } {
  const folders = splitInnerPath(path);
  return { name: folders.pop() ?? '', folders };
}

async function findFolder(
  root: ChosenFolder,
  names: string[],
  create: boolean,
): Promise<FileSystemDirectoryHandle> {
  let folder: FileSystemDirectoryHandle = root;
  for (const name of names) folder = await folder.getDirectoryHandle(name, { create });
  return folder;
}

/** Does a call's work if it is wanted and permitted. Throws `RemoteError`. */
async function run<Result>(
  root: ChosenFolder,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  const throwIfUnwanted = (): void => {
    if (signal.aborted) throw new RemoteError('aborted', 'no longer wanted');
  };
  try {
    throwIfUnwanted();
    const permission = (await root.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
    if (permission !== 'granted') throw new RemoteError('no-permission', `the folder: ${permission}`);
    throwIfUnwanted();
    return await work();
  } catch (error) {
    throw explain(error);
  }
}

/**
 * A folder of this machine, which Syncthing, Dropbox or iCloud may carry to others. The permission is never asked for
 * here, which only a click may do: without it every call throws `no-permission`.
 */
export function createFolderRemote(root: ChosenFolder): FileRemote {
  return {
    kind: 'files',
    list: (path, { signal }) =>
      run(root, signal, async () => {
        const folder = await findFolder(root, splitPath(path), false);
        const files: (RemoteFile | null)[] = [];
        for await (const handle of folder.values())
          if (handle.kind === 'file') files.push(await describeFile(handle));
        return files.filter((file) => file !== null);
      }),
    get: (path, { signal }) =>
      run(root, signal, async () => {
        const { folders, name } = splitFile(path);
        const file = await (await (await findFolder(root, folders, false)).getFileHandle(name)).getFile();
        if (file.size > maxFileBytes) throw new RemoteError('too-large', 'the file is too large');
        return new Uint8Array(await file.arrayBuffer());
      }),
    put: (path, bytes, { signal }) =>
      run(root, signal, async () => {
        const { folders, name } = splitFile(path);
        const folder = await findFolder(root, folders, true);
        await writeFile(await folder.getFileHandle(name, { create: true }), bytes);
      }),
    remove: (path, { signal }) =>
      run(root, signal, async () => {
        const { folders, name } = splitFile(path);
        try {
          await (await findFolder(root, folders, false)).removeEntry(name, { recursive: true });
        } catch (error) {
          if (!isNotFound(error)) throw error;
        }
      }),
  };
}
