// Caches of past versions, whose shapes are written out here so that later changes of the code do not change them.
import { deleteDB, openDB, unwrap, type IDBPDatabase } from 'idb';
import { forceCloseDatabase } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { createCache } from './cache-database.ts';

const toVersion1 = (db: IDBPDatabase): void =>
  void db.createObjectStore('answers', { keyPath: 'key' }).createIndex('bySavedAt', 'savedAt');

function toVersion2(db: IDBPDatabase): void {
  toVersion1(db);
  const answers = db.createObjectStore('sourceAnswers', { keyPath: 'key' });
  answers.createIndex('byRef', 'refs', { multiEntry: true });
  answers.createIndex('bySource', 'source');
  answers.createIndex('byFetchedAt', 'fetchedAt');
  db.createObjectStore('meters', { keyPath: 'id' });
  db.createObjectStore('sites', { keyPath: 'id' });
  const posts = db.createObjectStore('posts', { keyPath: 'url' });
  posts.createIndex('byRef', 'refs', { multiEntry: true });
  posts.createIndex('bySite', 'siteId');
  posts.createIndex('byState', 'state');
  posts.createIndex('byPage', ['siteId', 'pagePending']);
}

async function makeOld(
  version: number,
  upgrade: (db: IDBPDatabase) => void,
  rows: Record<string, object>,
): Promise<string> {
  const name = `old-cache-${version}`;
  const db = await openDB(name, version, { upgrade });
  for (const [store, row] of Object.entries(rows)) await db.put(store, row);
  db.close();
  return name;
}

const answer = { key: 'title:her', findings: [], catalogues: 's', savedAt: 1 };

/** One row of each store of version 2, as that version wrote them. */
const rowsOfVersion2 = {
  answers: answer,
  sourceAnswers: {
    key: 'omdb imdb:tt1798709',
    source: 'omdb',
    refs: ['imdb:tt1798709', 'title:her:2013'],
    found: null,
    fetchedAt: 1_760_000_000_000,
    fault: null,
  },
  meters: {
    id: 'omdb',
    day: '2026-10-09',
    used: 12,
    failures: 0,
    fault: null,
    restUntil: 0,
    lastAnswerAt: 1_760_000_000_000,
  },
  sites: { id: 's1', cursor: null, lastFetchedAt: 1_760_000_000_000, fault: null },
  posts: {
    url: 'https://blog.example/her/',
    siteId: 's1',
    state: 'unmatched',
    isAssigned: false,
    post: { url: 'https://blog.example/her/', heading: 'Her', publishedOn: null, text: '' },
    parts: null,
    pagePending: 0,
    title: 'Her',
    year: 2013,
    candidates: [],
    review: null,
    refs: ['title:her:2013'],
  },
};

test('a cache of version 1 keeps its rows and gets the stores of later versions', async () => {
  const use = createCache(await makeOld(1, toVersion1, { answers: answer }));
  expect(await use((db) => db.getAll('answers'))).toEqual([answer]);
  for (const store of ['sourceAnswers', 'posts', 'undo', 'statedScores'] as const)
    expect(await use((db) => db.count(store))).toBe(0);
});

/** A post of an earlier version, whose id was its address, as it is now. */
const formatRenewed = (row: typeof rowsOfVersion2.posts) => ({
  ...row,
  id: row.url,
  post: { ...row.post, id: row.url, lines: [] },
  sighted: expect.objectContaining({ hint: expect.objectContaining({ title: 'Her' }) as unknown }) as unknown,
});

test('a cache of version 2 keeps every row, found by every index, and gets the stores of later versions', async () => {
  const use = createCache(await makeOld(2, toVersion2, rowsOfVersion2));
  const kept = await use(async (db) => ({
    answers: await db.get('answers', 'title:her'),
    sourceAnswers: await db.getFromIndex('sourceAnswers', 'byRef', 'title:her:2013'),
    meters: await db.get('meters', 'omdb'),
    sites: await db.get('sites', 's1'),
    posts: await db.getFromIndex('posts', 'byPage', ['s1', 0]),
  }));
  expect(kept).toEqual({
    ...rowsOfVersion2,
    posts: formatRenewed(rowsOfVersion2.posts),
    // Cursors of WordPress were in the wrong time zone before version 6.
    sites: { ...rowsOfVersion2.sites, lastFetchedAt: null, hasMore: false, checkedTo: null },
  });
  expect(await use((db) => db.countFromIndex('undo', 'byMadeAt'))).toBe(0);
  expect(await use((db) => db.countFromIndex('statedScores', 'byRef', 'title:her:2013'))).toBe(0);
});

test('a cache of version 4 keeps the posts of each site, with the films that the user chose', async () => {
  const name = 'old-cache-4';
  const posts = Array.from({ length: 500 }, (_, at) => ({
    ...rowsOfVersion2.posts,
    url: `https://blog.example/${at}/`,
    siteId: `s${at % 3}`,
    isAssigned: at % 7 === 0,
  }));
  const old = await openDB(name, 4, {
    upgrade(db) {
      toVersion2(db);
      db.createObjectStore('undo', { keyPath: 'token' }).createIndex('byMadeAt', 'madeAt');
      const scores = db.createObjectStore('statedScores', { keyPath: 'key' });
      scores.createIndex('byRef', 'refs', { multiEntry: true });
      scores.createIndex('bySavedAt', 'savedAt');
    },
  });
  for (const post of posts) await old.put('posts', post);
  await old.put('answers', answer);
  old.close();
  const use = createCache(name);
  const kept = await use((db) => db.getAll('posts'));
  expect(new Map(kept.map((row) => [row.url, row]))).toEqual(
    new Map(posts.map((row) => [row.url, formatRenewed(row)])),
  );
  expect(kept).toHaveLength(500);
  for (const [index, count] of [
    ['byRef', 500],
    ['bySite', 500],
    ['byState', 500],
    ['byPage', 500],
    ['byUrl', 500],
  ] as const)
    expect(await use((db) => db.countFromIndex('posts', index))).toBe(count);
  expect(await use((db) => db.getAll('answers'))).toEqual([answer]);
});

test('tasks that fail open no further connection, and do not disturb others', async () => {
  const open = vi.spyOn(indexedDB, 'open');
  const use = createCache('failing-tasks');
  const patient = use(async (db) => {
    for (let at = 0; at < 60; at += 1) await db.put('answers', { ...answer, key: String(at) });
    return await db.count('answers');
  });
  for (let at = 0; at < 50; at += 1)
    await expect(use(() => Promise.reject(new TypeError('no')))).rejects.toThrow('no');
  expect(await patient).toBe(60);
  expect(open).toHaveBeenCalledTimes(1);
});

test.each<[string, (db: IDBPDatabase) => unknown]>([
  ['the browser closed it', (db) => forceCloseDatabase(unwrap(db) as never)],
  ['another context needs it closed', () => openDB('lost-cache', 99).then((db) => db.close())],
])('the cache is opened again after %s', async (_why, lose) => {
  await deleteDB('lost-cache');
  const use = createCache('lost-cache');
  await use((db) => db.put('answers', answer));
  await use((db) => Promise.resolve(lose(db as never)));
  if (_why.startsWith('another')) await expect(use((db) => db.count('answers'))).rejects.toThrow('version');
  else expect(await use((db) => db.count('answers'))).toBe(1);
});

test('a cache that could not be opened is tried again', async () => {
  const use = createCache('opened-late');
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('not now', 'UnknownError');
  });
  await expect(use((db) => db.count('answers'))).rejects.toThrow('not now');
  expect(await use((db) => db.count('answers'))).toBe(0);
});
