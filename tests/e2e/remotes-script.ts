// Remotes in a page of a real browser, called from the test.
import { createCouchRemote } from '../../lib/sync/remotes/couchdb.ts';
import { RemoteError } from '../../lib/sync/remotes/errors.ts';
import { createFolderRemote } from '../../lib/sync/remotes/folder.ts';
import type { ServerAccess } from '../../lib/sync/remotes/http.ts';
import type { Remote } from '../../lib/sync/remotes/testing/remote.ts';
import { createWebdavRemote } from '../../lib/sync/remotes/webdav.ts';
import { fromBase64, toBase64 } from '../../lib/text/bytes.ts';

/** What comes of a call. */
export type Outcome = { value: unknown } | { code: string; status: number | null };

/** The remotes that were opened, by number. */
const opened: Remote[] = [];

const tools = { fetch: fetch.bind(globalThis), now: Date.now, isOnline: () => navigator.onLine };

/** Opens a remote on a new folder of the browser's own file system, or on a server. Returns its number. */
export async function open(
  kind: 'folder' | 'webdav' | 'couchdb',
  access: ServerAccess | null,
): Promise<number> {
  if (access === null || kind === 'folder') {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getDirectoryHandle(`folder-${opened.length}`, { create: true });
    return opened.push(createFolderRemote(handle)) - 1;
  }
  return opened.push((kind === 'webdav' ? createWebdavRemote : createCouchRemote)(access, tools)) - 1;
}

const format = (outcome: Outcome): string => JSON.stringify(outcome);

/** Calls a remote. Arguments and outcome are JSON; bytes are `{ bytes: base 64 }`. */
export async function call(
  remote: number,
  method: string,
  given: string,
  isAborted: boolean,
): Promise<string> {
  const { signal } = isAborted ? { signal: AbortSignal.abort() } : new AbortController();
  const args = (JSON.parse(given) as unknown[]).map((value) => {
    if (typeof value !== 'object' || value === null || !('bytes' in value)) return value;
    return fromBase64(value.bytes as string);
  });
  const options = { ...(method === 'changes' ? (args.pop() as object) : {}), signal };
  const methods = opened[remote] as unknown as Record<string, (...all: unknown[]) => Promise<unknown>>;
  try {
    const value = await methods[method]?.(...args, options);
    return format({ value: value instanceof Uint8Array ? { bytes: toBase64(value) } : (value ?? null) });
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return format({ code: error.code, status: error.status ?? null });
  }
}
