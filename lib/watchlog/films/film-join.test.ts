import { expect, test } from 'vitest';
import {
  correctMatch,
  editFilms,
  keepReview,
  logEntry,
  rateFilm,
  setLiked,
  setWatchlist,
  undoWrite,
  type Command,
} from '../commands/commands.ts';
import type { LogStore } from '../types.ts';
import { createLogFixture, filmInput, type LogFixture } from '../testing/fixture.ts';
import { cleanFilmInput } from './film-input.ts';

/** Two rows of one film, created in this order: the first one stays. */
const first = filmInput('Solaris', 1972, 'imdb:tt0069293', 'letterboxd:solaris');
const second = filmInput('Solyaris', 1972, 'tmdb:593', 'wikidata:Q192115');
const both = filmInput('Solaris', 1972, 'imdb:tt0069293', 'tmdb:593');
const films = { first, second };
type Side = keyof typeof films;
const sides: Side[] = ['first', 'second'];

interface Joined {
  fixture: LogFixture;
  filmId: string;
  ids: Record<Side, string>;
  /** The live rows of a store. */
  list: <S extends LogStore>(store: S) => Promise<Record<string, unknown>[]>;
  undo: () => Promise<void>;
}

/** Creates the two rows, writes data for them, a second apart each, and then joins them as one film. */
async function join(...commands: Command[]): Promise<Joined> {
  const fixture = await createLogFixture();
  const { log, clock } = fixture;
  const ids = { first: '', second: '' };
  for (const side of sides) {
    clock.ms += 1000;
    const { filmId } = await log.write(rateFilm({ film: films[side], value: null }));
    ids[side] = filmId ?? '';
  }
  expect(ids.first).not.toBe(ids.second);
  for (const command of commands) {
    clock.ms += 1000;
    await log.write(command);
  }
  clock.ms += 1000;
  // Names the film and changes nothing else.
  const entry = { film: both, entry: { note: 'joins' }, origin: 'log' as const, keepsWatchlist: true };
  const receipt = await log.write(logEntry(entry));
  return {
    fixture,
    ids,
    filmId: receipt.filmId ?? '',
    list: async (store) => {
      const rows: { deleted: string | null }[] = await log.read((db) => db.getAll(store));
      return rows.filter(({ deleted }) => deleted === null).map((row) => ({ ...row }));
    },
    undo: async () => void (await log.write(undoWrite(receipt.changes))),
  };
}

const editTags = (side: Side, ...tags: string[]): Command => {
  return async (commit) => {
    const row = (
      await commit.tx
        .objectStore('films')
        .index('byRef')
        .getAll(films[side].refs[0] ?? '')
    )[0];
    return editFilms({ ids: [row?.id ?? ''], edit: { addTags: tags } })(commit);
  };
};

test('keeps the older row, with the refs of both and the fields that only the other had', async () => {
  const { list, filmId, ids, fixture } = await join(
    setLiked({ film: { ...second, directors: ['Andrei Tarkovsky'], runtimeMinutes: 166 }, liked: false }),
  );
  expect(filmId).toBe(ids.first);
  const [row, ...others] = await list('films');
  expect(others).toEqual([]);
  expect(row).toMatchObject({ title: 'Solaris', directors: ['Andrei Tarkovsky'], runtimeMinutes: 166 });
  expect(row?.refs).toEqual(
    expect.arrayContaining([...first.refs, ...second.refs, 'title:solaris:1972', 'title:solyaris:1972']),
  );
  const gone = await fixture.log.read((db) => db.get('films', ids.second));
  expect(gone).toMatchObject({ refs: [], deleted: expect.any(String) as string });
});

test.each(sides)('keeps a like of the %s row', async (side) => {
  const { list } = await join(setLiked({ film: films[side], liked: true }));
  expect(await list('films')).toMatchObject([{ liked: true }]);
});

test('does not like a film that neither row liked', async () => {
  const { list } = await join();
  expect(await list('films')).toMatchObject([{ liked: false }]);
});

test('keeps the tags of both rows, each once', async () => {
  const { list } = await join(editTags('first', 'Space', 'slow'), editTags('second', 'slow', 'Soviet films'));
  expect(await list('films')).toMatchObject([{ tags: ['Space', 'slow', 'Soviet films'] }]);
});

test.each(sides)('keeps a rating of the %s row', async (side) => {
  const { list, filmId } = await join(rateFilm({ film: films[side], value: 7, criteria: { Story: 8 } }));
  expect(await list('ratings')).toMatchObject([{ filmId, value: 7, criteria: { Story: 8 } }]);
});

test.each([
  [sides, 9],
  [sides.toReversed(), 9],
])('keeps the newer of two ratings, given to %j', async (order, value) => {
  const [older, newer] = order;
  const { list, filmId } = await join(
    rateFilm({ film: films[older ?? 'first'], value: 4 }),
    rateFilm({ film: films[newer ?? 'second'], value: 9 }),
  );
  expect(await list('ratings')).toMatchObject([{ filmId, value }]);
});

test('keeps the entries, corrections and kept reviews of both rows', async () => {
  const review = (url: string) => ({ url }) as Parameters<typeof keepReview>[0]['review'];
  const { list, filmId } = await join(
    ...sides.flatMap((side) => [
      logEntry({ film: films[side], entry: { note: side }, origin: 'log' }),
      correctMatch({ keys: [`title:${side}`], film: cleanFilmInput(films[side]) }),
      keepReview({ film: films[side], review: review(`https://reviews.example/${side}`) }),
    ]),
  );
  const entries = await list('entries');
  expect(entries.map(({ note }) => note)).toEqual(['first', 'second', 'joins']);
  const corrections = await list('corrections');
  expect(corrections.map(({ key }) => key)).toEqual(['title:first', 'title:second']);
  const reviews = await list('keptReviews');
  expect(reviews.map(({ url }) => url)).toEqual(sides.map((side) => `https://reviews.example/${side}`));
  for (const row of [...entries, ...corrections, ...reviews]) expect(row.filmId).toBe(filmId);
});

test.each(sides)('keeps the watchlist item of the %s row', async (side) => {
  const { list, filmId } = await join(
    setWatchlist({ film: films[side], listed: true, priority: 2, reason: 'Ana says so' }),
  );
  expect(await list('watchlist')).toMatchObject([{ filmId, priority: 2, reason: 'Ana says so' }]);
});

test.each([[sides], [sides.toReversed()]])(
  'keeps the newer of two watchlist items, added to %j',
  async (order) => {
    const { list, filmId } = await join(
      ...order.map((side, at) => setWatchlist({ film: films[side], listed: true, reason: `reason ${at}` })),
    );
    expect(await list('watchlist')).toMatchObject([{ filmId, reason: 'reason 1' }]);
  },
);

test('restores both rows with their data when the join is undone', async () => {
  const { list, undo, ids } = await join(
    rateFilm({ film: first, value: 4 }),
    rateFilm({ film: second, value: 9 }),
    setLiked({ film: second, liked: true }),
    editTags('second', 'Soviet films'),
  );
  await undo();
  expect(await list('films')).toMatchObject([
    { id: ids.first, title: 'Solaris', liked: false, tags: [] },
    { id: ids.second, title: 'Solyaris', liked: true, tags: ['Soviet films'] },
  ]);
  const rows = await list('films');
  expect(rows[0]?.refs).not.toContain('tmdb:593');
  expect(rows[1]?.refs).toContain('tmdb:593');
  const ratings = await list('ratings');
  expect(ratings.map(({ filmId, value }) => [filmId, value]).sort()).toEqual([
    [ids.first, 4],
    [ids.second, 9],
  ]);
});
