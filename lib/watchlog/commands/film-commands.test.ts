import { beforeEach, expect, test } from 'vitest';
import { cleanFilmInput } from '../films/film-input.ts';
import type { Log } from '../log.ts';
import { createLogFixture, filmInput, her, melancholia } from '../testing/fixture.ts';
import { limits } from '../../text/log-limits.ts';
import {
  correctMatch,
  deleteEntry,
  editEntries,
  editFilms,
  logEntry,
  purgeTrash,
  rateCriteria,
  rateFilm,
  reassignEntry,
  restoreTrash,
  setLiked,
  setWatchlist,
  undoWrite,
} from './commands.ts';
import { maxRowsPerEdit, type FilmEdit } from './edit-types.ts';
import type { WatchEntry } from '../types.ts';

const start = Date.UTC(2024, 0, 15, 12);

let log: Log;
let clock: { ms: number };

beforeEach(async () => {
  ({ log, clock } = await createLogFixture());
});

const listRatings = () => log.read((db) => db.getAll('ratings'));
const listWatchlist = () => log.read((db) => db.getAll('watchlist'));
const listEntryIds = async () => (await log.read((db) => db.getAllKeys('entries'))).map(String);
const view = (entry = {}, film = her) => log.write(logEntry({ film, entry, origin: 'log' }));
const edit = (ids: (string | null)[], change: FilmEdit) =>
  log.write(editFilms({ ids: ids.map((id) => id ?? ''), edit: change }));

test.each(['popup', 'log', 'import', 'menu', 'command'] as const)(
  'an entry from %s is logged at the present time',
  async (origin) => {
    const { filmId } = await log.write(logEntry({ film: her, entry: {}, origin }));
    const [row] = await log.read((db) => db.getAll('entries'));
    expect(row).toMatchObject({ filmId, origin, loggedAt: start, importId: null, deleted: null });
  },
);

test('an entry from an unknown place is refused', async () => {
  const origin = 'elsewhere' as WatchEntry['origin'];
  await expect(log.write(logEntry({ film: her, entry: {}, origin }))).rejects.toMatchObject({
    code: 'bad-value',
  });
});

test('an entry is deleted once; one that never was cannot be', async () => {
  const { filmId } = await view();
  const [id = ''] = await listEntryIds();
  const first = await log.write(deleteEntry({ id }));
  clock.ms += 1000;
  const second = await log.write(deleteEntry({ id }));
  expect([first.filmId, second.filmId]).toEqual([filmId, filmId]);
  expect(second.sequence).toBe(first.sequence);
  await expect(log.write(deleteEntry({ id: 'none' }))).rejects.toMatchObject({ code: 'not-found' });
  await expect(log.write(reassignEntry({ id, film: melancholia }))).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a rating keeps its time until its value is another or it was taken back', async () => {
  const times: unknown[] = [];
  for (const value of [9, 9, 8, null, 8] as const) {
    await log.write(rateFilm({ film: her, value }));
    times.push((await listRatings()).map(({ ratedAt }) => ratedAt - start));
    clock.ms += 1;
  }
  expect(times).toEqual([[0], [0], [2], [3], [4]]);
});

test('to take back a rating that was never given writes no rating', async () => {
  await log.write(rateFilm({ film: her, value: null }));
  expect(await listRatings()).toEqual([]);
  await log.write(rateFilm({ film: her, value: null, criteria: { Story: 7 } }));
  expect(await listRatings()).toMatchObject([{ value: null, criteria: { Story: 7 } }]);
});

test('criteria of a deleted rating do not decide the total of a new one', async () => {
  const { filmId } = await log.write(rateFilm({ film: her, value: 9, criteria: { Story: 2 } }));
  await edit([filmId], { isDeleted: true });
  await log.write(rateCriteria({ film: her, criteria: { Story: 4 } }));
  expect(await listRatings()).toMatchObject([{ value: 4, criteria: { Story: 4 }, deleted: null }]);
});

test('a watchlist item keeps the time it was added until it is added again, also after its removal', async () => {
  await log.write(setWatchlist({ film: her, listed: false }));
  expect(await listWatchlist()).toEqual([]);
  const days: unknown[] = [];
  for (const listed of [true, true, false, false, true]) {
    await log.write(setWatchlist({ film: her, listed }));
    days.push((await listWatchlist()).map(({ addedAt, deleted }) => [addedAt - start, deleted === null]));
    clock.ms += 1;
  }
  expect(days).toEqual([[[0, true]], [[0, true]], [[0, false]], [[0, false]], [[4, true]]]);
  expect(await listWatchlist()).toMatchObject([{ priority: 0, reason: '' }]);
});

test('a reason on the watchlist may be as long as a note, and no longer', async () => {
  const list = (length: number) =>
    log.write(setWatchlist({ film: her, listed: true, reason: 'x'.repeat(length) }));
  await expect(list(limits.note + 1)).rejects.toMatchObject({ code: 'too-long' });
  await list(limits.note);
  expect((await listWatchlist())[0]?.reason).toHaveLength(limits.note);
});

test('a correction has at most as many keys as allowed, each once, and answers its film', async () => {
  const key = (at: number) => `title:film ${at}` as const;
  const keys = Array.from({ length: limits.keys + 1 }, (_, at) => key(at));
  const film = cleanFilmInput(her);
  await expect(log.write(correctMatch({ keys, film }))).rejects.toMatchObject({ code: 'bad-value' });
  const allowed = [...keys.slice(1), key(1)];
  const { filmId } = await log.write(correctMatch({ keys: allowed, film }));
  const rows = await log.read((db) => db.getAll('corrections'));
  expect(rows).toHaveLength(limits.keys);
  expect(new Set(rows.map((row) => row.filmId))).toEqual(new Set([filmId]));
  const long = [`imdb:${'1'.repeat(limits.ref)}`] as const;
  await expect(log.write(correctMatch({ keys: [...long], film }))).rejects.toMatchObject({
    code: 'bad-value',
  });
});

test('an edit answers its film where it was of one, and none where it was of several', async () => {
  const { filmId } = await view();
  await view();
  const other = await view({}, melancholia);
  const [one = '', two = '', three = ''] = await listEntryIds();
  const tag = async (ids: string[]) =>
    (await log.write(editEntries({ ids, edit: { addTags: [ids.join()] } }))).filmId;
  expect(await tag([one, two])).toBe(filmId);
  expect(await tag([one, three])).toBeNull();
  expect((await edit([filmId, 'gone'], { liked: true })).filmId).toBe(filmId);
  expect((await edit([filmId, other.filmId], { liked: false })).filmId).toBeNull();
  expect((await edit(['gone'], { liked: false })).filmId).toBeNull();
});

test('films that were deleted are passed over by an edit, a rating that is none is refused', async () => {
  const { filmId } = await log.write(setLiked({ film: her, liked: true }));
  await expect(edit([filmId], { rating: 11 as never })).rejects.toMatchObject({ code: 'bad-rating' });
  await edit([filmId], { isDeleted: true });
  const { sequence } = await edit([filmId], { rating: 9 });
  expect(sequence).toBe(2);
  expect(await listRatings()).toEqual([]);
});

test('a bulk rating is given, kept with its time, changed and taken back', async () => {
  const { filmId } = await log.write(setLiked({ film: her, liked: true }));
  const { sequence } = await edit([filmId], { rating: null });
  expect(sequence).toBe(1);
  const rows: unknown[] = [];
  for (const rating of [9, 9, 8, null] as const) {
    clock.ms += 1;
    await edit([filmId], { rating });
    rows.push((await listRatings()).map(({ value, ratedAt }) => [value, ratedAt - start]));
  }
  expect(rows).toEqual([[[9, 1]], [[9, 1]], [[8, 3]], [[null, 4]]]);
  expect(await listRatings()).toMatchObject([{ criteria: {}, importId: null }]);
});

test('a bulk edit of the watchlist adds, changes the priority and removes', async () => {
  const { filmId } = await log.write(setLiked({ film: her, liked: true }));
  for (const change of [{ listed: false }, { priority: 2 }] as const) await edit([filmId], change);
  expect(await listWatchlist()).toEqual([]);
  const rows: unknown[] = [];
  const changes: FilmEdit[] = [
    { listed: true },
    { priority: 2 },
    { liked: false },
    { listed: false },
    { listed: true },
  ];
  for (const change of changes) {
    clock.ms += 1;
    await edit([filmId], change);
    rows.push(
      (await listWatchlist()).map((row) => [row.priority, row.addedAt - start, row.deleted === null]),
    );
  }
  expect(rows).toEqual([[[0, 1, true]], [[2, 1, true]], [[2, 1, true]], [[2, 1, false]], [[2, 5, true]]]);
  expect(await listWatchlist()).toMatchObject([{ reason: '', importId: null }]);
});

test('rows of a film that are in the trash keep their time when the film is deleted too', async () => {
  const { filmId } = await view();
  const [id = ''] = await listEntryIds();
  await log.write(deleteEntry({ id }));
  const before = await log.read((db) => db.get('entries', id));
  clock.ms += 1000;
  await edit([filmId], { isDeleted: true });
  expect(await log.read((db) => db.get('entries', id))).toEqual(before);
});

test('the restored rows answer their film where it is one, and a deleted film is live again', async () => {
  const { filmId } = await view();
  await view({}, melancholia);
  await log.write(rateFilm({ film: her, value: 9 }));
  const [first = '', second = ''] = await listEntryIds();
  const films = (await log.read((db) => db.getAllKeys('films'))).map(String);
  await edit(films, { isDeleted: true });
  const restore = (...ids: string[]) =>
    log.write(restoreTrash({ rows: ids.map((id) => ({ store: 'entries' as const, id })) }));
  expect((await restore(first)).filmId).toBe(filmId);
  const rows = await log.read((db) => db.getAll('films'));
  expect(rows.filter(({ deleted }) => deleted === null).map(({ title }) => title)).toEqual(['Her']);
  await expect(restore(first)).rejects.toMatchObject({ code: 'not-found' });
  await log.write(deleteEntry({ id: first }));
  expect((await restore(first, second)).filmId).toBeNull();
});

test('a purged row holds nothing of what it was', async () => {
  const entry = { watchedOn: '2023-01-01', rating: 7, tags: ['secret'], note: 'secret', place: 'secret' };
  const { filmId } = await view(entry);
  await log.write(rateFilm({ film: her, value: 9, criteria: { Secret: 8 } }));
  await log.write(setWatchlist({ film: her, listed: true, priority: 2, reason: 'secret' }));
  await edit([filmId], { isDeleted: true });
  const stores = ['entries', 'ratings', 'watchlist'] as const;
  const rows = [];
  for (const store of stores) {
    for (const id of await log.read((db) => db.getAllKeys(store))) rows.push({ store, id: String(id) });
  }
  let purged = 0;
  await log.write(
    purgeTrash({ rows: [...rows, { store: 'entries', id: 'none' }] }, (count) => (purged = count)),
  );
  expect(purged).toBe(3);
  const emptied = { filmId, purged: true, importId: null };
  expect(await log.read((db) => db.getAll('entries'))).toMatchObject([
    { ...emptied, watchedOn: null, rating: null, tags: [], note: '', place: '', loggedAt: 0 },
  ]);
  expect(await listRatings()).toMatchObject([{ ...emptied, value: null, criteria: {}, ratedAt: 0 }]);
  expect(await listWatchlist()).toMatchObject([{ ...emptied, priority: 0, reason: '', addedAt: 0 }]);
  await log.write(rateFilm({ film: her, value: 3 }));
  expect(await listRatings()).toHaveLength(2);
});

test('an undo answers its film where it was of one', async () => {
  const one = await view();
  expect((await log.write(undoWrite(one.changes))).filmId).toBe(one.filmId);
  const liked = await log.write(setLiked({ film: filmInput('Ran', 1985), liked: true }));
  expect((await log.write(undoWrite(liked.changes))).filmId).toBe(liked.filmId);
  expect((await log.write(undoWrite({}))).filmId).toBeNull();
});

test('an undone film stays as long as something else is said of it', async () => {
  const first = await log.write(rateFilm({ film: her, value: 9 }));
  await view();
  await log.write(undoWrite(first.changes));
  const films = () =>
    log.read(async (db) => (await db.getAll('films')).filter((row) => row.deleted === null));
  expect(await films()).toHaveLength(1);
  const [id = ''] = await listEntryIds();
  await log.write(deleteEntry({ id }));
  await log.write(undoWrite(first.changes));
  expect((await listRatings()).every(({ deleted }) => deleted !== null)).toBe(true);
});

test('an undo of changes that are no changes is refused', async () => {
  await expect(log.write(undoWrite({ ratings: 'all' as never }))).rejects.toMatchObject({
    code: 'bad-value',
  });
  await expect(log.write(undoWrite({ ratings: [{ before: null }] as never }))).rejects.toMatchObject({
    code: 'bad-value',
  });
});

test('a watchlist item stays in the trash if the film is on the watchlist again', async () => {
  const { filmId } = await log.write(setWatchlist({ film: her, listed: true, reason: 'old' }));
  await log.write(setWatchlist({ film: her, listed: false }));
  const [old] = await listWatchlist();
  await log.write(async (commit) => {
    if (old) await commit.save('watchlist', { ...old, id: 'new', reason: 'new', deleted: null });
    return filmId;
  });
  const rows = [{ store: 'watchlist' as const, id: old?.id ?? '' }];
  await expect(log.write(restoreTrash({ rows }))).rejects.toMatchObject({ code: 'not-found' });
});

test('an entry that an undo brings back makes its film live again', async () => {
  const { filmId } = await view();
  const [id = ''] = await listEntryIds();
  const deletion = await log.write(deleteEntry({ id }));
  await edit([filmId], { isDeleted: true });
  await log.write(undoWrite(deletion.changes));
  expect(await log.read((db) => db.get('films', filmId ?? ''))).toMatchObject({ deleted: null });
});

test('an edit may be of as many rows as allowed', async () => {
  const ids = Array.from({ length: maxRowsPerEdit }, String);
  expect((await log.write(editEntries({ ids, edit: {} }))).filmId).toBeNull();
});

test('an undo of a purged row is refused and does not bring it back', async () => {
  await view({ note: 'secret' });
  const [id = ''] = await listEntryIds();
  const { changes } = await log.write(deleteEntry({ id }));
  await log.write(purgeTrash({ rows: [{ store: 'entries', id }] }, () => undefined));
  await expect(log.write(undoWrite(changes))).rejects.toMatchObject({ code: 'changed-since' });
  const rows = await log.read((db) => db.getAll('entries'));
  expect(rows.map(({ purged, deleted }) => [purged, deleted !== null])).toEqual([[true, true]]);
});

const listEntries = () => log.read((db) => db.getAll('entries'));

test('a rating that is given for an entry goes into it too, in one commit, and so does its removal', async () => {
  await view({ watchedOn: '2024-01-14', rating: 6 });
  await view({ watchedOn: '2024-01-15' });
  const [, entry = ''] = await listEntryIds();
  const { changes } = await log.write(rateFilm({ film: her, value: 9, entry }));
  expect((await listEntries()).map(({ rating }) => rating)).toEqual([6, 9]);
  await log.write(rateFilm({ film: her, value: null, entry }));
  expect((await listEntries()).map(({ rating }) => rating)).toEqual([6, null]);
  expect((await listRatings()).map(({ value }) => value)).toEqual([null]);
  await log.write(rateFilm({ film: her, value: 3 }));
  expect((await listEntries()).map(({ rating }) => rating)).toEqual([6, null]);
  expect(changes.entries).toHaveLength(1);
});

test('one undo takes back the rating and that of its entry', async () => {
  await view({ watchedOn: '2024-01-15' });
  const [entry = ''] = await listEntryIds();
  const { changes } = await log.write(rateFilm({ film: her, value: 9, entry }));
  await log.write(undoWrite(changes));
  expect((await listEntries()).map(({ rating }) => rating)).toEqual([null]);
  expect((await listRatings()).filter(({ deleted }) => deleted === null)).toEqual([]);
});

test('a rating for an entry that is gone, or of another film, rates the film alone', async () => {
  await view({ watchedOn: '2024-01-15' });
  await view({ watchedOn: '2024-01-15' }, melancholia);
  const [gone = '', other = ''] = await listEntryIds();
  await log.write(deleteEntry({ id: gone }));
  for (const entry of [gone, other, 'nobody']) await log.write(rateFilm({ film: her, value: 9, entry }));
  expect((await listEntries()).map(({ rating }) => rating)).toEqual([null, null]);
  expect((await listRatings()).map(({ value }) => value)).toEqual([9]);
});
