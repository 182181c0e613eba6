import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { curlQuotes } from './exports/letterboxd.ts';
import { isWholeDay, listOwnFilms, type OwnFilm } from './exports/own-films.ts';
import { exportFormats } from './exports/registry.ts';
import type { ExportFormatId } from './exports/types.ts';
import { textFile } from './fixtures/load.ts';
import { readFiles } from './files/read-files.ts';
import { anyLog } from '../../tests/logs/any-log.ts';
import type { LogRowLists, Reading } from './types.ts';

const zones = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Pacific/Kiritimati'];
const now = Date.UTC(2024, 5, 1);

/** A log written in a format and read again; null where there was nothing to write. */
function roundTrip(id: ExportFormatId, log: LogRowLists, timeZone: string): Reading | null {
  const format = exportFormats.find((each) => each.id === id);
  const files = format?.write(log, { now, timeZone }) ?? [];
  return files.length === 0
    ? null
    : readFiles(
        files.map(({ name, text }) => textFile(name, text)),
        { timeZone },
      );
}

function check(id: ExportFormatId, compare: (reading: Reading, films: OwnFilm[]) => void): void {
  fc.assert(
    fc.property(anyLog, fc.constantFrom(...zones), (log, timeZone) => {
      const reading = roundTrip(id, log, timeZone);
      if (reading === null) return;
      expect(reading).toMatchObject({ error: null, skipped: [] });
      compare(reading, listOwnFilms(log));
    }),
    { numRuns: 150 },
  );
}

const sorted = (values: unknown[]): string[] => values.map((value) => JSON.stringify(value)).sort();

test('our own file brings every row back exactly, ids, stamps and tombstones too', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const reading = roundTrip('marquee', log, 'UTC');
      const isEmpty = log.films.length === 0;
      expect(reading?.error?.errorClass ?? null).toEqual(isEmpty ? 'empty' : null);
      if (!isEmpty) expect(reading?.log).toEqual(log);
    }),
  );
});

test('the table for spreadsheets brings back all but what it says it loses', () => {
  check('csv', (reading, films) => {
    const fields = (film: { title: string }, entry: object) => ({ title: film.title, ...entry });
    const pick = (entry: Reading['entries'][number] | OwnFilm['entries'][number]) => {
      const { watchedOn, rewatch, finished, rating, tags, note, review, reviewHasSpoilers, place, company } =
        entry;
      return { watchedOn, rewatch, finished, rating, tags, note, review, reviewHasSpoilers, place, company };
    };
    expect(sorted(reading.entries.map((entry) => fields(entry.film, pick(entry))))).toEqual(
      sorted(films.flatMap(({ film, entries }) => entries.map((entry) => fields(film, pick(entry))))),
    );
    expect(sorted(reading.ratings.map(({ film, value }) => [film.title, value]))).toEqual(
      sorted(films.flatMap(({ film, rating }) => (rating ? [[film.title, rating.value]] : []))),
    );
    expect(sorted(reading.watchlist.map(({ film }) => film.title))).toEqual(
      sorted(films.filter(({ watch }) => watch).map(({ film }) => film.title)),
    );
    expect(sorted(reading.liked.map(({ film }) => film.title))).toEqual(
      sorted(films.filter(({ film }) => film.liked).map(({ film }) => film.title)),
    );
  });
});

test('no cell of any table is a formula', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const files = exportFormats.flatMap((format) => format.write(log, { now, timeZone: 'UTC' }));
      for (const { text } of files.filter(({ mimeType }) => mimeType === 'text/csv')) {
        const { data } = Papa.parse<string[]>(text.replace('\ufeff', ''));
        for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }
    }),
  );
});

test('Letterboxd: entries of known days, with stars, tags and reviews, and every film that was seen', () => {
  check('letterboxd', (reading, films) => {
    const told = films.flatMap(({ film, entries }) =>
      entries
        .filter(({ watchedOn }) => isWholeDay(watchedOn))
        .map(({ watchedOn, rating, rewatch, tags, finished, review }) => [
          curlQuotes(film.title),
          watchedOn,
          rating,
          rewatch,
          finished ? tags : [...tags, 'dnf'],
          curlQuotes(review).trim(),
        ]),
    );
    const dated = reading.entries.filter(({ watchedOn }) => watchedOn !== null);
    const unique = (values: string[]): string[] => [...new Set(values)];
    // Letterboxd makes one of equal rows.
    expect(
      unique(
        sorted(
          dated.map(({ film, watchedOn, rating, rewatch, tags, review }) => [
            film.title,
            watchedOn,
            rating,
            rewatch,
            tags,
            review,
          ]),
        ),
      ),
    ).toEqual(unique(sorted(told)));
    expect(sorted(reading.ratings.map(({ film, value }) => [film.title, value]))).toEqual(
      sorted(
        films.flatMap(({ film, shownRating }) =>
          shownRating ? [[curlQuotes(film.title), shownRating.value]] : [],
        ),
      ),
    );
    expect(sorted(reading.watchlist.map(({ film }) => film.title))).toEqual(
      sorted(films.filter(({ watch }) => watch).map(({ film }) => curlQuotes(film.title))),
    );
  });
});

test('IMDb: ratings and watchlist', () => {
  check('imdb', (reading, films) => {
    expect(sorted(reading.ratings.map(({ film, value }) => [film.title, film.year, value]))).toEqual(
      sorted(
        films.flatMap(({ film, shownRating }) =>
          shownRating ? [[film.title, film.year, shownRating.value]] : [],
        ),
      ),
    );
    expect(sorted(reading.watchlist.map(({ film, reason }) => [film.title, reason]))).toEqual(
      sorted(films.flatMap(({ film, watch }) => (watch ? [[film.title, watch.reason.trim()]] : []))),
    );
  });
});

test('Trakt: every finished entry on its day in every time zone, ratings and watchlist', () => {
  check('trakt', (reading, films) => {
    const told = films.flatMap(({ film, entries }) =>
      entries
        .filter(({ finished }) => finished)
        .map(({ watchedOn }) => [film.title, isWholeDay(watchedOn) ? watchedOn : null]),
    );
    expect(sorted(reading.entries.map(({ film, watchedOn }) => [film.title, watchedOn]))).toEqual(
      sorted(told),
    );
    expect(sorted(reading.ratings.map(({ film, value }) => [film.title, value]))).toEqual(
      sorted(
        films.flatMap(({ film, shownRating }) => (shownRating ? [[film.title, shownRating.value]] : [])),
      ),
    );
    expect(sorted(reading.watchlist.map(({ film }) => film.title))).toEqual(
      sorted(films.filter(({ watch }) => watch).map(({ film }) => film.title)),
    );
  });
});

test('Movary: every finished entry with its note and place, ratings and watchlist', () => {
  check('movary', (reading, films) => {
    const told = films.flatMap(({ film, entries }) =>
      entries
        .filter(({ finished }) => finished)
        .map(({ watchedOn, note, place }) => [
          film.title,
          isWholeDay(watchedOn) ? watchedOn : null,
          note.trim(),
          place.trim(),
        ]),
    );
    expect(
      sorted(reading.entries.map(({ film, watchedOn, note, place }) => [film.title, watchedOn, note, place])),
    ).toEqual(sorted(told));
    expect(sorted(reading.ratings.map(({ film, value }) => [film.title, value]))).toEqual(
      sorted(
        films.flatMap(({ film, shownRating }) => (shownRating ? [[film.title, shownRating.value]] : [])),
      ),
    );
    expect(sorted(reading.watchlist.map(({ film }) => film.title))).toEqual(
      sorted(films.filter(({ watch }) => watch).map(({ film }) => film.title)),
    );
  });
});

test('Simkl: each film with its last day and its rating, and films to see that were not seen', () => {
  check('simkl', (reading, films) => {
    const seen = films.filter(
      ({ entries, shownRating, watch }) => entries.length > 0 || (shownRating && !watch),
    );
    expect(
      sorted(reading.entries.map(({ film, watchedOn, finished }) => [film.title, watchedOn, finished])),
    ).toEqual(
      sorted(
        seen.map(({ film, entries }) => [
          film.title,
          entries.map(({ watchedOn }) => watchedOn).findLast(isWholeDay) ?? null,
          entries.length === 0 || entries.some(({ finished }) => finished),
        ]),
      ),
    );
    expect(sorted(reading.ratings.map(({ film, value }) => [film.title, value]))).toEqual(
      sorted(
        films.flatMap(({ film, shownRating }) => (shownRating ? [[film.title, shownRating.value]] : [])),
      ),
    );
    expect(sorted(reading.watchlist.map(({ film, reason }) => [film.title, reason]))).toEqual(
      sorted(
        films.flatMap(({ film, entries, watch }) =>
          watch && entries.length === 0 ? [[film.title, watch.reason.trim()]] : [],
        ),
      ),
    );
  });
});

test.each<[ExportFormatId, string]>([
  ['trakt', 'action,type,title,year,imdb,tmdb,trakt,watched_at,rating,rated_at'],
  [
    'simkl',
    'simkl_id,TVDB_ID,TMDB,IMDB_ID,MAL_ID,Type,Title,Year,LastEpWatched,Watchlist,WatchedDate,Rating,Memo',
  ],
  ['movary', 'title,year,tmdbId,imdbId,'],
])('%s: the columns are those of the service’s own import', (id, columns) => {
  const format = exportFormats.find((each) => each.id === id);
  let count = 0;
  fc.assert(
    fc.property(anyLog, (log) => {
      for (const { text } of format?.write(log, { now, timeZone: 'UTC' }) ?? []) {
        expect(text.startsWith(columns)).toBe(true);
        count += 1;
      }
    }),
  );
  expect(count).toBeGreaterThan(0);
});

test(
  'files for Letterboxd stay under a megabyte, each with its header, and hold every row once',
  { tags: 'slow' },
  () => {
    const [one] = fc.sample(
      anyLog.filter(({ entries, films }) => entries.length > 0 && films[0]?.deleted === null),
      { numRuns: 1, seed: 5 },
    );
    if (one === undefined) throw new Error('no log');
    const [entry] = one.entries;
    if (entry === undefined) throw new Error('no entry');
    const entries = Array.from({ length: 30_000 }, (_, at) => ({
      ...entry,
      deleted: null,
      id: `entry-${at}`,
      review: `Viewing ${at} was long. `.repeat(3),
      watchedOn: '2020-01-01',
    }));
    const films = one.films.map((film) => ({ ...film, deleted: null }));
    const format = exportFormats.find(({ id }) => id === 'letterboxd');
    const files = format?.write({ ...one, films, entries }, { now, timeZone: 'UTC' }) ?? [];
    const tables = files.filter(({ name }) => !name.includes('watchlist'));
    expect(tables.length).toBeGreaterThan(2);
    for (const { text } of tables) {
      expect(new TextEncoder().encode(text).length).toBeLessThan(1_000_000);
      expect(text).toMatch(
        /^LetterboxdURI,tmdbID,imdbID,Title,Year,Directors,Rating,WatchedDate,Rewatch,Tags,Review\r\n/,
      );
    }
    const words = tables.map(({ text }) => text).join('');
    expect(words.match(/"?Viewing \d+ was/g)?.length).toBeGreaterThanOrEqual(30_000);
  },
);

test('a calendar has a day for each entry of a known day, in lines of at most 75 bytes', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const format = exportFormats.find(({ id }) => id === 'ical');
      const text = format?.write(log, { now, timeZone: 'UTC' })[0]?.text ?? '';
      const days = listOwnFilms(log).flatMap(({ entries }) =>
        entries.filter(({ watchedOn }) => isWholeDay(watchedOn)),
      );
      expect(text.split('BEGIN:VEVENT').length - 1).toBe(days.length);
      for (const line of text.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }),
  );
});

test('reviews as JSON-LD cannot end the script they stand in, and hold every review', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const format = exportFormats.find(({ id }) => id === 'json-ld');
      const text = format?.write(log, { now, timeZone: 'UTC' })[0]?.text;
      const reviews = listOwnFilms(log).flatMap(({ entries }) =>
        entries.flatMap(({ review }) => review || []),
      );
      expect(text === undefined).toBe(reviews.length === 0);
      if (text === undefined) return;
      expect(text).not.toContain('<');
      const graph: unknown = JSON.parse(text);
      expect(graph).toMatchObject({ '@context': 'https://schema.org' });
      for (const review of reviews) expect(text).toContain(JSON.stringify(review).replaceAll('<', '\\u003c'));
    }),
  );
});

test('what a form cannot hold is said beforehand, and nothing is said where nothing is lost', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const empty = { ...log, films: [], entries: [], ratings: [], watchlist: [] };
      for (const format of exportFormats) {
        expect(format.losses(empty), format.id).toEqual([]);
        for (const { count } of format.losses(log)) expect(count).toBeGreaterThan(0);
      }
    }),
  );
});
