import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCoversUntil } from './covers-until.ts';
import { mergeSources } from './merge.ts';
import { palmesDOr } from './palme-d-or.ts';
import { catalogueSources } from './sources.ts';

const tables: Record<string, [header: string, rows: string[]]> = {
  'omdb-org/all_movies.csv': [
    'id,name,parent_id,date',
    [
      '1,Gisaeng,\\N,2019-05-21',
      '2,Moor,\\N,2011-01-01',
      '3,Moor,\\N,2012-01-01',
      '4,Fen,\\N,2011-06-01',
      '5,Fen,\\N,2011-07-01',
    ],
  ],
  'omdb-org/movie_languages.csv': ['movie_id,language_iso_639_1', ['1,ko', '2,en', '3,en', '4,en']],
  'omdb-org/movie_countries.csv': ['movie_id,country_code', ['1,KR', '2,US', '2,GB']],
  'omdb-org/movie_details.csv': ['movie_id,runtime', ['1,132', '4,90', '5,91']],
  'omdb-org/movie_links.csv': [
    'source,key,movie_id,language_iso_639_1',
    ['imdbmovie,tt0000001,1,xx', 'imdbmovie,tt0000002,2,xx'],
  ],
  'omdb-org/all_series.csv': [
    'id,name,parent_id,date',
    ['50,The Long Run,\\N,1999-01-01', '51,Ärzte,\\N,\\N'],
  ],
  'wey-gu-omdb/movies_en_titles.csv': [':VID(string),movie.name', ['1,Parasite', '1,Parasites']],
  'great-tables-cannes/films.csv': [
    'year,title,original_title,director,languages,countries_of_origin,run_time,imdb_url',
    ['2019,Parasite,Gisaengchung,Bong Joon Ho,ko,KR,2h 12m,https://www.imdb.com/title/tt0000001/'],
  ],
  'rotten-tomatoes-leone/rt_wikidata_joined.csv': [
    'title,year,tomatometer,audience,rt_slug,wikidata,wikidata_label,imdb,tmdb',
    [
      'Parasite (Gisaengchung),2019,98,90,m/parasite_2019,Q1,Parasite,tt0000001,9',
      'Fen,2011,50,60,m/fen,,,,',
    ],
  ],
  'sight-and-sound/votes_2022.csv': [
    'a,Critic,10,Parasite,parasite,2019,Bong Joon Ho,bong',
    [
      'b,Critic,10,Parasite,parasite,2019,Bong Joon Ho,bong',
      'b,Critic,10,Moor,moor,2011,Ada One,ada one',
      'c,Critic,10,Moor,moor,2012,Bo Two,bo two',
    ],
  ],
};

const textOf = ([header, rows]: [string, string[]]): string => [header, ...rows].join('\n');
const entries = Object.entries(tables);
const inOrder = new Map(entries.map(([path, table]) => [path, textOf(table)]));

describe('mergeSources', () => {
  const merged = mergeSources(inOrder, new Map());

  test('writes a sorted table of films with a header', () => {
    const lines = (merged.files.get('films.tsv') ?? '').split('\n');
    expect(lines[0]).toBe(
      'title\toriginal\tyear\timdb\twikidata\ttmdb\trottentomatoes\tdirectors\tminutes\tcountries\tlanguages\tform\tothers\tcritics\taudience\tknown',
    );
    expect(lines.slice(1).map((line) => line.split('\t').slice(0, 4).join(','))).toEqual([
      'Fen,,2011,',
      'Moor,,2011,tt0000002',
      'Moor,,2012,',
      'Parasite,Gisaeng,2019,tt0000001',
      '',
    ]);
    expect(lines[4]?.split('\t').slice(4)).toEqual([
      'Q1',
      '9',
      'parasite_2019',
      'Bong Joon Ho',
      '132',
      'KR',
      'ko',
      '',
      'Gisaengchung|Parasites',
      '98',
      '90',
      expect.stringMatching(/^\d{1,2}$/),
    ]);
  });

  test('writes awards, lists and series beside it', () => {
    expect(merged.files.get('awards.tsv')).toContain(
      "Parasite\t2019\ttt0000001\tCannes\tPalme d'Or\t2019\twon\n",
    );
    expect(merged.files.get('lists.tsv')).toContain('cannes-palme-d-or\t1\tParasite\t2019\ttt0000001\n');
    expect(merged.files.get('lists.tsv')).toContain('sight-and-sound-2022\t1\tParasite\t2019\ttt0000001\n');
    expect(merged.files.get('series.tsv')).toBe('title\tyear\nÄrzte\t\nThe Long Run\t1999\n');
  });

  test('does not depend on the order of files and rows', () => {
    const orders = fc.tuple(
      fc.shuffledSubarray(entries, { minLength: entries.length }),
      ...entries.map(([, [, rows]]) => fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(orders, ([files, ...rows]) => {
        const shuffled = new Map(
          files.map(([path, [header]]) => {
            const own = rows[entries.findIndex(([name]) => name === path)] ?? [];
            return [path, textOf([header, own])];
          }),
        );
        expect([...mergeSources(shuffled, new Map()).files]).toEqual([...merged.files]);
      }),
      { numRuns: 30 },
    );
  });

  test('keeps what earlier tables know of a source whose file is missing', () => {
    const rest = new Map([...inOrder].filter(([path]) => !/cannes|sight|rotten/.test(path)));
    const { files } = mergeSources(rest, merged.files);
    expect(files.get('films.tsv')).toBe(merged.files.get('films.tsv'));
    expect(files.get('awards.tsv')).toBe(merged.files.get('awards.tsv'));
    expect(files.get('lists.tsv')).toBe(merged.files.get('lists.tsv'));
  });
});

describe('a broken file', () => {
  const merge = (path: string, text: string): unknown =>
    mergeSources(new Map([...inOrder, [path, text]]), new Map());
  const movies = 'omdb-org/all_movies.csv';
  const cannes = 'great-tables-cannes/films.csv';

  test.each([
    [
      'a quote that is not closed',
      movies,
      'id,name,parent_id,date\n1,Fen,\\N,\n2,"Moor,\\N,',
      'row 3: a quote',
    ],
    [
      'a file that is cut off',
      movies,
      'id,name,parent_id,date\n1,Fen,\\N,\n2,Mo',
      'row 3: 2 cells instead of 4',
    ],
    ['a web page', movies, '<!doctype html><h1>Not found</h1>\n<p>', 'row 1: no column "id"'],
    ['a column with another name', cannes, 'year,name\n2019,Parasite', 'row 1: no column'],
    ['a list that is cut off', 'wikipedia-movie-data/movies-2020s.json', '[{"title":', 'not JSON'],
    ['an object for a list', 'wikipedia-movie-data/movies-2020s.json', '{}', 'not a list'],
    ['another list', 'wikipedia-directors/directors_from_wikipedia.json', '[["Fen"]]', 'not in the form'],
  ])('%s is an error that names the file and the row', (_what, path, text, place) => {
    expect(() => merge(path, text)).toThrow(path);
    expect(() => merge(path, text)).toThrow(place);
  });
});

test('findCoversUntil ends with the last month that has films as usual', () => {
  const months = Array.from({ length: 60 }, (_, at): [string, number] => [
    `${2015 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    100,
  ]);
  const tail: [string, number][] = [
    ['2020-01', 60],
    ['2020-02', 30],
    ['2020-03', 50],
    ['2020-04', 20],
    ['2027-10', 1],
  ];
  expect(findCoversUntil(new Map([...months, ...tail]))).toBe('2020-03-31');
  expect(findCoversUntil(new Map())).toBeNull();
});

test('each source says its licence, whom to name and what is taken; addresses are secure', () => {
  for (const source of catalogueSources) {
    expect([source.licence, source.attribution, source.taken].every((text) => text !== '')).toBe(true);
    for (const { address } of source.downloads) expect(address).toMatch(/^https:\/\//);
  }
});

test("the Palme d'Or has one or two winners a year, oldest first", () => {
  const years = palmesDOr.map(({ year }) => year);
  expect(years).toEqual(years.toSorted((one, other) => one - other));
  expect(years.every((year) => year >= 1955 && years.filter((other) => other === year).length <= 2)).toBe(
    true,
  );
});
