import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { textFile } from './fixtures/load.ts';
import {
  describeEntries,
  describeSkipped,
  describeRatings,
  describeWatchlist,
} from './fixtures/describe-reading.ts';
import { findTitleType } from './tables/title-types.ts';
import { isOwnTable, ownColumns } from './tables/own-table.ts';
import { findScale } from './tables/rating-scale.ts';
import { readFiles, type AnyImportFile } from './files/read-files.ts';

const read = (...files: AnyImportFile[]) => readFiles(files, { timeZone: 'Europe/Berlin' });
const jsonFile = (name: string, value: unknown): AnyImportFile => textFile(name, JSON.stringify(value));
const zipFile = (files: Record<string, string>): AnyImportFile => ({
  name: 'export.zip',
  bytes: zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
});

const diary = 'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n';
const reviews = 'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n';
const films = 'Date,Name,Year,Letterboxd URI\n';
const herDay = '2024-01-01,Her,2013,https://boxd.it/a,4,,,2024-01-01\n';

describe('Letterboxd', () => {
  test('an address that several entries share keeps none of them out, and reviews find their day', () => {
    const reading = read(
      textFile(
        'diary.csv',
        `${diary}2024-01-01,Her,2013,https://boxd.it/b,4,,,2024-01-01\n2024-02-01,Her,2013,https://boxd.it/b,5,Yes,,2024-02-01\n`,
      ),
      textFile('reviews.csv', `${reviews}2024-02-01,Her,2013,https://boxd.it/b,5,Yes,Again!,,2024-02-01\n`),
    );
    expect(describeEntries(reading)).toEqual([
      'Her (2013) | 2024-01-01 | 4',
      'Her (2013) | 2024-02-01 | 5 | rewatch',
    ]);
    expect(reading.entries.map(({ review }) => review)).toEqual(['', 'Again!']);
  });

  test('two films of one name and year are told apart inside a file, and never from file to file', () => {
    const twins = '2024-01-01,Twin,2020,https://boxd.it/t1\n2024-01-01,Twin,2020,https://boxd.it/t2\n';
    const reading = read(
      textFile('watched.csv', `${films}2024-01-01,Her,2013,https://boxd.it/w\n${twins}`),
      textFile(
        'ratings.csv',
        'Date,Name,Year,Letterboxd URI,Rating\n2024-01-01,Her,2013,https://boxd.it/r,4\n2024-01-01,Twin,2020,https://boxd.it/t2,3\n',
      ),
    );
    expect(describeEntries(reading)).toEqual([
      'Her (2013) | unknown | -',
      'Twin (2020) | unknown | -',
      'Twin (2020) | unknown | -',
    ]);
    expect(reading.ratings.map(({ film }) => film)).toEqual([
      reading.entries[0]?.film,
      reading.entries[2]?.film,
    ]);
  });

  test('older addresses name the film', () => {
    const row = '2019-01-01,Her,2013,https://letterboxd.com/me/film/her/1/,4,Yes,,2019-01-01\n';
    expect(read(textFile('diary.csv', diary + row)).entries[0]?.film.refs).toEqual(['letterboxd:her']);
  });

  test('oldest addresses have a number that names no film: three films stay three', () => {
    const rows = ['Her,2013,253666', 'Heat,1995,19619', 'Alien,1979,10261'].map((film) => {
      const [title = '', year = '', id = ''] = film.split(',');
      return `2019-01-01,${title},${year},https://letterboxd.com/film/film:${id}/,4,,,2019-01-01\n`;
    });
    const { entries } = read(textFile('diary.csv', diary + rows.join('')));
    expect(entries.map((entry) => [entry.film.title, entry.film.refs])).toEqual([
      ['Her', []],
      ['Heat', []],
      ['Alien', []],
    ]);
  });

  test("what was deleted, and other people's reviews, stay out, in an archive and unpacked", () => {
    const files = {
      'me/diary.csv': diary + herDay,
      'me/deleted/diary.csv': diary + herDay.replace('Her', 'Gone'),
      'me/deleted/lists/old.csv': 'Letterboxd list export v7\n',
      'me/orphaned/diary.csv': diary + herDay.replace('Her', 'Lost'),
      'me/likes/films.csv': `${films}2024-01-01,Her,2013,https://boxd.it/f\n`,
      'me/likes/reviews.csv': `${reviews}2024-01-01,Theirs,2013,https://boxd.it/x,,,Not mine,,2024-01-01\n`,
      'me/profile.csv': 'Date Joined,Username\n2020-01-01,me\n',
      'me/comments.csv': 'Date,Content\n2020-01-01,x\n',
    };
    const loose = Object.entries(files).map(([path, text]) => textFile(path, text));
    for (const reading of [read(zipFile(files)), read(...loose)]) {
      expect(reading.error).toBeNull();
      expect(describeEntries(reading)).toEqual(['Her (2013) | 2024-01-01 | 4']);
      expect(reading.liked).toHaveLength(1);
      expect(reading.lists).toEqual([]);
    }
  });

  test('a table without a column of rewatches has its later entries marked as such', () => {
    const rows =
      'Title,Year,tmdbID,WatchedDate,Rating10\nHer,2013,152601,2021-12-11,9\nHer,2013,152601,2018-06-18,10\n';
    expect(describeEntries(read(textFile('movary.csv', rows)))).toEqual([
      'Her (2013) | 2021-12-11 | 4.5 | rewatch',
      'Her (2013) | 2018-06-18 | 5',
    ]);
  });
});

interface Case {
  what: string;
  name?: string;
  text: string;
  format: string;
  entries?: string[];
  ratings?: string[];
  watchlist?: string[];
  skipped?: string[];
}

const oldImdb =
  '"position","const","created","modified","description","Title","Title type","Directors","You rated","IMDb Rating","Runtime (mins)","Year","Genres","Num. Votes","Release Date (month/day/year)","URL"\n';
const netflixRows = (rows: string[][]): string =>
  `Title,Date\n${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`;

const cases: Case[] = [
  {
    what: 'a table that a German spreadsheet has saved again',
    name: 'diary.csv',
    text: '\ufeffDate;Name;Year;Letterboxd URI;Rating;Rewatch;Tags;Watched Date\r\n01.03.2024;Her;2013;https://boxd.it/a;4,5;Yes;"a, b";29.02.2024\r\n',
    format: 'letterboxd',
    entries: ['Her (2013) | 2024-02-29 | 4.5 | rewatch'],
  },
  {
    what: 'a day in other clothes among days as the service writes them',
    name: 'diary.csv',
    text: diary + herDay + herDay.replace('/a', '/b').replace(/2024-01-01\n/, '13/02/2024\n'),
    format: 'letterboxd',
    entries: ['Her (2013) | 2024-01-01 | 4'],
    skipped: ['diary.csv 3 Watched Date bad-date'],
  },
  {
    what: 'a diary without year and rating',
    name: 'diary.csv',
    text: 'Name,Letterboxd URI,Watched Date\nHer,https://boxd.it/a,3025-01-01\nHer,https://boxd.it/b,2024-01-01\n',
    format: 'letterboxd',
    entries: ['Her (?) | 2024-01-01 | -'],
    skipped: ['diary.csv 2 Watched Date bad-date'],
  },
  {
    what: "IMDb's ratings of before 2017",
    name: 'mine.csv',
    text: `${oldImdb}"1","tt2872718","Sat Dec  3 00:00:00 2016","","","Nightcrawler","Feature Film","Dan Gilroy","8","7.9","117","2014","crime","1","2014-09-05","x"\n"2","tt7366338","Sat Dec 31 00:00:00 2016","","","Chernobyl","Mini-Series","","10","9.5","45","2019","crime","1","2019-01-20","x"\n`,
    format: 'imdb',
    ratings: ['Nightcrawler (2014) | 4'],
    skipped: ['mine.csv 3 Title type series'],
  },
  {
    what: "IMDb's watchlist of before 2017",
    name: 'WATCHLIST.csv',
    text: `${oldImdb}"1","tt2872718","Sat Dec  3 00:00:00 2016","","","Nightcrawler","Feature Film","Dan Gilroy","","7.9","117","2014","crime","1","2014-09-05","x"\n`,
    format: 'imdb',
    watchlist: ['Nightcrawler'],
  },
  {
    what: 'ratings of IMDb under the header of a list',
    name: 'ratings.csv',
    text: 'Position,Const,Created,Modified,Description,Title,Title Type,Year,Your Rating,Date Rated\n1,tt2448843,2014-07-18,2014-07-18,,Interstellar,Movie,2014,9,2014-12-13\n',
    format: 'imdb',
    ratings: ['Interstellar (2014) | 4.5'],
  },
  {
    what: 'a watchlist of IMDb without positions',
    name: 'list.csv',
    text: 'Const,Created,Title,Title Type,Year,Your Rating,Date Rated\ntt0133093,2024-01-01,The Matrix,Movie,1999,,\n',
    format: 'imdb',
    watchlist: ['The Matrix'],
  },
  {
    what: 'the table that Netflix sends on request',
    name: 'ViewingActivity.csv',
    text: 'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type\nA,2024-05-01 23:30:00,01:40:00,,Inception,,TV\nA,2024-05-02 18:00:00,00:40:00,,Inception,,TV\nA,2024-05-03 18:00:00,00:01:30,,Dune,TRAILER,TV\nA,2024-06-10 08:00:00,00:07:00,,Bluey: Season 1: Hammerbarn,,TV\n',
    format: 'netflix',
    entries: ['Inception (?) | 2024-05-02 | -'],
    skipped: [
      'ViewingActivity.csv 4 Supplemental Video Type trailer',
      'ViewingActivity.csv 5 Title episode',
      'ViewingActivity.csv 2 - duplicate',
    ],
  },
  {
    what: 'parts of series behind names with a colon',
    text: netflixRows([
      ['Avatar: The Last Airbender: Book Two: Earth: The Avatar State', '1/13/24'],
      ['Arcane: Act 1: Welcome to the Playground', '1/12/24'],
      ['Harry Potter and the Deathly Hallows: Part 1', '1/11/24'],
      ['John Wick: Chapter 2', '1/10/24'],
    ]),
    format: 'netflix',
    entries: [
      'Harry Potter and the Deathly Hallows: Part 1 (?) | 2024-01-11 | -',
      'John Wick: Chapter 2 (?) | 2024-01-10 | -',
    ],
    skipped: ['file.csv 2 Title episode', 'file.csv 3 Title episode'],
  },
  {
    what: 'a film of Yamtrack that has a start and no end',
    text: 'media_id,source,media_type,title,score,status,notes,start_date,end_date\n5,tmdb,movie,Her,10,Completed,,2024-01-01,\n',
    format: 'yamtrack',
    entries: ['Her (?) | 2024-01-01 | 5'],
    ratings: ['Her (?) | 5'],
  },
  {
    what: 'a column of titles and nothing more',
    text: 'Title\nHer\nHeat (1995)\n',
    format: 'generic',
    entries: ['Her (?) | unknown | -', 'Heat (1995) | unknown | -'],
  },
  {
    what: 'a table that bears its purpose in its name',
    name: 'my watchlist.csv',
    text: 'Title,Year,Date\nHer,2013,2024-01-01\n',
    format: 'generic',
    watchlist: ['Her'],
  },
  {
    what: 'a line of words above the header',
    text: 'My films\n\nTitle,Year,Rating\nHer,2013,4\n',
    format: 'generic',
    ratings: ['Her (2013) | 4'],
  },
  {
    what: 'few ratings, one of them off the scale, one a zero',
    text: 'Title,Rating\nA,8\nB,0\nC,"8,5"\nD,11\nE,\n',
    format: 'generic',
    ratings: ['A (?) | 4', 'C (?) | 4.5'],
    skipped: [
      'file.csv 3 Rating missing-rating',
      'file.csv 5 Rating bad-rating',
      'file.csv 6 Rating missing-rating',
    ],
  },
  {
    what: 'ratings that say their scale',
    text: 'Title,Rating\nA,★★★½\nB,8/10\nC,70%\nD,⭐⭐⭐\nE,☆☆☆☆☆\n',
    format: 'generic',
    skipped: ['file.csv 6 Rating missing-rating'],
    ratings: ['A (?) | 3.5', 'B (?) | 4', 'C (?) | 3.5', 'D (?) | 3'],
  },
  {
    what: 'days with names of months, and moments as numbers',
    text: 'Title,Watched\n"A","March 5, 2024"\nB,5 Mar 2024\nC,5. März 2024\nD,"Tue, 5 Mar 2024"\nE,5 de marzo de 2024\nF,March 2024\nG,1709593200\nH,1709593200000\nI,31 February 2024\n',
    format: 'generic',
    entries: [
      ...'ABCDE'.split('').map((title) => `${title} (?) | 2024-03-05 | -`),
      'F (?) | 2024-03 | -',
      'G (?) | 2024-03-05 | -',
      'H (?) | 2024-03-05 | -',
    ],
    skipped: ['file.csv 10 Watched bad-date'],
  },
  {
    what: 'numeric days with the time behind',
    text: 'Title,Watched\nA,3/14/2024 8:15 PM\nB,03/04/24\n',
    format: 'generic',
    entries: ['A (?) | 2024-03-14 | -', 'B (?) | 2024-03-04 | -'],
  },
  {
    what: 'all kinds of works',
    text: `Title,Type,Date\n${['Movie', 'TV Movie', 'TV Show', 'Anime', 'Manga', 'Book', 'Video Game', 'Podcast', 'Episode', 'Season', 'Special', 'Music Video'].map((type) => `X,${type},2024-01-01`).join('\n')}\n`,
    format: 'generic',
    entries: ['X (?) | 2024-01-01 | -', 'X (?) | 2024-01-01 | - | rewatch'],
    skipped: [
      'series',
      'anime',
      'manga',
      'book',
      'game',
      'podcast',
      'episode',
      'season',
      'special',
      'music-video',
    ].map((kind, at) => `file.csv ${at + 4} Type ${kind}`),
  },
];

test.each(cases)('$what', ({ name = 'file.csv', text, format, ...expected }) => {
  const reading = read(textFile(name, text));
  expect(reading).toMatchObject({ format, error: null });
  expect(describeEntries(reading)).toEqual(expected.entries ?? []);
  expect(describeRatings(reading)).toEqual(
    expected.ratings ?? describeRatings(reading).filter(() => format === 'letterboxd'),
  );
  expect(describeWatchlist(reading)).toEqual(expected.watchlist ?? []);
  expect(describeSkipped(reading)).toEqual(expected.skipped ?? []);
});

test('the order of day and month that the user chooses counts in the table of every service', () => {
  const text =
    'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n1/2/2024,Her,2013,https://boxd.it/a,4,,,3/4/2024\n';
  const file = textFile('diary.csv', text);
  expect(describeSkipped(read(file))).toEqual(['diary.csv 2 Watched Date ambiguous-date']);
  const told = readFiles([file], { timeZone: 'Europe/Berlin', dateOrder: 'dmy' });
  expect(describeEntries(told)).toEqual(['Her (2013) | 2024-04-03 | 4']);
});

test('a rating of an old table of IMDb was given on its day', () => {
  const row =
    '"1","tt2872718","Sat Dec  3 00:00:00 2016","","","X","Feature Film","","8","","","2014","","","",""\n';
  expect(read(textFile('ratings.csv', oldImdb + row)).ratings[0]?.ratedAt).toBe(Date.UTC(2016, 11, 3, 12));
});

const her = { title: 'Her', year: 2013, ids: { imdb: 'tt1798709', tmdb: 152601 } };

test('ids so large that they are read as one keep no entry out', () => {
  const item = (id: string, day: number): string =>
    `{"id":${id},"watched_at":"2024-01-0${day}T12:00:00Z","type":"movie","movie":${JSON.stringify(her)}}`;
  const reading = read(
    textFile('history.json', `[${item('9007199254740993', 1)},${item('9007199254740992', 2)}]`),
  );
  expect(describeEntries(reading)).toEqual([
    'Her (2013) | 2024-01-01 | -',
    'Her (2013) | 2024-01-02 | - | rewatch',
  ]);
});

test('what is in a list of the history and is not an item has a code', () => {
  const item = { id: 1, watched_at: '2024-01-01T12:00:00Z', type: 'movie', movie: her };
  const reading = read(jsonFile('history.json', [item, null, 5, {}]));
  expect(describeEntries(reading)).toHaveLength(1);
  expect(describeSkipped(reading)).toEqual([2, 3, 4].map((row) => `history.json ${row} - missing-title`));
});

test('by-products of an export of Trakt beside its history are no fault, and a list is no watchlist', () => {
  const listed = [{ rank: 1, listed_at: '2024-01-01T00:00:00Z', type: 'movie', movie: her }];
  const reading = read(
    jsonFile('watched-history.json', [
      { id: 1, watched_at: '2024-01-01T12:00:00Z', type: 'movie', movie: her },
    ]),
    jsonFile('user-profile.json', { username: 'me' }),
    jsonFile('comments-movies.json', []),
    jsonFile('lists-lists.json', [{ name: 'Mine' }]),
    jsonFile('lists/mine.json', listed),
  );
  expect(reading.error).toBeNull();
  expect(describeWatchlist(reading)).toEqual([]);
  expect(reading.lists).toHaveLength(1);
});

test('a backup of Simkl is known without states, and knows its older word for giving up', () => {
  const anime = [{ anime_type: 'movie', show: { title: 'Her', year: 2013, ids: { simkl: 1 } } }];
  expect(describeEntries(read(jsonFile('backup.json', { anime })))).toEqual(['Her (2013) | unknown | -']);
  const movies = [{ status: 'notinteresting', last_watched_at: '2024-01-01T12:00:00Z', movie: her }];
  expect(describeEntries(read(jsonFile('backup.json', { movies })))).toEqual([
    'Her (2013) | 2024-01-01 | - | unfinished',
  ]);
});

test('a text that is broken in one place, or cut off inside a letter, stays UTF-8', () => {
  const bytes = strToU8('Title,Year,Rating\nAmélie,2001,4\nLéon,1994,5\nCafé,2000,3\nXé');
  const broken = bytes.map((byte, at) => (at === bytes.lastIndexOf(0xa9, -3) ? 0x41 : byte)).slice(0, -1);
  expect(describeRatings(read({ name: 'films.csv', bytes: broken })).slice(0, 2)).toEqual([
    'Amélie (2001) | 4',
    'Léon (1994) | 5',
  ]);
});

test('a stray NUL does not make a text unreadable', () => {
  expect(describeRatings(read(textFile('films.csv', 'Title,Year,Rating\nH\0er,2013,4\n')))).toEqual([
    'Her (2013) | 4',
  ]);
});

describe('an archive', () => {
  const sound = diary + herDay;

  test('with one damaged file brings the others', () => {
    const bytes = zipSync({ 'ratings.csv': strToU8(`${sound} `), 'diary.csv': strToU8(sound) }, { level: 0 });
    bytes[50] = (bytes[50] ?? 0) ^ 0xff;
    const reading = read({ name: 'a.zip', bytes });
    expect(describeEntries(reading)).toHaveLength(1);
    expect(reading.error).toEqual({ errorClass: 'bad-zip', file: 'ratings.csv', detail: ['damaged'] });
  });

  test('with files of another kind is read without them', () => {
    const reading = read(
      zipFile({ 'diary.csv': sound, 'x.json': '[{', 'readme.txt': 'Hello', 'a.png': 'PNG' }),
    );
    expect(reading.error).toBeNull();
    expect(describeEntries(reading)).toHaveLength(1);
  });

  test.each([
    ['pictures', { 'a.png': 'x' }, 'unknown-format'],
    ['a workbook', { 'xl/workbook.xml': '<x/>', 'xl/sheet.csv': 'Title\nHer\n' }, 'unknown-format'],
    ['tables with nothing in them', { 'diary.csv': '', 'watched.csv': '\n' }, 'empty'],
  ])('of %s has its class', (_, files, errorClass) => {
    const { error } = read(zipFile(files));
    expect(error).toMatchObject({ errorClass, file: 'export.zip' });
  });
});

test.each([
  ['series', 'Fernsehserie', 'Minissérie de TV', 'Serie de TV', 'сериал', 'टीवी सीरीज़'],
  ['episode', 'Episodio TV', 'Épisode télévisé', 'Episodio de TV', 'टीवी एपिसोड'],
  ['game', 'Videospiel', 'Jeu vidéo', 'Videogioco', 'Jogo eletrônico', 'वीडियो गेम'],
  ['music-video', 'Musikvideo', 'Clip musical', 'Vídeo musical', 'musicVideo'],
  ['special', 'Speciale TV', 'Especial de TV', 'Émission spéciale', 'TV-Special'],
  ['podcast', 'Podcast-Serie', 'podcastEpisode', 'पॉडकास्ट सीरीज़'],
  ['film', 'Kurzfilm', 'Téléfilm', 'Cortometraje', 'Película', 'Feature Film', 'फ़िल्म', 'Documentary', ''],
])('a %s of IMDb in the languages of its accounts', (kind, ...words) => {
  expect(words.map(findTitleType)).toEqual(words.map(() => kind));
});

test.each([
  [['9', '4'], 10],
  [['4.5', '3', '11'], 5],
  [['85', '90', '7'], 100],
  [['8', '7.5', '0', '11'], 10],
])('the scale of %j is %i', (cells, best) => {
  expect(findScale('Rating', cells).scale.best).toBe(best);
});

test.each([
  ['Terningkast', ['5', '3', '6'], 6],
  ['Terningkast', ['5', '9', '8', '10'], 10],
  ['Rating (of 5)', ['4', '3.5', '2'], 5],
  ['Rating (of 5)', ['80', '65', '90'], 100],
])('the scale that the name %s states is that of %j if they fit: %i', (name, cells, best) => {
  expect(findScale(name, cells).scale.best).toBe(best);
});

test.each(['0', '0.0', '0,0', '0/10', '0 %', '☆☆☆☆☆'])(
  'a rating of %s in an unknown table is none: the row comes without one, which is said',
  (zero) => {
    const text = `Film;Gesehen;Note\nHer;2024-01-31;${zero}\nPersona;2024-02-01;8\nHeat;;${zero}\n`;
    const mapping = { title: 'Film', watchedOn: 'Gesehen', rating: 'Note' };
    const reading = readFiles([textFile('liste.csv', text)], { timeZone: 'Europe/Berlin', mapping });
    expect(describeEntries(reading)).toEqual([
      'Her (?) | 2024-01-31 | -',
      'Persona (?) | 2024-02-01 | 4',
      'Heat (?) | unknown | -',
    ]);
    expect(describeRatings(reading)).toEqual(['Persona (?) | 4']);
    expect(reading.skipped).toEqual([]);
    expect(reading.notices.map(({ row, column, detail }) => [row, column, ...detail])).toEqual([
      [2, 'Note', 'read-as-unrated', zero],
      [4, 'Note', 'read-as-unrated', zero],
    ]);
  },
);

test('a zero on the watchlist is no rating and no entry', () => {
  const text = 'Title,Rating,Watchlist\nHer,0,yes\n';
  const reading = readFiles([textFile('films.csv', text)], { timeZone: 'Europe/Berlin' });
  expect([reading.entries, reading.ratings, reading.skipped]).toEqual([[], [], []]);
  expect(reading.watchlist.map(({ film }) => film.title)).toEqual(['Her']);
});

test('every tenth of a star in an unknown table is a rating, rounded to halves', () => {
  const tenths = Array.from({ length: 46 }, (_, at) => ((at + 5) / 10).toFixed(1));
  const text = ['Title,Rating', ...tenths.map((tenth) => `Film ${tenth},${tenth}`)].join('\n');
  const { ratings, skipped } = readFiles([textFile('films.csv', text)], { timeZone: 'Europe/Berlin' });
  expect(skipped).toEqual([]);
  expect(ratings.map(({ value }) => value)).toEqual(
    tenths.map((tenth) => Math.max(Math.floor((Number(tenth.replace('.', '')) * 2 + 5) / 10), 1)),
  );
});

test('the table that Marquee wrote before films had tags is still its own', () => {
  const columns = Object.values(ownColumns);
  const cells: Record<string, string> = { Title: 'Her', Year: '2013', Liked: 'yes' };
  const readColumns = (kept: string[]) =>
    read(textFile('log.csv', [kept, kept.map((name) => cells[name] ?? '')].map(String).join('\n')));
  for (const kept of [columns, columns.slice(0, -1)]) {
    expect(isOwnTable(kept)).toBe(true);
    // In another table its one day that is left empty would be an entry at no known time.
    expect(describeEntries(readColumns(kept))).toEqual([]);
  }
  expect(describeEntries(readColumns(columns.slice(0, -2)))).toEqual(['Her (2013) | unknown | -']);
});
