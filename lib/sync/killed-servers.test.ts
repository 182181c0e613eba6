import { describe, test } from 'vitest';
import { createCouchRemote } from './remotes/couchdb.ts';
import { startCouchServer } from './remotes/testing/couchdb-server.ts';
import { createRandom } from './remotes/testing/faults.ts';
import { startFaultyProxy, type FaultyProxy } from './remotes/testing/faulty-proxy.ts';
import {
  expectDocumentsToSurvive,
  expectFilesToSurvive,
  type KilledServer,
} from './remotes/testing/kills.ts';
import { nodeTools, startWebdavServer, type TestServer } from './remotes/testing/webdav-server.ts';
import type { Remote } from './remotes/testing/remote.ts';
import type { DocumentRemote, FileRemote } from './remotes/types.ts';
import { createWebdavRemote } from './remotes/webdav.ts';
import { expectPassesToSurvive } from './testing/killed-passes.ts';

const options = { signal: new AbortController().signal };
const kills = 40;

/** Runs the work on a server behind a proxy with faults, and ends both. */
async function survive<Kind extends Remote>(
  server: TestServer,
  create: (access: ReturnType<TestServer['access']>) => Kind,
  work: (server: KilledServer<Kind>) => Promise<void>,
): Promise<void> {
  const faults = { random: createRandom(19), rate: 0.15 };
  let proxy: FaultyProxy | undefined;
  try {
    proxy = await startFaultyProxy(server.port, faults);
    const access = server.access();
    const address = access.address.replace(`:${server.port}/`, `:${proxy.port}/`);
    const direct = create(access);
    if (direct.kind === 'documents') await direct.create(options);
    const remote = create({ ...access, address });
    await work({ remote, direct, restart: server.restart, faults, kills, proxy });
  } finally {
    await proxy?.stop();
    await server.stop();
  }
}

const onFiles = async (work: (server: KilledServer<FileRemote>) => Promise<void>): Promise<void> =>
  survive(await startWebdavServer(), (access) => createWebdavRemote(access, nodeTools), work);
const onDocuments = async (work: (server: KilledServer<DocumentRemote>) => Promise<void>): Promise<void> =>
  survive(await startCouchServer(), (access) => createCouchRemote(access, nodeTools), work);

describe(`a server that is cut off ${kills} times, behind a proxy with faults,`, { tags: 'slow' }, () => {
  test('loses no file that it took, as npm’s WebDAV server', () => onFiles(expectFilesToSurvive));
  test('loses no document that it took, as npm’s CouchDB server', () =>
    onDocuments(expectDocumentsToSurvive));
  test('brings three devices to one log, as npm’s WebDAV server', () => onFiles(expectPassesToSurvive));
  test('brings three devices to one log, as npm’s CouchDB server', () => onDocuments(expectPassesToSurvive));
});
