import { expect, test } from 'vitest';
import type { FilmRef } from '../films/types.ts';
import {
  changeEntry,
  correctMatch,
  deleteEntry,
  inOneCommit,
  logViewing,
  rateFilm,
  setLiked,
  setWatchlist,
  undoWrite,
} from './commands.ts';
import { LogError } from './errors.ts';
import {
  countAll,
  findCorrections,
  findFilmByRefs,
  findOwnRecord,
  findOwnRecords,
  listEntriesOfFilm,
} from './queries.ts';
import { createLogFixture, her, melancholia, seed, type LogFixture } from './testing/fixture.ts';
import type { EntryFields, RatingValue } from './types.ts';

async function readOwn({ log }: LogFixture, ref: FilmRef) {
  return (await log.read((db) => findOwnRecords(db, [ref]))).get(ref) ?? null;
}

test('a rating is found by every ref of the film, also by its title and year', async () => {
  const fixture = await createLogFixture();
  const receipt = await fixture.log.write(rateFilm({ film: her, value: 9 }));
  expect(receipt.sequence).toBe(1);
  for (const ref of ['imdb:tt1798709', 'title:her:2013'] as const) {
    expect(await readOwn(fixture, ref)).toMatchObject({ filmId: receipt.filmId, rating: 9, watchedCount: 0 });
  }
  expect(await readOwn(fixture, 'imdb:tt0000001')).toBeNull();
});

test('a second rating changes the first, and the same rating again writes nothing', async () => {
  const { log } = await createLogFixture();
  await log.write(rateFilm({ film: her, value: 9 }));
  const second = await log.write(rateFilm({ film: her, value: 7 }));
  const same = await log.write(rateFilm({ film: her, value: 7 }));
  expect(same.sequence).toBe(second.sequence);
  expect(await log.read(countAll)).toMatchObject({ films: 1, ratings: 1 });
});
