import { expect, test } from 'vitest';
import type { FilmRef } from '../../films/types.ts';
import {
  editFilms,
  changeEntry,
  correctMatch,
  deleteEntry,
  logEntry,
  rateFilm,
  setLiked,
  setWatchlist,
  undoWrite,
} from './commands.ts';
import { inOneCommit } from '../testing/in-one-commit.ts';
import { cleanFilmInput } from '../films/film-input.ts';
import {
  findCorrections,
  findFilmByRefs,
  findOwnRecordsOfFilms,
  listEntriesOfFilm,
} from '../queries/queries.ts';
import { countAll, findOwnRecords } from '../testing/own-records.ts';
import { createLogFixture, her, melancholia, filmInput, type LogFixture } from '../testing/fixture.ts';
import type { EntryFields, FilmInput, OwnRecord, RatingValue, WriteChanges } from '../types.ts';

async function readOwn({ log }: LogFixture, ref: FilmRef): Promise<OwnRecord | null> {
  return (await log.read((db) => findOwnRecords(db, [ref]))).get(ref) ?? null;
}

function view(film: FilmInput, entry: EntryFields = {}) {
  return logEntry({ film, entry, origin: 'popup' });
}

test('finds a rating by every ref of the film, including its title and year', async () => {
  const fixture = await createLogFixture();
  const receipt = await fixture.log.write(rateFilm({ film: her, value: 9 }));
  expect(receipt.sequence).toBe(1);
  for (const ref of ['imdb:tt1798709', 'title:her:2013'] as const) {
    expect(await readOwn(fixture, ref)).toMatchObject({ filmId: receipt.filmId, rating: 9, watchedCount: 0 });
  }
  expect(await readOwn(fixture, 'imdb:tt0000001')).toBeNull();
});

test('shows the rating of the last rated entry for a film without its own rating', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  await log.write(view(her, { watchedOn: '2024-05-01', rating: 8 }));
  await log.write(view(her, { watchedOn: '2019', rating: 5 }));
  await log.write(view(her, { watchedOn: '2025-01-01' }));
  await log.write(view(her, { rating: 3 }));
  const record = { rating: 8, isRated: false, lastWatchedOn: '2025-01-01', watchedCount: 4 };
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject(record);
  await log.write(rateFilm({ film: her, value: 6 }));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ rating: 6, isRated: true });
  await log.write(rateFilm({ film: her, value: null }));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject(record);
});

test('replaces a rating with a second one, and writes nothing for an equal one', async () => {
  const { log } = await createLogFixture();
  await log.write(rateFilm({ film: her, value: 9 }));
  const second = await log.write(rateFilm({ film: her, value: 7 }));
  const same = await log.write(rateFilm({ film: her, value: 7 }));
  expect(same.sequence).toBe(second.sequence);
  expect(await log.read(countAll)).toMatchObject({ films: 1, ratings: 1 });
});

test('keeps one rating, the later one, if two windows rate a film in the same millisecond', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  await Promise.all(
    [8, 3, 10].map((value) => log.write(rateFilm({ film: her, value: value as RatingValue }))),
  );
  expect(await log.read((db) => db.count('ratings'))).toBe(1);
  expect(await log.read((db) => db.count('films'))).toBe(1);
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ rating: 10 });
});

test('leaves no rating after it is removed', async () => {
  const fixture = await createLogFixture();
  await fixture.log.write(rateFilm({ film: her, value: 9, criteria: { Story: 8 } }));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ criteria: { Story: 8 } });
  await fixture.log.write(rateFilm({ film: her, value: null }));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ rating: null });
});

test('logs an entry with only the given fields, without assuming a day or a rating', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  await log.write(rateFilm({ film: her, value: 9 }));
  const { filmId } = await log.write(view(her));
  await log.write(
    view(her, { watchedOn: '2024-01-14', rewatch: true, tags: [' cinema ', 'cinema', ''], rating: 8 }),
  );
  const entries = await log.read((db) => listEntriesOfFilm(db, filmId ?? ''));
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({ watchedOn: '2024-01-14', rewatch: true, tags: ['cinema'], rating: 8 });
  expect(entries[1]).toMatchObject({
    watchedOn: null,
    rewatch: false,
    finished: true,
    rating: null,
    note: '',
  });
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({
    rating: 9,
    watchedCount: 2,
    finished: true,
    lastWatchedOn: '2024-01-14',
  });
});

test('changes an entry field by field, and stamps only the changed field', async () => {
  const { log } = await createLogFixture();
  const { filmId, changes: undo } = await log.write(view(her, { watchedOn: '2024', note: 'first' }));
  const id = undo.entries?.[0]?.after.id ?? '';
  await log.write(changeEntry({ id, changes: { note: 'second' } }));
  const [entry] = await log.read((db) => listEntriesOfFilm(db, filmId ?? ''));
  expect(entry).toMatchObject({ watchedOn: '2024', note: 'second' });
  expect((entry?.stamps.note ?? '') > (entry?.stamps.watchedOn ?? '')).toBe(true);
});

test('keeps a deleted entry as a tombstone that queries skip, and undo restores it', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  const { filmId, changes: undo } = await log.write(view(her, { watchedOn: '2024-01-14' }));
  const id = undo.entries?.[0]?.after.id ?? '';
  const deletion = await log.write(deleteEntry({ id }));
  expect(await log.read((db) => listEntriesOfFilm(db, filmId ?? ''))).toEqual([]);
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ watchedCount: 0, lastWatchedOn: null });
  expect(await log.read((db) => db.count('entries'))).toBe(1);
  await expect(log.write(changeEntry({ id, changes: { note: 'x' } }))).rejects.toMatchObject({
    code: 'not-found',
  });
  await log.write(undoWrite(deletion.changes));
  expect(await log.read((db) => listEntriesOfFilm(db, filmId ?? ''))).toHaveLength(1);
});

test('lists a film once on the watchlist, with its day, priority and reason', async () => {
  const fixture = await createLogFixture();
  const { log, clock } = fixture;
  await log.write(setWatchlist({ film: her, listed: true, priority: 2, reason: 'for Friday' }));
  clock.ms += 1000;
  const again = await log.write(setWatchlist({ film: her, listed: true }));
  expect(again.sequence).toBe(1);
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ onWatchlist: true });
  await log.write(setWatchlist({ film: her, listed: false }));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ onWatchlist: false });
  await log.write(setWatchlist({ film: her, listed: true }));
  const rows = await log.read((db) => db.getAll('watchlist'));
  expect(rows).toMatchObject([{ priority: 2, reason: 'for Friday', deleted: null }]);
});

test('likes a film until the like is removed', async () => {
  const fixture = await createLogFixture();
  await fixture.log.write(setLiked({ film: her, liked: true }));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ liked: true });
  await fixture.log.write(setLiked({ film: her, liked: false }));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ liked: false });
});

test('applies a correction to each of its keys until another replaces it', async () => {
  const { log } = await createLogFixture();
  const keys: FilmRef[] = ['title:her', 'title:her:2014'];
  await log.write(correctMatch({ keys, film: cleanFilmInput(her) }));
  const found = await log.read((db) => findCorrections(db, [...keys, 'title:him']));
  expect([...found.keys()].sort()).toEqual(['title:her', 'title:her:2014']);
  expect(found.get('title:her')?.film).toMatchObject({ title: 'Her' });
  const second = await log.write(correctMatch({ keys: ['title:her'], film: null }));
  expect((await log.read((db) => findCorrections(db, keys))).get('title:her')).toMatchObject({ film: null });
  expect(await log.read((db) => db.count('corrections'))).toBe(2);
  await log.write(undoWrite(second.changes));
  expect((await log.read((db) => findCorrections(db, keys))).get('title:her')?.film).toMatchObject({
    title: 'Her',
  });
});

test('joins two films with all their data when a later id connects them', async () => {
  const fixture = await createLogFixture();
  const { log, clock } = fixture;
  await log.write(rateFilm({ film: filmInput('Her', 2013, 'imdb:tt1798709'), value: 4 }));
  clock.ms += 1000;
  await log.write(rateFilm({ film: filmInput('Her – a love story', 2013, 'tmdb:152601'), value: 9 }));
  await log.write(view(filmInput('Her – a love story', 2013, 'tmdb:152601'), { watchedOn: '2024-01-01' }));
  await log.write(
    correctMatch({
      keys: ['title:her'],
      film: cleanFilmInput(filmInput('Her – a love story', 2013, 'tmdb:152601')),
    }),
  );
  const ids = (await log.read((db) => db.getAllKeys('films'))).map(String);
  for (const [at, id] of ids.entries())
    await log.write(editFilms({ ids: [id], edit: { addTags: ['Both', `only ${at}`] } }));
  expect(await log.read(countAll)).toMatchObject({ films: 2, ratings: 2 });
  const join = await log.write(
    setLiked({ film: filmInput('Her', 2013, 'imdb:tt1798709', 'tmdb:152601'), liked: true }),
  );
  expect(await log.read(countAll)).toMatchObject({ films: 1, ratings: 1, entries: 1, corrections: 1 });
  for (const ref of ['imdb:tt1798709', 'tmdb:152601'] as const) {
    const own = await readOwn(fixture, ref);
    expect(own).toMatchObject({ filmId: join.filmId, rating: 9, watchedCount: 1, liked: true });
  }
  const joined = await log.read((db) => db.get('films', join.filmId ?? ''));
  expect(joined?.tags).toEqual(['Both', 'only 0', 'only 1']);
  await log.write(undoWrite(join.changes));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({
    rating: 4,
    watchedCount: 0,
    liked: false,
  });
  expect(await readOwn(fixture, 'tmdb:152601')).toMatchObject({ rating: 9, watchedCount: 1 });
});

test('keeps two films with one title and year apart if their ids differ', async () => {
  const { log } = await createLogFixture();
  const one = filmInput('The Double', 2013, 'imdb:tt0000111');
  const other = filmInput('The Double', 2013, 'imdb:tt0000222');
  await log.write(rateFilm({ film: one, value: 2 }));
  await log.write(rateFilm({ film: other, value: 9 }));
  expect(await log.read(countAll)).toMatchObject({ films: 2 });
  const own = await log.read((db) => findOwnRecordsOfFilms(db, [one, other, null]));
  expect(own.map((record) => record?.rating)).toEqual([2, 9, undefined]);
  const third = cleanFilmInput(filmInput('The Double', 2013, 'imdb:tt0000333')).refs;
  expect(await log.read((db) => findFilmByRefs(db, third))).toBeNull();
});

test('adds an id to a film that was first logged by title alone', async () => {
  const fixture = await createLogFixture();
  await fixture.log.write(rateFilm({ film: filmInput('Her', 2013), value: 8 }));
  await fixture.log.write(setWatchlist({ film: { ...her, directors: ['Spike Jonze'] }, listed: true }));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ rating: 8, onWatchlist: true });
  const film = await fixture.log.read((db) => findFilmByRefs(db, ['imdb:tt1798709']));
  expect(film).toMatchObject({ directors: ['Spike Jonze'], title: 'Her' });
});

test('runs many commands in one commit or none, and one undo reverts them all', async () => {
  const { log } = await createLogFixture();
  const receipt = await log.write(inOneCommit([rateFilm({ film: her, value: 9 }), view(melancholia)]));
  expect(receipt).toMatchObject({ sequence: 1, filmId: null });
  const halfBad = inOneCommit([rateFilm({ film: her, value: 2 }), deleteEntry({ id: 'none' })]);
  await expect(log.write(halfBad)).rejects.toMatchObject({ code: 'not-found' });
  expect(await log.read((db) => db.getAll('ratings'))).toMatchObject([{ value: 9 }]);
  await log.write(undoWrite(receipt.changes));
  expect(await log.read(countAll)).toMatchObject({ films: 0, ratings: 0, entries: 0 });
});

test('an undo can be undone, and is refused if all that it would revert was changed since', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  const first = await log.write(rateFilm({ film: her, value: 9 }));
  const second = await log.write(rateFilm({ film: her, value: 5 }));
  const undone = await log.write(undoWrite(second.changes));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ rating: 9 });
  await log.write(undoWrite(undone.changes));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ rating: 5 });
  await expect(log.write(undoWrite(first.changes))).rejects.toMatchObject({ code: 'changed-since' });
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ rating: 5 });
});

test('an undo succeeds if everything is already as it was before the write', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  await log.write(rateFilm({ film: her, value: 9 }));
  const change = await log.write(rateFilm({ film: her, value: 5 }));
  await log.write(undoWrite(change.changes));
  await log.write(undoWrite(change.changes));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toMatchObject({ rating: 9 });
});

test('an undo skips fields that were changed since, and reverts the others', async () => {
  const { log } = await createLogFixture();
  const { changes: undo } = await log.write(view(her, { note: 'first', place: 'home' }));
  const id = undo.entries?.[0]?.after.id ?? '';
  const change = await log.write(changeEntry({ id, changes: { note: 'second', place: 'cinema' } }));
  await log.write(changeEntry({ id, changes: { note: 'third', tags: ['late'] } }));
  await log.write(undoWrite(change.changes));
  const rows = await log.read((db) => db.getAll('entries'));
  expect(rows).toMatchObject([{ note: 'third', place: 'home', tags: ['late'] }]);
});

test('an undo accepts rows that were stored elsewhere, and rejects rows that no store can have', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  const { changes: undo } = await log.write(rateFilm({ film: her, value: 9 }));
  const sent: unknown = JSON.parse(JSON.stringify(undo));
  await log.write(undoWrite(sent as WriteChanges));
  expect(await readOwn(fixture, 'imdb:tt1798709')).toBeNull();
  const forged = structuredClone(undo);
  const rating = forged.ratings?.[0];
  if (rating) Object.assign(rating, { before: { ...rating.after, value: 99 } });
  await expect(log.write(undoWrite(forged))).rejects.toMatchObject({ code: 'bad-value' });
});

const bad = (film: Partial<FilmInput>): FilmInput => ({ ...her, ...film });
const fields = (entry: Record<string, unknown>): EntryFields => entry;

test.each([
  ['bad-rating', rateFilm({ film: her, value: 11 as RatingValue })],
  ['bad-rating', rateFilm({ film: her, value: 4.5 as RatingValue })],
  ['bad-rating', rateFilm({ film: her, value: 5, criteria: { Story: 0 as RatingValue } })],
  ['bad-film', rateFilm({ film: bad({ title: ' \u200b ' }), value: 5 })],
  ['bad-date', view(her, { watchedOn: '2023-02-29' })],
  ['bad-date', view(her, { watchedOn: '14.01.2024' })],
  ['bad-value', view(her, fields({ rewatch: 'yes' }))],
  ['bad-value', view(her, fields({ tags: 'cinema' }))],
  ['too-long', view(her, { tags: ['x'.repeat(101)] })],
  ['too-long', view(her, { note: 'x'.repeat(20_001) })],
  ['bad-value', correctMatch({ keys: [], film: null })],
  ['bad-value', correctMatch({ keys: ['nonsense' as FilmRef], film: null })],
  ['not-found', changeEntry({ id: 'none', changes: {} })],
])('%s: rejects an invalid command and changes nothing (%#)', async (code, command) => {
  const { log } = await createLogFixture();
  await expect(log.write(command)).rejects.toMatchObject({ name: 'LogError', code });
  expect(await log.read(countAll)).toMatchObject({ films: 0, ratings: 0, entries: 0, corrections: 0 });
  expect(await log.write(rateFilm({ film: her, value: 5 }))).toMatchObject({ sequence: 1 });
});

test('accepts 29 February of a leap year', async () => {
  const { log } = await createLogFixture();
  const { filmId } = await log.write(view(her, { watchedOn: '2024-02-29' }));
  expect(await log.read((db) => listEntriesOfFilm(db, filmId ?? ''))).toMatchObject([
    { watchedOn: '2024-02-29' },
  ]);
});

test('cuts the fields of a page’s film to their limits', () => {
  const film = cleanFilmInput({
    ...filmInput('\u202eHer\u202c '.repeat(500), 12, 'imdb:tt1', 'title:her'),
    cast: Array.from({ length: 1000 }, (_, at) => `Actor ${at}`),
    refs: ['imdb:tt1798709', 'title:her', 'nonsense' as FilmRef, `imdb:${'9'.repeat(400)}`],
    runtimeMinutes: Number.NaN,
  });
  expect(film.title.length).toBeLessThanOrEqual(500);
  expect(film.title).not.toContain('\u202e');
  expect(film).toMatchObject({ year: null, runtimeMinutes: null });
  expect(film.cast).toHaveLength(200);
  expect(film.refs.slice(0, 2)).toEqual(['imdb:tt1798709', 'title:her']);
  expect(cleanFilmInput(filmInput('Her', 2013, 'title:her')).refs).toEqual(['title:her:2013']);
});
