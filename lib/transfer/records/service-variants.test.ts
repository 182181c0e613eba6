import { describe, expect, test } from 'vitest';
import { readFiles } from '../files/read-files.ts';
import {
  describeEntries,
  describeRatings,
  describeSkipped,
  describeWatchlist,
} from '../fixtures/describe-reading.ts';
import { textFile } from '../fixtures/load.ts';
import type { ReadOptions } from '../types.ts';

const read = (name: string, text: string, options: Partial<ReadOptions> = {}) =>
  readFiles([textFile(name, text)], { timeZone: 'UTC', ...options });

const movie = (title: string, number: number) => ({
  title,
  year: 2001,
  ids: {
    trakt: number,
    slug: `${title.toLowerCase()}-2001`,
    imdb: `tt770000${number}`,
    tmdb: 9_000_000 + number,
  },
});

test.each([
  'movieId,title,genres\n1,Fog (2001),Drama\n',
  'userId,movieId,rating,timestamp\n1,1,4.0,964982703\n',
])('the data set of MovieLens has no films of yours: %s', (text) => {
  const reading = read('movies.csv', text);
  expect(reading).toMatchObject({ entries: [], ratings: [], error: { errorClass: 'unknown-format' } });
});

describe('Trakt', () => {
  test('a table of series by TraktRater is known by its name alone', () => {
    const rows =
      'Title,Year,ImdbId,TmdbId,TraktId,Slug,RatedAt,Rating\nAmber,2010,,2,3,amber,2025-01-27T23:00:00Z,9\n';
    expect(describeSkipped(read('rated_shows.csv', rows))).toEqual(['rated_shows.csv 2 - series']);
    expect(describeRatings(read('rated_movies.csv', rows))).toEqual(['Amber (2010) | 4.5']);
  });

  test('a backup in one file has history, ratings, watchlist and lists', () => {
    const backup = {
      username: 'ana',
      history: [{ id: 1, watched_at: '2024-01-01T10:00:00.000Z', type: 'movie', movie: movie('Fog', 1) }],
      ratings: [{ rated_at: '2024-01-01T10:00:00.000Z', rating: 9, type: 'movie', movie: movie('Fog', 1) }],
      watchlist: [{ listed_at: '2024-01-01T10:00:00.000Z', type: 'movie', movie: movie('Reed', 2) }],
      lists: [{ name: 'Winter', items: [{ listed_at: '2024-01-01T10:00:00Z', movie: movie('Ash', 3) }] }],
      followers: [],
    };
    const reading = read('traktexport.json', JSON.stringify(backup));
    expect(reading).toMatchObject({ format: 'trakt', error: null, lists: [{ name: 'Winter' }] });
    expect(describeEntries(reading)).toEqual(['Fog (2001) | 2024-01-01 | -']);
    expect(describeRatings(reading)).toEqual(['Fog (2001) | 4.5']);
    expect(describeWatchlist(reading)).toEqual(['Reed']);
  });

  test('each id of the history is a viewing, also at one moment; the first hours of 1970 are no day', () => {
    const at = (id: number, moment: string) => ({
      id,
      watched_at: moment,
      type: 'movie',
      movie: movie('Fog', 1),
    });
    const history = [
      at(1, '2001-12-15T00:00:00.000Z'),
      at(2, '2001-12-15T00:00:00.000Z'),
      at(2, '2001-12-15T00:00:00.000Z'),
      at(3, '1970-01-01T01:00:00.000Z'),
    ];
    const reading = read('watched-history-1.json', JSON.stringify(history));
    expect(reading.entries.map(({ watchedOn }) => watchedOn)).toEqual(['2001-12-15', '2001-12-15', null]);
    expect(describeSkipped(reading)).toEqual(['watched-history-1.json 3 id duplicate']);
  });

  test('a table of ids alone keeps the films by their ids', () => {
    const reading = read(
      'ids.csv',
      'tmdb_id,imdb_id,type,rating,rated_at,watched_at,watchlisted_at\n' +
        '9000001,tt7700001,movie,3,2024-01-16T00:00:00Z,2024-01-15T12:00:00Z,\n9000002,,movie,,,,2024-02-01T00:00:00Z\n' +
        '9000003,,show,,,2024-01-15T12:00:00Z,\n',
    );
    expect(reading).toMatchObject({ format: 'trakt', error: null });
    expect(reading.entries).toMatchObject([
      { film: { title: '', refs: ['imdb:tt7700001', 'tmdb:9000001'] }, watchedOn: '2024-01-15' },
    ]);
    expect(reading.ratings.map(({ value }) => value)).toEqual([3]);
    expect(reading.watchlist.map(({ film }) => film.refs)).toEqual([['tmdb:9000002']]);
    expect(describeSkipped(reading)).toEqual(['ids.csv 4 type series']);
  });

  test('plays of TraktRater are as many viewings, of which the last has the day', () => {
    const reading = read(
      'watched.csv',
      'WatchedAt,Plays,Title,Year,ImdbId,TmdbId,TraktId,Slug\n2025-01-27T23:00:00Z,3,Fog,2001,tt7700001,9000001,1,fog-2001\n',
    );
    expect(reading.format).toBe('trakt');
    expect(reading.entries.map(({ watchedOn }) => watchedOn)).toEqual([null, null, '2025-01-27']);
  });
});

test('Simkl’s list as its API answers it is read like its backup', () => {
  const items = [
    { last_watched_at: '2024-03-05T21:10:00Z', status: 'completed', user_rating: 9, movie: movie('Fog', 1) },
    { last_watched_at: null, status: 'dropped', user_rating: null, movie: movie('Reed', 2) },
    { last_watched_at: null, status: 'plantowatch', user_rating: null, movie: movie('Ash', 3) },
    { last_watched_at: null, status: 'watching', show: movie('Amber', 4) },
  ];
  const reading = read('all-items.json', JSON.stringify(items));
  expect(describeEntries(reading)).toEqual([
    'Fog (2001) | 2024-03-05 | -',
    'Reed (2001) | unknown | - | unfinished',
  ]);
  expect(describeWatchlist(reading)).toEqual(['Ash']);
  expect(describeSkipped(reading)).toEqual(['all-items.json 4 shows series']);
});

test('days of a form that can be read in two ways are asked about', () => {
  const form =
    'Type,Title,Year,LastEpWatched,Watchlist,WatchedDate,Rating\nmovie,Fog,2001,,completed,05/03/2024,9\n';
  expect(read('form.csv', form)).toMatchObject({
    format: 'simkl-csv',
    error: { errorClass: 'ambiguous-date' },
  });
  expect(read('form.csv', form, { dateOrder: 'dmy' }).entries[0]?.watchedOn).toBe('2024-03-05');
});

test('repeats of Yamtrack’s form of 2024 are viewings, and rows of a list are none', () => {
  const repeats = read(
    'yamtrack.csv',
    'media_id,source,media_type,title,score,status,repeats,end_date\n1,tmdb,movie,Fog,9.0,Completed,2,2024-02-09\n',
  );
  expect(repeats.entries.map(({ watchedOn }) => watchedOn)).toEqual([null, null, '2024-02-09']);
  const lists = read(
    'floppy.csv',
    'row_type,media_id,source,media_type,title,score,status,end_date,list_name\nlist_item,1,tmdb,movie,Fog,,,,Winter\n',
  );
  expect(lists).toMatchObject({
    entries: [],
    lists: [{ name: 'Winter', items: [{ film: { title: 'Fog' } }] }],
  });
});

test('the JSON of TV Time’s exporter has films that were seen and others', () => {
  const reading = read(
    'tvtime-movies.json',
    '[{"id":{"tvdb":1,"imdb":"tt7700001"},"title":"Fog","year":2001,"is_watched":true,"watched_at":"2024-06-05T19:00:00Z"},' +
      '{"id":{"tvdb":2,"imdb":"tt7700002"},"title":"Reed","year":2001,"is_watched":false}]',
  );
  expect(reading.format).toBe('tvtime');
  expect(describeEntries(reading)).toEqual(['Fog (2001) | 2024-06-05 | -']);
  expect(describeWatchlist(reading)).toEqual(['Reed']);
});

test('a film of TV Time that was seen is no longer one to see, whichever row comes first', () => {
  const rows = [
    '2022-01-01 10:00:00,towatch-movie-a,Fog',
    '2022-02-01 10:00:00,watch-movie-b,Fog',
    '2022-02-01 10:00:00,watch-c,Ash',
    '2022-03-01 10:00:00,towatch-movie-d,Reed',
  ];
  for (const ordered of [rows, rows.toReversed()]) {
    const reading = read(
      'tracking-prod-records-v2.csv',
      `created_at,key,movie_name,series_name\n${ordered.map((row) => `${row},`).join('\n')}\n`,
    );
    expect(describeEntries(reading).toSorted()).toEqual([
      'Ash (?) | 2022-02-01 | -',
      'Fog (?) | 2022-02-01 | -',
    ]);
    expect(describeWatchlist(reading)).toEqual(['Reed']);
  }
});

test('a viewing that is in both versions of TV Time’s table is one', () => {
  const files = [
    textFile(
      'tracking-prod-records.csv',
      'type,entity_type,movie_name,series_name,created_at,rewatch_count\nwatch,movie,Fog,,2022-05-14 19:20:00,\n',
    ),
    textFile(
      'tracking-prod-records-v2.csv',
      'created_at,key,movie_name,series_name\n2022-05-14 19:20:00,watch-movie-a,Fog,\n2023-05-14 19:20:00,watch-movie-b,Fog,\n',
    ),
  ];
  const reading = readFiles(files, { timeZone: 'UTC' });
  expect(describeEntries(reading)).toEqual([
    'Fog (?) | 2022-05-14 | -',
    'Fog (?) | 2023-05-14 | - | rewatch',
  ]);
  expect(describeSkipped(reading)).toEqual(['tracking-prod-records-v2.csv 2 - duplicate']);
});

test.each([
  [
    ['2,2022-01-01', '1,2022-02-01', '2,2022-03-01'],
    ['2022-01-01', '2022-02-01', '2022-03-01'],
  ],
  [
    ['1,2022-01-01', '3,2022-02-01'],
    ['unknown', 'unknown', '2022-01-01', '2022-02-01'],
  ],
  [
    ['0,2022-01-01', ',2022-02-01', '1,2022-03-01'],
    ['2022-01-01', '2022-02-01', '2022-03-01'],
  ],
  [['2,2022-01-01'], ['unknown', 'unknown', '2022-01-01']],
])('TV Time counts the viewings of a film in each of its rows: %j', (rows, days) => {
  const text = rows.map((row) => `watch,movie,Fog,,${row} 19:20:00`).join('\n');
  const header = 'type,entity_type,movie_name,series_name,rewatch_count,created_at';
  const other = 'watch,movie,Reed,,0,2022-01-01 19:20:00';
  const { entries } = read('tracking-prod-records.csv', `${header}\n${other}\n${text}\n`);
  const own = entries.filter(({ film }) => film.title === 'Fog');
  expect(own.map(({ watchedOn }) => watchedOn ?? 'unknown').toSorted()).toEqual(days.toSorted());
  expect(own.filter(({ rewatch }) => !rewatch)).toHaveLength(1);
});

test.each<[string, string, object]>([
  [
    'the tags of a planned film',
    'tmdb_id,title,rating,release_date,start_date,finish_date,movie_review,is_movie,categories,tags\n1,Fog,0.0,2001-01-01,,,,1,Plan to watch,"cold, grey"\n',
    { entries: [], watchlist: [{}], tags: [{ tag: 'cold' }, { tag: 'grey' }] },
  ],
  [
    'the tags of a seen film',
    'tmdb_id,title,rating,release_date,start_date,finish_date,movie_review,is_movie,categories,tags\n1,Fog,0.0,2001-01-01,,,,1,Watched,cold\n',
    { entries: [{ tags: ['cold'] }], watchlist: [], tags: [] },
  ],
  [
    'the memo of a film that is only rated',
    'Title,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo\nFog,2001,,,,8,cold\n',
    { entries: [{ note: 'cold', watchedOn: null }], ratings: [{ value: 8 }] },
  ],
  [
    'a rating without a memo',
    'Title,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo\nFog,2001,,,,8,\n',
    { entries: [], ratings: [{ value: 8 }], notices: [] },
  ],
  [
    'that a rating was rounded',
    '"Score","Film ID","Film Name","Year","URL","IMDB ID","Date Rated","Mini Review"\n"73","1","Fog","2001","","","2024-01-01 10:11:12",""\n"80","2","Reed","2001","","","2024-01-01 10:11:12",""\n',
    { ratings: [{ value: 7 }, { value: 8 }], notices: [{ row: 2, detail: ['rounded-rating', '73', 7] }] },
  ],
])('nothing is lost without a word: %s', (_, text, reading) => {
  expect(read('films.csv', text)).toMatchObject({ error: null, skipped: [], ...reading });
});

test('a day that a table for Trakt calls unknown is none, and the film was seen', () => {
  const reading = read(
    'trakt.csv',
    'action,type,title,year,imdb,tmdb,trakt,watched_at,rating,rated_at\nhistory,movie,Fog,2001,,,,unknown,,\n',
  );
  expect(describeEntries(reading)).toEqual(['Fog (2001) | unknown | -']);
});

test('a day of a service’s table that somebody wrote by hand keeps its year, with a note', () => {
  const reading = read(
    'films.csv',
    'Title,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo\nFog,2001,completed,,about 2019?,8,\nReed,2002,completed,,2024-01-02,8,\n',
  );
  expect(describeEntries(reading)).toEqual(['Fog (2001) | 2019 | -', 'Reed (2002) | 2024-01-02 | -']);
  expect(reading.skipped).toEqual([]);
  expect(reading.notices).toMatchObject([{ row: 2, detail: ['rough-day', 'about 2019?'] }]);
});

test('of two ratings of a film the later counts, whichever row comes first', () => {
  const rows = [
    'Fog,2001,tt7700001,1,1,fog-2001,2025-01-01T00:00:00Z,9',
    'Fog,2001,tt7700001,1,1,fog-2001,2020-01-01T00:00:00Z,3',
  ];
  for (const ordered of [rows, rows.toReversed()]) {
    const table = `Title,Year,ImdbId,TmdbId,TraktId,Slug,RatedAt,Rating\n${ordered.join('\n')}\n`;
    expect(describeRatings(read('rated_movies.csv', table))).toEqual(['Fog (2001) | 4.5']);
  }
});

test('the worst score of Criticker is half a star', () => {
  const reading = read('rankings.csv', 'Score,Film ID,Film Name,Year,URL\n0,1,Fog,2001,\n100,2,Reed,2001,\n');
  expect(describeRatings(reading)).toEqual(['Fog (2001) | 0.5', 'Reed (2001) | 5']);
});

test('a file beside a film in Kodi’s folder is read, and its number of Kodi’s own is no id of IMDb', () => {
  const reading = read(
    'fog.xml',
    '<movie><title>Fog</title><id>12</id><playcount>1</playcount><lastplayed>2024-01-02 20:00:00</lastplayed></movie>',
  );
  expect(reading).toMatchObject({ format: 'kodi', entries: [{ film: { title: 'Fog', refs: [] } }] });
});

test('plays of Jellyfin that go on within two days are one viewing, on the day of the last', () => {
  const play = (time: string, user: string, seconds: number): string =>
    `${time}\t${user}\t1\tMovie\tFog\tDirectPlay\tWeb\tX\t${seconds}`;
  const plays = [
    play('2024-03-05 20:00:00.000', 'a', 3000),
    play('2024-03-06 20:00:00.000', 'a', 2800),
    play('2024-03-06 22:00:00.000', 'a', 20),
    play('2024-03-05 20:00:00.000', 'b', 5800),
    play('2024-05-05 20:00:00.000', 'a', 5800),
  ];
  const reading = read('playback.tsv', plays.join('\n'));
  expect(describeEntries(reading)).toEqual([
    'Fog (?) | 2024-03-06 | - | rewatch',
    'Fog (?) | 2024-03-05 | -',
    'Fog (?) | 2024-05-05 | - | rewatch',
  ]);
  expect(describeSkipped(reading)).toEqual([
    'playback.tsv 1 - duplicate',
    'playback.tsv 3 seconds short-play',
  ]);
  expect(read('playback.tsv', plays.join('\n'), { profile: 'b' }).entries).toHaveLength(1);
});

test('one user’s history of Tautulli leaves out the others', () => {
  const history =
    'date,user,title,year,media_type,percent_complete,watched_status\n' +
    '1709672400,ana,Fog,2001,movie,98,1\n1709672401,ben,Reed,2001,movie,98,1\n';
  expect(describeEntries(read('h.csv', history, { profile: 'Ana' }))).toEqual([
    'Fog (2001) | 2024-03-05 | -',
  ]);
  expect(read('h.csv', history).entries).toHaveLength(2);
});

test.each([
  ['{"metadata":[]}', 'an empty export of Ryot'],
  ['[{"status":"FINISHED"}]', 'items without films'],
  ['{"seen":1,"userRating":null}', 'members that are no lists'],
  ['[null,[],1]', 'items that are no objects'],
])('%s is no export of a service: %s', (text) => {
  expect(read('x.json', text)).toMatchObject({
    format: null,
    entries: [],
    error: { errorClass: 'unknown-format' },
  });
});

test('items with values of the wrong kind are told one by one', () => {
  const reading = read(
    'watcharr.json',
    '[{"status":"FINISHED","content":{"tmdbId":1,"title":["x"],"type":"movie"}},null,' +
      '{"status":"FINISHED","rating":{},"content":{"tmdbId":{},"title":"Fog","type":"movie"},"activity":"none"}]',
  );
  expect(describeEntries(reading)).toEqual(['Fog (?) | unknown | -']);
  expect(describeSkipped(reading)).toEqual([
    'watcharr.json 1 content.title missing-title',
    'watcharr.json 2 content.title missing-title',
  ]);
});

test('days of a column that contradict each other cost the doubtful rows, not the file', () => {
  const rows = ['Ash,13/2/2024', 'Elm,2/14/2024', 'Fog,3/4/2024'].map((row) => `1,${row},movie,completed,`);
  const header = 'SIMKL_ID,Title,WatchedDate,Type,Watchlist,LastEpWatched';
  const reading = read('SimklBackup.csv', `${header}\n${rows.join('\n')}\n`);
  expect(reading.error).toBeNull();
  expect(describeEntries(reading)).toEqual(['Ash (?) | 2024-02-13 | -', 'Elm (?) | 2024-02-14 | -']);
  expect(describeSkipped(reading)).toEqual(['SimklBackup.csv 4 WatchedDate ambiguous-date']);
  const open = read('SimklBackup.csv', `${header}\n${rows.slice(2).join('\n')}\n`);
  expect(open.error?.errorClass).toBe('ambiguous-date');
});
