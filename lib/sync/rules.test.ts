// The rules that keep a log whole over remotes that fail, each from somebody's loss.
import { deleteDB } from 'idb';
import { expect, test } from 'vitest';
import { toHex } from '../text/bytes.ts';
import { deleteEntry, logEntry, purgeTrash, rateFilm } from '../watchlog/commands/commands.ts';
import { filmInput, her } from '../watchlog/testing/fixture.ts';
import { readRows, readVisible } from '../watchlog/testing/visible.ts';
import { createKey } from './encryption.ts';
import { createMemoryDatabase, createMemoryDocuments } from './remotes/testing/memory-documents.ts';
import { createMemoryFiles, createMemoryFolder, type MemoryFolder } from './remotes/testing/memory-files.ts';
import type { Remote } from './remotes/testing/remote.ts';
import type { FileRemote } from './remotes/types.ts';
import { RemoteError } from './remotes/errors.ts';
import { createFileExchange } from './file-exchange.ts';
import { createRowCursor, rowSchema } from './rows.ts';
import { parseSegmentName, writeSegment } from './segments.ts';
import { createReplica, type Replica } from './testing/replicas.ts';

const dayMs = 24 * 60 * 60 * 1000;

async function logMany(device: Replica, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const film = filmInput(`Film ${at}`, 1950 + at);
    const { changes } = await device.write(logEntry({ film, entry: {}, origin: 'log' }));
    ids.push(changes.entries?.[0]?.after.id ?? '');
  }
  return ids;
}

const countEntries = async ({ fixture }: Replica): Promise<number> =>
  (await fixture.log.read(readVisible)).entries?.length ?? 0;

async function createFolderPair(): Promise<{ folder: MemoryFolder; one: Replica; other: Replica }> {
  const folder = createMemoryFolder();
  const remote = createMemoryFiles(folder);
  return { folder, one: await createReplica({ remote }), other: await createReplica({ remote }) };
}

const exchangeOver = ({ store, fixture }: Replica, remote: FileRemote) =>
  createFileExchange({
    ...{ remote, store, now: () => fixture.clock.ms, makeDevice: () => 'device99' },
    signal: new AbortController().signal,
  });

const listSegments = ({ files }: MemoryFolder) =>
  [...files.keys()].flatMap((path) => parseSegmentName(path.split('/').at(-1) ?? '') ?? []);

/** The remote, with the calls that it gets, as `get log-open/a.seg`. */
function countCalls<R extends Remote>(remote: R): { remote: R; calls: string[] } {
  const calls: string[] = [];
  const counting = new Proxy(remote, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...request: unknown[]): unknown => {
        calls.push([String(name), ...request.filter((one) => typeof one === 'string')].join(' '));
        return Reflect.apply(value, target, request) as unknown;
      };
    },
  });
  return { remote: counting, calls };
}

test.each([
  ['files', () => createMemoryFiles(createMemoryFolder())],
  ['documents', () => createMemoryDocuments(createMemoryDatabase(false))],
] as [string, () => Remote][])(
  'a pass in which nothing changed makes two requests (%s)',
  async (_kind, create) => {
    const { remote, calls } = countCalls(create());
    const device = await createReplica({ remote });
    await logMany(device, 3);
    await device.sync();
    await device.sync();
    calls.length = 0;
    expect(await device.sync()).toEqual({ sent: 0, received: 0 });
    expect(calls).toHaveLength(2);
  },
);

test('an empty listing, and a folder that is gone, delete nothing: the pass says that the files are gone', async () => {
  const { folder, one } = await createFolderPair();
  await logMany(one, 3);
  await one.sync();
  const manifest = folder.files.get('marquee-sync.json');
  folder.files.clear();
  if (manifest) folder.files.set('marquee-sync.json', manifest);
  await expect(one.sync()).rejects.toMatchObject({ fault: 'emptied' });
  folder.folders.clear();
  await expect(one.sync()).rejects.toMatchObject({ fault: 'emptied' });
  folder.files.clear();
  await expect(one.sync()).rejects.toMatchObject({ fault: 'emptied' });
  expect(await countEntries(one)).toBe(3);
});

test('a device sends the whole log again when one of its files is gone', async () => {
  const { folder, one, other } = await createFolderPair();
  await logMany(one, 2);
  await one.sync();
  await one.write(rateFilm({ film: her, value: 9 }));
  await one.sync();
  const [first] = [...folder.files.keys()].filter((path) => path.endsWith('.seg')).sort();
  folder.files.delete(first ?? '');
  // A listing may lag behind once.
  expect(await one.sync()).toMatchObject({ sent: 0 });
  expect((await one.sync()).sent).toBeGreaterThan(0);
  await other.sync();
  expect(await countEntries(other)).toBe(2);
});

test('another device’s many deletions are asked about, and can be followed or taken back everywhere', async () => {
  const { one, other } = await createFolderPair();
  const ids = await logMany(one, 20);
  await one.sync();
  await other.sync();
  for (const id of ids.slice(0, 12)) await other.write(deleteEntry({ id }));
  await other.sync();
  const asked = one.sync({ deletions: 'ask' });
  await expect(asked).rejects.toMatchObject({ fault: 'vanishing', vanishing: { rows: 12, of: 20 } });
  expect(await countEntries(one)).toBe(20);
  one.fixture.clock.ms += 1000;
  await one.sync({ deletions: 'kept' });
  await other.sync();
  expect([await countEntries(one), await countEntries(other)]).toEqual([20, 20]);
  other.fixture.clock.ms += 2000;
  for (const id of ids.slice(0, 12)) await other.write(deleteEntry({ id }));
  await other.sync();
  await one.sync({ deletions: 'deleted' });
  expect(await countEntries(one)).toBe(8);
});

test('a few deletions are followed without a question', async () => {
  const { one, other } = await createFolderPair();
  const [id = ''] = await logMany(one, 5);
  await one.sync();
  await other.sync();
  await other.write(deleteEntry({ id }));
  await other.sync();
  await one.sync({ deletions: 'ask' });
  expect(await countEntries(one)).toBe(4);
});

test('a row that several files delete counts once', async () => {
  const { one, other } = await createFolderPair();
  const ids = await logMany(one, 20);
  await one.sync();
  await other.sync();
  for (const id of ids.slice(0, 6)) await other.write(deleteEntry({ id }));
  await other.sync();
  // A whole copy of the log has the same six deletions once more.
  await other.store.changeProgress(() => ({ isWholeDue: true }));
  await other.sync();
  await one.sync({ deletions: 'ask' });
  expect(await countEntries(one)).toBe(14);
});

test('half a file is passed over until it is whole, and keeps no other from being read', async () => {
  const { folder, one, other } = await createFolderPair();
  await logMany(one, 1);
  await one.sync();
  await one.write(rateFilm({ film: her, value: 9 }));
  await one.sync();
  const [path = ''] = [...folder.files.keys()].filter((name) => name.endsWith('.seg')).sort();
  const whole = folder.files.get(path);
  if (whole) folder.files.set(path, { ...whole, bytes: whole.bytes.slice(0, 40) });
  await other.sync();
  expect(await other.fixture.log.read(readVisible)).toMatchObject({ ratings: [{ value: 9 }], entries: [] });
  // Nor is another file under its name, which a server may have mixed up.
  const [, second = ''] = [...folder.files.keys()].filter((name) => name.endsWith('.seg')).sort();
  folder.files.set(path, folder.files.get(second) ?? { bytes: new Uint8Array(), modifiedAt: 0 });
  await other.sync();
  expect((await other.store.peekProgress())?.read[one.device]?.names).toHaveLength(1);
  if (whole) folder.files.set(path, whole);
  await other.sync();
  expect(await countEntries(other)).toBe(1);
});

test('files of a newer version are left alone, and nothing is lost', async () => {
  const header = { schema: rowSchema + 1, device: 'newdevic', name: 'New', madeAt: 1 };
  async function* none(): AsyncGenerator<never[]> {
    await Promise.resolve();
    yield [];
  }
  const file = await writeSegment(
    header,
    { sequence: 1, first: 1, part: 1, isCopy: false, key: null },
    createRowCursor(none()),
  );
  const folder = createMemoryFolder();
  const remote = createMemoryFiles(folder);
  const device = await createReplica({ remote });
  await logMany(device, 1);
  await device.sync();
  await remote.put(`log-open/${file.name}`, file.bytes, { signal: new AbortController().signal });
  await expect(device.sync()).rejects.toMatchObject({ fault: 'newer' });
  expect(await countEntries(device)).toBe(1);
});

test('documents of a newer version are left alone', async () => {
  const remote = createMemoryDocuments(createMemoryDatabase(false));
  const device = await createReplica({ remote });
  await logMany(device, 1);
  await device.sync();
  const body = { schema: rowSchema + 1, generation: 'open', content: {} };
  const write = { id: 'entries:later', revision: null, body, merged: [] };
  await remote.put([write], { signal: new AbortController().signal });
  await expect(device.sync()).rejects.toMatchObject({ fault: 'newer' });
  expect(await countEntries(device)).toBe(1);
});

test('with a passphrase the remote holds no word of the log, and another key opens nothing', async () => {
  const folder = createMemoryFolder();
  const remote = createMemoryFiles(folder);
  const [{ key }, { key: wrong }] = [
    await createKey('open sesame, friend', 1000),
    await createKey('other', 1000),
  ];
  const one = await createReplica({ remote, key, generation: 'sealed' });
  const other = await createReplica({ remote, key, generation: 'sealed' });
  const stranger = await createReplica({ remote, key: wrong, generation: 'sealed' });
  await one.write(logEntry({ film: her, entry: { note: 'rainrainrain' }, origin: 'log' }));
  await one.sync();
  await other.sync();
  await stranger.sync();
  expect(await countEntries(other)).toBe(1);
  expect(await countEntries(stranger)).toBe(0);
  const text = [...folder.files.values()].map(({ bytes }) => new TextDecoder('latin1').decode(bytes)).join();
  expect(text).not.toMatch(/rainrain|Her|films/);
});

test('a database with a passphrase has only sealed documents', async () => {
  const database = createMemoryDatabase(false);
  const remote = createMemoryDocuments(database);
  const { key } = await createKey('open sesame, friend', 1000);
  const one = await createReplica({ remote, key, generation: 'sealed' });
  const other = await createReplica({ remote, key, generation: 'sealed' });
  await one.write(logEntry({ film: her, entry: { note: 'rainrainrain' }, origin: 'log' }));
  await one.sync();
  await other.sync();
  expect(await countEntries(other)).toBe(1);
  expect(JSON.stringify([...database.documents.values()].map((revisions) => [...revisions]))).not.toContain(
    'rain',
  );
});

test('another generation on the remote stops the pass before anything is read or written', async () => {
  const { folder, one } = await createFolderPair();
  await logMany(one, 1);
  await one.sync();
  const manifest = { format: 1, generation: 'other', encryption: null };
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  folder.files.set('marquee-sync.json', { bytes, modifiedAt: 0 });
  const before = folder.files.size;
  await expect(one.sync()).rejects.toMatchObject({ fault: 'passphrase' });
  expect(folder.files.size).toBe(before);
});

test('a whole copy replaces old files after 30 days, and who was away reads it', async () => {
  const { folder, one, other } = await createFolderPair();
  await one.sync();
  await other.sync();
  const late = await createReplica({ remote: createMemoryFiles(folder) });
  for (let at = 0; at < 70; at += 1) {
    await one.write(logEntry({ film: filmInput(`Film ${at}`, 1950), entry: {}, origin: 'log' }));
    await one.sync();
  }
  const own = () => listSegments(folder).filter(({ device }) => device === one.device);
  expect(own().filter(({ kind }) => kind === 'snap')).toHaveLength(1);
  await other.sync();
  expect(await countEntries(other)).toBe(70);
  expect(own().length).toBeGreaterThan(65);
  one.fixture.clock.ms += 29 * dayMs;
  await one.sync();
  expect(own().length).toBeGreaterThan(65);
  one.fixture.clock.ms += 2 * dayMs;
  await one.sync();
  expect(own().length).toBeLessThan(20);
  await late.sync();
  await other.sync();
  const rows = await one.fixture.log.read(readRows);
  expect(await late.fixture.log.read(readRows)).toEqual(rows);
  expect(await other.fixture.log.read(readRows)).toEqual(rows);
});

test('who has read every change does not fetch a whole copy', async () => {
  const folder = createMemoryFolder();
  const { remote, calls } = countCalls(createMemoryFiles(folder));
  const one = await createReplica({ remote: createMemoryFiles(folder) });
  const other = await createReplica({ remote });
  for (let at = 0; at < 66; at += 1) {
    await one.write(rateFilm({ film: her, value: ((at % 10) + 1) as 1 }));
    await one.sync();
    if (at === 60) await other.sync();
  }
  expect(listSegments(folder).some(({ kind }) => kind === 'snap')).toBe(true);
  calls.length = 0;
  await other.sync();
  expect(calls.filter((call) => call.endsWith('.seg'))).toHaveLength(5);
  expect(calls.filter((call) => call.endsWith('.snap'))).toEqual([]);
});

test('a copied profile takes another name, and both sides keep everything', async () => {
  const { folder, one, other } = await createFolderPair();
  await logMany(one, 2);
  await one.sync();
  // The other computer has the same profile: it names its files alike.
  const setUp = await other.store.loadSetUp();
  if (setUp) await other.store.saveSetUp({ ...setUp, device: one.device });
  await other.write(rateFilm({ film: her, value: 7 }));
  for (let round = 0; round < 3; round += 1) for (const device of [one, other]) await device.sync();
  expect(await other.fixture.log.read(readRows)).toEqual(await one.fixture.log.read(readRows));
  expect((await one.fixture.log.read(readVisible)).ratings).toHaveLength(1);
  expect(new Set(listSegments(folder).map(({ device }) => device)).size).toBe(2);
});

test('a change whose note was lost with the process is sent all the same', async () => {
  const { one, other } = await createFolderPair();
  await one.sync();
  await one.fixture.log.write(rateFilm({ film: her, value: 9 }));
  await one.restart();
  await one.sync();
  await other.sync();
  expect((await other.fixture.log.read(readVisible)).ratings).toMatchObject([{ value: 9 }]);
});

test('a log of another install starts over: it reads all and sends all', async () => {
  const { one, other } = await createFolderPair();
  await logMany(one, 2);
  await one.sync();
  await other.sync();
  await other.store.changeProgress(() => ({ installId: 'another log' }));
  await other.write(rateFilm({ film: her, value: 9 }));
  await other.sync();
  await one.sync();
  expect((await one.fixture.log.read(readVisible)).ratings).toMatchObject([{ value: 9 }]);
});

test('what sync knows can be deleted while it is open, and is made again', async () => {
  const { one } = await createFolderPair();
  await one.sync();
  const names = (await indexedDB.databases()).flatMap(({ name = '' }) =>
    name.startsWith('sync-') ? [name] : [],
  );
  for (const name of names) await deleteDB(name);
  expect(names.length).toBeGreaterThan(0);
  expect(await one.store.loadSetUp()).toBeNull();
  expect(await one.store.countChanged()).toBe(0);
});

test('a row that waits for its film keeps what several devices wrote into it', async () => {
  const { one } = await createFolderPair();
  await one.sync();
  const first = await one.write(logEntry({ film: her, entry: {}, origin: 'log' }));
  const row = first.changes.entries?.[0]?.after;
  if (row === undefined) throw new Error('no entry');
  const [early, late] = ['0lrevhxc1-000-device08', '0lrevhxc2-000-device09'];
  const name = `entries:${row.id}`;
  const wait = (changed: object, stamps: object) =>
    one.store.addWaiting([
      { name, row: { store: 'entries', row: { ...row, ...changed, stamps: { ...row.stamps, ...stamps } } } },
    ]);
  await wait({ note: 'precious' }, { note: late });
  await wait({ place: 'cinema' }, { place: early });
  expect(await one.store.listWaiting()).toMatchObject([{ row: { note: 'precious', place: 'cinema' } }]);
});

test('a pass that writes nothing does not count a change as noted that is not', async () => {
  const { folder, one, other } = await createFolderPair();
  await one.write(rateFilm({ film: her, value: 5 }));
  await one.sync();
  await other.sync();
  // Rows come again that are known, and meanwhile the user rates: that is durable, and its note is lost with the process.
  await other.store.changeProgress(() => ({ read: {} }));
  const remote = createMemoryFiles(folder);
  let isRated = false;
  const meanwhile: FileRemote = {
    ...remote,
    get: async (path, options) => {
      if (path.endsWith('.seg') && !isRated) {
        isRated = true;
        const film = filmInput('Melancholia', 2011, 'imdb:tt1527186');
        await other.fixture.log.write(rateFilm({ film, value: 8 }));
      }
      return remote.get(path, options);
    },
  };
  await other.sync({ exchange: exchangeOver(other, meanwhile) });
  expect(isRated).toBe(true);
  await other.restart();
  await other.sync();
  await one.sync();
  expect((await one.fixture.log.read(readVisible)).ratings).toHaveLength(2);
});

test('a file that was on its way does not stand for a whole log that became due after it', async () => {
  const folder = createMemoryFolder();
  const one = await createReplica({ remote: createMemoryFiles(folder) });
  await one.write(rateFilm({ film: her, value: 5 }));
  const whole = createMemoryFiles(folder);
  const broken: FileRemote = {
    ...whole,
    put: (path, ...rest) =>
      path.includes('.seg') ? Promise.reject(new RemoteError('broken', 'a fault')) : whole.put(path, ...rest),
  };
  await expect(one.sync({ exchange: exchangeOver(one, broken) })).rejects.toThrow('a fault');
  await one.fixture.log.write(rateFilm({ film: filmInput('Melancholia', 2011, 'imdb:tt1527186'), value: 8 }));
  await one.restart();
  await one.sync();
  const other = await createReplica({ remote: whole });
  await other.sync();
  expect((await other.fixture.log.read(readVisible)).ratings).toHaveLength(2);
});

test('a change that is made while a whole copy is written reaches who has read everything', async () => {
  const { one, other } = await createFolderPair();
  for (let at = 0; at < 66; at += 1) {
    await one.write(rateFilm({ film: her, value: ((at % 10) + 1) as 1 }));
    // The copy is due when everything was sent; the change comes just before it reads the log.
    await one.sync();
    if (at < 60) continue;
    await other.sync();
  }
  await one.store.changeProgress(({ written }) => ({ snapshot: null, written: [...written] }));
  const { countChanged } = one.store;
  let isRated = false;
  one.store.countChanged = async () => {
    const count = await countChanged();
    if (!isRated) {
      isRated = true;
      await one.write(rateFilm({ film: filmInput('Melancholia', 2011, 'imdb:tt1527186'), value: 8 }));
    }
    return count;
  };
  await one.sync();
  expect(isRated).toBe(true);
  await one.sync();
  await other.sync();
  expect((await other.fixture.log.read(readVisible)).ratings).toHaveLength(2);
});

test('rows that are kept against another device come back whole, also emptied ones', async () => {
  const { one, other } = await createFolderPair();
  const ids: string[] = [];
  for (let at = 0; at < 20; at += 1) {
    const film = filmInput(`Film ${at}`, 1950 + at);
    const { changes } = await one.write(logEntry({ film, entry: { note: `note ${at}` }, origin: 'log' }));
    ids.push(changes.entries?.[0]?.after.id ?? '');
  }
  await one.sync();
  await other.sync();
  for (const id of ids.slice(0, 12)) await other.write(deleteEntry({ id }));
  const rows = ids.slice(0, 12).map((id) => ({ store: 'entries' as const, id }));
  await other.write(purgeTrash({ rows }, () => undefined));
  await other.sync();
  one.fixture.clock.ms += 1000;
  await one.sync({ deletions: 'kept' });
  await other.sync();
  const { entries = [] } = await other.fixture.log.read(readVisible);
  expect(entries.map(({ note }) => note).sort()).toEqual(ids.map((_id, at) => `note ${at}`).sort());
  expect(entries.filter(({ purged }) => purged)).toEqual([]);
  expect(await other.fixture.log.read(readRows)).toEqual(await one.fixture.log.read(readRows));
});

test('a file whose end cannot be read keeps no other from being read or written', async () => {
  const { folder, one, other } = await createFolderPair();
  const lines = new TextEncoder().encode(
    `${JSON.stringify({ format: 1, schema: rowSchema, device: 'stranger', name: 'X', madeAt: 1 })}\n${'x'.repeat(200_000)}`,
  );
  const packed = new Uint8Array(
    await new Response(new Blob([lines]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );
  const bytes = packed.slice(0, packed.length - 12);
  const hash = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  await one.write(rateFilm({ film: her, value: 5 }));
  await one.sync();
  folder.files.set(`log-open/stranger-00000001-${hash}.seg`, { bytes, modifiedAt: 0 });
  await other.write(rateFilm({ film: filmInput('Melancholia', 2011, 'imdb:tt1527186'), value: 8 }));
  await other.sync();
  await one.sync();
  expect((await one.fixture.log.read(readVisible)).ratings).toHaveLength(2);
  expect((await one.store.peekProgress())?.unread).toBeGreaterThan(0);
});

test('what a rebuilt log lacks comes back from the files that this device wrote itself', async () => {
  const { one } = await createFolderPair();
  await one.write(rateFilm({ film: her, value: 9 }));
  await one.sync();
  await one.sync();
  // The database and its copies were lost in part, and the log was rebuilt without the rating.
  await one.fixture.log.read(async (db) => {
    await db.clear('ratings');
    const state = await db.get('meta', 'state');
    if (state) await db.put('meta', { ...state, supersedes: state.sequence, sequence: state.sequence + 1 });
  });
  await one.sync();
  expect((await one.fixture.log.read(readVisible)).ratings).toMatchObject([{ value: 9 }]);
});

test('a passphrase that another device changes during a pass ends it before anything is written', async () => {
  const { folder, one } = await createFolderPair();
  await one.sync();
  await one.write(rateFilm({ film: her, value: 9 }));
  const remote = createMemoryFiles(folder);
  const changing: FileRemote = {
    ...remote,
    list: async (path, options) => {
      const bytes = new TextEncoder().encode(
        JSON.stringify({ format: 1, generation: 'other', encryption: null }),
      );
      folder.files.set('marquee-sync.json', { bytes, modifiedAt: 0 });
      return remote.list(path, options);
    },
  };
  const before = folder.files.size;
  await expect(one.sync({ exchange: exchangeOver(one, changing) })).rejects.toMatchObject({
    fault: 'passphrase',
  });
  expect(folder.files.size).toBe(before);
});
