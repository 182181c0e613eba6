// Remotes of files on real WebDAV servers. `npm run test:servers` installs them.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../lib/sync/remotes/testing/faults.ts';
import { startFaultyProxy } from '../../lib/sync/remotes/testing/faulty-proxy.ts';
import { describeFileRemote } from '../../lib/sync/remotes/testing/file-contract.ts';
import { expectFilesToSurvive } from '../../lib/sync/remotes/testing/kills.ts';
import { nodeTools } from '../../lib/sync/remotes/testing/webdav-server.ts';
import { createWebdavRemote } from '../../lib/sync/remotes/webdav.ts';
import { expectPassesToSurvive } from '../../lib/sync/testing/killed-passes.ts';
import { startServer, webdavServers, type RunningServer } from './webdav-servers.ts';

const options = { signal: new AbortController().signal };
const kills = 40;

describe.each(webdavServers)('%s', (name, start) => {
  let running: RunningServer | undefined;
  const server = (): RunningServer => {
    if (!running) throw new Error(`${name} did not start`);
    return running;
  };
  beforeAll(async () => {
    running = await startServer(name, start);
  });
  afterAll(async () => {
    await running?.stop();
  });

  describeFileRemote(name, async () => {
    const remote = createWebdavRemote(server().access(), nodeTools);
    await remote.put('first', new Uint8Array([1]), options);
    await remote.remove('first', options);
    return remote;
  });

  test('refuses a wrong password, and does not find a folder before something is written', async () => {
    const access = server().access();
    const stranger = createWebdavRemote({ ...access, password: 'wrong' }, nodeTools);
    await expect(stranger.list('', options)).rejects.toMatchObject({ code: 'refused' });
    const remote = createWebdavRemote(access, nodeTools);
    await expect(remote.list('', options)).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each([
    ['loses no file that it took', expectFilesToSurvive],
    ['brings three devices to one log', expectPassesToSurvive],
  ])(`%s, over ${kills} kills behind a proxy with faults`, async (_what, work) => {
    const faults = { random: createRandom(19), rate: 0.15 };
    const proxy = await startFaultyProxy(server().port, faults);
    try {
      const direct = server().access();
      const address = direct.address.replace(`:${server().port}/`, `:${proxy.port}/`);
      await work({
        remote: createWebdavRemote({ ...direct, address }, nodeTools),
        direct: createWebdavRemote(direct, nodeTools),
        restart: () => server().restart(),
        faults,
        kills,
        proxy,
      });
    } finally {
      await proxy.stop();
    }
  });
});
