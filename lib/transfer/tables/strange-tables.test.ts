import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../files/read-files.ts';
import { textFile } from '../fixtures/load.ts';
import { writeMarkdownList } from '../list-markdown.ts';
import type { Reading, ReadOptions } from '../types.ts';

const read = (name: string, text: string, options: Partial<ReadOptions> = {}): Reading =>
  readFiles([textFile(name, text)], { timeZone: 'UTC', ...options });

/** The entries of a reading: title, year, day, stars. */
const listSeen = ({ entries }: Reading): string[] =>
  entries.map(({ film: { title, year }, watchedOn, rating }) =>
    [title, year, watchedOn, rating === null ? null : rating / 2].map((part) => part ?? '-').join(' | '),
  );

describe('other things than films', () => {
  test.each([
    [
      'board games',
      'collection.csv',
      '"objectname","objectid","rating","numplays","own","fortrade","average","minplayers","maxplayers","playingtime","yearpublished"\n"Azul","230802","8","12","1","0","7.7","2","4","45","2017"\n',
    ],
    [
      'recipes',
      'Recipes.csv',
      'Title,Rating,Prep time,Cook time,Servings,Ingredients\nShakshuka,5,10 min,25 min,2,"eggs, tomatoes"\nDal,4,10 min,40 min,4,lentils\n',
    ],
    [
      'games, which only the name of the file says',
      'games.csv',
      'Title,Platform,Status,Rating,Completed on\nHades,Switch,Completed,9,2023-02-03\nCeleste,PC,Backlog,,\n',
    ],
  ])('%s', (_, name, text) => {
    const { entries, ratings, watchlist, error, skipped } = read(name, text);
    expect([entries, ratings, watchlist]).toEqual([[], [], []]);
    expect(error !== null || skipped.length > 0).toBe(true);
  });
});

test('a number of an article is no day: a shelf of discs', () => {
  const text =
    'Title,Format,Barcode,Purchased,Seen\nHeat,Blu-ray,7321900284553,2019-11-03,yes\nStalker,DVD,5021866016309,2020-01-14,no\n';
  expect(listSeen(read('discs.csv', text))).toEqual(['Heat | - | - | -']);
  expect(listSeen(read('seen.csv', 'Title,Seen\nHeat,7321900284553\n'))).toEqual([]);
});

test('a question such as "Revi?" says what was seen again', () => {
  const text =
    'Filme\tAno\tAssistido em\tRevi?\nBacurau\t2019\t25/03/2023\tSim\nAquarius\t2016\t26/03/2023\tNão\n';
  expect(read('Filmes.tsv', text).entries.map(({ rewatch }) => rewatch)).toEqual([true, false]);
});

describe('Markdown', () => {
  test('a table in a note is read as a table, without the signs of links and stress', () => {
    const text =
      '# Films\n\nWhat I saw.\n\n| Film | Year | Seen | Rating |\n| --- | :-: | --- | ---: |\n| [[Heat]] | 1995 | 2024-01-02 | 9/10 |\n| [The Insider](https://example.org/a) | 1999 | 2024-02-03 | 8/10 |\n| *Thief* | 1981 | 2024-03-04 | 7/10 |\n';
    expect(listSeen(read('Films.md', text))).toEqual([
      'Heat | 1995 | 2024-01-02 | 4.5',
      'The Insider | 1999 | 2024-02-03 | 4',
      'Thief | 1981 | 2024-03-04 | 3.5',
    ]);
  });

  test('a line that was written into a list by hand is a film, or reported', () => {
    const films = ['Heat', 'Thief'].map((title) => ({ title, year: 1995, note: '' }));
    const written = writeMarkdownList({ name: 'Heists', description: '', isRanked: false, films });
    const text = written.replace('- Thief', 'Ronin (1998): the cars\nmore to come\n- Thief');
    const { lists, skipped } = read('Heists.md', text);
    expect(lists[0]?.items.map(({ film, note }) => [film.title, note])).toEqual([
      ['Heat', ''],
      ['Ronin', 'the cars'],
      ['Thief', ''],
    ]);
    expect(skipped).toMatchObject([{ row: 5, reasonKind: 'missing-title' }]);
  });
});

describe('columns whose names say nothing', () => {
  test('genres before the titles are not taken for them, however different they are', () => {
    const text =
      'Feld1;Feld2;Feld3;Feld4\nKrimi, Drama;Heat;1995;9\nThriller;Lola rennt;1998;8\nKomödie;Toni Erdmann;2016;7\n';
    const { ratings, tables } = read('Mappe1.csv', text);
    expect(ratings.map(({ film }) => film.title)).toEqual(['Heat', 'Lola rennt', 'Toni Erdmann']);
    expect(tables[0]?.unread).toEqual(['Feld1']);
  });
});

describe('a list of ours', () => {
  const list = 'LetterboxdURI,tmdbID,imdbID,Title,Year,Review\n,949,tt0113277,Heat,1995,The best\n';
  test('is read beside the files of a service', () => {
    const log =
      'LetterboxdURI,tmdbID,imdbID,Title,Year,Rating,WatchedDate\n,949,tt0113277,Heat,1995,4.5,2024-01-02\n';
    const reading = readFiles([textFile('log.csv', log), textFile('Heists-letterboxd.csv', list)], {
      timeZone: 'UTC',
    });
    expect(listSeen(reading)).toEqual(['Heat | 1995 | 2024-01-02 | 4.5']);
    expect(reading).toMatchObject({
      error: null,
      lists: [{ name: 'Heists', items: [{ note: 'The best' }] }],
    });
  });
  test('beside a whole log is refused with the reason', () => {
    const log = textFile(
      'log.json',
      JSON.stringify({ format: 'marquee-log', version: 1, schema: 1, log: {} }),
    );
    const { error } = readFiles([log, textFile('Heists-letterboxd.csv', list)], { timeZone: 'UTC' });
    expect(error).toMatchObject({ detail: ['list-beside-log'] });
  });
});

test('of an archive only the directory and what is needed is read', () => {
  const diary = new TextEncoder().encode('Title,Year,Watched\nHeat,1995,2024-01-02\n');
  const bytes = zipSync(
    { 'photo.png': new Uint8Array(3_000_000), 'films.csv': diary, 'other.png': new Uint8Array(1_000_000) },
    { level: 0 },
  );
  let most = 0;
  let sum = 0;
  const source = {
    size: bytes.length,
    read: (from: number, to: number) => {
      const part = bytes.subarray(from, to);
      most = Math.max(most, part.length);
      sum += part.length;
      return part;
    },
  };
  const reading = readFiles([{ name: 'all.zip', bytes: source }], { timeZone: 'UTC' });
  expect(listSeen(reading)).toEqual(['Heat | 1995 | 2024-01-02 | -']);
  expect(most).toBeLessThan(70_000);
  expect(sum).toBeLessThan(75_000);
});
