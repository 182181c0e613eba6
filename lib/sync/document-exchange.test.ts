import { expect, test } from 'vitest';
import { rateFilm } from '../watchlog/commands/commands.ts';
import { her, melancholia } from '../watchlog/testing/fixture.ts';
import { receiveRows } from '../watchlog/imports/receive-rows.ts';
import { stampAfter } from '../watchlog/store/hybrid-clock.ts';
import { readAllRows } from '../watchlog/store/read-all-rows.ts';
import { createRowLists } from '../watchlog/store/schema.ts';
import { readRows, readVisible } from '../watchlog/testing/visible.ts';
import { createDocumentExchange } from './document-exchange.ts';
import { openGeneration } from './manifest.ts';
import { createMemoryDatabase, createMemoryDocuments } from './remotes/testing/memory-documents.ts';
import { createMemoryFiles, createMemoryFolder } from './remotes/testing/memory-files.ts';
import type { Remote } from './remotes/testing/remote.ts';
import { RemoteError } from './remotes/errors.ts';
import type { DocumentRemote } from './remotes/types.ts';
import { createReplica, type Replica } from './testing/replicas.ts';

const options = { signal: new AbortController().signal };

const listTitles = async ({ fixture }: Replica): Promise<unknown[]> =>
  ((await fixture.log.read(readVisible)).films ?? []).map(({ title }) => title).sort();

/** Removes the database and makes it again, with a log without a passphrase. */
async function replaceDatabase(remote: DocumentRemote): Promise<void> {
  await remote.removeOwn({ first: '', isOwn: () => true }, options);
  await remote.create(options);
  const manifest = { format: 1, generation: openGeneration, encryption: null };
  await remote.put([{ id: 'marquee-sync', revision: null, body: manifest, merged: [] }], options);
}

test('a database that was removed and made again gets what each device had sent to the former one', async () => {
  const remote = createMemoryDocuments(createMemoryDatabase());
  const [one, other] = [await createReplica({ remote }), await createReplica({ remote })];
  await one.write(rateFilm({ film: her, value: 9 }));
  await other.write(rateFilm({ film: melancholia, value: 7 }));
  // Each has more changes behind it than the new database will have.
  for (const device of [one, other, one, other]) await device.sync();
  await replaceDatabase(remote);
  await one.write(rateFilm({ film: her, value: 3 }));
  await one.sync();
  await other.sync();
  expect((await other.fixture.log.read(readVisible)).ratings?.map(({ value }) => value).sort()).toEqual([
    3, 7,
  ]);
  const late = await createReplica({ remote });
  await late.sync();
  expect(await listTitles(late)).toEqual(['Her', 'Melancholia']);
  for (const device of [one, other, late]) await device.sync();
  for (const device of [one, other, late]) expect(await device.sync()).toEqual({ sent: 0, received: 0 });
});

test('a first sending that was interrupted begins again in a database that was removed and made again', async () => {
  const documents = createMemoryDocuments(createMemoryDatabase());
  let isBroken = true;
  const remote: DocumentRemote = {
    ...documents,
    put: (writes, ...rest) =>
      isBroken && writes.some(({ id }) => id.startsWith('ratings:'))
        ? Promise.reject(new RemoteError('slow', 'the line of the test is slow'))
        : documents.put(writes, ...rest),
  };
  const one = await createReplica({ remote });
  await one.write(rateFilm({ film: her, value: 9 }));
  await expect(one.sync()).rejects.toMatchObject({ code: 'slow' });
  expect((await one.store.peekProgress())?.whole?.after).toMatch(/^films:/);
  isBroken = false;
  await replaceDatabase(remote);
  await one.sync();
  const late = await createReplica({ remote });
  await late.sync();
  expect(await listTitles(late)).toEqual(['Her']);
});

/** Gives a device another name, as the user does. */
async function rename({ store }: Replica, deviceName: string): Promise<void> {
  const setUp = await store.loadSetUp();
  if (setUp === null) throw new Error('nothing is set up');
  await store.saveSetUp({ ...setUp, deviceName });
}

test('a device that was renamed notices that its database was removed and made again', async () => {
  const remote = createMemoryDocuments(createMemoryDatabase());
  const one = await createReplica({ remote });
  await one.write(rateFilm({ film: her, value: 9 }));
  for (let pass = 0; pass < 2; pass += 1) await one.sync();
  await rename(one, 'Another name');
  await replaceDatabase(remote);
  await one.sync();
  const late = await createReplica({ remote });
  await late.sync();
  expect(await listTitles(late)).toEqual(['Her']);
});

test.each([
  ['documents', () => createMemoryDocuments(createMemoryDatabase())],
  ['files', () => createMemoryFiles(createMemoryFolder())],
] as [string, () => Remote][])(
  'a new name of a device reaches the others at once (%s)',
  async (_kind, create) => {
    const remote = create();
    const [one, other] = [await createReplica({ remote }), await createReplica({ remote })];
    await one.write(rateFilm({ film: her, value: 9 }));
    await one.sync();
    await rename(one, 'Another name');
    await one.sync();
    await other.sync();
    expect((await other.store.peekProgress())?.devices).toMatchObject([{ name: 'Another name' }]);
  },
);

test('a row that two devices deleted under one stamp, each at its own time, is the same on both', async () => {
  const remote = createMemoryDocuments(createMemoryDatabase());
  const [one, other] = [await createReplica({ remote }), await createReplica({ remote })];
  await one.write(rateFilm({ film: her, value: 9 }));
  for (const device of [one, other]) await device.sync();
  const [row] = (await one.fixture.log.read(readAllRows)).ratings;
  const stamp = stampAfter(row?.stamps.deleted, '00000000');
  const times = [stamp, stampAfter(stamp ?? '', '00000000')];
  for (const [at, device] of [other, one].entries()) {
    const deleted = times[at];
    if (!row || !stamp || !deleted) throw new Error('there is no rating');
    const ratings = [{ ...row, deleted, stamps: { ...row.stamps, deleted: stamp } }];
    await device.write(receiveRows({ ...createRowLists(), ratings }));
  }
  for (const device of [other, one, other, one]) await device.sync();
  const all = await Promise.all([one, other].map(({ fixture }) => fixture.log.read(readRows)));
  expect(all[0]).toEqual(all[1]);
  for (const device of [one, other]) expect(await device.sync()).toEqual({ sent: 0, received: 0 });
});

test('the database forgets what documents were before, once a former passphrase is to be gone', async () => {
  const database = createMemoryDatabase();
  const remote = createMemoryDocuments(database);
  const one = await createReplica({ remote });
  await one.write(rateFilm({ film: her, value: 9 }));
  await one.sync();
  await one.write(rateFilm({ film: her, value: 3 }));
  await one.sync();
  const countNines = (): number =>
    [...database.documents.values()]
      .flatMap((revisions) => [...revisions.values()])
      .filter(({ body }) => JSON.stringify(body).includes('"value":9')).length;
  expect(countNines()).toBe(1);
  const exchange = createDocumentExchange({ remote, store: one.store, ...options, now: () => 0 });
  await exchange.removeFormer('former');
  expect(countNines()).toBe(0);
  expect(await one.sync()).toEqual({ sent: 0, received: 0 });
});

test('what is removed are the manifest, devices and rows, and nothing else', async () => {
  const database = createMemoryDatabase();
  const remote = createMemoryDocuments(database);
  const one = await createReplica({ remote });
  await one.write(rateFilm({ film: her, value: 9 }));
  await one.sync();
  const ulid = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
  const theirs = ['shopping', 'films', 'recipes:1', 'lists:shopping', `lists:${ulid}`, 'device:lamp0001'];
  await remote.put(
    theirs.map((id) => ({ id, revision: null, body: { schema: 'home', items: ['milk'] }, merged: [] })),
    options,
  );
  const exchange = createDocumentExchange({ remote, store: one.store, ...options, now: () => 0 });
  await exchange.destroy([openGeneration]);
  const { documents } = await remote.changes(null, { ...options, limit: 100 });
  expect(documents.map(({ id }) => id).sort()).toEqual([...theirs].sort());
});
