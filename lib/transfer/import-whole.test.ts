import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Film } from '../films/types.ts';
import { rateFilm, logEntry } from '../watchlog/commands/commands.ts';
import { runImport, runLogMerge, runUndoImport } from '../watchlog/testing/run-import.ts';
import { commitImport, listImports, type ImportStep } from '../watchlog/imports/imports.ts';
import type { Log } from '../watchlog/log.ts';
import { logStores } from '../watchlog/store/schema.ts';
import { createLogFixture, her, filmInput } from '../watchlog/testing/fixture.ts';
import type { FilmInput, RatingValue } from '../watchlog/types.ts';
import { loadFixtures, textFile } from './fixtures/load.ts';
import { createRowLists } from './log-rows.ts';
import type { LogView } from './plan/plan-types.ts';
import { readFiles } from './files/read-files.ts';
import { marqueeExport } from './exports/marquee.ts';
import { anyLog } from '../../tests/logs/any-log.ts';
import {
  bringIn,
  info,
  manySteps,
  readOwn,
  timeZone,
  twoEntries,
  viewLog,
  planImport,
} from './testing/run-import.ts';
import type { LogRowLists } from './types.ts';

async function loadRows(log: Log): Promise<LogRowLists> {
  return log.read(async (db) => {
    const rows = createRowLists();
    rows.films = await db.getAll('films');
    rows.ratings = await db.getAll('ratings');
    rows.entries = await db.getAll('entries');
    rows.watchlist = await db.getAll('watchlist');
    rows.corrections = await db.getAll('corrections');
    rows.keptReviews = await db.getAll('keptReviews');
    rows.imports = await db.getAll('imports');
    rows.followedSites = await db.getAll('followedSites');
    return rows;
  });
}

const samples = [
  [
    './letterboxd/diary.csv',
    './letterboxd/reviews.csv',
    './letterboxd/ratings.csv',
    './letterboxd/watched.csv',
    './letterboxd/watchlist.csv',
  ],
  ['./imdb/ratings.csv', './imdb/watchlist.csv'],
  [
    './trakt/watched-history-1.json',
    './trakt/watched-history-2.json',
    './trakt/ratings-movies.json',
    './trakt/lists-favorites.json',
  ],
  ['./simkl/backup.json'],
  ['./movary/history.csv', './movary/ratings.csv', './movary/watchlist.csv'],
  ['./yamtrack/2024.csv'],
  ['./yamtrack/2026.csv'],
  ['./netflix/us.csv'],
  ['./generic/semicolons.csv'],
];

describe.each(['keep-mine', 'take-theirs', 'keep-both'] as const)('with the policy %s', (policy) => {
  test.each(samples)('%s twice is once, and its undo leaves what was there', async (...paths) => {
    const { log } = await createLogFixture();
    await log.write(rateFilm({ film: her, value: 3 }));
    await log.write(
      logEntry({ film: her, entry: { watchedOn: '2024-03-10', note: 'mine', rating: 2 }, origin: 'log' }),
    );
    const before = await readOwn(log);
    const reading = readFiles(loadFixtures(...paths), { timeZone });
    const first = await bringIn(log, reading, 'one', { policy });
    expect(first.steps.length).toBeGreaterThan(0);
    const once = await readOwn(log);
    const second = await bringIn(log, reading, 'two', { policy });
    expect(second.steps).toEqual([]);
    expect(await readOwn(log)).toEqual(once);
    await runUndoImport(log, 'one');
    expect(await readOwn(log)).toEqual(before);
    const again = await bringIn(log, reading, 'three', { policy });
    expect(again.steps).toHaveLength(first.steps.length);
    expect(log.health()).toEqual({ state: 'ok' });
  });
});

test('what the log leaves empty is filled, what it says stays, and a second entry of a day is added', async () => {
  const { log } = await createLogFixture();
  await log.write(logEntry({ film: her, entry: { watchedOn: '2024-03-10', rating: 2 }, origin: 'log' }));
  const plan = await bringIn(log, readFiles([textFile('diary.csv', twoEntries)], { timeZone }), 'one');
  expect(plan.rows.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['merged', 'entry-filled'],
    ['added', 'new-entry'],
  ]);
  const { entries } = await viewLog(log);
  expect(entries.map(({ rating, tags, rewatch }) => [rating, tags, rewatch])).toEqual([
    [2, ['cinema'], false],
    [10, [], true],
  ]);
});

test('their word counts where the user says so', async () => {
  const { log } = await createLogFixture();
  await log.write(logEntry({ film: her, entry: { watchedOn: '2024-03-10', rating: 2 }, origin: 'log' }));
  const reading = readFiles([textFile('diary.csv', twoEntries)], { timeZone });
  await bringIn(log, reading, 'one', { policy: 'take-theirs' });
  expect((await viewLog(log)).entries.map(({ rating }) => rating)).toEqual([10, 10]);
});

test('a film that was only marked as seen is no second entry of one in the log', async () => {
  const { log } = await createLogFixture();
  await log.write(logEntry({ film: her, entry: { watchedOn: '2019' }, origin: 'log' }));
  const text = 'Date,Name,Year,Letterboxd URI\n2024-01-02,Her,2013,https://boxd.it/6hKi\n';
  const plan = await bringIn(log, readFiles([textFile('watched.csv', text)], { timeZone }), 'one');
  expect(plan.steps).toEqual([]);
  expect(plan.rows.map(({ reason }) => reason)).toEqual(['seen-before']);
});

const film = (title: string, year: number, id: string): Film => ({
  refs: [`imdb:${id}`],
  title,
  originalTitle: null,
  alternativeTitles: [],
  year,
  releases: [],
  directors: [],
  writers: [],
  cast: [],
  runtimeMinutes: null,
  genres: [],
  countries: [],
  languages: [],
});

test('a film that several may be meant by waits for the user, and is then the one that was chosen', async () => {
  const { log } = await createLogFixture();
  const reading = readFiles([textFile('history.csv', 'Title,Date\n"Solaris","12/31/23"\n')], { timeZone });
  const [entry] = reading.entries;
  if (entry === undefined) throw new Error('no entry');
  const candidates = [film('Solaris', 1972, 'tt0069293'), film('Solaris', 2002, 'tt0307479')];
  const matches = new Map([
    [entry.film, { kind: 'ambiguous' as const, candidates, reason: 'same-title-several-films' as const }],
  ]);
  const open = planImport(reading, { log: await viewLog(log), matches });
  expect(open).toMatchObject({ steps: [], undecided: [{ candidates, rows: 1 }] });
  const [tarkovsky] = candidates;
  if (tarkovsky === undefined) throw new Error('no candidate');
  const decisions = new Map([[entry.film, { kind: 'film' as const, film: tarkovsky }]]);
  const decided = planImport(reading, { log: await viewLog(log), matches, decisions });
  expect(decided.undecided).toEqual([]);
  expect(decided.steps[0]?.film).toMatchObject({ year: 1972, refs: ['imdb:tt0069293'] });
  const skip = new Map([[entry.film, { kind: 'skip' as const }]]);
  expect(planImport(reading, { log: await viewLog(log), matches, decisions: skip }).steps).toEqual([]);
});

test('a film that rests on its title alone waits for the user, once for all its rows', async () => {
  const { log } = await createLogFixture();
  const rows = 'Title,Date\n"Dune","12/31/23"\n"Dune","6/1/24"\n';
  const reading = readFiles([textFile('history.csv', rows)], { timeZone });
  const [entry] = reading.entries;
  if (entry === undefined) throw new Error('no entry');
  const dune = film('Dune', 1984, 'tt0087182');
  const match = { kind: 'film', film: dune, reason: 'only-film-of-title' } as const;
  const view = await viewLog(log);
  const unsure = new Map([[entry.film, { ...match, certainty: 'unsure' as const }]]);
  expect(planImport(reading, { log: view, matches: unsure })).toMatchObject({
    steps: [],
    undecided: [{ candidates: [dune], rows: 2 }],
  });
  const sure = new Map([[entry.film, { ...match, certainty: 'sure' as const }]]);
  const taken = planImport(reading, { log: view, matches: sure });
  expect(taken.steps[0]?.film).toMatchObject({ year: 1984 });
  expect(taken.rows.map(({ film: { title, year } }) => [title, year])).toEqual([
    ['Dune', 1984],
    ['Dune', 1984],
  ]);
});

test('a correction counts before a film of the log that has the same name', async () => {
  const { log } = await createLogFixture();
  const reading = readFiles([textFile('films.csv', 'Title,Year,Rating\nSolaris,1972,4\n')], { timeZone });
  const named = reading.ratings[0]?.film ?? reading.entries[0]?.film;
  if (named === undefined) throw new Error('no film');
  const first = planImport(reading, { log: await viewLog(log) });
  for (const step of first.steps) await log.write(rateFilm({ film: step.film, value: 8 }));
  const other = film('Solaris', 2002, 'tt0307479');
  const match = { kind: 'film', film: other, certainty: 'sure' } as const;
  const decide = async (reason: 'correction' | 'title-and-year') => {
    const matches = new Map([[named, { ...match, reason }]]);
    const plan = planImport(reading, { log: await viewLog(log), matches, policy: 'take-theirs' });
    return plan.rows.map((row) => row.film.year).concat(plan.steps.map((step) => step.film.year ?? null));
  };
  expect(await decide('correction')).toContain(2002);
  expect(await decide('title-and-year')).not.toContain(2002);
});

test('the rows of a plan have the year of the film in the log or the catalogues, not that of the files', async () => {
  const { log } = await createLogFixture();
  await log.write(rateFilm({ film: film('Solaris', 1972, 'tt0069293'), value: 8 }));
  const rows = 'Title,Year,IMDb,Rating\nSolaris,,tt0069293,4\nThe Batman,2021,,3\n';
  const reading = readFiles([textFile('films.csv', rows)], { timeZone });
  const batman = film('The Batman', 2022, 'tt1877830');
  const named = reading.ratings.find(({ film: { title } }) => title === 'The Batman')?.film;
  if (named === undefined) throw new Error('no film');
  const match = { kind: 'film', film: batman, reason: 'title-and-near-year', certainty: 'sure' } as const;
  const plan = planImport(reading, { log: await viewLog(log), matches: new Map([[named, match]]) });
  expect(plan.rows.map(({ film: { title, year } }) => `${title} ${year}`).sort()).toEqual([
    'Solaris 1972',
    'The Batman 2022',
  ]);
});

test('an import that is ended half-way goes on where it was, and makes nothing twice', async () => {
  const fixture = await createLogFixture();
  const steps = manySteps(400);
  const controller = new AbortController();
  const outcome = await runImport(fixture.log, info, steps, {
    signal: controller.signal,
    maxSteps: 100,
    onProgress: () => controller.abort(),
  });
  expect(outcome).toBe('cancelled');
  const { entries } = await viewLog(fixture.log);
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.length).toBeLessThan(400);
  const log = await fixture.reopen();
  const seen: number[] = [];
  await runImport(log, info, steps, { maxSteps: 100, onProgress: (done) => seen.push(done) });
  expect(seen[0]).toBeGreaterThan(entries.length);
  expect((await viewLog(log)).entries).toHaveLength(400);
  const [only, ...more] = await log.read(listImports);
  expect(more).toEqual([]);
  expect(only).toMatchObject({ undoneAt: null, counts: { done: 400, total: 400, entries: 400, films: 400 } });
  expect(only?.finishedAt).not.toBeNull();
});

test('a chunk that was acknowledged too late is not done again, and none can be left out', async () => {
  const { log } = await createLogFixture();
  const steps = manySteps(4);
  const whole = { ...info, total: 4 };
  await log.write(commitImport(whole, 0, steps.slice(0, 2)));
  await log.write(commitImport(whole, 0, steps.slice(0, 2)));
  expect((await viewLog(log)).entries).toHaveLength(2);
  await expect(log.write(commitImport(whole, 3, steps.slice(3)))).rejects.toMatchObject({
    code: 'bad-value',
  });
});

const pick = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** Steps about few films that bear one another's names and ids, so that they are found again, and joined. */
const anyStep = (ratings: RatingValue[]): fc.Arbitrary<ImportStep> =>
  fc
    .record({
      title: pick('Her', 'Up', 'Room'),
      year: pick(2013, 2015, null),
      ids: fc.subarray(['imdb:tt0000001', 'imdb:tt0000002', 'tmdb:1', 'wikidata:Q1'] as const),
      entryCount: fc.array(pick('2024-01-01', '2024', null), { maxLength: 2 }),
      rating: fc.option(pick(...ratings)),
      isListed: fc.boolean(),
      liked: fc.boolean(),
      tags: fc.subarray(['Mine', 'mine', 'theirs']),
    })
    .map(({ title, year, ids, entryCount, rating, isListed, liked, tags }) => ({
      film: filmInput(title, year, ...ids),
      entries: entryCount.map((watchedOn) => ({ fields: { watchedOn }, loggedAt: null, sourceId: null })),
      changes: [],
      rating: rating === null ? null : { value: rating, criteria: {}, ratedAt: null },
      watchlist: isListed ? { priority: 0, reason: '', addedAt: null } : null,
      liked,
      tags,
    }));

test(
  'steps in one chunk, read ahead of their turns, write what they write one by one',
  { tags: 'slow' },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        // Other ratings than in the chunk: one that a chunk changes and changes back is as if it had not been touched.
        fc.array(anyStep([2, 7]), { maxLength: 4 }),
        fc.array(anyStep([4, 9]), { minLength: 1, maxLength: 8 }),
        async (before, steps) => {
          const views: unknown[] = [];
          for (const size of [steps.length, 1]) {
            const { log } = await createLogFixture();
            for (const [at, step] of before.entries())
              await log.write(commitImport({ ...info, id: 'before', total: 9 }, at, [step]));
            for (let from = 0; from < steps.length; from += size)
              await log.write(
                commitImport({ ...info, total: steps.length }, from, steps.slice(from, from + size)),
              );
            views.push(tellFilms(await viewLog(log)));
            log.close();
          }
          expect(views[0]).toEqual(views[1]);
        },
      ),
      { numRuns: 60 },
    );
  },
);

test.each([
  [9, 4, 9],
  [4, 9, 4],
  [9, 4, 6],
] as const)(
  'of two films of one chunk that are one, rated %i, %i and %i, the rating stays that was changed last',
  async (first, other, again) => {
    const rate = (film: FilmInput, value: RatingValue | null): ImportStep => ({
      ...{ film, entries: [], changes: [], watchlist: null, liked: false, tags: [] },
      rating: value === null ? null : { value, criteria: {}, ratedAt: null },
    });
    const steps = [
      rate(filmInput('Her', 2013), first),
      rate(filmInput('Up', 2013, 'tmdb:1'), other),
      rate(filmInput('Her', 2013), again),
      rate(filmInput('Her', 2013, 'tmdb:1'), null),
    ];
    // Which of the two rows goes on is up to their ids, which are random.
    for (let round = 0; round < 10; round += 1) {
      const { log } = await createLogFixture();
      await log.write(commitImport({ ...info, total: steps.length }, 0, steps));
      expect((await viewLog(log)).ratings.map(({ value }) => value)).toEqual([
        again === first ? other : again,
      ]);
    }
  },
);

test('of three films of one chunk that are one, the rating stays that was changed last', async () => {
  const step = (film: FilmInput, value: RatingValue | null): ImportStep => ({
    ...{ film, entries: [], changes: [], watchlist: null, liked: false, tags: [] },
    rating: value === null ? null : { value, criteria: {}, ratedAt: null },
  });
  const both: FilmInput = { ...filmInput('Room', 2015), refs: ['tmdb:1', 'wikidata:Q1'] };
  const steps = [
    step(filmInput('Room', 2015), null),
    step(filmInput('Up', 2013, 'wikidata:Q1'), 9),
    step(filmInput('Her', 2013, 'tmdb:1'), 4),
    step(both, null),
  ];
  for (let round = 0; round < 20; round += 1) {
    const { log } = await createLogFixture();
    await log.write(commitImport({ ...info, total: steps.length }, 0, steps));
    expect((await viewLog(log)).ratings.map(({ value }) => value)).toEqual([4]);
  }
});

/** A log film by film in words that no id is in, for the ids of two logs differ. */
function tellFilms({ films, ratings, entries, watchlist }: LogView): string[] {
  const tell = (rows: { filmId: string }[], id: string, fields: (row: never) => unknown): string =>
    JSON.stringify(
      rows
        .filter(({ filmId }) => filmId === id)
        .map((row) => fields(row as never))
        .sort(),
    );
  return films
    .map(({ id, title, year, refs, liked, tags }) =>
      [
        title,
        year,
        refs.toSorted().join(' '),
        liked,
        tags
          .map((tag) => tag.toLowerCase())
          .sort()
          .join(),
        tell(ratings, id, ({ value }: LogView['ratings'][number]) => value),
        tell(entries, id, ({ watchedOn }: LogView['entries'][number]) => watchedOn),
        tell(watchlist, id, ({ priority }: LogView['watchlist'][number]) => priority),
      ].join(' | '),
    )
    .sort();
}

test('a chunk with a fault changes nothing', async () => {
  const { log } = await createLogFixture();
  const [good, bad] = manySteps(2);
  if (good === undefined || bad === undefined) throw new Error('no steps');
  const broken = {
    ...bad,
    entries: [{ fields: { watchedOn: '2023-02-29' }, loggedAt: null, sourceId: null }],
  };
  await expect(log.write(commitImport({ ...info, total: 2 }, 0, [good, broken]))).rejects.toMatchObject({
    code: 'bad-date',
  });
  expect((await viewLog(log)).films).toEqual([]);
});

test('our own file brought into an empty log is that log, row by row with every stamp', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, async (rows) => {
      const [file] = marqueeExport.write(rows, { now: 0, timeZone });
      const reading = readFiles([textFile('log.json', file?.text ?? '')], { timeZone });
      if (reading.log === null) return;
      const { log } = await createLogFixture();
      await runLogMerge(log, info, reading.log);
      const found = await loadRows(log);
      for (const store of logStores) {
        if (store === 'imports') continue;
        const wanted = rows[store].map((row) =>
          row.deleted === null || !('diaryKey' in row) ? row : { ...row, diaryKey: undefined },
        );
        const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
        expect([...found[store]].sort(byId)).toEqual([...wanted].sort(byId));
      }
      const visible = await readOwn(log);
      await runLogMerge(log, { ...info, id: 'again' }, reading.log);
      expect(await readOwn(log)).toEqual(visible);
      log.close();
    }),
    { numRuns: 25 },
  );
});

test('a log brought into one that knows a film already makes one film of the two', async () => {
  const other = await createLogFixture();
  await other.log.write(rateFilm({ film: her, value: 9 }));
  await other.log.write(logEntry({ film: her, entry: { watchedOn: '2020-02-02' }, origin: 'log' }));
  const rows = await loadRows(other.log);
  const { log } = await createLogFixture();
  await log.write(
    logEntry({
      film: filmInput('Her', 2013, 'imdb:tt1798709', 'tmdb:152601'),
      entry: { watchedOn: '2021-01-01' },
      origin: 'log',
    }),
  );
  const before = await readOwn(log);
  await runLogMerge(log, info, rows);
  const view = await viewLog(log);
  expect(view.films).toHaveLength(1);
  expect(new Set(view.entries.map(({ filmId }) => filmId))).toEqual(new Set([view.films[0]?.id]));
  expect(view.ratings.map(({ value }) => value)).toEqual([9]);
  await runUndoImport(log, info.id);
  expect(await readOwn(log)).toEqual(before);
});
