import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLogFixture, filmInput, type LogFixture } from '../testing/fixture.ts';
import { readVisible } from '../testing/visible.ts';
import type { RatingValue, WriteReceipt } from '../types.ts';
import {
  correctMatch,
  createList,
  editFilms,
  logEntry,
  mergeFilms,
  moveToFilm,
  rateFilm,
  setLiked,
  setWatchlist,
  splitFilm,
  undoWrite,
  type Command,
} from './commands.ts';

// Two rows of one film: the log has no sign that they are the same, and their ids contradict.
const page = filmInput('Anatomy of a Fall', 2023, 'imdb:tt17009710', 'tmdb:915935');
const double = filmInput('Anatomie d’une chute', 2023, 'imdb:tt99999999', 'letterboxd:anatomie');
const films = { page, double };
type Side = keyof typeof films;

interface Two {
  fixture: LogFixture;
  ids: Record<Side, string>;
  write: (command: Command) => ReturnType<LogFixture['log']['write']>;
  visible: () => ReturnType<typeof readVisible>;
}

/** A log with both rows, in which commands were written a second apart. */
async function createTwo(): Promise<Two> {
  const fixture = await createLogFixture();
  const { log, clock } = fixture;
  const write: Two['write'] = (command) => {
    clock.ms += 1000;
    return log.write(command);
  };
  const ids = { page: '', double: '' };
  for (const side of ['page', 'double'] as const)
    ids[side] = (await write(rateFilm({ film: films[side], value: null }))).filmId ?? '';
  return { fixture, ids, write, visible: () => log.read(readVisible) };
}

const ofFilm = async ({ fixture }: Two, store: 'entries' | 'ratings' | 'watchlist', filmId: string) => {
  const rows = await fixture.log.read((db) => db.getAllFromIndex(store, 'byFilm', filmId));
  return rows.filter(({ deleted }) => deleted === null);
};

const side = fc.constantFrom<Side>('page', 'double');
const value = fc.integer({ min: 1, max: 10 }).map((number) => number as RatingValue);
type Step = (ids: Record<Side, string>) => Command;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ of: side, value }).map(
    ({ of, ...rest }): Step =>
      () =>
        rateFilm({ film: films[of], criteria: { Story: 7 }, ...rest }),
  ),
  fc.record({ of: side, note: fc.string({ maxLength: 5 }) }).map(
    ({ of, note }): Step =>
      () =>
        logEntry({ film: films[of], entry: { note, watchedOn: '2024-02-03' }, origin: 'log' }),
  ),
  fc.record({ of: side, listed: fc.boolean() }).map(
    ({ of, listed }): Step =>
      () =>
        setWatchlist({ film: films[of], listed, reason: `why ${of}` }),
  ),
  side.map(
    (of): Step =>
      () =>
        setLiked({ film: { ...films[of], runtimeMinutes: 152, directors: ['J. T.'] }, liked: true }),
  ),
  fc.record({ of: side, tag: fc.constantFrom('court', 'Alps') }).map(
    ({ of, tag }): Step =>
      (ids) =>
        editFilms({ ids: [ids[of]], edit: { addTags: [tag] } }),
  ),
  side.map(
    (of): Step =>
      () =>
        correctMatch({ keys: [`title:seen as ${of}`], film: { ...emptyFilm, ...films[of] } }),
  ),
);
const emptyFilm = {
  ...{ originalTitle: null, alternativeTitles: [], releases: [], directors: [], writers: [], cast: [] },
  ...{ runtimeMinutes: null, genres: [], countries: [], languages: [] },
};

test('a merge keeps all entries, likes and tags, and a split or an undo brings both films back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 8 }),
      fc.constantFrom<Side | null>('page', 'double', null),
      fc.boolean(),
      async (steps, stays, splits) => {
        const two = await createTwo();
        const { ids, write, visible, fixture } = two;
        for (const next of steps) await write(next(ids));
        const before = await visible();
        const counts = await Promise.all(
          (['page', 'double'] as const).map(async (each) => ({
            entries: (await ofFilm(two, 'entries', ids[each])).length,
            rating: (await ofFilm(two, 'ratings', ids[each]))[0]?.id,
          })),
        );
        const request = { into: ids.page, from: ids.double, ...(stays && { ratingOf: ids[stays] }) };
        const receipt = await write(mergeFilms(request));
        expect(receipt.filmId).toBe(ids.page);
        const entries = await ofFilm(two, 'entries', ids.page);
        expect(entries).toHaveLength((counts[0]?.entries ?? 0) + (counts[1]?.entries ?? 0));
        expect((await ofFilm(two, 'ratings', ids.page)).length).toBeLessThanOrEqual(1);
        expect((await ofFilm(two, 'watchlist', ids.page)).length).toBeLessThanOrEqual(1);
        const chosen = stays === null ? undefined : counts[stays === 'page' ? 0 : 1]?.rating;
        if (chosen !== undefined) expect((await ofFilm(two, 'ratings', ids.page))[0]?.id).toBe(chosen);
        await write(splits ? splitFilm({ id: ids.double }) : undoWrite(receipt.changes));
        expect(await visible()).toEqual(before);
        expect((await fixture.log.check()).problems).toEqual([]);
        fixture.log.close();
      },
    ),
    { numRuns: 40 },
  );
});

test('a merged film is found by the ids of both, also by those that contradict', async () => {
  const { ids, write, fixture } = await createTwo();
  await write(mergeFilms({ into: ids.page, from: ids.double }));
  for (const film of [page, double]) {
    const { filmId } = await write(logEntry({ film, entry: {}, origin: 'log' }));
    expect(filmId).toBe(ids.page);
  }
  const row = await fixture.log.read((db) => db.get('films', ids.page));
  expect(row).toMatchObject({ title: 'Anatomy of a Fall' });
  expect(row?.refs.slice(0, 2)).toEqual(page.refs);
});

test('a split keeps what was changed after the merge', async () => {
  const two = await createTwo();
  const { ids, write } = two;
  await write(rateFilm({ film: page, value: 4 }));
  await write(rateFilm({ film: double, value: 9 }));
  await write(mergeFilms({ into: ids.page, from: ids.double, ratingOf: ids.page }));
  await write(logEntry({ film: page, entry: { note: 'after' }, origin: 'log' }));
  await write(setLiked({ film: page, liked: true }));
  await write(splitFilm({ id: ids.double }));
  expect(await ofFilm(two, 'ratings', ids.page)).toMatchObject([{ value: 4 }]);
  expect(await ofFilm(two, 'ratings', ids.double)).toMatchObject([{ value: 9 }]);
  expect(await ofFilm(two, 'entries', ids.page)).toMatchObject([{ note: 'after' }]);
  expect(await ofFilm(two, 'entries', ids.double)).toEqual([]);
  const kept = await two.fixture.log.read((db) => db.get('films', ids.page));
  expect(kept).toMatchObject({ liked: true, refs: expect.not.arrayContaining(double.refs) as string[] });
});

test('a film is split off again from the film that a later merge put it into', async () => {
  const two = await createTwo();
  const { ids, write } = two;
  const third = filmInput('Anatomy', 2023, 'imdb:tt88888888');
  const { filmId } = await write(logEntry({ film: third, entry: { note: 'third' }, origin: 'log' }));
  await write(logEntry({ film: double, entry: { note: 'double' }, origin: 'log' }));
  await write(mergeFilms({ into: ids.page, from: ids.double }));
  await write(mergeFilms({ into: filmId ?? '', from: ids.page }));
  expect(await ofFilm(two, 'entries', filmId ?? '')).toMatchObject([{ note: 'third' }, { note: 'double' }]);
  await write(splitFilm({ id: ids.double }));
  expect(await ofFilm(two, 'entries', ids.double)).toMatchObject([{ note: 'double' }]);
  expect(await ofFilm(two, 'entries', filmId ?? '')).toMatchObject([{ note: 'third' }]);
});

test('both films on one list become one item, and two again after a split', async () => {
  const two = await createTwo();
  const { ids, write, fixture } = two;
  const list = { name: 'Courtrooms', description: '', ranked: true };
  await write(createList({ ...list, films: [{ film: double, note: 'first' }, { film: page }] }));
  const listed = async () => {
    const items = await fixture.log.read((db) => db.getAll('listItems'));
    return items.flatMap(({ filmId, deleted, note }) => (deleted === null ? [[filmId, note]] : []));
  };
  const before = await listed();
  expect(before).toHaveLength(2);
  await write(mergeFilms({ into: ids.page, from: ids.double }));
  expect(await listed()).toEqual([[ids.page, 'first']]);
  await write(splitFilm({ id: ids.double }));
  expect(await listed()).toEqual(before);
});

test('entries and ids are moved to another film, new or known, and back by an undo', async () => {
  const two = await createTwo();
  const { ids, write, visible } = two;
  const receipt: Pick<WriteReceipt, 'filmId'> & { changes: { entries?: { after: { id: string } }[] } } =
    await write(logEntry({ film: page, entry: { note: 'the other one' }, origin: 'log' }));
  const entry = receipt.changes.entries?.[0]?.after.id ?? '';
  const before = await visible();
  const remake = filmInput('Anatomy of a Fall', 1959);
  const move = { id: ids.page, entries: [entry], refs: ['tmdb:915935' as const], film: remake };
  const moved = await write(moveToFilm(move));
  expect(moved.filmId).not.toBe(ids.page);
  expect(await ofFilm(two, 'entries', moved.filmId ?? '')).toMatchObject([{ note: 'the other one' }]);
  const row = await two.fixture.log.read((db) => db.get('films', moved.filmId ?? ''));
  expect(row).toMatchObject({ year: 1959, refs: expect.arrayContaining(['tmdb:915935']) as string[] });
  const old = await two.fixture.log.read((db) => db.get('films', ids.page));
  expect(old?.refs).not.toContain('tmdb:915935');
  await write(undoWrite(moved.changes));
  expect(await visible()).toEqual(before);
});

test.each<[string, (ids: Record<Side, string>) => Command, string]>([
  ['itself', (ids) => mergeFilms({ into: ids.page, from: ids.page }), 'bad-film'],
  ['a film that is not there', (ids) => mergeFilms({ into: ids.page, from: 'gone' }), 'not-found'],
  ['into a film that is not there', (ids) => mergeFilms({ into: 'gone', from: ids.page }), 'not-found'],
  ['a split of a film that was never joined', (ids) => splitFilm({ id: ids.double }), 'not-found'],
  [
    'a move of nothing',
    (ids) => moveToFilm({ id: ids.page, entries: ['gone'], refs: ['tmdb:1'], film: double }),
    'bad-value',
  ],
  [
    'a move to the same film',
    (ids) => moveToFilm({ id: ids.page, entries: [], refs: ['tmdb:915935'], film: page }),
    'bad-film',
  ],
])('refuses %s, and changes nothing', async (_what, command, code) => {
  const { ids, write, visible } = await createTwo();
  const before = await visible();
  await expect(write(command(ids))).rejects.toMatchObject({ code });
  expect(await visible()).toEqual(before);
});
