import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadFixtures } from './fixtures/load.ts';
import {
  describeEntries,
  describeSkipped,
  describeRatings,
  describeWatchlist,
} from './fixtures/describe-reading.ts';
import { readFiles, type AnyImportFile } from './files/read-files.ts';

const timeZone = 'Europe/Berlin';

/** The files of a folder as the archive that the service makes of them. */
function zipFixtures(folder: string, paths: string[]): AnyImportFile {
  const files = paths.map((path): [string, Uint8Array] => {
    const [file] = loadFixtures(`./${folder}/${path}`);
    return [path, file?.bytes ?? strToU8('')];
  });
  return { name: `${folder}.zip`, bytes: zipSync(Object.fromEntries(files)) };
}

const letterboxdPaths = [
  'diary.csv',
  'reviews.csv',
  'ratings.csv',
  'watched.csv',
  'watchlist.csv',
  'profile.csv',
  'comments.csv',
  'likes/films.csv',
  'lists/best-of-2013.csv',
  'deleted/diary.csv',
];

describe('Letterboxd', () => {
  const reading = readFiles([zipFixtures('letterboxd', letterboxdPaths)], { timeZone });

  test('its files together become one reading in which nothing counts twice', () => {
    expect(reading).toMatchObject({ format: 'letterboxd', error: null });
    expect(describeEntries(reading)).toEqual([
      'Her (2013) | 2024-01-01 | 4.5',
      'Her (2013) | 2024-03-10 | 5 | rewatch',
      'Her (2013) | 2024-03-10 | 5 | rewatch',
      'The Good, the Bad and the Ugly (1966) | 2024-04-30 | 3.5',
      'Amélie (2001) | 2024-05-08 | -',
      'Boiling Point (2023) | 2024-06-01 | 3',
      'Solaris (1972) | 2024-06-02 | 4',
      'Solaris (2002) | 2024-06-03 | 0.5',
      'Persona (1966) | unknown | 4',
      'Heat (1995) | unknown | -',
    ]);
    expect(describeRatings(reading)).toEqual([
      'Her (2013) | 5',
      'The Good, the Bad and the Ugly (1966) | 3.5',
      'Persona (1966) | 4',
      'Heat (1995) | 2.5',
      'Solaris (1972) | 4',
      'Solaris (2002) | 0.5',
    ]);
    expect(describeWatchlist(reading)).toEqual(['Perfect Days', '[REC]', 'Unreleased Film']);
    expect(reading.liked.map(({ film }) => film.title)).toEqual(['Her']);
  });

  test('a review stands with its entry, line for line', () => {
    expect(reading.entries[0]).toMatchObject({
      review: 'He said "hello, Samantha".\n\nSecond paragraph; naïve, 🎬, עברית.',
      tags: ['cinema', 'with Ana'],
      sourceId: 'letterboxd:https://boxd.it/fA0001',
    });
  });

  test('a list keeps its name and the order of its films', () => {
    expect(reading.lists).toMatchObject([{ name: 'Best of 2013, ranked', ranked: false }]);
    expect(reading.lists[0]?.items.map(({ film, position }) => [film.title, position])).toEqual([
      ['Her', 1],
      ['The Great Beauty', 2],
    ]);
    expect(reading.tags.map(({ film, tag }) => [film.title, tag])).toEqual([
      ['Her', 'Best of 2013, ranked'],
      ['The Great Beauty', 'Best of 2013, ranked'],
    ]);
    expect(reading.tags[0]?.film).toBe(reading.entries[0]?.film);
  });

  test('every row that stays behind says why', () => {
    expect(describeSkipped(reading)).toEqual([
      'diary.csv 7 - duplicate',
      'diary.csv 11 Rating bad-rating',
      'diary.csv 12 Watched Date bad-date',
      'ratings.csv 6 Rating missing-rating',
    ]);
    expect(reading.skipped[1]).toMatchObject({ row: 11, column: 'Rating' });
  });

  test('the feed gives ids, tells series apart, and adds only what the tables lack', () => {
    const both = readFiles(
      [zipFixtures('letterboxd', letterboxdPaths), ...loadFixtures('./letterboxd/feed.xml')],
      { timeZone },
    );
    expect(both.entries).toHaveLength(reading.entries.length);
    expect(both.entries[0]?.film.refs).toEqual(['tmdb:152601', 'letterboxd:her']);
    expect(both.entries.at(-1)).toMatchObject({ review: 'Not "funny".\n\nAt all.', rating: 3 });
    expect(describeSkipped(both)).toContain('diary.csv 8 Name series');
  });

  test.each([
    ['diary.csv', 8, 0],
    ['reviews.csv', 2, 0],
    ['ratings.csv', 0, 6],
    ['watched.csv', 7, 0],
    ['watchlist.csv', 0, 0],
  ])('%s alone tells %i entries and %i ratings', (name, entries, ratings) => {
    const alone = readFiles(loadFixtures(`./letterboxd/${name}`), { timeZone });
    expect(alone.format).toBe('letterboxd');
    expect([alone.entries.length, alone.ratings.length]).toEqual([entries, ratings]);
  });

  test('three of its tables look alike: without their names they are not guessed', () => {
    const [file] = loadFixtures('./letterboxd/watchlist.csv');
    const renamed = readFiles([{ name: 'export.csv', bytes: file?.bytes ?? new Uint8Array() }], { timeZone });
    expect(renamed.error).toMatchObject({ errorClass: 'unknown-format', detail: ['same-columns'] });
  });
});

interface Sample {
  files: string[];
  format: string;
  entries?: string[];
  ratings?: string[];
  watchlist?: string[];
  skipped?: string[];
}

const samples: Sample[] = [
  {
    files: ['./imdb/ratings.csv'],
    format: 'imdb',
    ratings: [
      'Her (2013) | 4.5',
      'Amélie (2001) | 4',
      'The Wonderful Story of Henry Sugar (2023) | 3.5',
      'High School Musical (2006) | 2.5',
      "The Lion King II: Simba's Pride (1998) | 3",
    ],
    skipped: [
      'ratings.csv 4 Title Type series',
      'ratings.csv 5 Title Type series',
      'ratings.csv 6 Title Type episode',
      'ratings.csv 7 Title Type game',
      'ratings.csv 8 Title Type music-video',
      'ratings.csv 9 Title Type podcast',
      'ratings.csv 10 Title Type special',
      'ratings.csv 14 Const duplicate',
      'ratings.csv 15 Your Rating bad-rating',
      'ratings.csv 16 Title missing-title',
    ],
  },
  {
    files: ['./imdb/ratings-2017.csv'],
    format: 'imdb',
    ratings: ['Her (2013) | 4.5', 'High School Musical (2006) | 2.5'],
    skipped: [
      'ratings-2017.csv 3 Title Type series',
      'ratings-2017.csv 4 Title Type series',
      'ratings-2017.csv 5 Title Type episode',
    ],
  },
  {
    files: ['./imdb/ratings-italian.csv'],
    format: 'imdb',
    ratings: ['Lei (2013) | 4.5', 'La meravigliosa storia di Henry Sugar (2023) | 3.5'],
    skipped: [
      'ratings-italian.csv 3 Title Type series',
      'ratings-italian.csv 4 Title Type series',
      'ratings-italian.csv 5 Title Type episode',
      'ratings-italian.csv 6 Title Type game',
    ],
  },
  {
    files: ['./imdb/watchlist.csv'],
    format: 'imdb',
    ratings: ['The Dark Knight (2008) | 4'],
    watchlist: ['The Dark Knight', 'The Shawshank Redemption'],
    skipped: ['watchlist.csv 3 Const duplicate', 'watchlist.csv 5 Title Type series'],
  },
  {
    files: ['./tmdb/ratings.csv'],
    format: 'tmdb',
    ratings: ['부산행 (2016) | 3.5', 'Pulp Fiction (1994) | 4.5'],
    skipped: [
      'ratings.csv 2 Type episode',
      'ratings.csv 3 Type season',
      'ratings.csv 5 Type series',
      'ratings.csv 7 Your Rating missing-rating',
    ],
  },
  {
    files: ['./tmdb/watchlist.csv'],
    format: 'tmdb',
    watchlist: ['Her'],
    skipped: ['watchlist.csv 2 Type series'],
  },
  {
    files: ['./simkl/backup.json'],
    format: 'simkl',
    entries: [
      'Her (2013) | 2024-03-11 | -',
      'Heat (1995) | unknown | -',
      'Cats (2019) | 2020-02-02 | - | unfinished',
      'Spirited Away (2001) | 2022-05-05 | -',
    ],
    ratings: ['Her (2013) | 4.5', 'Cats (2019) | 0.5', 'Spirited Away (2001) | 5'],
    watchlist: ['Perfect Days'],
    skipped: [
      'backup.json 5 status in-progress',
      'backup.json 6 status in-progress',
      'backup.json 1 shows series',
      'backup.json 1 anime anime',
    ],
  },
  {
    files: ['./movary/history.csv', './movary/ratings.csv', './movary/watchlist.csv'],
    format: 'movary',
    entries: [
      'Her (2013) | 2024-01-01 | -',
      'Her (2013) | 2024-03-10 | - | rewatch',
      'Her (2013) | 2024-03-10 | - | rewatch',
      'Heat (1995) | unknown | -',
    ],
    ratings: ['Her (2013) | 4.5'],
    watchlist: ['Perfect Days'],
    skipped: [
      'history.csv 6 watchedAt bad-date',
      'ratings.csv 3 userRating bad-rating',
      'ratings.csv 4 userRating missing-rating',
    ],
  },
  {
    files: ['./yamtrack/2024.csv'],
    format: 'yamtrack',
    entries: ['Perfect Blue (?) | 2024-02-09 | 4.5', 'Perfect Blue (?) | 2024-05-09 | 4 | rewatch'],
    ratings: ['Perfect Blue (?) | 4'],
    skipped: [
      '2024.csv 2 media_type series',
      '2024.csv 5 media_type season',
      '2024.csv 6 media_type episode',
      '2024.csv 7 media_type anime',
      '2024.csv 8 media_type manga',
      '2024.csv 9 media_type game',
    ],
  },
  {
    files: ['./yamtrack/2026.csv'],
    format: 'yamtrack',
    entries: [
      'Her (?) | 2026-01-02 | 5 | rewatch',
      'Her (?) | unknown | -',
      'Cats (?) | 2026-02-02 | 0.5 | unfinished',
      'Home Video (?) | 2026-03-03 | -',
    ],
    ratings: ['Her (?) | 5', 'Cats (?) | 0.5'],
    watchlist: ['Perfect Days'],
    skipped: [
      '2026.csv 6 status in-progress',
      '2026.csv 7 status in-progress',
      '2026.csv 9 media_type book',
      '2026.csv 10 - duplicate',
    ],
  },
  {
    files: ['./netflix/us.csv'],
    format: 'netflix',
    entries: [
      'Infinite (?) | 2024-10-31 | -',
      'Meet Joe Black (?) | 2023-09-09 | - | rewatch',
      'The Old Guard 2 (?) | 2021-07-07 | -',
      'Kill Bill: Vol. 1 (?) | 2019-05-05 | -',
      'Star Wars: Episode IV – A New Hope (?) | 2018-04-05 | -',
      'Meet Joe Black (?) | 2016-02-02 | -',
    ],
    skipped: [
      'us.csv 2 Title episode',
      'us.csv 5 Title episode',
      'us.csv 7 Title episode',
      'us.csv 10 Title episode',
      'us.csv 11 Title episode',
      'us.csv 12 Title episode',
      'us.csv 13 Title episode',
      'us.csv 15 - duplicate',
    ],
  },
  {
    files: ['./netflix/german.csv'],
    format: 'netflix',
    entries: ['Das Leben der Anderen (?) | 2024-02-05 | -'],
    skipped: ['german.csv 2 Titel episode'],
  },
  {
    files: ['./netflix/british.csv'],
    format: 'netflix',
    entries: ['Paddington (?) | 2023-12-25 | -', 'Paddington 2 (?) | 2023-04-03 | -'],
  },
  {
    files: ['./generic/semicolons.csv'],
    format: 'generic',
    entries: ['Das Leben; der Anderen (2006) | 2024-02-13 | 4', 'Heat (1995) | 2024-03-01 | 4'],
    ratings: ['Das Leben; der Anderen (2006) | 4', 'Heat (1995) | 4'],
    skipped: ['semicolons.csv 4 Gesehen bad-date'],
  },
];

test.each(samples)('$files are read film by film', ({ files, format, ...expected }) => {
  const reading = readFiles(loadFixtures(...files), { timeZone });
  expect(reading).toMatchObject({ format, error: null });
  expect(describeEntries(reading)).toEqual(expected.entries ?? []);
  expect(describeRatings(reading)).toEqual(expected.ratings ?? []);
  expect(describeWatchlist(reading)).toEqual(expected.watchlist ?? []);
  expect(describeSkipped(reading)).toEqual(expected.skipped ?? []);
});

describe('Trakt', () => {
  const paths = [
    'watched-history-10.json',
    'watched-history-1.json',
    'watched-history-2.json',
    'watched-movies.json',
    'watched-shows.json',
    'ratings-movies.json',
    'lists-watchlist.json',
    'lists-favorites.json',
    'lists-list-4242-rewatch-soon.json',
    'comments-movies.json',
    'user-profile.json',
  ];
  const reading = readFiles([zipFixtures('trakt', paths)], { timeZone });

  test('the history counts, in the order of its numbered files, and its aggregates do not', () => {
    expect(describeEntries(reading)).toEqual([
      'Her (2013) | 2025-06-24 | - | rewatch',
      'Heat (1995) | 2025-01-01 | -',
      'Her (2013) | 2025-06-24 | - | rewatch',
      'A Film Without Ids (?) | unknown | -',
      'Her (2013) | 2020-05-05 | -',
    ]);
    expect(describeSkipped(reading)).toEqual([
      'watched-history-1.json 3 type episode',
      'watched-history-10.json 2 id duplicate',
      'watched-history-10.json 3 watched_at bad-date',
      'watched-shows.json 1 type series',
      'lists-watchlist.json 2 type series',
    ]);
  });

  test('a moment falls on the day that the user had', () => {
    const inNewYork = readFiles([zipFixtures('trakt', paths)], { timeZone: 'America/New_York' });
    expect(inNewYork.entries[1]).toMatchObject({
      watchedOn: '2024-12-31',
      watchedAt: Date.UTC(2024, 11, 31, 23, 30),
    });
  });

  test('ratings, favourites, notes, lists and comments come along', () => {
    expect(describeRatings(reading)).toEqual(['Her (2013) | 4.5', 'Heat (1995) | 3.5']);
    expect(reading.watchlist).toMatchObject([{ reason: 'before autumn', film: { title: 'Perfect Blue' } }]);
    expect(reading.liked.map(({ film }) => film.title)).toEqual(['Her']);
    expect(reading.lists).toMatchObject([{ name: 'rewatch-soon', ranked: false }]);
    expect(reading.tags).toMatchObject([{ tag: 'rewatch-soon' }]);
    expect(reading.entries[1]).toMatchObject({
      review: 'The café scene.\n\nThat is all.',
      reviewHasSpoilers: true,
    });
  });

  test('without a history its aggregates give their number of entries and the last day', () => {
    const folders = ['watched/watched-movies.json', 'ratings/ratings-movies.json'];
    const older = readFiles([zipFixtures('trakt-folders', folders)], { timeZone });
    expect(describeEntries(older)).toEqual([
      'Her (2013) | unknown | -',
      'Her (2013) | 2023-03-02 | - | rewatch',
    ]);
    expect(describeRatings(older)).toEqual(['Her (2013) | 5']);
  });
});

test('the release date of TMDB is no moment: west of Greenwich a film keeps its year', () => {
  const reading = readFiles(loadFixtures('./tmdb/ratings.csv'), { timeZone: 'America/Los_Angeles' });
  expect(reading.ratings[0]?.film.year).toBe(2016);
});

test('a rating that half stars cannot hold is rounded half up, and said', () => {
  const reading = readFiles(loadFixtures('./tmdb/ratings.csv'), { timeZone });
  expect(reading.notices).toMatchObject([{ file: 'ratings.csv', row: 6, column: 'Your Rating' }]);
});

test('files of two services are not put together', () => {
  const reading = readFiles(loadFixtures('./imdb/ratings.csv', './movary/history.csv'), { timeZone });
  expect(reading.error?.detail[0]).toBe('mixed-services');
});

test('the same file twice brings every row once', () => {
  for (const { files } of samples) {
    const once = readFiles(loadFixtures(...files), { timeZone });
    const twice = readFiles(loadFixtures(...files, ...files), { timeZone });
    expect(describeEntries(twice), files[0]).toEqual(describeEntries(once));
    expect(describeRatings(twice)).toEqual(describeRatings(once));
  }
});
