import { describe, expect, test } from 'vitest';
import {
  describeEntries,
  describeRatings,
  describeSkipped,
  describeWatchlist,
} from '../fixtures/describe-reading.ts';
import { textFile } from '../fixtures/load.ts';
import { readFiles } from '../files/read-files.ts';
import type { Reading, ReadOptions } from '../types.ts';

const read = (text: string, name = 'films.csv', options: Partial<ReadOptions> = {}): Reading =>
  readFiles([textFile(name, text)], { timeZone: 'UTC', ...options });

/** Where a film with a status came: seen, unfinished, on the watchlist, or the reason for leaving it out. */
function place(header: string, cell: string): string {
  const { entries, watchlist, liked, skipped, error } = read(
    `Title,Year,${header}\nHer,2013,${cell}\nUp,2009,\n`,
  );
  const [entry] = entries.filter(({ film }) => film.title === 'Her');
  if (error) return error.errorClass;
  const parts = [
    entry && (entry.finished ? 'seen' : 'unfinished'),
    entry?.rewatch && 'again',
    watchlist.some(({ film }) => film.title === 'Her') && 'to see',
    liked.length > 0 && 'liked',
    skipped.find(({ row }) => row === 2)?.reasonKind,
  ];
  return parts.filter((part) => typeof part === 'string').join(', ');
}

describe('a status', () => {
  test.each([
    ['Status', 'Watched', 'seen'],
    ['Status', '✅ Watched', 'seen'],
    ['Status', '3. Watched', 'seen'],
    ['Status', 'Completed', 'seen'],
    ['Status', 'Rewatched', 'seen, again'],
    ['Status', 'want to watch', 'to see'],
    ['Status', 'Unwatched', 'to see'],
    ['Status', 'Not seen', 'to see'],
    ['Status', 'in progress', 'in-progress'],
    ['Status', 'On Hold', 'in-progress'],
    ['Status', 'DNF', 'unfinished'],
    ['Status', 'Favourite', 'seen, liked'],
    ['Zustand', 'Noch nicht gesehen', 'to see'],
    ['Stato', 'Da vedere', 'to see'],
    ['Stato', 'Visto', 'seen'],
    ['Estado', 'Quero ver', 'to see'],
    ['Estado', 'Já vi', 'seen'],
    ['Stav', 'Viděno', 'seen'],
    ['Stan', 'Do obejrzenia', 'to see'],
    ['Állapot', 'Megnézendő', 'to see'],
    ['Статус', 'Просмотрено', 'seen'],
    ['Статус', 'Буду смотреть', 'to see'],
    ['Статус', 'Не бачив', 'to see'],
    ['Durum', 'İzlenecek', 'to see'],
    ['Durum', 'İzledim', 'seen'],
    ['Κατάσταση', 'Το είδα', 'seen'],
    ['סטטוס', 'רוצה לראות', 'to see'],
    ['الحالة', 'تمت المشاهدة', 'seen'],
    ['状態', '観たい', 'to see'],
    ['상태', '봤음', 'seen'],
    ['状态', '想看', 'to see'],
    ['状态', '看过', 'seen'],
    ['List', 'watchlist', 'to see'],
    ['Watched', 'yes', 'seen'],
    ['Watched', 'no', 'to see'],
    ['Gesehen', 'nein', 'to see'],
    ['Vu', 'oui', 'seen'],
    ['Visto', 'sì', 'seen'],
    ['Просмотрен', 'нет', 'to see'],
    ['観た', 'はい', 'seen'],
    ['Seen?', '✓', 'seen'],
    ['is_watched', 'false', 'to see'],
    ['View Count', '0', 'not-watched'],
    ['Watched', '2x', 'seen'],
    ['Seen on', 'no', 'to see'],
    ['Watchlist', 'x', 'to see'],
  ])('%s: %s means %s', (header, cell, wanted) => {
    expect(place(header, cell)).toBe(wanted);
  });
});

describe('several viewings in a row', () => {
  test('plays are that many entries, of which the first has the day', () => {
    const { entries, ratings } = read('Title,Seen on,Times watched,Rating\nHer,2024-01-31,3,9\nUp,,2,7\n');
    expect(entries.map(({ film, watchedOn, rating }) => [film.title, watchedOn, rating])).toEqual([
      ['Her', '2024-01-31', null],
      ['Her', null, null],
      ['Her', null, null],
      ['Up', null, null],
      ['Up', null, null],
    ]);
    expect(ratings.map(({ value }) => value)).toEqual([9, 7]);
  });

  test('rewatches are entries beside the first one', () => {
    const { entries } = read('Titel;Datum;Wiederholungen\nHer;31.01.2024;2\nUp;01.02.2024;0\n');
    expect(entries.map(({ film, watchedOn }) => [film.title, watchedOn])).toEqual([
      ['Her', '2024-01-31'],
      ['Her', null],
      ['Her', null],
      ['Up', '2024-02-01'],
    ]);
  });

  test('several columns of days are several viewings, each day once', () => {
    const text = 'Title,First watched,Last watched\nHer,2020-01-31,2024-01-31\nUp,2021-02-01,2021-02-01\n';
    expect(describeEntries(read(text))).toEqual([
      'Her (?) | 2024-01-31 | - | rewatch',
      'Her (?) | 2020-01-31 | -',
      'Up (?) | 2021-02-01 | -',
    ]);
  });

  test('a film that was begun and not ended is left out', () => {
    const { entries, skipped } = read('Title,Started,Finished\nHer,2024-01-30,2024-01-31\nUp,2024-02-01,\n');
    expect(entries.map(({ film, watchedOn }) => [film.title, watchedOn])).toEqual([['Her', '2024-01-31']]);
    expect(skipped.map(({ reasonKind }) => reasonKind)).toEqual(['in-progress']);
  });

  test('a day says more than an answer to another question', () => {
    const { entries } = read('Film,Date,Known already\nHer,2024-01-31,no\nUp,2024-02-01,yes\n');
    expect(entries).toHaveLength(2);
    expect(read('Title,Seen,Date\nHer,no,2024-01-31\n').entries).toHaveLength(1);
  });

  test('of several rated rows the latest is the film’s rating', () => {
    const { ratings } = read('Title,Date,Rating\nHer,2020-01-31,6\nHer,2024-01-31,9\nHer,2018-01-31,3\n');
    expect(ratings.map(({ value }) => value)).toEqual([9]);
  });
});

describe('days that are not certain', () => {
  test('keep the year, with a note; what has no year is left out', () => {
    const { entries, skipped, notices } = read(
      'Title,Year,Watched,Rating\nHer,2013,ca. 2020,8\nUp,2009,as a child,9\nFog,2001,2024-05-06,7\n',
    );
    expect(entries.map(({ film, watchedOn }) => [film.title, watchedOn])).toEqual([
      ['Her', '2020'],
      ['Fog', '2024-05-06'],
    ]);
    expect(skipped).toMatchObject([{ row: 3, reasonKind: 'bad-date' }]);
    expect(notices.map(({ row, column, detail }) => [row, column, ...detail])).toEqual([
      [2, 'Watched', 'rough-day', 'ca. 2020'],
    ]);
  });
});

describe('ratings', () => {
  test.each([
    ['Rating', '4', { scale: 10 }, 4],
    ['Rating (1-10)', '4', {}, 4],
    ['Score out of 100', '45', {}, 9 / 2],
    ['Note /20', '15', {}, 15 / 2],
    ['Rating %', '70', {}, 7],
    ['Rating', 'A+', {}, 10],
    ['Rating', 'c-', {}, 5],
    ['Rating', '3½', {}, 7],
    ['Rating', '½', {}, 1],
    ['Rating', '⭐⭐⭐', {}, 6],
    ['Rating', '★★★☆☆', {}, 6],
    ['Rating', '7 von 10', {}, 7],
    ['Rating', '3,5 Sterne', {}, 7],
    ['Rating', '17/20', {}, 9],
  ] as const)('%s: %s', (header, cell, options, halves) => {
    const { ratings } = read(`Title;${header}\nHer;${cell}\nUp;\n`, 'films.csv', options);
    expect(ratings.map(({ value }) => value)).toEqual([Math.floor(halves + 0.5)]);
  });

  test('whole numbers up to five are read as stars, and asked about', () => {
    const { tables, ratings } = read('Title,Rating\nHer,4\nUp,5\n');
    expect(ratings.map(({ value }) => value)).toEqual([8, 10]);
    expect(tables[0]?.doubts).toEqual([{ kind: 'scale', column: 'Rating', best: 5, others: [10] }]);
    expect(read('Title,Rating\nHer,4.5\nUp,5\n').tables[0]?.doubts).toEqual([]);
    const tenths = read('Title,Rating\nHer,4.7\nUp,3.2\nRan,2.1\n');
    expect(tenths.tables[0]?.doubts).toEqual([{ kind: 'scale', column: 'Rating', best: 5, others: [10] }]);
  });

  test('of the film are asked about like those of a viewing', () => {
    const table = read('Title,Rating (of 5),Film rating\nHer,4,3\nUp,5,4\n').tables[0];
    expect(table?.read.map(({ field }) => field)).toContain('filmRating');
    expect(table?.doubts).toContainEqual({
      kind: 'scale',
      column: 'Film rating',
      best: 5,
      others: [10],
    });
  });

  test.each([
    ['Rating (Top 100)', 9],
    ['Rating 1-100', 1],
    ['Rating (of 100)', 1],
    ['Rating (100)', 1],
    ['Note /20', 5],
    ['Nota su 20', 5],
    ['my_rating_20', 5],
    ['Rating10', 9],
    ['评分10分', 9],
    ['20-point rating', 5],
  ])('%s: 9 is %i half stars', (header, halves) => {
    const { ratings } = read(`Title,${header}\nHer,9\nUp,8\n`);
    expect(ratings.map(({ value }) => value)[0]).toBe(halves);
  });
});

describe('tables', () => {
  test('without a header are read by their cells', () => {
    const reading = read('Her,2013,2024-01-31,★★★★\nPersona,1966,2024-02-13,★★★★★\n');
    expect(describeEntries(reading)).toEqual([
      'Her (2013) | 2024-01-31 | 4',
      'Persona (1966) | 2024-02-13 | 5',
    ]);
    expect(reading.tables[0]?.read.map(({ field, column }) => `${field} ${column}`)).toContain('title A');
  });

  test('may have lines of text above the header, as wide as the table', () => {
    expect(describeRatings(read('My films,,\n,,\nTitle,Year,Rating\nHer,2013,9\n'))).toEqual([
      'Her (2013) | 4.5',
    ]);
  });

  test('whose columns are not about films are refused', () => {
    for (const text of ['Day,Amount\n2024-01-31,12\n', 'Foo,Bar\nabc,def\nghi,jkl\n', 'a;b\n1;2\n3;4\n'])
      expect(read(text).error).toMatchObject({ errorClass: 'unknown-format' });
  });

  test('of books, albums, games and series have no films', () => {
    const books = read('Book Id,Title,Author,ISBN,Publisher,My Rating\n1,Emma,Jane Austen,123,Penguin,5\n');
    expect(describeSkipped(books)).toEqual(['films.csv 2 - book']);
    const albums = read('Artist,Album,Title,Rating\nCan,Tago Mago,Tago Mago,9\n');
    expect(albums.ratings).toEqual([]);
    for (const [name, kind] of [
      ['Game', 'game'],
      ['TV show', 'series'],
      ['Serie', 'series'],
      ['Buch', 'book'],
    ])
      expect(describeSkipped(read(`${name},Rating\nCatan,9\n`))).toEqual([
        `films.csv 2 ${name} ${kind}`.replace(String(name), '-'),
      ]);
    const parts = read('Title,Season,Episode,Rating\nDark,1,3,8\nDark,2,,8\nHeat,,,9\n');
    expect(describeSkipped(parts)).toEqual(['films.csv 2 Episode episode', 'films.csv 3 Season season']);
    const named = read('Title,Author,Year,Rating\nEmma,Jane Austen,1815,9\n');
    expect([named.ratings, describeSkipped(named)]).toEqual([[], ['films.csv 2 - book']]);
    expect(read('Film,Author,Year,Rating\nHer,Jonze,2013,9\n').ratings).toHaveLength(1);
    expect(read('Title,Watched,Author,Rating\nHer,2024-01-31,me,9\n').ratings).toHaveLength(1);
    for (const header of ['Name,Email,Birthday', 'Nom,E-mail,Date de naissance', 'Name,Phone,Geburtstag'])
      expect(read(`${header}\nAda Moor,a@example.org,1990-02-01\n`).error).toMatchObject({
        errorClass: 'unknown-format',
      });
    // A series of films is a fact about a film.
    expect(read('Title,Series,Rating\nGoldfinger,James Bond,9\n').ratings).toHaveLength(1);
  });

  test('whose days can be read in two ways are not read before the user chooses', () => {
    const text = 'Title,Watched on,Rating\nHer,03/04/2024,8\nUp,05/06/2024,9\n';
    const asked = read(text);
    expect(asked).toMatchObject({ entries: [], error: { errorClass: 'ambiguous-date' } });
    expect(describeEntries(read(text, 'films.csv', { dateOrder: 'dmy' }))).toEqual([
      'Her (?) | 2024-04-03 | 4',
      'Up (?) | 2024-06-05 | 4.5',
    ]);
    // Another column of days tells the order.
    const told = read('Title,Watched on,Added\nHer,03/04/2024,31/03/2024\n');
    expect(describeEntries(told)).toEqual(['Her (?) | 2024-04-03 | -']);
  });

  test('keep the order and the scale that they tell where the user’s answer is for another table', () => {
    const files = [
      textFile('a.csv', 'Title,Watched on,Rating (out of 5)\nHer,13/05/2024,5\nUp,03/04/2024,4\n'),
      textFile('b.csv', 'Title,Watched on,Rating\nRan,03/04/2024,5\nPersona,05/06/2024,4\n'),
    ];
    const told = readFiles(files, { timeZone: 'UTC', dateOrder: 'mdy', scale: 10 });
    expect(describeEntries(told)).toEqual([
      'Her (?) | 2024-05-13 | 5',
      'Up (?) | 2024-04-03 | 4',
      'Ran (?) | 2024-03-04 | 2.5',
      'Persona (?) | 2024-05-06 | 2',
    ]);
  });

  test('called a watchlist have the viewings that their columns tell', () => {
    const text = 'Title,Watched,Date\nHer,yes,2024-01-02\nUp,no,\nRan,,\n';
    const reading = read(text, 'My Watchlist.csv');
    expect(describeEntries(reading)).toEqual(['Her (?) | 2024-01-02 | -']);
    expect(describeWatchlist(reading)).toEqual(['Up', 'Ran']);
    const dated = read('Title,Watched on\nHer,2024-01-02\nUp,\n', 'watchlist.csv');
    expect(describeEntries(dated)).toEqual(['Her (?) | 2024-01-02 | -']);
    expect(describeWatchlist(dated)).toEqual(['Up']);
    const added = read('Title,Year,Date\nHer,2013,2024-01-02\n', 'watchlist.csv');
    expect([added.entries, describeWatchlist(added)]).toEqual([[], ['Her']]);
  });

  test('are understood further by the user’s choice', () => {
    const text = 'Film;Jahr;Laune\nHer;2013;froh\n';
    const { entries } = read(text, 'films.csv', { mapping: { tags: 'Laune' } });
    expect(entries.map(({ tags, watchedOn }) => [tags, watchedOn])).toEqual([[['froh'], null]]);
    const dated = read('Film;Jahr;Gesehen;Laune\nHer;2013;31.01.2024;froh\n', 'films.csv', {
      mapping: { tags: 'Laune' },
    });
    expect(dated.entries[0]).toMatchObject({ tags: ['froh'], watchedOn: '2024-01-31', film: { year: 2013 } });
  });

  test('have their ids and addresses in any column', () => {
    const reading = read(
      'Name,IMDb,Kinopoisk ID,Page,Rating\nHer,1798709,577488,https://letterboxd.com/film/her/,9\nUp,tt1049413,,,8\n',
    );
    expect(reading.ratings.map(({ film }) => film.refs)).toEqual([
      ['imdb:tt1798709', 'letterboxd:her', 'kinopoisk:577488'],
      ['imdb:tt1049413'],
    ]);
  });

  test('may have several columns of one name', () => {
    const dated = read('Title,Watched,Watched\nHer,yes,2024-01-31\nUp,no,\n');
    expect(describeEntries(dated)).toEqual(['Her (?) | 2024-01-31 | -']);
    const twice = read('Title,Watched date,Watched date\nHer,2020-01-31,2024-02-01\nUp,2024-03-01,\n');
    expect(twice.entries.map(({ watchedOn }) => watchedOn)).toEqual([
      '2020-01-31',
      '2024-02-01',
      '2024-03-01',
    ]);
    expect(twice.tables[0]?.header).toEqual(['Title', 'Watched date', 'Watched date (2)']);
    const rated = read('Title,Year,My rating,my rating\nHer,2013,,9\nUp,2009,,7.5\n');
    expect(describeRatings(rated)).toEqual(['Her (2013) | 4.5', 'Up (2009) | 4']);
  });

  test('of films that one owns do not say that they were seen', () => {
    const owned = read('Title,Year,Owned?\nHer,2013,yes\nUp,2009,no\n');
    expect(owned.entries).toEqual([]);
    expect(owned.tags.map(({ film, tag }) => `${film.title} ${tag}`)).toEqual(['Her Owned']);
    expect(describeSkipped(owned)).toEqual(['films.csv 3 Owned? not-watched']);
    // Beside a day or a rating it is a fact about the film.
    const seen = read('Title,Seen on,Rating,Owned\nHer,2024-01-31,9,no\nUp,2024-02-01,7,yes\n');
    expect(seen.entries).toHaveLength(2);
    expect(seen.tags.map(({ film, tag }) => `${film.title} ${tag}`)).toEqual(['Up Owned']);
  });

  test('are JSON lists, too', () => {
    const json = JSON.stringify({
      version: 2,
      films: [
        {
          movie: { title: 'Her', year: 2013, ids: { imdb: 'tt1798709' } },
          watchedAt: '2024-01-31',
          my_rating: 9,
        },
        { movie: { title: 'Up', year: 2009, ids: {} }, watchedAt: null, my_rating: 7 },
      ],
    });
    const reading = read(json, 'films.json');
    expect(describeEntries(reading)).toEqual(['Her (2013) | 2024-01-31 | 4.5', 'Up (2009) | unknown | 3.5']);
    expect(reading.entries[0]?.film.refs).toEqual(['imdb:tt1798709']);
    expect(read('[{"a": 1}, {"a": 2}]', 'x.json').error).toMatchObject({ errorClass: 'unknown-format' });
  });

  test('have blanks before their quotes, or signs as HTML writes them', () => {
    const blanks = read(
      'Rating, Title, Year\n8, "Crazy, Stupid, Love.", 2011\n6, "He said ""x"", so", 2000\n',
    );
    expect(describeRatings(blanks)).toEqual([
      'Crazy, Stupid, Love. (2011) | 4',
      'He said "x", so (2000) | 3',
    ]);
    expect(describeRatings(read('Titel;Betyg\nMin &amp; din;3.5\n'))).toEqual(['Min & din (?) | 3.5']);
  });
});

describe('plain lists', () => {
  test('have one film a line', () => {
    const reading = read(
      '1. Her (2013)\n2. Amour - 9/10\n3) https://www.imdb.com/title/tt0050083/\n4. Dark (TV Series)\n',
      'list.txt',
    );
    expect(reading.format).toBe('plain-list');
    expect(describeEntries(reading)).toEqual([
      'Her (2013) | unknown | -',
      'Amour (?) | unknown | -',
      ' (?) | unknown | -',
    ]);
    expect(describeRatings(reading)).toEqual(['Amour (?) | 4.5']);
    expect(describeSkipped(reading)).toEqual(['list.txt 4 - series']);
  });

  test('say with boxes, headings and names what was seen', () => {
    const reading = read(
      '# Gesehen\n- Her (2013)\n- [ ] Up (2009)\n\n# Noch sehen\n- Persona (1966)\n',
      'list.md',
    );
    expect(describeEntries(reading)).toEqual(['Her (2013) | unknown | -']);
    expect(describeWatchlist(reading)).toEqual(['Up', 'Persona']);
    expect(describeWatchlist(read('tt1798709\ntt1049413\n', 'watchlist.txt'))).toHaveLength(2);
  });

  test('are not texts', () => {
    const prose =
      'I saw Her (2013) last night. It was good.\nThen we talked about Up (2009) for a long while. She liked it.\n';
    expect(read(prose, 'notes.txt').error).toMatchObject({ errorClass: 'unknown-format' });
    expect(read('milk\nbread\neggs\n', 'shopping.txt').error).toMatchObject({ errorClass: 'unknown-format' });
  });
});
