import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findChanges } from '../queries/changes.ts';
import {
  changeFilm,
  deleteEntry,
  editFilms,
  logEntry,
  reassignEntry,
  rateFilm,
  setLiked,
  setWatchlist,
  undoWrite,
  type Command,
} from '../commands/commands.ts';
import { inOneCommit } from '../testing/in-one-commit.ts';
import { listDiary } from '../queries/diary.ts';
import { findOwnRecord } from '../testing/own-records.ts';
import type { LogIndex } from './index-types.ts';
import { applyChanges, loadLogIndex } from './index-loading.ts';
import { createLogFixture, her, melancholia, filmInput, type LogFixture } from '../testing/fixture.ts';
import type { RatingValue } from '../types.ts';

/** The content of an index, independent of positions. */
function tell({ films, entries, order, sequence }: LogIndex): unknown {
  const column = <T>(list: readonly T[], position: number): T | undefined => list[position];
  const tellOne = (columns: object, position: number): unknown =>
    Object.fromEntries(
      Object.entries(columns).map(([name, list]: [string, unknown[]]) => [name, list[position]]),
    );
  const live = films.ids.flatMap((id, position) => (column(films.live, position) ? [{ id, position }] : []));
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    sequence,
    films: live.sort(byId).map(({ position }) => ({
      ...(tellOne(films, position) as object),
      entries: (films.entries[position] ?? []).map((at) => entries.ids[at]).sort(),
    })),
    entries: order.map((position) => ({
      ...(tellOne(entries, position) as object),
      films: films.ids[entries.films[position] ?? -1],
    })),
  };
}

const load = ({ log }: LogFixture): Promise<LogIndex> => log.read((db) => loadLogIndex(db));

test('contains the log as columns, in the order of the diary', async () => {
  const fixture = await createLogFixture();
  const { log } = fixture;
  const days = ['2023-05-01', null, '2023', '2023-05', '2022-12-31', '2023-05-01'];
  for (const [at, watchedOn] of days.entries()) {
    const film = at % 2 ? her : melancholia;
    await log.write(
      logEntry({ film, entry: { watchedOn, tags: [`t${at}`], review: 'x'.repeat(at) }, origin: 'log' }),
    );
  }
  await log.write(rateFilm({ film: her, value: 9, criteria: { Story: 8 } }));
  await log.write(setWatchlist({ film: melancholia, listed: true, priority: 3, reason: 'again' }));
  const index = await load(fixture);
  const diary = await log.read((db) => listDiary(db, { limit: 100 }));
  expect(index.order.map((position) => index.entries.ids[position])).toEqual(
    diary.items.map(({ entry }) => entry.id),
  );
  const position = index.films.titles.indexOf('Her');
  expect(index.films.ratings[position]).toBe(9);
  expect(index.films.criteria[position]).toEqual({ Story: 8 });
  expect(index.films.lastWatched[position]).toBe('2023-05-01');
  const other = index.films.titles.indexOf('Melancholia');
  expect([index.films.priorities[other], index.films.reasons[other]]).toEqual([3, 'again']);
  expect(index.entries.reviewLengths).toEqual([0, 1, 2, 3, 4, 5]);
  expect(index.sequence).toBe(8);
});

test('rejects an aborted load with the reason', async () => {
  const fixture = await createLogFixture();
  await fixture.log.write(setLiked({ film: her, liked: true }));
  const stop = new AbortController();
  stop.abort(new Error('left'));
  await expect(fixture.log.read((db) => loadLogIndex(db, { signal: stop.signal }))).rejects.toThrow('left');
});

const films = [
  her,
  melancholia,
  filmInput('Her', 2013),
  filmInput('Heat', 1995, 'imdb:tt0113277'),
  filmInput('Heat', 1995, 'tmdb:949'),
  filmInput('Heat', 1995, 'tmdb:949', 'imdb:tt0113277'),
];
const step = fc.record({
  act: fc.constantFrom('log', 'rate', 'list', 'like', 'move', 'delete', 'deleteFilm', 'changeFilm', 'undo'),
  film: fc.constantFrom(...films),
  day: fc.constantFrom(null, '2023', '2023-05', '2023-05-02', '2024-01-01'),
  value: fc.constantFrom<RatingValue | null>(null, 1, 8),
  pick: fc.nat(20),
  flag: fc.boolean(),
});

test(
  'an index updated with changes equals a newly read one and agrees with the popup',
  { tags: 'slow' },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const fixture = await createLogFixture();
        const { log, storage, clock } = fixture;
        const index = await load(fixture);
        let undo = (await log.write(inOneCommit([]))).changes;
        for (const { act, film, day, value, pick, flag } of steps) {
          clock.ms += 1;
          const ids = (await log.read((db) => db.getAllKeys('entries'))).map(String);
          const filmIds = (await log.read((db) => db.getAllKeys('films'))).map(String);
          const id = ids[pick % Math.max(1, ids.length)] ?? '';
          const filmId = filmIds[pick % Math.max(1, filmIds.length)] ?? 'none';
          const commands: Record<typeof act, Command> = {
            log: logEntry({ film, entry: { watchedOn: day, rating: value }, origin: 'log' }),
            rate: rateFilm({ film, value }),
            list: setWatchlist({ film, listed: flag, reason: String(pick) }),
            like: setLiked({ film, liked: flag }),
            move: reassignEntry({ id, film }),
            delete: deleteEntry({ id }),
            deleteFilm: editFilms({ ids: [filmId], edit: { isDeleted: true } }),
            changeFilm: changeFilm({ id: filmId, changes: { year: 2001 } }),
            undo: undoWrite(undo),
          };
          const receipt = await log.write(commands[act]).catch(() => null);
          undo = receipt?.changes ?? undo;
          if (flag) continue;
          const changes = await log.read((db) => findChanges(db, storage, index.sequence));
          expect(changes).not.toBeNull();
          if (changes !== null) applyChanges(index, changes);
        }
        const changes = await log.read((db) => findChanges(db, storage, index.sequence));
        if (changes !== null) applyChanges(index, changes);
        expect(tell(index)).toEqual(tell(await load(fixture)));
        for (const [position, filmId] of index.films.ids.entries()) {
          const own = await log.read((db) => findOwnRecord(db, filmId));
          if (own !== null) expect(index.films.ownRatings[position]).toBe(own.rating);
        }
      }),
      { numRuns: 60 },
    );
  },
);
