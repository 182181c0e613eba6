import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeFileRemote } from './testing/file-contract.ts';
import { nodeTools, startWebdavServer, type TestServer } from './testing/webdav-server.ts';
import { createWebdavRemote } from './webdav.ts';

const options = { signal: new AbortController().signal };

let server: TestServer;
beforeAll(async () => {
  server = await startWebdavServer();
});
afterAll(() => server.stop());

/** A remote of a folder that is there and empty. */
async function open() {
  const remote = createWebdavRemote(server.access(), nodeTools);
  await remote.put('first', new Uint8Array([1]), options);
  await remote.remove('first', options);
  return remote;
}

describeFileRemote('WebDAV', open);

describe('a WebDAV server', () => {
  test('does not find the folder before something is written into it', async () => {
    const remote = createWebdavRemote(server.access(), nodeTools);
    await expect(remote.list('', options)).rejects.toMatchObject({ code: 'not-found', status: 404 });
  });

  test('refuses a wrong password', async () => {
    const remote = createWebdavRemote({ ...server.access(), password: 'wrong' }, nodeTools);
    await expect(remote.list('', options)).rejects.toMatchObject({ code: 'refused', status: 401 });
    await expect(remote.put('a', new Uint8Array([1]), options)).rejects.toMatchObject({ code: 'refused' });
  });
});
