// @module-tag slow
import { gzipSync } from 'node:zlib';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildCatalogue } from '../testing/build-catalogue.ts';
import type { InputFile } from '../builder/input-file.ts';
import { makeFilm } from '../../films/make-film.ts';
import { closeRatingsDatabase, ratingsDatabaseName } from '../imdb-ratings/database.ts';
import { runAlone } from '../imdb-ratings/run-alone.ts';
import { createRatingsReader } from '../imdb-ratings/stored-ratings.ts';
import { shardPath } from '../manifest.ts';
import { packTitles } from '../search/film-titles.ts';
import { openTitleSearch } from '../search/title-search.ts';
import { closeCatalogueDatabase, openCatalogueDatabase, catalogueDatabaseName } from './database.ts';
import type { ImportEnd, ImportJob, ImportProgress } from './import-protocol.ts';
import { runImport } from './run-import.ts';
import { listStoredBuilds } from './stored-build.ts';
import { listStoredCatalogues, openStoredCatalogue, removeStoredCatalogue } from './stored-catalogues.ts';

function file(name: string, content: string | Uint8Array<ArrayBuffer>): InputFile {
  const blob = new Blob([content]);
  return { name, size: blob.size, lastModified: Date.UTC(2026, 9, 1), stream: () => blob.stream() };
}

const basicsHeader =
  'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres';
const idOf = (at: number): string => `tt${String(at + 1).padStart(7, '0')}`;
const titleOf = (at: number): string => `Film ${at} of the long night`;
const filmCount = 4000;

function makeImdb(count: number, rating: string): ImportJob {
  const basics = Array.from(
    { length: count },
    (_, at) => `${idOf(at)}\tmovie\t${titleOf(at)}\t${titleOf(at)}\t0\t1990\t\\N\t90\tDrama`,
  );
  const ratings = Array.from({ length: count }, (_, at) => `${idOf(at)}\t${rating}\t${at}`);
  const pack = (name: string, lines: string[]) =>
    file(name, new Uint8Array(gzipSync(`${lines.join('\n')}\n`, { level: 1 })));
  return {
    kind: 'imdb',
    files: [
      pack('title.basics.tsv.gz', [basicsHeader, ...basics]),
      pack('title.ratings.tsv.gz', ['tconst\taverageRating\tnumVotes', ...ratings]),
    ],
  };
}

const small = makeImdb(300, '7.1');
const large = makeImdb(filmCount, '8.2');

function run(
  job: ImportJob,
  onProgress: (progress: ImportProgress) => void = () => {},
  signal = new AbortController().signal,
): Promise<ImportEnd> {
  return runImport(job, { signal, onProgress, now: () => 5, maxBufferedBytes: 200_000 });
}

async function scoreOf(at: number): Promise<number | null> {
  const catalogue = await openStoredCatalogue('imdb');
  const found = await catalogue?.lookUp([`imdb:${idOf(at)}`]);
  return found?.get(`imdb:${idOf(at)}`)?.[0]?.scores[0]?.value ?? null;
}

async function countRows(): Promise<Record<string, number>> {
  const db = await openCatalogueDatabase();
  const stores = ['shelves', 'builds', 'shards', 'rows'] as const;
  return Object.fromEntries(
    await Promise.all(stores.map(async (store) => [store, await db.count(store)] as const)),
  );
}

beforeEach(() => deleteDB(catalogueDatabaseName));
afterEach(closeCatalogueDatabase);

test('stores an import that can be looked up by id and title, and leaves no other data', async () => {
  const seen: ImportProgress[] = [];
  expect(await run(small, (progress) => seen.push(progress))).toMatchObject({
    type: 'done',
    id: 'imdb',
    films: 300,
    asOf: '2026-10-01',
    rowsRead: 300,
  });
  expect(await listStoredCatalogues()).toMatchObject([{ id: 'imdb', savedAt: 5, head: { films: 300 } }]);
  const catalogue = await openStoredCatalogue('imdb');
  const found = await catalogue?.lookUp([
    'title:film-7-of-the-long-night:1990',
    'imdb:tt0000300',
    'imdb:tt9999999',
  ]);
  expect([...(found?.values() ?? [])].map((films) => films.map(({ film }) => film.title))).toEqual([
    [titleOf(7)],
    [titleOf(299)],
    [],
  ]);
  expect(await countRows()).toMatchObject({ shelves: 1, builds: 0, rows: 0 });
  expect(new Set(seen.map(({ phase }) => phase))).toEqual(new Set(['reading', 'cutting']));
});

const akas = file(
  'title.akas.tsv',
  [
    'titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle',
    `${idOf(7)}\t1\tDer Nachtfilm\tDE\t\\N\t\\N\t\\N\t0`,
    `${idOf(7)}\t2\t${titleOf(7)}\tUS\t\\N\t\\N\t\\N\t0`,
    `${idOf(8)}\t1\t${titleOf(8)}\tUS\t\\N\t\\N\t\\N\t0`,
    'tt0113277\t1\tVurige Stad\tNL\t\\N\t\\N\t\\N\t0',
    'tt9999998\t1\tOnbekend\tNL\t\\N\t\\N\t\\N\t0',
    '',
  ].join('\n'),
);
const heat = { title: 'Heat', otherTitles: [], year: 1995, known: 80, ref: 'imdb:tt0113277' as const };
const openBuiltIn = () => Promise.resolve({ readTitles: () => Promise.resolve(packTitles([heat])) });
const runAkas = (files: InputFile[]): Promise<ImportEnd> =>
  runImport(
    { kind: 'imdb', files },
    { signal: new AbortController().signal, onProgress: () => {}, now: () => 5, openBuiltIn },
  );

test('title.akas alone adds other titles to the films that are known by their ids', async () => {
  await run(small);
  expect(await runAkas([akas])).toMatchObject({ type: 'done', id: 'imdb-titles', films: 2, rowsRead: 5 });
  expect(await listStoredCatalogues()).toHaveLength(2);
  const catalogue = await openStoredCatalogue('imdb-titles');
  const found = await catalogue?.lookUp(['title:nachtfilm', 'imdb:tt0113277', 'title:onbekend']);
  expect([...(found?.values() ?? [])].map((films) => films.map(({ film }) => film))).toMatchObject([
    [{ title: titleOf(7), year: 1990, alternativeTitles: ['Der Nachtfilm'] }],
    [{ title: 'Heat', year: 1995, alternativeTitles: ['Vurige Stad'] }],
    [],
  ]);
  expect(await findByWords('imdb-titles', 'vurige')).toEqual(['imdb:tt0113277']);
});

test('title.akas without a film that is known fails, and leaves the others as they were', async () => {
  const unknown = {
    ...akas,
    name: 'other.tsv',
    stream: () => new Blob(['titleId\ttitle\ntt9999998\tOnbekend\n']).stream(),
  };
  expect(await runAkas([unknown])).toMatchObject({ type: 'failed', reason: 'empty' });
  expect(await countRows()).toEqual({ shelves: 0, builds: 0, shards: 0, rows: 0 });
});

async function findByWords(id: string, text: string): Promise<string[]> {
  const titles = await (await openStoredCatalogue(id))?.readTitles?.();
  const search = titles && (await openTitleSearch(titles));
  return (search?.search(text, 3) ?? []).map(({ ref }) => ref);
}

test('the films of an import are found by words, that with most votes first', async () => {
  await run(small);
  expect(await findByWords('imdb', 'film night')).toEqual([
    'imdb:tt0000300',
    'imdb:tt0000299',
    'imdb:tt0000298',
  ]);
  expect(await findByWords('imdb', 'long 42')).toEqual(['imdb:tt0000043']);
});

/** Runs an import whose database access fails from a given moment, as if the worker had been terminated. */
async function killWhen(job: ImportJob, isTime: (progress: ImportProgress) => boolean): Promise<void> {
  vi.stubGlobal('console', { ...console, warn: vi.fn() });
  const killed = new DOMException('killed', 'InvalidStateError');
  await run(job, (progress) => {
    if (isTime(progress))
      vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
        throw killed;
      });
  });
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await closeCatalogueDatabase();
}

test.each<[string, (progress: ImportProgress) => boolean]>([
  ['while reading', ({ phase, done }) => phase === 'reading' && done > 2000],
  ['while cutting', ({ phase, done }) => phase === 'cutting' && done === 64],
])(
  'an import killed %s resumes with the same result; the old catalogue can be used meanwhile',
  async (_when, isTime) => {
    await run(small);
    await killWhen(large, isTime);
    expect(await listStoredBuilds()).toMatchObject([{ id: 'imdb', name: 'IMDb', files: [{}, {}] }]);
    expect([await scoreOf(7), await scoreOf(filmCount - 1)]).toEqual([7.1, null]);
    const seen: ImportProgress[] = [];
    expect(await run(large, (progress) => seen.push(progress))).toMatchObject({
      type: 'done',
      films: filmCount,
    });
    expect(seen[0]).toMatchObject({ isResumed: true });
    expect([await scoreOf(7), await scoreOf(2000), await scoreOf(filmCount - 1)]).toEqual([8.2, 8.2, 8.2]);
    const db = await openCatalogueDatabase();
    const stored = await db.getAll('shards');
    expect(await countRows()).toMatchObject({ shelves: 1, builds: 0, rows: 0 });
    await removeStoredCatalogue('imdb');
    await run(large);
    expect(await (await openCatalogueDatabase()).getAll('shards')).toEqual(stored);
  },
);

test('a cancelled import keeps the old catalogue and nothing of the new one', async () => {
  await run(small);
  const before = await countRows();
  const stop = new AbortController();
  const end = await run(large, ({ done }) => void (done > 2000 && stop.abort()), stop.signal);
  expect(end).toEqual({ type: 'cancelled' });
  expect(await scoreOf(7)).toBe(7.1);
  expect(await countRows()).toEqual(before);
});

test('a look-up during which the catalogue is replaced fails instead of finding no film', async () => {
  await run(small);
  const old = await openStoredCatalogue('imdb');
  await run(makeImdb(200, '9.0'));
  await expect(old?.lookUp(['imdb:tt0000001'])).rejects.toMatchObject({ reason: 'missing' });
  expect(await scoreOf(0)).toBe(9);
});

test('reports a full disk, and keeps the old catalogue', async () => {
  await run(small);
  const before = await countRows();
  // The disk becomes full when the first rows are saved: the transaction is aborted with the reason.
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const end = await run(makeImdb(2000, '9.0'), ({ done }) => {
    if (done < 500 || put.getMockImplementation()) return;
    put.mockImplementationOnce(function (this: IDBObjectStore) {
      Object.defineProperty(this.transaction, 'error', {
        get: () => new DOMException('', 'QuotaExceededError'),
      });
      queueMicrotask(() => this.transaction.abort());
      return this.count() as unknown as IDBRequest<IDBValidKey>;
    });
  });
  vi.restoreAllMocks();
  expect(end).toMatchObject({ type: 'failed', reason: 'no-space' });
  expect(await scoreOf(7)).toBe(7.1);
  expect(await countRows()).toEqual(before);
});

test('reports the file that is cut off, and keeps nothing of it', async () => {
  const [basics, ratings] = small.files;
  if (!basics || !ratings) throw new Error('no files');
  const bytes = new Uint8Array(await new Response(basics.stream()).arrayBuffer());
  const cut = file('title.basics.tsv.gz', bytes.slice(0, -200));
  expect(await run({ kind: 'imdb', files: [cut, ratings] })).toMatchObject({
    type: 'failed',
    reason: 'cut-off',
    file: 'title.basics.tsv.gz',
  });
  expect(await countRows()).toEqual({ shelves: 0, builds: 0, shards: 0, rows: 0 });
});

const info = { id: 'mine', name: 'Mine', asOf: '2026-01-02', licence: null, attribution: null, note: null };

test('imports a table with the user’s mapping of columns', async () => {
  const csv = file('films.csv', 'Nom;Note;tconst\n"Her; encore";8,5;tt1798709\n\n;3;tt0000002\n');
  const job: ImportJob = { kind: 'table', files: [csv], info, mapping: { Nom: 'title', Note: 'critics/10' } };
  expect(await run(job)).toMatchObject({
    type: 'done',
    id: 'mine',
    films: 1,
    skipped: { 'missing-title': 1 },
  });
  const found = await (await openStoredCatalogue('mine'))?.lookUp(['imdb:tt1798709']);
  expect(found?.get('imdb:tt1798709')).toMatchObject([
    {
      film: { title: 'Her; encore' },
      scores: [{ source: 'mine', value: 8.5, best: 10, asOf: '2026-01-02' }],
    },
  ]);
});

test.each<[string, string, string]>([
  ['without a title', 'a,b\n1,2\n', 'no-title-column'],
  ['of damaged JSON', '[{"title":', 'bad-json'],
  ['with nothing in it', '', 'empty'],
  ['with no film in it', 'title\n', 'empty'],
])('rejects a table %s', async (_what, text, reason) => {
  const end = await run({ kind: 'table', files: [file('films', text)], info, mapping: {} });
  expect(end).toMatchObject({ type: 'failed', reason });
});

async function makeFolder(): Promise<InputFile[]> {
  const films = Array.from({ length: 100 }, (_, at) => ({
    film: makeFilm({ title: titleOf(at), refs: [`imdb:${idOf(at)}`] }),
    scores: [],
  }));
  const { manifest, shards } = await buildCatalogue(
    films,
    { ...info, id: 'folder' },
    { minFilmsPerShard: 0.1 },
  );
  const files = [...shards].map(([prefix, bytes]) =>
    file(shardPath(prefix, manifest.shards[prefix] ?? '').replace('shards/', ''), bytes),
  );
  return [file('manifest.json', JSON.stringify(manifest)), ...files];
}

test('copies the folder of a catalogue and checks each shard', async () => {
  const files = await makeFolder();
  expect(await run({ kind: 'folder', files })).toMatchObject({ type: 'done', id: 'folder', films: 100 });
  const found = await (await openStoredCatalogue('folder'))?.lookUp(['imdb:tt0000042']);
  expect(found?.get('imdb:tt0000042')?.[0]?.film.title).toBe(titleOf(41));
  expect(await findByWords('folder', 'film 41 ')).toContain('imdb:tt0000042');
});

test('rejects a folder with a missing or changed shard', async () => {
  const files = await makeFolder();
  expect(await run({ kind: 'folder', files: files.slice(0, -1) })).toMatchObject({ reason: 'missing-file' });
  const changed = files.map((one, at) => (at === 3 ? { ...file(one.name, '{}'), name: one.name } : one));
  expect(await run({ kind: 'folder', files: changed })).toMatchObject({ reason: 'bad-catalogue' });
  expect(await countRows()).toEqual({ shelves: 0, builds: 0, shards: 0, rows: 0 });
});

describe('IMDb’s ratings', () => {
  const [basics, ratings] = small.files as [InputFile, InputFile];
  const rated = async (at: number): Promise<number | null> =>
    (await createRatingsReader()([idOf(at)])).ratings.get(idOf(at))?.value ?? null;
  beforeEach(async () => {
    await closeRatingsDatabase();
    await deleteDB(ratingsDatabaseName);
  });

  test('alone replace the table of ratings and make no catalogue', async () => {
    const end = await run({ kind: 'imdb', files: [ratings] });
    expect(end).toEqual({ type: 'ratings', ratings: 300, asOf: '2026-10-01' });
    expect(await rated(7)).toBe(7.1);
    expect(await listStoredCatalogues()).toEqual([]);
  });

  test('and films can be imported one after the other, in either order', async () => {
    expect(await run({ kind: 'imdb', files: [basics] })).toMatchObject({ type: 'done', films: 300 });
    expect(await rated(7)).toBeNull();
    expect(await run({ kind: 'imdb', files: [ratings] })).toMatchObject({ type: 'ratings' });
    expect(await rated(7)).toBe(7.1);
    expect((await openStoredCatalogue('imdb'))?.manifest.films).toBe(300);
    expect(await run({ kind: 'imdb', files: [basics] })).toMatchObject({ type: 'done' });
    expect(await rated(7)).toBe(7.1);
  });

  test('together with films go into both', async () => {
    expect(await run({ kind: 'imdb', files: [ratings, basics] })).toMatchObject({ type: 'done', films: 300 });
    expect(await rated(7)).toBe(7.1);
    expect(await scoreOf(7)).toBe(7.1);
  });

  test('are not replaced twice at the same time', async () => {
    const held = Promise.withResolvers<void>();
    const other = runAlone(() => held.promise);
    expect(await run({ kind: 'imdb', files: [ratings] })).toMatchObject({ type: 'failed', reason: 'busy' });
    held.resolve();
    await other;
    expect(await rated(7)).toBeNull();
  });
});
