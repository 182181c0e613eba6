import { expect, test } from 'vitest';
import {
  changeFilm,
  deleteEntry,
  editEntries,
  editFilms,
  logEntry,
  reassignEntry,
  rateCriteria,
  rateFilm,
  setLiked,
  setWatchlist,
  undoWrite,
} from './commands.ts';
import { inOneCommit } from '../testing/in-one-commit.ts';
import { isTotalOverruled, meanOfCriteria } from './criteria.ts';
import { maxRowsPerEdit } from './edit-types.ts';
import { findOwnRecord } from '../testing/own-records.ts';
import { createLogFixture, her, melancholia, filmInput, type LogFixture } from '../testing/fixture.ts';
import { readVisible } from '../testing/visible.ts';
import type { EntryFields, RatingValue } from '../types.ts';

async function logAll({ log }: LogFixture, entries: EntryFields[]): Promise<string[]> {
  await log.write(inOneCommit(entries.map((entry) => logEntry({ film: her, entry, origin: 'log' }))));
  return (await log.read((db) => db.getAllKeys('entries'))).map(String);
}

test.each<[Record<string, RatingValue>, RatingValue | null]>([
  [{}, null],
  [{ Story: 7 }, 7],
  [{ Story: 7, Acting: 8 }, 8],
  [{ Story: 1, Acting: 1, Sound: 2 }, 1],
  [{ Story: 10, Acting: 10 }, 10],
])('criteria %j have the mean %s', (criteria, total) => {
  expect(meanOfCriteria(criteria)).toBe(total);
  expect(isTotalOverruled(total, criteria)).toBe(false);
});

test('a total follows the criteria until the user sets another, which then stays', async () => {
  const { log } = await createLogFixture();
  const total = async () => (await log.read((db) => db.getAll('ratings'))).map(({ value }) => value);
  await log.write(rateCriteria({ film: her, criteria: { Story: 6 } }));
  expect(await total()).toEqual([6]);
  await log.write(rateCriteria({ film: her, criteria: { Story: 6, Acting: 10 } }));
  expect(await total()).toEqual([8]);
  await log.write(rateFilm({ film: her, value: 9 }));
  await log.write(rateCriteria({ film: her, criteria: { Story: 2, Acting: 2 } }));
  expect(await total()).toEqual([9]);
});

test('moves an entry to another film, and one undo moves it back', async () => {
  const fixture = await createLogFixture();
  const [id = ''] = await logAll(fixture, [{}]);
  const before = await fixture.log.read((db) => db.get('entries', id));
  const receipt = await fixture.log.write(reassignEntry({ id, film: melancholia }));
  const moved = await fixture.log.read((db) => db.get('entries', id));
  expect(moved?.filmId).toBe(receipt.filmId);
  expect(moved?.filmId).not.toBe(before?.filmId);
  await fixture.log.write(undoWrite(receipt.changes));
  expect((await fixture.log.read((db) => db.get('entries', id)))?.filmId).toBe(before?.filmId);
});

test(
  'tags, changes and deletes many entries in one commit each, and one undo reverts it',
  { tags: 'slow' },
  async () => {
    const fixture = await createLogFixture();
    const { log } = fixture;
    const ids = await logAll(
      fixture,
      Array.from({ length: 300 }, (_, at) => ({ watchedOn: '2023-05', tags: at % 2 ? ['Kino'] : ['tv'] })),
    );
    const edits = [
      { addTags: ['seen with Mia'], removeTags: ['KINO'] },
      { set: { rating: 8 as const, place: 'Odeon' } },
      { isDeleted: true as const },
    ];
    for (const edit of edits) {
      const before = await log.read(readVisible);
      const receipt = await log.write(editEntries({ ids, edit }));
      const after = await log.read(readVisible);
      expect(after).not.toEqual(before);
      await log.write(undoWrite(receipt.changes));
      expect(await log.read(readVisible)).toEqual(before);
      await log.write(editEntries({ ids, edit }));
    }
    expect((await log.read(readVisible)).entries).toEqual([]);
    const [one] = await log.read((db) => db.getAll('entries', undefined, 1));
    expect(one).toMatchObject({ tags: ['tv', 'seen with Mia'], rating: 8, place: 'Odeon' });
  },
);

test('an edit skips missing entries, and rejects no ids, too many ids and invalid fields', async () => {
  const fixture = await createLogFixture();
  const [id = ''] = await logAll(fixture, [{}]);
  await fixture.log.write(deleteEntry({ id }));
  const receipt = await fixture.log.write(editEntries({ ids: [id, 'gone'], edit: { addTags: ['x'] } }));
  expect(receipt.changes.entries).toEqual([]);
  const refused: [Parameters<typeof editEntries>[0], string][] = [
    [{ ids: [], edit: {} }, 'bad-value'],
    [{ ids: Array.from({ length: maxRowsPerEdit + 1 }, String), edit: {} }, 'bad-value'],
    [{ ids: [id], edit: { set: { watchedOn: '2023-02-30' } } }, 'bad-date'],
    [{ ids: [id], edit: { addTags: ['x'.repeat(101)] } }, 'too-long'],
  ];
  for (const [request, code] of refused)
    await expect(fixture.log.write(editEntries(request))).rejects.toMatchObject({ code });
});

test('rates, likes and lists many films in one commit', async () => {
  const { log } = await createLogFixture();
  await log.write(inOneCommit([her, melancholia].map((film) => setLiked({ film, liked: false }))));
  const ids = (await log.read((db) => db.getAllKeys('films'))).map(String);
  const before = await log.read(readVisible);
  const receipt = await log.write(
    editFilms({ ids, edit: { rating: 9, liked: true, listed: true, priority: 2 } }),
  );
  const [id = ''] = ids;
  expect(await log.read((db) => findOwnRecord(db, id))).toMatchObject({
    rating: 9,
    liked: true,
    onWatchlist: true,
  });
  await log.write(undoWrite(receipt.changes));
  expect(await log.read(readVisible)).toEqual(before);
});

test('adds and removes tags of many films in one commit, ignoring case', async () => {
  const { log } = await createLogFixture();
  await log.write(inOneCommit([her, melancholia].map((film) => setLiked({ film, liked: true }))));
  const ids = (await log.read((db) => db.getAllKeys('films'))).map(String);
  const listTags = async (): Promise<string[][]> =>
    (await log.read((db) => db.getAll('films'))).map(({ tags }) => tags);
  const [first = ''] = ids;
  await log.write(editFilms({ ids: [first], edit: { addTags: ['For winter', 'old'] } }));
  const receipt = await log.write(editFilms({ ids, edit: { addTags: ['for Winter'], removeTags: ['OLD'] } }));
  expect(await listTags()).toEqual([['For winter'], ['for Winter']]);
  expect(await log.read((db) => findOwnRecord(db, first))).toMatchObject({ liked: true });
  await log.write(undoWrite(receipt.changes));
  expect(await listTags()).toEqual([['For winter', 'old'], []]);
  const tooLong = editFilms({ ids, edit: { addTags: ['x'.repeat(101)] } });
  await expect(log.write(tooLong)).rejects.toMatchObject({ code: 'too-long' });
});

test('rates a film with more tags than allowed, which merging two copies of a log can produce', async () => {
  const { log } = await createLogFixture();
  const { filmId } = await log.write(setLiked({ film: her, liked: true }));
  const id = filmId ?? '';
  const tags = Array.from({ length: 501 }, (_, at) => `tag ${at}`);
  await log.write(async (commit) => {
    const film = await commit.find('films', id);
    if (film !== null) await commit.save('films', { ...film, tags });
    return id;
  });
  await log.write(editFilms({ ids: [id], edit: { rating: 9 } }));
  expect(await log.read((db) => findOwnRecord(db, id))).toMatchObject({ rating: 9, liked: true });
  expect((await log.read((db) => db.get('films', id)))?.tags).toEqual(tags);
});

test('deletes a film with all its rows, and an undo restores them', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  await logAll(fixture, [{ note: 'again' }, {}]);
  await log.write(rateFilm({ film: her, value: 9 }));
  await log.write(setWatchlist({ film: her, listed: true, reason: 'soon' }));
  const before = await log.read(readVisible);
  const [id = ''] = (await log.read((db) => db.getAllKeys('films'))).map(String);
  const { changes: undo } = await log.write(editFilms({ ids: [id], edit: { isDeleted: true } }));
  const after = await log.read(readVisible);
  expect([after.films, after.entries, after.ratings, after.watchlist]).toEqual([[], [], [], []]);
  await log.write(undoWrite(undo));
  expect(await log.read(readVisible)).toEqual(before);
});

test.each([
  [filmInput('Heer', 2013), { title: 'Her' }, ['title:her:2013']],
  [filmInput('Her', 2012), { year: 2013, directors: [' Spike  Jonze'] }, ['title:her:2013']],
  [
    filmInput('Her', 2012, 'imdb:tt1798709'),
    { year: 2013, directors: ['Spike Jonze'] },
    ['imdb:tt1798709', 'title:her:2013'],
  ],
])('corrects facts of a film and finds it by them: %#', async (film, changes, refs) => {
  const { log } = await createLogFixture();
  const { filmId } = await log.write(setLiked({ film, liked: true }));
  await log.write(changeFilm({ id: filmId ?? '', changes }));
  const row = await log.read((db) => db.get('films', filmId ?? ''));
  expect(row).toMatchObject({ title: 'Her', year: 2013, refs, liked: true });
  await expect(log.write(changeFilm({ id: 'gone', changes }))).rejects.toMatchObject({ code: 'not-found' });
  await expect(log.write(changeFilm({ id: filmId ?? '', changes: { title: ' ' } }))).rejects.toMatchObject({
    code: 'bad-film',
  });
});
