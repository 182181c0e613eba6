// @module-tag slow
import fc from 'fast-check';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { FilmRef } from '../films/types.ts';
import {
  changeEntry,
  correctMatch,
  deleteEntry,
  logEntry,
  rateFilm,
  setLiked,
  setWatchlist,
  undoWrite,
} from './commands/commands.ts';
import type { Command } from './store/commit.ts';
import { cleanFilmInput } from './films/film-input.ts';
import { LogError } from './errors.ts';
import { logStores } from './store/schema.ts';
import { createLogFixture, filmInput, type LogFixture } from './testing/fixture.ts';
import { readRows, readVisible } from './testing/visible.ts';
import type { RatingValue } from './types.ts';

/** Refs of few films that often overlap, so that films are created, found, joined and kept apart. */
const refs: FilmRef[] = [
  'imdb:tt0000001',
  'imdb:tt0000002',
  'tmdb:1',
  'tmdb:2',
  'wikidata:Q1',
  'letterboxd:one',
];
const film = fc
  .record({ title: fc.constantFrom('One', 'Two'), refs: fc.subarray(refs, { maxLength: 3 }) })
  .map(({ title, refs: some }) => filmInput(title, 2000, ...some));
const value = fc.integer({ min: 1, max: 10 }).map((number) => number as RatingValue);
const note = fc.string({ maxLength: 8 });
const day = fc.constantFrom(null, '2024', '2024-02', '2024-02-29');

/** Returns a command when it is due: `ids` are those of the entries so far. */
type Step = (ids: string[]) => Command;
const pick = (ids: string[], at: number): string => ids[at % Math.max(ids.length, 1)] ?? '';

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ film, value: fc.option(value) }).map(
    (request): Step =>
      () =>
        rateFilm(request),
  ),
  fc.record({ film, liked: fc.boolean() }).map(
    (request): Step =>
      () =>
        setLiked(request),
  ),
  fc.record({ film, listed: fc.boolean() }).map(
    (request): Step =>
      () =>
        setWatchlist(request),
  ),
  fc.record({ film, note, watchedOn: day }).map(
    ({ film: seen, ...entry }): Step =>
      () =>
        logEntry({ film: seen, entry, origin: 'log' }),
  ),
  fc.tuple(fc.nat(20), note).map(
    ([at, text]): Step =>
      (ids) =>
        changeEntry({ id: pick(ids, at), changes: { note: text } }),
  ),
  fc.nat(20).map(
    (at): Step =>
      (ids) =>
        deleteEntry({ id: pick(ids, at) }),
  ),
  film.map(
    (seen): Step =>
      () =>
        correctMatch({ keys: ['title:one', 'title:two'], film: cleanFilmInput(seen) }),
  ),
);
const steps = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 5000 })), { minLength: 1, maxLength: 14 });

async function run(fixture: LogFixture, list: [Step, number][]) {
  const { log, clock } = fixture;
  const done = [];
  for (const [make, wait] of list) {
    clock.ms += wait;
    const ids = await log.read((db) => db.getAllKeys('entries'));
    const before = await log.read(readVisible);
    // A command on a missing entry is rejected and does not count as a step.
    const receipt = await log.write(make(ids)).catch(() => null);
    if (receipt !== null) done.push({ receipt, before });
  }
  return done;
}

test('undoing all writes in reverse order restores the previous state at each step', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const fixture = await createLogFixture();
      const done = await run(fixture, list);
      for (const { receipt, before } of done.reverse()) {
        await fixture.log.write(undoWrite(receipt.changes));
        expect(await fixture.log.read(readVisible)).toEqual(before);
      }
      fixture.log.close();
    }),
    { numRuns: 40 },
  );
});

async function expectSound({ log }: LogFixture): Promise<void> {
  const {
    films = [],
    ratings = [],
    entries = [],
    watchlist = [],
    corrections = [],
  } = await log.read(readVisible);
  const ids = new Set(films.map(({ id }) => id));
  for (const row of [...ratings, ...entries, ...watchlist]) expect(ids).toContain(row.filmId);
  for (const { filmId } of corrections) if (filmId !== null) expect(ids).toContain(filmId);
  for (const rows of [ratings, watchlist])
    expect(new Set(rows.map(({ filmId }) => filmId)).size).toBe(rows.length);
}

test('each live row has a live film, and a film has one rating, whatever was written and undone', async () => {
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(steps, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), async (list, picks) => {
      const fixture = await createLogFixture();
      const done = await run(fixture, list);
      await expectSound(fixture);
      for (const at of picks) {
        const step = done[at % done.length];
        if (step === undefined) continue;
        const before = await fixture.log.read(readRows);
        // Later steps may have changed all of it; then nothing may be written.
        const code = await fixture.log.write(undoWrite(step.receipt.changes)).then(
          () => null,
          (error: unknown) => error instanceof LogError && error.code,
        );
        if (code === null) undone += 1;
        else expect(code).toBe('changed-since');
        if (code !== null) expect(await fixture.log.read(readRows)).toEqual(before);
        await expectSound(fixture);
      }
      fixture.log.close();
    }),
    { numRuns: 40 },
  );
  expect(undone).toBeGreaterThan(20);
});

test('a lost database is restored row by row, including stamps and tombstones, whatever was written', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 6 }), async (list, commitsPerBackup) => {
      const fixture = await createLogFixture({ commitsPerBackup });
      await run(fixture, list);
      await fixture.log.flush();
      const before = await fixture.log.read(readRows);
      const db = await openDB(fixture.name);
      for (const store of [...logStores, 'meta']) await db.clear(store);
      db.close();
      const log = await fixture.reopen();
      const [backup] = await log.listBackups();
      if (backup !== undefined) await log.restoreBackup(backup.id);
      expect(await log.read(readRows)).toEqual(before);
      log.close();
    }),
    { numRuns: 40 },
  );
});
