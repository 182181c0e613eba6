import { createDocumentExchange } from './document-exchange.ts';
import type { Exchange } from './exchange.ts';
import { createFileExchange } from './file-exchange.ts';
import { createCouchRemote } from './remotes/couchdb.ts';
import { RemoteError } from './remotes/errors.ts';
import { createFolderRemote } from './remotes/folder.ts';
import type { NetworkTools } from './remotes/http.ts';
import { createWebdavRemote } from './remotes/webdav.ts';
import type { SyncStore } from './sync-store.ts';
import type { RemoteLocation } from './sync-types.ts';

/** What reaching a remote needs. */
export interface ExchangeTools extends NetworkTools {
  store: SyncStore;
  signal: AbortSignal;
  makeDevice: () => string;
}

/** The address of a database on a server. */
const databaseAddress = (url: string, database: string): string =>
  `${url.replace(/\/+$/, '')}/${encodeURIComponent(database)}`;

/** What exchanges rows with a location. Throws `RemoteError` `not-a-remote` if its address is none. */
export function createExchange(location: RemoteLocation, tools: ExchangeTools): Exchange {
  const { store, signal, now, makeDevice } = tools;
  const shared = { store, signal, now, makeDevice };
  if (location.kind === 'folder') {
    const remote = createFolderRemote(location.handle);
    return createFileExchange({ ...shared, remote });
  }
  const { url, user, password } = location;
  if (!URL.canParse(url)) throw new RemoteError('not-a-remote', 'This is no address.');
  if (location.kind === 'webdav') {
    const remote = createWebdavRemote({ address: url, user, password }, tools);
    return createFileExchange({ ...shared, remote });
  }
  const address = databaseAddress(url, location.database);
  return createDocumentExchange({ ...shared, remote: createCouchRemote({ address, user, password }, tools) });
}
