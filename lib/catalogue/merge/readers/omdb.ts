import { compareText } from '../compare-text.ts';
import { drop, idForms, readId, readTitle, readWhole, readYear, sourceFilm } from '../source-film.ts';
import type { Form, SourceFilm, SourceFiles, SourceReading } from '../types.ts';
import { readOmdbDirectors } from './omdb-people.ts';
import { omdbDialect, readOmdbRows } from './omdb-rows.ts';
import { commonDialect, readRows, type Row } from './rows.ts';

/** Categories of omdb.org, by their ids in its category_names. */
const shortCategory = '1122';
const televisionCategory = '3167';
/**
 * Pornography, erotic comedy, erotic film, Bavarian porn, sex film. Not 867, "Über 18" or "Adult", which is the age rating
 * of Alien, Fight Club and Drive.
 */
const eroticCategories = ['445', '1479', '2916', '3107', '3110'];

/** Films under this length are shorts, in minutes: the Academy's rule. */
const shortestFeature = 40;

/** The values of one column of a file by the film's id, sorted. */
function readLists(files: SourceFiles, name: string, column: string): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const row of readOmdbRows(files, name)) {
    const list = lists.get(row('movie_id'));
    if (list) list.push(row(column));
    else lists.set(row('movie_id'), [row(column)]);
  }
  for (const list of lists.values()) list.sort(compareText);
  return lists;
}

/** IMDb ids by the film's id. Of two ids of one film neither counts. */
function readImdbLinks(files: SourceFiles): Map<string, string | null> {
  const links = new Map<string, string | null>();
  const header = ['source', 'key', 'movie_id', 'language_iso_639_1'];
  for (const path of files.keys())
    if (/^omdb-org\/movie_links[^/]*\.csv$/.test(path))
      for (const row of readRows(files, { path, dialect: omdbDialect, header })) {
        const id = row('source') === 'imdbmovie' ? readId(row('key'), idForms.imdb) : null;
        if (id === null) continue;
        const known = links.get(row('movie_id'));
        links.set(row('movie_id'), known === undefined || known === id ? id : null);
      }
  return links;
}

/** What is given as a title but names a version: "Extended Edition". */
const editionName =
  /^(?:the )?(?:extended|special|collector'?s|theatrical|director'?s|final|uncut|unrated) (?:edition|cut|version)$/i;

/** English titles by the film's id, from its own file and from another made of the same database; sorted. */
function readEnglishTitles(files: SourceFiles): Map<string, string[]> {
  const titles = new Map<string, string[]>();
  const add = (id: string, name: string): void => {
    const title = readTitle(name.replace(/\s*\((?:working|alternative) title\)$/i, ''));
    const known = titles.get(id) ?? [];
    if (title !== null && !editionName.test(title) && !known.includes(title))
      titles.set(id, [...known, title]);
  };
  for (const row of readOmdbRows(files, 'all_movie_aliases_iso'))
    if (row('language_iso_639_1') === 'en') add(row('movie_id'), row('name'));
  for (const row of readRows(files, { path: 'wey-gu-omdb/movies_en_titles.csv', dialect: commonDialect }))
    add(row(':VID(string)'), row('movie.name'));
  for (const list of titles.values()) list.sort(compareText);
  return titles;
}

/** The files of omdb.org, each by the film's id. */
interface OmdbTables {
  links: Map<string, string | null>;
  english: Map<string, string[]>;
  categories: Map<string, string[]>;
  countries: Map<string, string[]>;
  languages: Map<string, string[]>;
  minutes: Map<string, number | null>;
  votes: Map<string, number>;
  directors: Map<string, string[]>;
  series: Set<string>;
}

function readTables(files: SourceFiles): OmdbTables {
  const details = readOmdbRows(files, 'movie_details');
  const votes = readOmdbRows(files, 'all_votes');
  return {
    links: readImdbLinks(files),
    english: readEnglishTitles(files),
    categories: readLists(files, 'movie_categories', 'category_id'),
    countries: readLists(files, 'movie_countries', 'country_code'),
    languages: readLists(files, 'movie_languages', 'language_iso_639_1'),
    minutes: new Map(details.map((row) => [row('movie_id'), readWhole(row('runtime'), 1, 6000)])),
    votes: new Map(votes.map((row) => [row('movie_id'), readWhole(row('votes_count'), 0, 1e9) ?? 0])),
    directors: readOmdbDirectors(files),
    series: new Set(readOmdbRows(files, 'all_series').map((row) => row('id'))),
  };
}

function findForm(categories: string[], minutes: number | null): Form {
  if (categories.includes(televisionCategory)) return 'tv';
  const isShort = categories.includes(shortCategory) || (minutes !== null && minutes < shortestFeature);
  return isShort ? 'short' : '';
}

/**
 * omdb.org's one title is the original one. Of a film in English it is the English one too; else the English one is
 * the first of those that another file has, and all of these are other titles.
 */
function findTitles(name: string, languages: string[], english: string[]): Partial<SourceFilm> {
  const isEnglish = languages.includes('en') && /[A-Za-z]/.test(name);
  return { original: name, english: isEnglish ? name : (english[0] ?? null), others: english };
}

function readFilm(row: Row, tables: OmdbTables): SourceFilm | string {
  const id = row('id');
  const name = readTitle(row('name'));
  const categories = tables.categories.get(id) ?? [];
  if (name === null) return 'no title';
  const isEpisode = tables.series.has(row('parent_id')) || /^Episode \d+\w?$/.test(name);
  if (isEpisode || tables.series.has(id)) return 'episode or series';
  const languages = (tables.languages.get(id) ?? []).filter(
    (code) => /^[a-z]{2}$/.test(code) && code !== 'xx',
  );
  const minutes = tables.minutes.get(id) ?? null;
  return sourceFilm('omdb', id, {
    ...findTitles(name, languages, tables.english.get(id) ?? []),
    year: readYear(row('date')),
    imdb: tables.links.get(id) ?? null,
    directors: tables.directors.get(id) ?? [],
    minutes,
    countries: (tables.countries.get(id) ?? []).filter((code) => /^[A-Z]{2}$/.test(code)),
    languages,
    form: findForm(categories, minutes),
    isErotic: categories.some((category) => eroticCategories.includes(category)),
    fame: { votes: tables.votes.get(id) ?? 0 },
  });
}

/** The films of omdb.org with their English titles and their IMDb ids. */
export function readOmdb(files: SourceFiles): SourceReading {
  const tables = readTables(files);
  const reading: SourceReading = { films: [], dropped: {} };
  for (const row of readOmdbRows(files, 'all_movies')) {
    const film = readFilm(row, tables);
    if (typeof film === 'string') drop(reading, film);
    else reading.films.push(film);
  }
  return reading;
}
