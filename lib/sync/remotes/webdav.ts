import { RemoteError } from './errors.ts';
import {
  createSend,
  explainAnswer,
  parseAddress,
  requireDone,
  type NetworkTools,
  type Send,
  type ServerAccess,
  type ServerAnswer,
} from './http.ts';
import { readListing } from './listing.ts';
import { parseMultistatus, type DavEntry } from './multistatus.ts';
import { splitInnerPath, splitPath } from './paths.ts';
import type { FileRemote, RemoteFile } from './types.ts';
import { createUpload } from './webdav-upload.ts';

const askedProperties =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/>' +
  '<getlastmodified/></prop></propfind>';

/** What a `207` lists. Throws `RemoteError` for any other answer. */
function readEntries(answer: ServerAnswer, what: string): DavEntry[] {
  requireDone(answer, what);
  const isListing = answer.status === 207;
  const entries = isListing ? parseMultistatus(new TextDecoder().decode(answer.bytes)) : null;
  if (entries === null)
    throw new RemoteError('bad-answer', `${what}: not a listing`, { status: answer.status });
  return entries;
}

const explainEntry = (status: number, what: string): RemoteError =>
  explainAnswer({ status, isDone: false, isRedirect: false, bytes: new Uint8Array(), isPage: false }, what);

async function listFolder(send: Send, url: string, signal: AbortSignal): Promise<RemoteFile[]> {
  const headers = { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' };
  const answer = await send({ method: 'PROPFIND', url, headers, body: askedProperties, signal });
  const listing = readListing(readEntries(answer, 'PROPFIND'), new URL(url).pathname);
  if (listing === null) throw new RemoteError('bad-answer', 'PROPFIND: a listing without this folder');
  const status = listing.self?.status ?? 200;
  if (status >= 300) throw explainEntry(status, 'PROPFIND');
  return listing.files;
}

/** Removes a file or a folder. */
async function removePath(send: Send, url: string, signal: AbortSignal): Promise<void> {
  const answer = await send({ method: 'DELETE', url, signal });
  // lighttpd and others redirect from a folder's name without the slash at its end.
  if (answer.isRedirect && !url.endsWith('/')) return removePath(send, `${url}/`, signal);
  if (answer.status === 404 || answer.status === 410) return;
  requireDone(answer, 'DELETE');
  if (answer.status !== 207) return;
  // It lists what could not be deleted.
  const failed = readEntries(answer, 'DELETE').find(
    ({ status }) => status !== null && status >= 300 && status !== 404,
  );
  if (failed) throw explainEntry(failed.status ?? 0, 'DELETE');
}

/**
 * A folder on a WebDAV server. Throws `RemoteError` `not-a-remote` if `address` is not an address of the web. No library:
 * npm's `webdav` 5.11 adds 153 kB to the background (52 kB with gzip), with an XML parser of its own; this adds 9 kB, since
 * htmlparser2 is there for feeds and reviews.
 */
export function createWebdavRemote(access: ServerAccess, tools: NetworkTools): FileRemote {
  const base = parseAddress(access.address).href;
  const send = createSend(access, tools);
  const upload = createUpload(send);
  const join = (names: string[]): string => base + names.map(encodeURIComponent).join('/');
  return {
    kind: 'files',
    list: async (folder, { signal }) =>
      listFolder(send, join(splitPath(folder)).replace(/\/*$/, '/'), signal),
    get: async (path, { signal }) => {
      const answer = await send({ method: 'GET', url: join(splitInnerPath(path)), signal });
      requireDone(answer, 'GET');
      if (answer.status !== 200) throw explainAnswer(answer, 'GET');
      return answer.bytes;
    },
    put: async (path, bytes, options) => upload(join(splitInnerPath(path)), bytes, options),
    remove: async (path, { signal }) => removePath(send, join(splitInnerPath(path)), signal),
  };
}
