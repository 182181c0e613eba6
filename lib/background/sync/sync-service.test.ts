import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { LocationRequest } from '../../messaging/sync-protocol.ts';
import type { ServerAccess } from '../../sync/remotes/http.ts';
import { startCouchServer } from '../../sync/remotes/testing/couchdb-server.ts';
import { startWebdavServer, type TestServer } from '../../sync/remotes/testing/webdav-server.ts';
import { listChangedRows } from '../../sync/testing/replicas.ts';
import { createSyncStore } from '../../sync/sync-store.ts';
import { rateFilm } from '../../watchlog/commands/commands.ts';
import { createLogFixture, her, melancholia } from '../../watchlog/testing/fixture.ts';
import { readVisible } from '../../watchlog/testing/visible.ts';
import type { RatingValue } from '../../watchlog/types.ts';
import { createSyncService } from './sync-service.ts';

let server: TestServer;
beforeAll(async () => void (server = await startWebdavServer()));
afterAll(() => server.stop());
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

const newFolder = (): ServerAccess => server.access();

/** A device with its log and its service. */
async function createDevice({ address, user, password }: ServerAccess) {
  const { log, clock } = await createLogFixture();
  const store = createSyncStore(`sync-${crypto.randomUUID()}`);
  let isHeld = false;
  let isOnline = true;
  let isAllowed = true;
  const onReceived = vi.fn();
  const service = createSyncService({
    store,
    getLog: () => Promise.resolve(log),
    waitForNotes: () => Promise.resolve(),
    runAlone: async (task) => {
      if (isHeld) return null;
      isHeld = true;
      return task().finally(() => (isHeld = false));
    },
    fetch: (...request) => (isOnline ? fetch(...request) : Promise.reject(new TypeError('offline'))),
    now: () => clock.ms,
    isOnline: () => isOnline,
    mayReach: () => Promise.resolve(isAllowed),
    makeName: (length) => crypto.randomUUID().replaceAll('-', '').slice(0, length),
    onChange: () => undefined,
    onReceived,
  });
  closing.push(() => {
    store.close();
    log.close();
  });
  const location: LocationRequest = { kind: 'webdav', url: address, user, password };
  return {
    service,
    store,
    clock,
    onReceived,
    location,
    rate: async (value: RatingValue, film = her) => {
      const receipt = await log.write(rateFilm({ film, value }));
      const state = await log.read((db) => db.get('meta', 'state'));
      await store.noteChanged(listChangedRows(receipt), {
        installId: state?.installId ?? '',
        sequence: receipt.sequence,
      });
    },
    backups: async () => (await log.listKept()).length,
    ratings: async () => ((await log.read(readVisible)).ratings ?? []).map(({ value }) => value),
    begin: (passphrase: string | null = null) =>
      service.begin({ location, passphrase, deviceName: 'This computer' }),
    /** Waits for the pass on its way, and runs one. */
    sync: async () => {
      await vi.waitFor(async () => expect((await service.state()).busy).toBeNull(), { timeout: 20_000 });
      return service.run({ deletions: 'ask', rests: false });
    },
    goOffline: (offline: boolean) => void (isOnline = !offline),
    takePermission: (taken: boolean) => void (isAllowed = !taken),
  };
}

test('nothing is asked of the network while sync is off', async () => {
  const device = await createDevice(newFolder());
  const asked = vi.spyOn(globalThis, 'fetch');
  expect(await device.service.run({ deletions: 'ask', rests: true })).toEqual({ ok: true });
  expect(await device.service.state()).toMatchObject({ location: null, last: null, failure: null });
  expect(asked).not.toHaveBeenCalled();
});

test('a check says what is there and writes nothing; sync begins and joins a second device', async () => {
  const folder = newFolder();
  const one = await createDevice(folder);
  await one.rate(9);
  const check = { location: one.location, passphrase: null };
  expect(await one.service.check(check)).toEqual({ state: 'empty', hasOwn: true });
  expect(await one.service.check(check)).toEqual({ state: 'empty', hasOwn: true });
  expect(await one.begin()).toEqual({ ok: true });
  expect(await one.backups()).toBe(1);
  expect(await one.sync()).toEqual({ ok: true });
  const other = await createDevice(folder);
  expect(await other.service.check(check)).toEqual({ state: 'open', hasOwn: false });
  await other.begin();
  await other.sync();
  expect(await other.ratings()).toEqual([9]);
  expect(other.onReceived).toHaveBeenCalled();
  await one.sync();
  const state = await one.service.state();
  expect(state).toMatchObject({ isEncrypted: false, waiting: 0, failure: null, deviceName: 'This computer' });
  expect(state.location).toEqual({ kind: 'webdav', url: folder.address, user: folder.user });
  expect(state.devices).toHaveLength(1);
  expect(JSON.stringify(state)).not.toContain(folder.password);
});

test('a wrong passphrase and a missing one are found before anything is read or written', async () => {
  const folder = newFolder();
  const one = await createDevice(folder);
  await one.rate(9);
  await one.begin('correct horse battery');
  await one.sync();
  const other = await createDevice(folder);
  const { location } = other;
  expect(await other.service.check({ location, passphrase: null })).toEqual({
    state: 'sealed',
    isWrong: false,
  });
  expect(await other.service.check({ location, passphrase: 'wrong' })).toEqual({
    state: 'sealed',
    isWrong: true,
  });
  expect(await other.begin('wrong')).toEqual({ ok: false, fault: 'passphrase', status: null });
  expect(await other.begin(null)).toEqual({ ok: false, fault: 'passphrase', status: null });
  expect(await other.service.check({ location, passphrase: 'correct horse battery' })).toMatchObject({
    state: 'ready',
  });
  await other.begin('correct horse battery');
  await other.sync();
  expect(await other.ratings()).toEqual([9]);
}, 60_000);

test('another passphrase: the other device is asked for it, and loses nothing that it wrote meanwhile', async () => {
  const folder = newFolder();
  const [one, other] = [await createDevice(folder), await createDevice(folder)];
  await one.rate(9);
  await one.begin('the first passphrase');
  await one.sync();
  await other.begin('the first passphrase');
  await other.sync();
  const { generation } = (await one.store.loadSetUp()) ?? {};
  expect(await one.service.changePassphrase('the second passphrase')).toEqual({ ok: true });
  const after = await one.store.loadSetUp();
  expect(after?.generation).not.toBe(generation);
  expect(after?.former).toEqual([]);
  await other.rate(4, melancholia);
  expect(await other.sync()).toEqual({ ok: false, fault: 'passphrase', status: null });
  expect((await other.service.state()).failure).toMatchObject({ fault: 'passphrase', count: 1 });
  expect(await other.service.enterPassphrase('the first passphrase')).toMatchObject({ fault: 'passphrase' });
  expect(await other.service.enterPassphrase('the second passphrase')).toEqual({ ok: true });
  await other.sync();
  await one.sync();
  expect((await one.ratings()).sort()).toEqual([4, 9]);
}, 60_000);

test('a log whose passphrase was taken away is not written to in the open before the user says so', async () => {
  const folder = newFolder();
  const [one, other] = [await createDevice(folder), await createDevice(folder)];
  await one.begin('the first passphrase');
  await one.sync();
  await other.begin('the first passphrase');
  await other.sync();
  await one.service.changePassphrase(null);
  await other.rate(4);
  expect(await other.sync()).toMatchObject({ fault: 'passphrase' });
  expect(await other.service.enterPassphrase('')).toEqual({ ok: true });
  await other.sync();
  await one.sync();
  expect(await one.ratings()).toEqual([4]);
}, 60_000);

test('a refused password rests sync until the user gives another one, and each failure doubles the rest of others', async () => {
  const device = await createDevice(newFolder());
  await device.begin();
  await device.sync();
  const { location } = device;
  const wrong = { ...location, password: 'wrong' } as LocationRequest;
  expect(await device.service.changeLocation(wrong)).toEqual({ ok: false, fault: 'refused', status: 401 });
  const setUp = await device.store.loadSetUp();
  if (setUp?.location.kind === 'webdav')
    await device.store.saveSetUp({ ...setUp, location: { ...setUp.location, password: 'wrong' } });
  await device.rate(7);
  expect(await device.sync()).toEqual({ ok: false, fault: 'refused', status: 401 });
  const { failure, waiting, last } = await device.service.state();
  expect(failure).toMatchObject({
    fault: 'refused',
    status: 401,
    restUntil: device.clock.ms + 6 * 3_600_000,
  });
  expect(waiting).toBeGreaterThan(0);
  expect(last).not.toBeNull();
  const asked = vi.spyOn(globalThis, 'fetch');
  await device.service.run({ deletions: 'ask', rests: true });
  expect(asked).not.toHaveBeenCalled();
  expect(await device.service.changeLocation(location)).toEqual({ ok: true });
  await device.sync();
  expect((await device.service.state()).failure).toBeNull();
  device.goOffline(true);
  for (const minutes of [1, 2, 4]) {
    await device.sync();
    const { failure: now } = await device.service.state();
    expect(now).toMatchObject({ fault: 'offline', restUntil: device.clock.ms + minutes * 60_000 });
  }
});

/** A device that has synced and whose permission was taken back, and what it asks of servers from then on. */
async function createDisallowed() {
  const one = await createDevice(newFolder());
  await one.rate(9);
  await one.begin();
  await one.sync();
  one.takePermission(true);
  return { one, asked: vi.spyOn(globalThis, 'fetch') };
}

test('a permission that was taken back ends the pass before anything is asked of the server', async () => {
  const { one, asked } = await createDisallowed();
  await one.rate(3);
  expect(await one.sync()).toMatchObject({ ok: false, fault: 'no-permission' });
  expect(asked).not.toHaveBeenCalled();
  expect(await one.service.state()).toMatchObject({ failure: { fault: 'no-permission' }, waiting: 1 });
  one.takePermission(false);
  expect(await one.sync()).toEqual({ ok: true });
  asked.mockRestore();
});

test('nothing else asks anything of a server whose permission was taken back', async () => {
  const { one, asked } = await createDisallowed();
  const declined = { ok: false, fault: 'no-permission', status: null };
  const { service, location } = one;
  expect(await service.changeLocation(location)).toEqual(declined);
  expect(await service.enterPassphrase('some words')).toEqual(declined);
  expect(await service.changePassphrase('some words')).toEqual(declined);
  expect(await service.startRemoteAgain()).toEqual(declined);
  expect(await service.removeFromRemote()).toEqual(declined);
  expect(await service.check({ location, passphrase: null })).toMatchObject({ fault: 'no-permission' });
  expect(await one.begin()).toEqual(declined);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
  expect((await service.state()).location).not.toBeNull();
});

test('paused sync waits; resumed it sends what changed meanwhile', async () => {
  const folder = newFolder();
  const one = await createDevice(folder);
  await one.begin();
  await one.sync();
  await one.service.pause(true);
  await one.rate(5);
  await one.service.run({ deletions: 'ask', rests: true });
  await one.service.rename('Another name');
  // By that it knows a database that was removed and made again.
  expect((await one.store.peekProgress())?.toldAt).toBeGreaterThan(0);
  expect((await one.service.state()).busy).toBeNull();
  expect((await one.service.state()).waiting).toBeGreaterThan(0);
  await one.service.pause(false);
  await one.sync();
  expect((await one.service.state()).waiting).toBe(0);
});

test('where the files are gone the log is put there again, and nothing is deleted', async () => {
  const folder = newFolder();
  const [one, other] = [await createDevice(folder), await createDevice(folder)];
  await one.rate(9);
  await one.begin('the first passphrase');
  await one.sync();
  await other.begin('the first passphrase');
  await other.sync();
  expect(await one.service.removeFromRemote()).toEqual({ ok: true });
  expect(await one.service.state()).toMatchObject({ location: null });
  expect(await one.ratings()).toEqual([9]);
  expect(await other.sync()).toMatchObject({ fault: 'emptied' });
  expect(await other.service.startRemoteAgain()).toEqual({ ok: true });
  await other.sync();
  await one.begin('the first passphrase');
  await one.sync();
  expect(await one.ratings()).toEqual([9]);
}, 60_000);

test('a database that is deleted whole is not compacted before, whatever former passphrases are left', async () => {
  const couch = await startCouchServer();
  vi.spyOn(console, 'log').mockReturnValue();
  const { address, user, password } = couch.access();
  const { origin: url, pathname } = new URL(address);
  const device = await createDevice(newFolder());
  const location = { kind: 'couchdb', url, database: pathname.slice(1), user, password } as const;
  expect(await device.service.begin({ location, passphrase: null, deviceName: 'This computer' })).toEqual({
    ok: true,
  });
  await device.sync();
  const setUp = await device.store.loadSetUp();
  if (setUp === null) throw new Error('sync is off');
  await device.store.saveSetUp({ ...setUp, former: ['former'] });
  const asked = vi.spyOn(globalThis, 'fetch');
  expect(await device.service.removeFromRemote()).toEqual({ ok: true });
  const requests = asked.mock.calls.map(([to, init]) => `${init?.method} ${new URL(to as string).pathname}`);
  asked.mockRestore();
  expect(requests).toEqual([`GET ${pathname}/_all_docs`, `DELETE ${pathname}`]);
  await couch.stop();
});

test('sync that is stopped forgets the password and leaves what is there', async () => {
  const folder = newFolder();
  const device = await createDevice(folder);
  await device.rate(9);
  await device.begin();
  await device.sync();
  await device.service.stop();
  expect(await device.store.loadSetUp()).toBeNull();
  const other = await createDevice(folder);
  expect(await other.service.check({ location: other.location, passphrase: null })).toMatchObject({
    state: 'open',
  });
});
