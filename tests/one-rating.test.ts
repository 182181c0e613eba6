// A film has the same rating everywhere: this follows two entries of one day, without a rating of the film itself, through
// everything that shows or exports stars.
import { describe, expect, test } from 'vitest';
import { toListedEntry, toListedFilm } from '../lib/watchlog/search/list-items.ts';
import { makeBadgeView } from '../lib/background/identify/badge-views.ts';
import { makeHint } from '../lib/background/testing/films.ts';
import { makeFilm } from '../lib/films/make-film.ts';
import { compareWith } from '../lib/stats/comparison.ts';
import { collectStatistics } from '../lib/stats/testing/diary.ts';
import { readFiles } from '../lib/transfer/files/read-files.ts';
import { exportFormats } from '../lib/transfer/exports/registry.ts';
import type { ExportFormatId } from '../lib/transfer/exports/types.ts';
import { textFile } from '../lib/transfer/fixtures/load.ts';
import { bringIn } from '../lib/transfer/testing/run-import.ts';
import { runImport, runLogMerge } from '../lib/watchlog/testing/run-import.ts';
import { loadLogIndex } from '../lib/watchlog/index/index-loading.ts';
import type { Log } from '../lib/watchlog/log.ts';
import { readAllRows } from '../lib/watchlog/store/read-all-rows.ts';
import { findFilmByRefs, findOwnRecordsOfFilms } from '../lib/watchlog/queries/queries.ts';
import { createLogFixture, her } from '../lib/watchlog/testing/fixture.ts';
import type { EntryFields, OwnRecord } from '../lib/watchlog/types.ts';

const info = { id: 'import-1', fileNames: ['a.csv'], format: 'generic' };
const zone = { now: Date.UTC(2024, 5, 1), timeZone: 'UTC' };

/** The first row, of 4 stars, was logged last. The second, of 3 stars, was logged before it. */
const entries: { fields: EntryFields; loggedAt: number; sourceId: null }[] = [
  {
    fields: { watchedOn: '2024-03-10', rating: 8, review: 'Better this time.' },
    loggedAt: Date.UTC(2024, 2, 12),
    sourceId: null,
  },
  {
    fields: { watchedOn: '2024-03-10', rating: 6, review: 'Fine.' },
    loggedAt: Date.UTC(2024, 2, 11),
    sourceId: null,
  },
];

async function createRatedLog(): Promise<Log> {
  const { log } = await createLogFixture();
  const step = {
    film: her,
    entries,
    changes: [],
    rating: null,
    watchlist: null,
    liked: false,
    tags: [],
  };
  await runImport(log, info, [step]);
  return log;
}

async function findOwn(log: Log): Promise<OwnRecord> {
  const film = await log.read((db) => findFilmByRefs(db, her.refs));
  const [own = null] = await log.read((db) => findOwnRecordsOfFilms(db, [film]));
  if (own === null) throw new Error('the film is not in the log');
  return own;
}

describe('of two entries of one day the one logged later determines the film’s rating', () => {
  test('in the popup and on the badge', async () => {
    const own = await findOwn(await createRatedLog());
    expect(own).toMatchObject({ rating: 8, isRated: false });
    const { title, year, refs } = her;
    const film = makeFilm({ title, year, refs, directors: ['Spike Jonze'] });
    const badge = makeBadgeView(
      {
        sighted: makeHint({ title, year }),
        match: { kind: 'film', film, reason: 'ref', certainty: 'sure' },
        answers: [],
        own,
        stated: [],
      },
      {
        preferredScore: 'critics',
        badgeSource: '',
        scoreScale: 'own',
        hideScoresUntilSeen: false,
        badgesWithoutScore: true,
      },
    );
    expect(badge).toMatchObject({ own: { rating: 8 } });
  });

  test('on the log page and in the statistics', async () => {
    const log = await createRatedLog();
    const index = await log.read((db) => loadLogIndex(db));
    expect(toListedFilm(index, 0)).toMatchObject({ rating: 8, isRated: false });
    expect(index.order.map((place) => toListedEntry(index, place).rating).sort()).toEqual([6, 8]);
    const statistics = collectStatistics(index, { today: '2024-06-01' });
    expect(statistics.filmRatings).toMatchObject({ given: 1, mean: 8 });
    const { pairs } = compareWith(index.films, new Map([[index.films.ids[0] ?? '', 50]]));
    expect(pairs).toMatchObject([{ yours: 80, theirs: 50 }]);
  });

  test.each<ExportFormatId>(['marquee', 'letterboxd', 'imdb', 'trakt', 'simkl', 'movary', 'csv'])(
    'in the export %s, imported into an empty log',
    async (id) => {
      const log = await createRatedLog();
      const format = exportFormats.find((each) => each.id === id);
      const files = format?.write(await log.read(readAllRows), zone) ?? [];
      const reading = readFiles(
        files.map(({ name, text }) => textFile(name, text)),
        zone,
      );
      const { log: other } = await createLogFixture();
      if (reading.log) await runLogMerge(other, { ...info, id: 'import-2' }, reading.log);
      else await bringIn(other, reading, 'import-2');
      expect((await findOwn(other)).rating).toBe(8);
    },
  );

  test.each<[ExportFormatId, RegExp]>([
    ['json-ld', /"ratingValue": 3[^]*"ratingValue": 4/],
    ['markdown', /★★★ [^]*★★★★ /],
    ['ical', /★★★\r\n[^]*★★★★\r\n/],
  ])('and is the last in the export %s', async (id, inOrder) => {
    const log = await createRatedLog();
    const format = exportFormats.find((each) => each.id === id);
    const [file] = format?.write(await log.read(readAllRows), zone) ?? [];
    expect(file?.text).toMatch(inOrder);
  });
});
