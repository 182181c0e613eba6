/** A source of the built-in film data: where it comes from, on what terms, and what is taken. */
export interface CatalogueSource {
  id: string;
  name: string;
  /** Its files in the folder that is merged, as patterns of `*`; each needs a file. */
  files: string[];
  /** Files that are read if they are there, as patterns. */
  optionalFiles?: string[];
  licence: string;
  licenceAddress: string;
  /** Whom to name. */
  attribution: string;
  /** The page of its makers. */
  origin: string;
  /** Its licence text in the folder that is merged; null if it has none there. */
  licenceFile: string | null;
  taken: string;
  /** Where newer files are, by their paths in the folder; empty if no address is known with certainty. */
  downloads: Download[];
}

/** One file to fetch. `bzip2` says that it is packed. */
export interface Download {
  path: string;
  address: string;
  packing?: 'bzip2';
}

const github = (repository: string, path: string): string =>
  `https://raw.githubusercontent.com/${repository}/HEAD/${path}`;

const omdbTables = [
  'all_movies',
  'all_series',
  'all_votes',
  'movie_categories',
  'movie_countries',
  'movie_details',
  'movie_languages',
  'movie_links',
  'all_movie_aliases_iso',
  'all_people',
  'all_casts',
];
const decades = [
  '1900s',
  '1910s',
  '1920s',
  '1930s',
  '1940s',
  '1950s',
  '1960s',
  '1970s',
  '1980s',
  '1990s',
  '2000s',
  '2010s',
  '2020s',
];

const cc0 = { licence: 'CC0 1.0', licenceAddress: 'https://creativecommons.org/publicdomain/zero/1.0/' };
const mit = { licence: 'MIT', licenceAddress: 'https://opensource.org/license/mit' };
const ccBy = { licence: 'CC BY 2.0 DE', licenceAddress: 'https://creativecommons.org/licenses/by/2.0/de/' };

/** All sources of the built-in film data. The files of measure-only sources are not here and are never read. */
export const catalogueSources: readonly CatalogueSource[] = [
  {
    id: 'omdb-org',
    name: 'omdb.org, the open media database',
    files: [
      'omdb-org/all_movies.csv',
      'omdb-org/all_series.csv',
      'omdb-org/all_votes.csv',
      'omdb-org/movie_categories.csv',
      'omdb-org/movie_countries.csv',
      'omdb-org/movie_details.csv',
      'omdb-org/movie_languages.csv',
      'omdb-org/movie_links*.csv',
    ],
    optionalFiles: [
      'omdb-org/all_movie_aliases_iso.csv',
      'omdb-org/all_people.csv',
      'omdb-org/all_casts.csv',
    ],
    ...ccBy,
    attribution: 'omdb.org',
    origin: 'https://www.omdb.org/content/Help:DataDownload',
    licenceFile: 'omdb-org/COPYRIGHT',
    taken: 'original titles, years, lengths, countries, languages, kinds of film, IMDb ids, titles of series',
    downloads: omdbTables.map((table) => ({
      path: `omdb-org/${table}.csv`,
      address: `https://www.omdb.org/data/${table}.csv.bz2`,
      packing: 'bzip2',
    })),
  },
  {
    id: 'wey-gu-omdb',
    name: 'English titles of omdb.org',
    files: ['wey-gu-omdb/movies_en_titles.csv'],
    ...ccBy,
    attribution: 'omdb.org',
    origin: 'https://github.com/wey-gu/movie-recommendation-dataset',
    licenceFile: null,
    taken: 'English titles',
    // The file's path in the repository is not known. omdb.org's all_movie_aliases_iso has the same titles, newer.
    downloads: [],
  },
  {
    id: 'great-tables-cannes',
    name: 'Films in competition at Cannes',
    files: ['great-tables-cannes/films.csv'],
    ...mit,
    attribution: 'Posit Software, PBC',
    origin: 'https://github.com/posit-dev/great-tables',
    licenceFile: 'great-tables-cannes/LICENSE',
    taken: 'titles, years, directors, lengths, countries, languages, IMDb ids',
    downloads: [
      {
        path: 'great-tables-cannes/films.csv',
        address: github('posit-dev/great-tables', 'great_tables/data/09-films.csv'),
      },
      { path: 'great-tables-cannes/LICENSE', address: github('posit-dev/great-tables', 'LICENSE') },
    ],
  },
  {
    id: 'oscars-dlu',
    name: 'Academy Awards',
    files: ['oscars-dlu/oscars.csv'],
    licence: 'BSD-2-Clause',
    licenceAddress: 'https://opensource.org/license/bsd-2-clause',
    attribution: 'David V. Lu!!',
    origin: 'https://github.com/DLu/oscar_data',
    licenceFile: 'oscars-dlu/LICENSE',
    taken: 'nominations and wins, IMDb ids, directors',
    downloads: [{ path: 'oscars-dlu/oscars.csv', address: github('DLu/oscar_data', 'oscars.csv') }],
  },
  {
    id: 'rotten-tomatoes',
    name: 'Scores of Rotten Tomatoes of 2020',
    files: ['rotten-tomatoes-leone/rt_wikidata_joined.csv'],
    ...cc0,
    attribution: 'Stefano Leone; joined with Wikidata',
    origin:
      'https://www.kaggle.com/datasets/stefanoleone992/rotten-tomatoes-movies-and-critic-reviews-dataset',
    licenceFile: null,
    taken: 'titles, years, Tomatometer and audience score of 2020, addresses of pages',
    // Made once in 2020.
    downloads: [],
  },
  {
    id: 'wikidata',
    name: 'Wikidata',
    files: ['wikidata_movies.csv'],
    ...cc0,
    attribution: 'Wikidata',
    origin: 'https://www.wikidata.org/',
    licenceFile: null,
    taken:
      'ids of Wikidata, IMDb and TMDB, English labels; the gross only to rank films by how well known they are',
    // The address of the table that was read is not known.
    downloads: [],
  },
  {
    id: 'wikipedia-movie-data',
    name: "Wikipedia's lists of American films",
    files: ['wikipedia-movie-data*/movies-*.json'],
    ...mit,
    attribution: 'Peter Rust and the authors of Wikipedia',
    origin: 'https://github.com/prust/wikipedia-movie-data',
    licenceFile: 'wikipedia-movie-data/LICENSE',
    taken:
      'titles and years; names of directors and the kind of film, read from the first sentences; no sentence and no picture',
    downloads: [
      ...decades.map((decade) => ({
        path: `wikipedia-movie-data/movies-${decade}.json`,
        address: github('prust/wikipedia-movie-data', `movies-${decade}.json`),
      })),
      {
        path: 'wikipedia-movie-data-2025/movies-2020s.json',
        address: github('Johngash/wikipedia-movie-data', 'movies-2020s.json'),
      },
    ],
  },
  {
    id: 'wikipedia-directors',
    name: 'Directors named in those articles',
    files: ['wikipedia-directors/directors_from_wikipedia.json'],
    licence: 'facts',
    licenceAddress: 'https://github.com/prust/wikipedia-movie-data',
    attribution: 'the authors of Wikipedia',
    origin: 'https://github.com/prust/wikipedia-movie-data',
    licenceFile: null,
    taken: 'names of directors where the articles themselves give none that the merge can read',
    // Made from the files above; the merge reads the same from them.
    downloads: [],
  },
  {
    id: 'sight-and-sound',
    name: 'Sight and Sound polls of 2012 and 2022',
    files: ['sight-and-sound/votes_2022.csv', 'sight-and-sound/films_2012.csv'],
    ...mit,
    attribution: 'Kevin Lin; Sight and Sound',
    origin: 'https://github.com/serve-and-volley/sight-and-sound-poll-data',
    licenceFile: 'sight-and-sound/LICENSE',
    taken: 'titles, other titles, years, directors, number of ballots',
    downloads: [
      {
        path: 'sight-and-sound/votes_2022.csv',
        address: github('serve-and-volley/sight-and-sound-poll-data', '2022/csv_raw_data/votes_2022.csv'),
      },
      {
        path: 'sight-and-sound/films_2012.csv',
        address: github('serve-and-volley/sight-and-sound-poll-data', '2012/csv/films_2012.csv'),
      },
    ],
  },
];
