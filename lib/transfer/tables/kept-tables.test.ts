import { describe, expect, test } from 'vitest';
import { readFiles } from '../files/read-files.ts';
import { textFile } from '../fixtures/load.ts';
import type { Reading, ReadOptions } from '../types.ts';

const read = (text: string, name = 'films.csv', options: Partial<ReadOptions> = {}): Reading =>
  readFiles([textFile(name, text)], { timeZone: 'UTC', ...options });

/** The entries of a reading: title, year, day, stars. */
const listSeen = ({ entries }: Reading): string[] =>
  entries.map(({ film: { title, year }, watchedOn, rating }) =>
    [title, year, watchedOn, rating === null ? null : rating / 2].map((part) => part ?? '-').join(' | '),
  );
const listPlanned = ({ watchlist }: Reading): string[] => watchlist.map(({ film }) => film.title);
const listDoubts = ({ tables }: Reading): string[] =>
  tables.flatMap(({ doubts }) => doubts.map(({ kind, column }) => `${kind} ${column}`));

describe('tables in the languages of their keepers', () => {
  test.each([
    [
      'Georgian',
      'ფილმი;ჟანრი;წელი;ვნახე;ქულა\nმონანიება;დრამა;1984;12.03.2023;9\nრაჭა;დრამა;1983;25.03.2023;10\n',
      ['მონანიება | 1984 | 2023-03-12 | 4.5', 'რაჭა | 1983 | 2023-03-25 | 5'],
    ],
    [
      'Thai, with years of its calendar',
      'ชื่อเรื่อง,ปี,วันที่ดู,คะแนน\nแฟนฉัน,2546,30/6/2567,7\nพี่มาก,2013,1/6/2567,10\n',
      ['แฟนฉัน | 2003 | 2024-06-30 | 3.5', 'พี่มาก | 2013 | 2024-06-01 | 5'],
    ],
    [
      'Arabic, with its digits',
      'الفيلم;السنة;شاهدته في;تقييمي من ١٠\nوجدة;٢٠١٢;٢٢/٠٣/٢٠٢٤;٨\nعمر;2013;٠١/٠٤/٢٠٢٤;٧\n',
      ['وجدة | 2012 | 2024-03-22 | 4', 'عمر | 2013 | 2024-04-01 | 3.5'],
    ],
    [
      'Hindi, with the names of months as people type them',
      'फिल्म का नाम,वर्ष,देखने की तारीख,रेटिंग\nशोले,1975,3 फरवरी 2024,5\nलगान,2001,12 मार्च 2024,4.5\n',
      ['शोले | 1975 | 2024-02-03 | 5', 'लगान | 2001 | 2024-03-12 | 4.5'],
    ],
    [
      'Icelandic',
      'Nafn myndar;Útgáfuár;Sá hana;Einkunn\nHrútar;2015;3. mars 2023;4,5\nDjúpið;2012;14. apríl 2023;3,5\n',
      ['Hrútar | 2015 | 2023-03-03 | 4.5', 'Djúpið | 2012 | 2023-04-14 | 3.5'],
    ],
  ])('%s', (_, text, wanted) => {
    const reading = read(text);
    expect(listSeen(reading)).toEqual(wanted);
    expect(listDoubts(reading)).toEqual([]);
  });
});

describe('columns whose names nobody knows', () => {
  const rows = [
    'zok,Alba,1984',
    'zok,Berta,1983',
    'vup,Carla,1976',
    'zok,Dora,1969',
    'vup,Erna,1968',
    'zok,Frida,1964',
  ];

  test('a few words again and again are no titles', () => {
    const reading = read(`Qorp,Blarn,Trizz\n${rows.join('\n')}\n`);
    expect(listSeen(reading)[0]).toBe('Alba | 1984 | - | -');
    expect(listDoubts(reading)).toEqual([]);
  });

  test('two columns of texts are asked about', () => {
    const reading = read(
      `Qorp,Blarn,Trizz\n${rows.map((row, at) => row.replace(/^\w+/, `Word ${at}`)).join('\n')}\n`,
    );
    expect(listDoubts(reading)).toEqual(['column Qorp']);
  });

  test('kinds of works are found by what they are', () => {
    const reading = read('Title,Universe,Rating\nHeat,Film,8\nDark,Série,9\nEmma,Livre,7\nUp,Film,6\n');
    expect(reading.ratings.map(({ film }) => film.title)).toEqual(['Heat', 'Up']);
    expect(reading.skipped.map(({ reasonKind }) => reasonKind)).toEqual(['series', 'book']);
  });
});

describe('columns that could be something else', () => {
  test('of two people’s ratings the user is asked which', () => {
    const rows = 'Heat,9,7\nUp,6,8\n';
    expect(listDoubts(read(`Film,Rating Ana,Rating Ben\n${rows}`))).toEqual(['column Rating Ana']);
    expect(listDoubts(read(`Film,My rating,Rating Ben\n${rows}`))).toEqual([]);
  });

  test('an empty column is not asked about', () => {
    const reading = read('Film,Watched (1st),Watched (2nd),Watched (3rd)\nHeat,2020-01-01,2021-02-02,\n');
    expect(listSeen(reading)).toEqual(['Heat | - | 2020-01-01 | -', 'Heat | - | 2021-02-02 | -']);
    expect(listDoubts(reading)).toEqual([]);
  });

  test('names in a column "Seen by" are not days', () => {
    const reading = read('Film,Seen By,Watched?,Score out of ten\nHeat,Jo,Y,9\nUp,Jo,N,\n');
    expect([listSeen(reading), listPlanned(reading)]).toEqual([['Heat | - | - | 4.5'], ['Up']]);
  });

  test('a film of a table with numbers of episodes is a film', () => {
    const reading = read('Title,Type,Episodes,Score\nAsh,TV,26,10\nElm,Movie,1,9\n');
    expect(reading.ratings.map(({ film }) => film.title)).toEqual(['Elm']);
    expect(reading.skipped.map(({ row }) => row)).toEqual([2]);
  });

  test('where a circle says yes a cross says no', () => {
    const text = '작품명,감상여부,평점(5점만점)\n기생충,O,5\n버닝,X,\n';
    expect([listSeen(read(text)), listPlanned(read(text))]).toEqual([['기생충 | - | - | 5'], ['버닝']]);
    expect(listSeen(read('Film,Seen\nHeat,X\nUp,\n'))).toEqual(['Heat | - | - | -']);
  });

  test('"Mine" beside the average is the user’s rating', () => {
    const reading = read(
      'Title,Seen in theater,Last seen,Avg. rating,Mine\nHeat,Y,2024-01-14,8.3,9\nUp,N,2024-01-25,8.2,7\n',
    );
    expect(listSeen(reading)).toEqual(['Heat | - | 2024-01-14 | 4.5', 'Up | - | 2024-01-25 | 3.5']);
    expect(reading.entries[0]?.place).toBe('');
  });

  test('years behind them tell titles without a header', () => {
    const reading = read(
      '"Heat (1995)",14.01.2024,ana\n"Up (2009)",15.01.2024,ben\n"Ran (1985)",25.01.2024,ana\n',
    );
    expect(listSeen(reading)[0]).toBe('Heat | 1995 | 2024-01-14 | -');
    expect(listDoubts(reading)).toEqual([]);
  });

  test.each(['Mine stjerner', 'Sterne', 'Beoordeling (sterren)', '⭐'])('%s are of five', (name) => {
    const reading = read(`Film,Seen on,${name}\nHeat,2024-01-14,4\nUp,2024-01-25,5\n`);
    expect([listSeen(reading)[0], listDoubts(reading)]).toEqual(['Heat | - | 2024-01-14 | 4', []]);
    expect(read(`Film,Seen on,${name}\nHeat,2024-01-14,4\nUp,2024-01-25,9\n`).ratings[0]?.value).toBe(4);
  });

  test('a throw of the die is of six', () => {
    const reading = read('Film,Sett,Terningkast\nHeat,2023-01-14,6\nUp,2023-01-15,3\n');
    expect(reading.ratings.map(({ value }) => value)).toEqual([10, 5]);
  });

  test('prices are not ratings', () => {
    expect(read('Datum;Film;Preis\n14.03.2023;Heat;12,50\n').ratings).toEqual([]);
  });

  test('signs of yes and no in a column called status are answers', () => {
    const reading = read('Film,Status\nHeat,✅\nUp,❌\n');
    expect([listSeen(reading), listPlanned(reading)]).toEqual([['Heat | - | - | -'], ['Up']]);
  });

  test.each([
    ['7+', 7],
    ['7-', 7],
    ['9½', 10],
    ['odpad!', 1],
  ])('the mark %s is %i half stars', (mark, value) => {
    expect(read(`Film,Seen,Rating\nHeat,2023-01-14,${mark}\nUp,2023-01-15,10\n`).ratings[0]?.value).toBe(
      value,
    );
  });
});

describe('tables that are not about films', () => {
  test.each([
    ['matches', 'Match,Date,Score\nAsh - Elm,2023-03-14,3-1\nOak - Fir,2023-03-20,2-2\n'],
    ['goals', 'Date;Home;Away;Home goals;Away goals\n14.03.2023;Ash;Elm;3;1\n20.03.2023;Oak;Fir;2;2\n'],
    ['payments', 'Buchungstag;Auftraggeber;Betrag;Saldo\n14.03.2023;Kino Ash;-12,50;100,00\n'],
    ['tasks', 'Task,Due date,Status,Priority\nBuy milk,2023-03-14,Done,High\nCall,2023-03-20,To do,Low\n'],
    ['recipes', 'Name,Type,Rating,Date cooked\nSoup,Dinner,5,2023-03-14\nPie,Breakfast,4,2023-03-20\n'],
    ['wines', 'Name,Vintage,Grape,Rating,Drunk on\nAsh,2015,Elm,92,2023-03-14\nOak,2018,Fir,90,2023-03-20\n'],
    ['concerts', 'Band,Venue,Date,Rating\nAsh,Hall,2023-03-14,8\nElm,Club,2023-03-20,9\n'],
    ['bookmarks', 'title,url,time_added,status\nNews,https://news.example.org/a,1679000000,unread\n'],
  ])('%s are refused', (_, text) => {
    expect(read(text, 'export.csv').error).toMatchObject({ errorClass: 'unknown-format' });
  });

  test('of a table of other works nothing is asked', () => {
    const reading = read('Game,Platform,Rating\nAsh,PC,5\nElm,PC,4\n');
    expect(reading.skipped.map(({ reasonKind }) => reasonKind)).toEqual(['game', 'game']);
    expect(listDoubts(reading)).toEqual([]);
  });

  test('names, days and points alone are asked about, unless the name of the file tells', () => {
    const text = 'Name,Date,Points\nAsh,2023-03-14,8\nElm,2023-03-20,7\n';
    expect(listDoubts(read(text, 'results.csv'))).toEqual(['column Name']);
    expect(listDoubts(read(text, 'my films.csv'))).toEqual([]);
    expect(listDoubts(read(text.replace('Date', 'Watched'), 'results.csv'))).toEqual([]);
  });

  test('a word of other topics in a table of films says nothing', () => {
    expect(read('Film,Date,Price\nHeat,2023-03-14,12\n', 'export.csv').entries).toHaveLength(1);
  });
});

describe('tables as sheets are laid out', () => {
  test('a line of groups above the header', () => {
    const text =
      ',Film,,Screening,,Opinion,\n,Name,Year,When,Where,Stars,Comments\n,Tár,2022,2023-02-20,Odeon,★★★★,long\n';
    const reading = read(text);
    expect(listSeen(reading)).toEqual(['Tár | 2022 | 2023-02-20 | 4']);
    expect(reading.entries[0]).toMatchObject({ place: 'Odeon', note: 'long' });
  });

  test('sums at the end are no films', () => {
    const reading = read(
      'Film,Watched,Score\nHeat,2023-01-15,9\nTotal Recall,2023-01-16,7\n,,\nTotal,2,\nAverage,,8\n',
    );
    expect(listSeen(reading)).toEqual(['Heat | - | 2023-01-15 | 4.5', 'Total Recall | - | 2023-01-16 | 3.5']);
    expect(reading.skipped.map(({ row, detail }) => [row, detail[0]])).toEqual([
      [5, 'no-film'],
      [6, 'no-film'],
    ]);
  });

  test('a film called like a sum stays where its row says more', () => {
    expect(read('Film,Year,Score\nHeat,1995,9\nTotal,2023,7\n').ratings).toHaveLength(2);
  });

  test('the names of months above their films', () => {
    const reading = read('Title,Date\nJANUARY,\nHeat,2023-01-15\nFebruary 2023,\nAlien,2023-02-20\n');
    expect(reading.entries.map(({ film }) => film.title)).toEqual(['Heat', 'Alien']);
    expect(read('Title,Date\nMay,\nHeat,2023-01-15\n').entries).toHaveLength(2);
  });

  test('two tables below each other, each with its own header and caption', () => {
    const reading = read(
      'Films watched,,\nTitle,Date,Rating\nHeat,2023-01-15,4.5\n,,\nFilms to watch,,\nTitle,Year,\nAlien,1979,\nUp,2009,\n',
    );
    expect(listSeen(reading)).toEqual(['Heat | - | 2023-01-15 | 4.5']);
    expect(reading.watchlist.map(({ film, from }) => [film.title, film.year, from.row])).toEqual([
      ['Alien', 1979, 7],
      ['Up', 2009, 8],
    ]);
  });

  test('one table several times side by side', () => {
    const reading = read(
      'Date,Title,Rating,,Date,Title,Rating\n2023-01-14,Heat,4.5,,2024-01-14,Up,3\n2023-02-14,Ran,5,,,,\n',
    );
    expect(listSeen(reading)).toEqual([
      'Heat | - | 2023-01-14 | 4.5',
      'Ran | - | 2023-02-14 | 5',
      'Up | - | 2024-01-14 | 3',
    ]);
    expect([reading.skipped, listDoubts(reading)]).toEqual([[], []]);
    // Two columns of one name are not two tables.
    expect(read('Title,Watched,Watched\nHeat,2023-01-14,2024-01-14\n').entries).toHaveLength(2);
  });

  test('files put together have their header again', () => {
    const reading = read('Title,Date\nHeat,2023-01-15\nTitle,Date\nUp,2023-01-16\n');
    expect(reading.entries.map(({ film }) => film.title)).toEqual(['Heat', 'Up']);
    expect(reading.skipped).toEqual([]);
    expect(reading.tables).toHaveLength(1);
  });

  test('a film called Title, and one like another column, are films', () => {
    expect(read('Title,Date\nTitle,2023-01-15\nDate Night,2023-01-16\n').entries).toHaveLength(2);
  });

  test('columns that only blanks set apart', () => {
    const text = [
      'Title            Year  Rating',
      'Heat             1995       9',
      'Me, Myself & I   2000       7',
      'Up               2009        ',
      '',
    ].join('\n');
    const reading = read(text, 'films.txt');
    expect(reading.ratings.map(({ film, value }) => [film.title, film.year, value])).toEqual([
      ['Heat', 1995, 9],
      ['Me, Myself & I', 2000, 7],
    ]);
    expect(read('My  films\nHeat  (1995)\nA  longer title  (2009)\n', 'films.txt').format).not.toBe(
      'generic',
    );
  });

  test('a table of Markdown', () => {
    const reading = read(
      '| Title | Year | Watched |\n|---|:--:|--:|\n| Heat | 1995 | 2023-03-14 |\n',
      'films.md',
    );
    expect([listSeen(reading), reading.skipped]).toEqual([['Heat | 1995 | 2023-03-14 | -'], []]);
  });
});

describe('a table of titles and dates', () => {
  const rows = 'Title,Date\nHeat,2023-03-14\nUp,2023-03-15\n';
  test.each([
    ['is of no service', 'films.csv', rows, 'generic'],
    ['is a watchlist where its name says so', 'watchlist.csv', rows, 'generic'],
    ['is a history of Netflix by its name', 'NetflixViewingHistory (1).csv', rows, 'netflix'],
    ['is one by its quotes', 'history.csv', 'Title,Date\n"Heat","2023-03-14"\n', 'netflix'],
    ['is one by its series', 'history.csv', `${rows}Ash: Season 1: Elm,2023-03-16\n`, 'netflix'],
  ])('%s', (_, name, text, format) => {
    expect(read(text, name).format).toBe(format);
    expect(listPlanned(read(text, name))).toEqual(name === 'watchlist.csv' ? ['Heat', 'Up'] : []);
  });
});

describe('JSON of any shape', () => {
  const film = { title: 'Heat', year: 1995, rating: 9 };
  const other = { title: 'Up', year: 2009, rating: 7 };
  test.each([
    ['a list inside', { version: 2, data: { movies: [film, other] } }],
    [
      'rows',
      [
        ['Title', 'Year', 'Rating'],
        ['Heat', 1995, 9],
        ['Up', 2009, 7],
      ],
    ],
    ['columns', { title: ['Heat', 'Up'], year: [1995, 2009], rating: [9, 7] }],
    [
      'numbered columns',
      { title: { 0: 'Heat', 1: 'Up' }, year: { 0: 1995, 1: 2009 }, rating: { 0: 9, 1: 7 } },
    ],
    ['by title', { 'Heat (1995)': { rating: 9 }, 'Up (2009)': { rating: 7 } }],
    ['by id', { tt0113277: film, tt1049413: other }],
  ])('%s', (_, json) => {
    const { ratings } = read(JSON.stringify(json), 'films.json');
    expect(ratings.map(({ film: { title, year }, value }) => [title, year, value])).toEqual([
      ['Heat', 1995, 9],
      ['Up', 2009, 7],
    ]);
  });

  test('one object in each line', () => {
    const text = `${JSON.stringify(film)}\n${JSON.stringify(other)}\n`;
    expect(read(text, 'films.json').ratings).toHaveLength(2);
    expect(read(`${JSON.stringify(film)}\n{"title":\n`, 'films.json').error?.errorClass).toBe('unreadable');
  });

  test('several lists, each by its name', () => {
    const json = {
      user: { name: 'Ash', email: 'ash@example.org' },
      watched: [{ title: 'Heat', year: 1995, date: '2023-03-14' }],
      watchlist: [{ title: 'Up', year: 2009 }],
      shows: [{ title: 'Dark', year: 2017 }],
    };
    const reading = read(JSON.stringify(json), 'export.json');
    expect([listSeen(reading), listPlanned(reading)]).toEqual([['Heat | 1995 | 2023-03-14 | -'], ['Up']]);
    expect(reading.skipped.map(({ reasonKind }) => reasonKind)).toEqual(['series']);
  });

  test('what a server knows of its user is read without the names around it', () => {
    const item = (Name: string, PlayCount: number) => ({
      Name,
      Type: 'Movie',
      ProductionYear: 1995,
      UserData: { PlayCount, Played: PlayCount > 0, IsFavorite: PlayCount > 1 },
    });
    const reading = read(JSON.stringify({ Items: [item('Heat', 2), item('Up', 0)] }), 'movies.json');
    expect(reading.entries.map((entry) => entry.film.title)).toEqual(['Heat', 'Heat']);
    expect(reading.liked.map((like) => like.film.title)).toEqual(['Heat']);
    expect(listPlanned(reading)).toEqual(['Up']);
  });

  test('titles alone are films where years stand behind them', () => {
    expect(read('["Heat (1995)","Up (2009)"]', 'a.json').entries).toHaveLength(2);
    expect(read('["Heat","Up"]', 'a.json').error?.errorClass).toBe('unknown-format');
  });
});
