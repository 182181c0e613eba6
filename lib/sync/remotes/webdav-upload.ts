import { RemoteError } from './errors.ts';
import { explainAnswer, requireDone, type Send, type ServerAnswer } from './http.ts';
import { makeTemporaryName } from './paths.ts';
import type { CallOptions } from './types.ts';

/** Answers after which nothing more is asked: they are about the account, the room or the load, not about the way. */
const isFinal = ({ status, isRedirect }: ServerAnswer): boolean =>
  isRedirect || [401, 423, 429, 503, 507].includes(status);

/** Answers that say for good that a server does not move files, or not under our name for it: a proxy may answer 502. */
const refusals = [207, 400, 403, 405, 415, 501, 502];

/** Answers of servers that miss the folder above, or for MOVE the file. */
const isMissing = ({ status }: ServerAnswer): boolean => status === 404 || status === 409;

const folderOf = (url: string): string => url.slice(0, url.lastIndexOf('/') + 1);

/** The address of the folder above one; null for the root of the server. */
function parentOf(folder: string): string | null {
  const parent = new URL('..', folder).href;
  return parent === folder ? null : parent;
}

/** Makes folders, each once. */
interface FolderMaker {
  /** Whether it was made or found before. */
  isKnown: (url: string) => boolean;
  /** Makes a folder and those above it. Returns why the server did not, which may be because it is there. */
  make: (url: string, signal: AbortSignal) => Promise<RemoteError | null>;
  forget: () => void;
}

function createFolderMaker(send: Send): FolderMaker {
  const known = new Set<string>();
  async function make(url: string, signal: AbortSignal): Promise<RemoteError | null> {
    if (known.has(url)) return null;
    const ask = () => send({ method: 'MKCOL', url, signal });
    let answer = await ask();
    const parent = parentOf(url);
    if (isMissing(answer) && parent !== null) {
      await make(parent, signal);
      answer = await ask();
    }
    if (isFinal(answer) || answer.isPage) throw explainAnswer(answer, 'MKCOL');
    // 405: it is there.
    if (!answer.isDone && answer.status !== 405) return explainAnswer(answer, 'MKCOL');
    known.add(url);
    return null;
  }
  return { isKnown: (url) => known.has(url), make, forget: () => known.clear() };
}

/** Writes a file. Throws `RemoteError`. */
export type Upload = (url: string, bytes: Uint8Array<ArrayBuffer>, options: CallOptions) => Promise<void>;

/**
 * Makes the function that writes files to a WebDAV server, with the folders above them. A file is written under another
 * name and moved; where the server does not move files, this is remembered and it is written under its own name.
 */
export function createUpload(send: Send): Upload {
  const folders = createFolderMaker(send);
  let canMove = true;

  const write = (url: string, body: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<ServerAnswer> =>
    send({ method: 'PUT', url, headers: { 'Content-Type': 'application/octet-stream' }, body, signal });

  /** Writes under another name and moves. Returns the last answer. */
  async function writeAndMove(
    url: string,
    bytes: Uint8Array<ArrayBuffer>,
    signal: AbortSignal,
  ): Promise<ServerAnswer> {
    const temporary = makeTemporaryName(url);
    const written = await write(temporary, bytes, signal);
    if (!written.isDone || written.isPage) return written;
    const headers = { Destination: url, Overwrite: 'T' };
    const moved = await send({ method: 'MOVE', url: temporary, headers, signal });
    if (!moved.isDone) await send({ method: 'DELETE', url: temporary, signal }).catch(() => undefined);
    return moved;
  }

  async function writeWhole(url: string, bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal) {
    if (!canMove) return write(url, bytes, signal);
    const moved = await writeAndMove(url, bytes, signal);
    const isMoved = moved.isDone && moved.status !== 207;
    if (isMoved || isFinal(moved) || moved.status === 413) return moved;
    const written = await write(url, bytes, signal);
    if (written.isDone && refusals.includes(moved.status)) canMove = false;
    return written;
  }

  return async (url, bytes, { signal }) => {
    const folder = folderOf(url);
    const isRemembered = folders.isKnown(folder);
    let fault = await folders.make(folder, signal);
    let answer = await writeWhole(url, bytes, signal);
    if (isRemembered && isMissing(answer)) {
      // Another device has removed it.
      folders.forget();
      fault = await folders.make(folder, signal);
      answer = await writeWhole(url, bytes, signal);
    }
    if (fault !== null && isMissing(answer)) throw fault;
    // Servers in Go (rclone) answer so when they cannot write, as on a full disk; that they are servers the folder has shown.
    if (answer.status === 405) throw new RemoteError('broken', 'PUT: 405', { status: 405 });
    requireDone(answer, 'PUT');
  };
}
