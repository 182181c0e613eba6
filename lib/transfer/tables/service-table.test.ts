import { describe, expect, test } from 'vitest';
import { readFiles } from '../files/read-files.ts';
import { textFile } from '../fixtures/load.ts';
import type { Reading, ReadOptions } from '../types.ts';

const read = (name: string, text: string, options: Partial<ReadOptions> = {}): Reading =>
  readFiles([textFile(name, text)], { timeZone: 'UTC', ...options });

const asksForOrder = ({ error, tables, doubts }: Reading): boolean =>
  error?.errorClass === 'ambiguous-date' ||
  [...doubts, ...tables.flatMap((table) => table.doubts)].some(({ kind }) => kind === 'date-order');

describe('the order of day and month', () => {
  /** A table of each service as a spreadsheet saves it, and the moment or day that is read of it once the order is known. */
  const tables: [service: string, file: string, text: string, find: (reading: Reading) => unknown][] = [
    [
      'letterboxd',
      'diary.csv',
      'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n05/04/2024,Her,2013,https://boxd.it/a,5,,,05/04/2024\n',
      ({ entries }) => entries[0]?.watchedOn,
    ],
    [
      'letterboxd',
      'ratings.csv',
      'Date,Name,Year,Letterboxd URI,Rating\n05/04/2024,Her,2013,https://boxd.it/a,5\n',
      ({ ratings }) => new Date(ratings[0]?.ratedAt ?? 0).toISOString().slice(0, 10),
    ],
    [
      'imdb',
      'ratings.csv',
      'Const,Your Rating,Date Rated,Title,Title Type,Year\ntt1798709,9,05/04/2024,Her,Movie,2013\n',
      ({ ratings }) => new Date(ratings[0]?.ratedAt ?? 0).toISOString().slice(0, 10),
    ],
    [
      'movary',
      'history.csv',
      'title,year,tmdbId,imdbId,watchedAt\nHer,2013,152601,tt1798709,05/04/2024\n',
      ({ entries }) => entries[0]?.watchedOn,
    ],
    [
      'yamtrack',
      'yamtrack.csv',
      'media_id,source,media_type,title,score,status,end_date\n152601,tmdb,movie,Her,9,Completed,05/04/2024\n',
      ({ entries }) => entries[0]?.watchedOn,
    ],
    [
      'netflix',
      'NetflixViewingHistory.csv',
      'Title,Date\n"Her","05/04/2024"\n',
      ({ entries }) => entries[0]?.watchedOn,
    ],
    [
      'simkl-csv',
      'simkl.csv',
      'SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating\n1,Her,movie,2013,completed,,05/04/2024,9\n',
      ({ entries }) => entries[0]?.watchedOn,
    ],
    [
      'criticker',
      'rankings.csv',
      'Score,Film ID,Film Name,Year,URL,IMDB ID,Date Rated\n90,1,Her,2013,,tt1798709,05/04/2024\n',
      ({ ratings }) => new Date(ratings[0]?.ratedAt ?? 0).toISOString().slice(0, 10),
    ],
  ];
  test.each(tables)('is asked for, and read as chosen: %s, %s', (format, name, text, find) => {
    const open = read(name, text);
    expect(open.format).toBe(format);
    expect(asksForOrder(open)).toBe(true);
    const chosen = read(name, text, { dateOrder: 'dmy' });
    expect(asksForOrder(chosen)).toBe(false);
    expect(find(chosen)).toBe('2024-04-05');
    expect(find(read(name, text, { dateOrder: 'mdy' }))).toBe('2024-05-04');
  });

  test('is told by another column of the table', () => {
    const text =
      'Date,Name,Year,Letterboxd URI,Rating,Watched Date\n3/31/2024,Her,2013,https://boxd.it/a,5,3/10/2024\n';
    const reading = read('diary.csv', text);
    expect(reading.entries[0]?.watchedOn).toBe('2024-03-10');
    expect(asksForOrder(reading)).toBe(false);
  });
});

const diary =
  'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date,Cinema,Stars\n' +
  '2024-04-06,Her,2013,https://boxd.it/a,5,Yes,"a, b",2024-04-05,Astor,3\n';

describe('the columns of a service’s table', () => {
  test('are reported with those that are not read, and once for tables with the same', () => {
    const header = 'Date,Name,Year,Letterboxd URI\n';
    const files = ['watched.csv', 'watchlist.csv'].map((name) =>
      textFile(name, `${header}2024-04-06,Her,2013,https://boxd.it/a\n`),
    );
    const { tables } = readFiles([textFile('diary.csv', diary), ...files], { timeZone: 'UTC' });
    expect(tables).toMatchObject([{ unread: ['Cinema', 'Stars'] }, { file: 'watched.csv', unread: [] }]);
    expect(tables[0]?.read.map(({ field, column }) => [field, column])).toEqual([
      ['title', 'Name'],
      ['year', 'Year'],
      ['url', 'Letterboxd URI'],
      ['watchedOn', 'Watched Date'],
      ['rating', 'Rating'],
      ['rewatch', 'Rewatch'],
      ['tags', 'Tags'],
    ]);
  });

  test('can be others: a choice is added to what the service’s are', () => {
    const { entries, tables } = read('diary.csv', diary, { mapping: { watchedOn: 'Date', rating: 'Stars' } });
    expect(entries).toMatchObject([{ watchedOn: '2024-04-06', rating: 6, rewatch: true, tags: ['a', 'b'] }]);
    expect(entries[0]?.loggedAt).toBe(Date.UTC(2024, 3, 6, 12));
    expect(tables[0]?.unread).toEqual(['Rating', 'Watched Date', 'Cinema']);
  });

  test('can be none', () => {
    const { entries, tables } = read('diary.csv', diary, { skippedColumns: ['Rating'] });
    expect(entries).toMatchObject([{ watchedOn: '2024-04-05', rating: null }]);
    expect(tables[0]?.unread).toEqual(['Rating', 'Cinema', 'Stars']);
  });

  test('a column that is taken for another field is no longer its own', () => {
    const { entries } = read('diary.csv', diary, { mapping: { note: 'Tags' } });
    expect(entries).toMatchObject([{ note: 'a, b', tags: [] }]);
  });

  test('can add what the service does not have', () => {
    const chosen = read('diary.csv', diary, { mapping: { place: 'Cinema' } });
    expect(chosen.entries).toMatchObject([{ place: 'Astor', watchedOn: '2024-04-05', rating: 10 }]);
    const requested =
      'Profile Name,Title Name,Rating Type,Star Value,Thumbs Value,Event Utc Ts,Year,Comment\n';
    const rated = read('Ratings.csv', `${requested}A,Suspiria,star,4,,2016-01-02 10:00:00,1977,Blood\n`, {
      mapping: { year: 'Year', note: 'Comment' },
    });
    expect(rated).toMatchObject({
      ratings: [{ film: { year: 1977 }, value: 8 }],
      entries: [{ note: 'Blood' }],
    });
    const simkl = read(
      'simkl.csv',
      'Title,Type,Watchlist,LastEpWatched,WatchedDate,Released,Again,Fav\nSuspiria,movie,completed,,2024-04-05,1977,yes,x\nSuspiria,movie,completed,,2024-04-06,2018,,\n',
      { mapping: { year: 'Released', rewatch: 'Again', liked: 'Fav' } },
    );
    expect(simkl.entries).toMatchObject([
      { film: { year: 1977 }, rewatch: true },
      { film: { year: 2018 }, rewatch: false },
    ]);
    expect(simkl.liked).toMatchObject([{ film: { year: 1977 } }]);
  });

  test('an added column that cannot be read leaves its row out with the reason', () => {
    const text = diary.replace(',3\n', ',very\n');
    const { skipped, entries } = read('diary.csv', text.replace(',Rating,', ',Points,'), {
      mapping: { year: 'Stars' },
      skippedColumns: ['Year'],
    });
    expect(entries).toEqual([]);
    expect(skipped).toMatchObject([{ reasonKind: 'bad-year', column: 'Stars' }]);
  });
});

describe('the scale of a service’s ratings', () => {
  const points = 'Date,Name,Year,Letterboxd URI,Rating\n2024-04-06,Her,2013,a,9\n2024-04-06,Heat,1995,b,7\n';
  test('is asked for where they do not fit it, and read as chosen', () => {
    const open = read('ratings.csv', points);
    expect(open.tables[0]?.doubts).toEqual([{ kind: 'scale', column: 'Rating', best: 5, others: [10] }]);
    expect(read('ratings.csv', points, { scale: 10 }).ratings).toMatchObject([{ value: 9 }, { value: 7 }]);
  });
  test('stays where they fit it, whatever was chosen for another table', () => {
    const stars = points.replace(',9\n', ',4.5\n').replace(',7\n', ',3\n');
    expect(read('ratings.csv', stars, { scale: 10 }).ratings).toMatchObject([{ value: 9 }, { value: 6 }]);
    expect(read('ratings.csv', stars).tables[0]?.doubts).toEqual([]);
  });
  test.each([
    ['movielens', 'movie_id,imdb_id,tmdb_id,rating,average_rating,title\n1,1798709,1,8,7,Her (2013)\n'],
    ['filmtipset', 'VoteDate;MovieTitle;IMDB;Score\n2009-01-02;Her;1798709;8\n'],
    [
      'tmdb',
      'TMDb ID,IMDb ID,Type,Name,Release Date,Rating,Your Rating,Date Rated\n1,tt1798709,movie,Her,2013,7,80,\n',
    ],
    ['yamtrack', 'media_id,source,media_type,title,score,status,end_date\n1,tmdb,movie,Her,80,Completed,\n'],
  ])('counts for the tables of %s', (format, text) => {
    const best = text.includes('80') ? 100 : 10;
    const chosen = read('table.csv', text, { scale: best });
    expect(chosen.format).toBe(format);
    expect(chosen.ratings).toMatchObject([{ value: 8 }]);
    expect(read('table.csv', text).ratings).toEqual([]);
  });
  test('is asked for in plain lists, too', () => {
    const list = 'Heat (1995) - 4\nHer (2013) - 5\nRan (1985) - 3\n';
    expect(read('films.txt', list).doubts).toMatchObject([{ kind: 'scale', best: 5, others: [10] }]);
    expect(read('films.txt', list, { scale: 10 }).ratings).toMatchObject([
      { value: 4 },
      { value: 5 },
      { value: 3 },
    ]);
  });
});
