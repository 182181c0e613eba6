import { test } from 'vitest';
import { createCouchRemote } from './couchdb.ts';
import { startCouchServer } from './testing/couchdb-server.ts';
import { createRandom } from './testing/faults.ts';
import { startFaultyProxy, type FaultyProxy } from './testing/faulty-proxy.ts';
import { expectDocumentsToSurvive, expectFilesToSurvive, type KilledServer } from './testing/kills.ts';
import { nodeTools, startWebdavServer, type TestServer } from './testing/webdav-server.ts';
import type { Remote } from './types.ts';
import { createWebdavRemote } from './webdav.ts';

const options = { signal: new AbortController().signal };
const kills = 40;

/** Runs the work on a server behind a proxy with faults, and ends both. */
async function survive<Kind extends Remote>(
  server: TestServer,
  create: (access: ReturnType<TestServer['access']>) => Kind,
  work: (server: KilledServer<Kind>) => Promise<void>,
): Promise<void> {
  const random = createRandom(19);
  const faults = { random, rate: 0.15 };
  let proxy: FaultyProxy | undefined;
  try {
    proxy = await startFaultyProxy(server.port, faults);
    const access = server.access();
    const address = access.address.replace(`:${server.port}/`, `:${proxy.port}/`);
    const direct = create(access);
    if (direct.kind === 'documents') await direct.create(options);
    const remote = create({ ...access, address });
    await work({ remote, direct, restart: server.restart, random, kills, proxy });
  } finally {
    await proxy?.stop();
    await server.stop();
  }
}

test(`no file is lost that npm's WebDAV server took, cut off ${kills} times`, { tags: 'slow' }, async () => {
  await survive(
    await startWebdavServer(),
    (access) => createWebdavRemote(access, nodeTools),
    expectFilesToSurvive,
  );
});

test(
  `no document is lost that npm's CouchDB server took, cut off ${kills} times`,
  { tags: 'slow' },
  async () => {
    await survive(
      await startCouchServer(),
      (access) => createCouchRemote(access, nodeTools),
      expectDocumentsToSurvive,
    );
  },
);
