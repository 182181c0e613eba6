// A whole log, and a whole copy of it, in parts that are short enough for slow lines.
import { describe, expect, test } from 'vitest';
import { changeEntry, logEntry, rateFilm } from '../watchlog/commands/commands.ts';
import type { StoredRow } from './rows.ts';
import { filmInput, her } from '../watchlog/testing/fixture.ts';
import { readRows, readVisible } from '../watchlog/testing/visible.ts';
import { createKey } from './encryption.ts';
import { usualLimits } from './file-sending.ts';
import { RemoteError } from './remotes/errors.ts';
import { createMemoryFiles, createMemoryFolder, type MemoryFolder } from './remotes/testing/memory-files.ts';
import { createMemoryDatabase, createMemoryDocuments } from './remotes/testing/memory-documents.ts';
import type { DocumentRemote, FileRemote } from './remotes/types.ts';
import { createRowCursor, rowSchema } from './rows.ts';
import { parseSegmentName, readSegment, writeSegment, type SegmentName } from './segments.ts';
import type { PendingFile } from './sync-types.ts';
import { createReplica, type Replica } from './testing/replicas.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Few rows in a file, and a whole copy soon. */
const limits = { ...usualLimits, rows: 5, filesPerCopy: 6 };

async function logMany(device: Replica, count: number, from = 0): Promise<void> {
  for (let at = from; at < from + count; at += 1)
    await device.write(
      logEntry({ film: filmInput(`Film ${at}`, 1950 + at), entry: { note: `note ${at}` }, origin: 'log' }),
    );
}

const countEntries = async ({ fixture }: Replica): Promise<number> =>
  (await fixture.log.read(readVisible)).entries?.length ?? 0;

interface StoredFile extends SegmentName {
  path: string;
}

const listFiles = ({ files }: MemoryFolder): StoredFile[] =>
  [...files.keys()].sort().flatMap((path) => {
    const parts = parseSegmentName(path.split('/').at(-1) ?? '');
    return parts === null ? [] : [{ ...parts, path }];
  });

const listCopies = (folder: MemoryFolder) => listFiles(folder).filter(({ kind }) => kind !== 'seg');

/** The folder, whose uploads fail after so many until `repair` is called. */
function createBreaking(folder: MemoryFolder, after: number) {
  const whole = createMemoryFiles(folder);
  const puts: string[] = [];
  let left = after;
  const remote: FileRemote = {
    ...whole,
    put: async (path, ...rest) => {
      if (left <= 0) throw new RemoteError('slow', 'the line of the test is slow');
      left -= 1;
      puts.push(path);
      return whole.put(path, ...rest);
    },
  };
  return { remote, puts, repair: () => void (left = Infinity) };
}

const isPart = (path: string): boolean => path.includes('log-');

test('a whole log goes in parts, and continues after an interruption with the part that is missing', async () => {
  const folder = createMemoryFolder();
  const { remote, puts, repair } = createBreaking(folder, 1 + 3);
  const one = await createReplica({ remote, limits: { ...limits, filesPerCopy: 64 } });
  await logMany(one, 20);
  await expect(one.sync()).rejects.toMatchObject({ code: 'slow' });
  expect(listFiles(folder)).toHaveLength(3);
  await one.restart();
  repair();
  await one.sync();
  const sent = puts.filter(isPart);
  expect(sent).toHaveLength(8);
  expect(new Set(sent).size).toBe(8);
  const other = await createReplica({ remote });
  await other.sync();
  expect(await other.fixture.log.read(readRows)).toEqual(await one.fixture.log.read(readRows));
  expect(await one.sync()).toEqual({ sent: 0, received: 0 });
});

test('a file that an earlier version left on its way, without how far the whole is, is sent', async () => {
  const folder = createMemoryFolder();
  const { remote, repair } = createBreaking(folder, 1);
  const one = await createReplica({ remote });
  await logMany(one, 2);
  await expect(one.sync()).rejects.toMatchObject({ code: 'slow' });
  const pending = await one.store.loadPending();
  if (pending === null) throw new Error('nothing is on its way');
  const { whole: _whole, count: _count, ...earlier } = pending;
  await one.store.savePending(earlier as PendingFile);
  repair();
  expect((await one.sync()).sent).toBeGreaterThan(0);
  const other = await createReplica({ remote });
  await other.sync();
  expect(await countEntries(other)).toBe(2);
  expect(await one.sync()).toEqual({ sent: 0, received: 0 });
});

test('a change between two parts of a whole log reaches the others too', async () => {
  const folder = createMemoryFolder();
  const { remote, repair } = createBreaking(folder, 1 + 5);
  const one = await createReplica({ remote, limits: { ...limits, filesPerCopy: 64 } });
  await logMany(one, 20);
  await one.write(rateFilm({ film: her, value: 3 }));
  await expect(one.sync()).rejects.toMatchObject({ code: 'slow' });
  const [entry] = (await one.fixture.log.read(readVisible)).entries ?? [];
  await one.write(rateFilm({ film: her, value: 9 }));
  await logMany(one, 1, 20);
  repair();
  await one.sync();
  await one.sync();
  const other = await createReplica({ remote });
  await other.sync();
  expect(entry).toBeDefined();
  expect(await other.fixture.log.read(readRows)).toEqual(await one.fixture.log.read(readRows));
  expect(await countEntries(other)).toBe(21);
});

/** A device whose first sending of the whole log ended after some requests. */
async function createInterrupted(requests: number) {
  const folder = createMemoryFolder();
  const { remote, repair } = createBreaking(folder, requests);
  const one = await createReplica({ remote, limits: { ...limits, filesPerCopy: 64 } });
  await logMany(one, 20);
  await expect(one.sync()).rejects.toMatchObject({ code: 'slow' });
  return { folder, remote, repair, one };
}

test('a whole log in parts begins again where a change was lost that none of them may have', async () => {
  const { remote, repair, one } = await createInterrupted(1 + 6);
  // Its note is lost with the process.
  await one.fixture.log.write(rateFilm({ film: filmInput('Film 0', 1950), value: 9 }));
  await one.restart();
  repair();
  await one.sync();
  const other = await createReplica({ remote });
  await other.sync();
  expect(await other.fixture.log.read(readRows)).toEqual(await one.fixture.log.read(readRows));
});

test('a whole log in parts begins again where one of them is gone', async () => {
  const { folder, remote, repair, one } = await createInterrupted(1 + 4);
  const [first] = listFiles(folder);
  folder.files.delete(first?.path ?? '');
  await one.store.changeProgress(() => ({ missingCount: 1 }));
  repair();
  await one.sync();
  const other = await createReplica({ remote });
  await other.sync();
  expect(await other.fixture.log.read(readRows)).toEqual(await one.fixture.log.read(readRows));
});

/** A device that has written a whole copy in several parts, and its folder. */
async function createCopier() {
  const folder = createMemoryFolder();
  const one = await createReplica({ remote: createMemoryFiles(folder), limits });
  await logMany(one, 20);
  await one.sync();
  const copy = listCopies(folder);
  return { folder, one, copy };
}

test('a whole copy is in parts that are numbered, and the last one says how many there are', async () => {
  const { copy } = await createCopier();
  expect(copy).toHaveLength(8);
  expect(copy.map(({ part }) => part)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(new Set(copy.map(({ first }) => first))).toEqual(new Set([copy[0]?.sequence]));
  expect(copy.map(({ kind }) => kind)).toEqual([...Array<string>(7).fill('part'), 'snap']);
});

test('an interrupted whole copy continues with the part that is missing, also when files come between', async () => {
  const folder = createMemoryFolder();
  // The manifest, eight files of the log, and seven parts.
  const { remote, puts, repair } = createBreaking(folder, 1 + 8 + 7);
  const one = await createReplica({ remote, limits });
  await logMany(one, 20);
  await expect(one.sync()).rejects.toMatchObject({ code: 'slow' });
  await one.restart();
  // In a part that was sent: the copy has it as it was.
  const [id = ''] = await one.fixture.log.read((db) => db.getAllKeys('entries'));
  await one.write(changeEntry({ id, changes: { note: 'changed' } }));
  repair();
  await one.sync();
  const copy = listCopies(folder);
  expect(new Set(puts).size).toBe(puts.length);
  expect(copy.map(({ part }) => part)).toEqual(copy.map((_one, at) => at + 1));
  expect(copy.at(-1)?.kind).toBe('snap');
});

/** A device whose whole copy has a file of changes between its parts. */
async function createInterleaved() {
  const folder = createMemoryFolder();
  const { remote, repair } = createBreaking(folder, 1 + 8 + 6);
  const one = await createReplica({ remote, limits });
  await logMany(one, 20);
  await expect(one.sync()).rejects.toMatchObject({ code: 'slow' });
  // The seventh part was on its way, and the eighth is sent after this.
  const [id = ''] = await one.fixture.log.read((db) => db.getAllKeys('entries'));
  await one.write(changeEntry({ id, changes: { note: 'changed' } }));
  repair();
  await one.sync();
  const [between] = listFiles(folder).filter(({ kind, sequence }) => kind === 'seg' && sequence > 8);
  if (between === undefined) throw new Error('no file is between the parts');
  expect(listCopies(folder).at(-1)?.sequence).toBeGreaterThan(between.sequence);
  return { folder, one, between };
}

test('files between the parts of a copy are read beside it, and stay when those before it go', async () => {
  const { folder, one, between } = await createInterleaved();
  one.fixture.clock.ms += 31 * dayMs;
  await one.sync();
  const left = listFiles(folder).map(({ sequence }) => sequence);
  expect(left).not.toContain(8);
  expect(left).toContain(between.sequence);
  const other = await createReplica({ remote: createMemoryFiles(folder) });
  await other.sync();
  expect(await other.fixture.log.read(readRows)).toEqual(await one.fixture.log.read(readRows));
});

test('who could not read a file between the parts of a copy does not count it as read', async () => {
  const { folder, one, between } = await createInterleaved();
  folder.files.delete(between.path);
  for (const { kind, path } of listFiles(folder)) if (kind === 'seg') folder.files.delete(path);
  const other = await createReplica({ remote: createMemoryFiles(folder) });
  await other.sync();
  expect(await countEntries(other)).toBe(20);
  expect((await other.store.peekProgress())?.read[one.device]?.upTo).toBe(between.sequence - 1);
});

test('a copy without one of its parts does not count: the files before it are read', async () => {
  const { folder, one, copy } = await createCopier();
  folder.files.delete(copy[3]?.path ?? '');
  // Many files before it: a copy would be read in their place.
  for (let at = 0; at < 12; at += 1) {
    await one.write(rateFilm({ film: her, value: ((at % 10) + 1) as 1 }));
    await one.sync();
  }
  const other = await createReplica({ remote: createMemoryFiles(folder) });
  await other.sync();
  expect(await other.fixture.log.read(readRows)).toEqual(await one.fixture.log.read(readRows));
});

test('where a part of a copy is torn the files before it are read, and only that part is read again', async () => {
  const folder = createMemoryFolder();
  const remote = createMemoryFiles(folder);
  const one = await createReplica({ remote, limits: { ...limits, filesPerCopy: 24 } });
  for (let at = 0; at < 24; at += 1) {
    await logMany(one, 1, at);
    await one.sync();
  }
  const torn = listCopies(folder)[2];
  const whole = folder.files.get(torn?.path ?? '');
  if (torn === undefined || whole === undefined) throw new Error('there is no copy');
  folder.files.set(torn.path, { ...whole, bytes: whole.bytes.slice(0, 30) });
  const gets: string[] = [];
  const counting: FileRemote = {
    ...remote,
    get: (path, options) => {
      gets.push(path);
      return remote.get(path, options);
    },
  };
  const other = await createReplica({ remote: counting });
  await other.sync();
  expect(await countEntries(other)).toBe(24);
  // The files before it are gone, as after 30 days, and the part is whole again.
  const late = await createReplica({ remote: counting });
  for (const { kind, path } of listFiles(folder)) if (kind === 'seg') folder.files.delete(path);
  await late.sync();
  expect(await countEntries(late)).toBe(0);
  folder.files.set(torn.path, whole);
  await late.sync();
  expect(await countEntries(late)).toBe(24);
  const first = listCopies(folder)[0]?.path ?? '';
  gets.length = 0;
  await late.sync();
  expect(gets.filter((path) => path.endsWith('.part') || path === first)).toEqual([]);
});

test.each([
  ['the last part', { ...limits, filesPerCopy: 24 }],
  ['the only file', { ...usualLimits, filesPerCopy: 24 }],
])(
  'where %s of a copy is torn, and nothing is left to read after it, the files before it are read',
  async (_which, copyLimits) => {
    const folder = createMemoryFolder();
    const remote = createMemoryFiles(folder);
    const one = await createReplica({ remote, limits: copyLimits });
    for (let at = 0; at < 24; at += 1) {
      await logMany(one, 1, at);
      await one.sync();
    }
    const torn = listCopies(folder).at(-1);
    const whole = folder.files.get(torn?.path ?? '');
    if (torn?.kind !== 'snap' || whole === undefined) throw new Error('there is no copy');
    folder.files.set(torn.path, { ...whole, bytes: whole.bytes.slice(0, 30) });
    const other = await createReplica({ remote });
    await other.sync();
    expect(await other.fixture.log.read(readRows)).toEqual(await one.fixture.log.read(readRows));
  },
);

test.each([
  ['is torn', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 30)],
  ['has other bytes', (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte) => byte ^ 1)],
])(
  'where a file %s that a whole copy has too, the copy is read, and the file is tried again',
  async (_what, spoil) => {
    const folder = createMemoryFolder();
    const remote = createMemoryFiles(folder);
    const one = await createReplica({ remote, limits });
    for (let at = 0; at < 6; at += 1) {
      await logMany(one, 1, at);
      await one.sync();
    }
    expect(listCopies(folder).at(-1)?.kind).toBe('snap');
    const torn = listFiles(folder).find(({ sequence }) => sequence === 3);
    const whole = folder.files.get(torn?.path ?? '');
    if (torn?.kind !== 'seg' || whole === undefined) throw new Error('there is no third file');
    folder.files.set(torn.path, { ...whole, bytes: spoil(whole.bytes) });
    const other = await createReplica({ remote });
    await other.sync();
    expect(await other.fixture.log.read(readRows)).toEqual(await one.fixture.log.read(readRows));
    const listNames = async () => (await other.store.peekProgress())?.read[one.device]?.names ?? [];
    const name = torn.path.split('/').at(-1);
    expect(await listNames()).not.toContain(name);
    folder.files.set(torn.path, whole);
    await other.sync();
    expect(await listNames()).toContain(name);
  },
);

test('files stay as long as a part of the copy that replaces them cannot be read back', async () => {
  const { folder, one, copy } = await createCopier();
  const path = copy[2]?.path ?? '';
  const whole = folder.files.get(path);
  const bytes = whole?.bytes.slice() ?? new Uint8Array();
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  folder.files.set(path, { bytes, modifiedAt: 0 });
  await one.store.changeProgress(({ snapshot }) => ({
    snapshot: snapshot && { ...snapshot, verifiedTo: 0 },
  }));
  one.fixture.clock.ms += 31 * dayMs;
  await one.sync();
  expect(listFiles(folder).filter(({ kind, sequence }) => kind === 'seg' && sequence <= 8)).toHaveLength(8);
  // The next copy takes its place, and once that is old the files go.
  await one.sync();
  one.fixture.clock.ms += 31 * dayMs;
  await one.sync();
  expect(listFiles(folder).filter(({ sequence }) => sequence <= 8)).toEqual([]);
  const late = await createReplica({ remote: createMemoryFiles(folder) });
  await late.sync();
  expect(await countEntries(late)).toBe(20);
});

test('a copy is read back part by part, and continues after an interruption', async () => {
  const folder = createMemoryFolder();
  const remote = createMemoryFiles(folder);
  const gets: string[] = [];
  let isBroken = true;
  const breaking: FileRemote = {
    ...remote,
    get: (path, options) => {
      if (isBroken && gets.length === 3) return Promise.reject(new RemoteError('slow', 'slow'));
      if (path.includes('log-')) gets.push(path);
      return remote.get(path, options);
    },
  };
  const one = await createReplica({ remote: breaking, limits });
  await logMany(one, 20);
  await expect(one.sync()).rejects.toMatchObject({ code: 'slow' });
  isBroken = false;
  await one.sync();
  expect(gets).toEqual(listCopies(folder).map(({ path }) => path));
});

test('who has read every change fetches no part of a copy', async () => {
  const folder = createMemoryFolder();
  const remote = createMemoryFiles(folder);
  const gets: string[] = [];
  const counting: FileRemote = {
    ...remote,
    get: (path, options) => {
      gets.push(path);
      return remote.get(path, options);
    },
  };
  const one = await createReplica({ remote, limits: { ...limits, filesPerCopy: 12 } });
  const other = await createReplica({ remote: counting });
  for (let at = 0; at < 26; at += 1) {
    await logMany(one, 1, at);
    await one.sync();
    await other.sync();
  }
  expect(listCopies(folder).length).toBeGreaterThan(8);
  expect(gets.filter((path) => /\.(?:part|snap)$/.test(path))).toEqual([]);
  expect((await other.store.peekProgress())?.read[one.device]?.beyond).toEqual([]);
  expect(await countEntries(other)).toBe(26);
});

test('a first pass over documents continues after an interruption where it was', async () => {
  const database = createMemoryDatabase(false);
  const whole = createMemoryDocuments(database);
  let written = 0;
  let isBroken = true;
  const remote: DocumentRemote = {
    ...whole,
    put: async (documents, options) => {
      const rows = documents.filter(({ id }) => id.includes(':') && !id.startsWith('device:'));
      if (isBroken && rows.length > 0 && written >= 400) throw new RemoteError('slow', 'slow');
      written += rows.length;
      return whole.put(documents, options);
    },
  };
  const one = await createReplica({ remote });
  await logMany(one, 300);
  await expect(one.sync()).rejects.toMatchObject({ code: 'slow' });
  await one.restart();
  await logMany(one, 1, 300);
  isBroken = false;
  const { sent } = await one.sync();
  expect(sent).toBeLessThan(300);
  await one.sync();
  const other = await createReplica({ remote: whole });
  await other.sync();
  expect(await countEntries(other)).toBe(301);
});

/** Rows with so many random letters each, which hardly compress. */
async function* createRows(count: number, letters: number): AsyncGenerator<StoredRow[]> {
  const device = await createReplica({ remote: createMemoryFiles(createMemoryFolder()) });
  await logMany(device, 1);
  const [entry] = await device.fixture.log.read((db) => db.getAll('entries'));
  device.close();
  if (entry === undefined) throw new Error('no entry');
  for (let at = 0; at < count; at += 100) {
    yield Array.from({ length: 100 }, (_none, nth): StoredRow => {
      const random = crypto.getRandomValues(new Uint8Array(letters));
      const note = Array.from(random, (byte) => String.fromCharCode(32 + (byte % 90))).join('');
      return { store: 'entries', row: { ...entry, id: `entry-${at + nth}`, note } };
    });
  }
}

describe('files', () => {
  const about = { schema: rowSchema, device: 'device01', name: 'One', madeAt: 1 };

  test('have at most some 0.4 MB, and together every row once', async () => {
    const cursor = createRowCursor(createRows(1500, 1000));
    const ids: string[] = [];
    const sizes: number[] = [];
    for (let part = 1, isLast = false; !isLast; part += 1) {
      const target = { sequence: part, first: 1, part, isCopy: true, key: null, limits: usualLimits };
      const file = await writeSegment(about, target, cursor);
      isLast = file.isLast;
      sizes.push(file.bytes.length);
      const name = parseSegmentName(file.name);
      if (name === null) throw new Error(`${file.name} is no name`);
      const reading = await readSegment(name, file.bytes, { key: null });
      if (reading.state !== 'read') throw new Error(reading.state);
      for await (const { rows } of reading.batches) ids.push(...rows.entries.map(({ id }) => id));
    }
    expect(ids).toEqual(Array.from({ length: 1500 }, (_none, at) => `entry-${at}`));
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(500_000);
  });

  test('that are encrypted are read under no other number of the copy', async () => {
    const { key } = await createKey('open sesame, friend', 1000);
    const target = { sequence: 7, first: 5, part: 3, isCopy: true, key, limits: { bytes: 1, rows: 1 } };
    const file = await writeSegment(about, target, createRowCursor(createRows(200, 10)));
    const name = parseSegmentName(file.name);
    if (name === null) throw new Error(`${file.name} is no name`);
    expect(name).toMatchObject({ kind: 'part', first: 5, part: 3 });
    expect((await readSegment(name, file.bytes, { key })).state).toBe('read');
    for (const change of [{ part: 2 }, { first: 4 }, { kind: 'snap' as const }])
      expect((await readSegment({ ...name, ...change }, file.bytes, { key })).state).toBe('sealed');
  });

  test.each(['00000005-0001.seg', '0000005-0003.part', 'part', '00000007-0001.snap'])(
    'with the ending "%s" are not ours',
    (ending) => expect(parseSegmentName(`device01-00000007-${'a'.repeat(64)}.${ending}`)).toBeNull(),
  );

  test('of a copy in one file are read under the name that they had from the beginning', () => {
    const name = `device01-00000007-${'a'.repeat(64)}.snap`;
    expect(parseSegmentName(name)).toMatchObject({ kind: 'snap', first: 7, part: 1, sequence: 7 });
  });
});
