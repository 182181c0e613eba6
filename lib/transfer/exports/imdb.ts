import type { FilmRow } from '../../watchlog/types.ts';
import { createFindDay } from '../../tables/dates.ts';
import type { LogRowLists } from '../types.ts';
import { formatRows, shield } from './csv-text.ts';
import { findId } from '../../films/find-id.ts';
import { countLosses, isWholeDay, listOwnFilms } from './own-films.ts';
import type { ExportFile, ExportFormat, ExportOptions, Loss } from './types.ts';

const filmHeader = [
  'Title',
  'Original Title',
  'URL',
  'Title Type',
  'IMDb Rating',
  'Runtime (mins)',
  'Year',
  'Genres',
  'Num Votes',
  'Release Date',
  'Directors',
];
const ratingsHeader = ['Const', 'Your Rating', 'Date Rated', ...filmHeader];
const listHeader = [
  'Position',
  'Const',
  'Created',
  'Modified',
  'Description',
  ...filmHeader,
  'Your Rating',
  'Date Rated',
];

/** The cells of a film. IMDb's own rating and number of votes stay empty: they are not the user's. */
function listFilmCells(film: FilmRow): string[] {
  const id = findId(film, 'imdb') ?? '';
  return [
    film.title,
    film.originalTitle ?? film.title,
    id === '' ? '' : `https://www.imdb.com/title/${id}/`,
    'Movie',
    '',
    film.runtimeMinutes === null ? '' : String(film.runtimeMinutes),
    film.year === null ? '' : String(film.year),
    film.genres.join(', '),
    '',
    film.releases.find(({ date }) => isWholeDay(date))?.date ?? '',
    film.directors.join(', '),
  ];
}

const formatTable = (header: string[], rows: string[][]): string =>
  formatRows([header, ...rows.map((row) => row.map(shield))]);

function writeFiles(log: LogRowLists, { timeZone }: ExportOptions): ExportFile[] {
  const findDay = createFindDay(timeZone);
  const films = listOwnFilms(log);
  const ratings = films.flatMap(({ film, shownRating: rating }) =>
    rating === null
      ? []
      : [[findId(film, 'imdb') ?? '', String(rating.value), findDay(rating.ratedAt), ...listFilmCells(film)]],
  );
  const listed = films.filter(({ watch }) => watch !== null);
  const list = listed.map(({ film, watch, shownRating: rating }, at) => {
    const added = watch === null ? '' : findDay(watch.addedAt);
    const rated = rating === null ? ['', ''] : [String(rating.value), findDay(rating.ratedAt)];
    return [
      String(at + 1),
      findId(film, 'imdb') ?? '',
      added,
      added,
      watch?.reason ?? '',
      ...listFilmCells(film),
      ...rated,
    ];
  });
  return [
    { name: 'imdb-ratings.csv', mimeType: 'text/csv', text: formatTable(ratingsHeader, ratings) },
    { name: 'imdb-watchlist.csv', mimeType: 'text/csv', text: formatTable(listHeader, list) },
  ].filter((_, at) => (at === 0 ? ratings : list).length > 0);
}

function findLosses(log: LogRowLists): Loss[] {
  const known = countLosses(log, [
    'no-entries',
    'reviews',
    'notes',
    'tags',
    'film-tags',
    'criteria',
    'priorities',
    'likes',
    'corrections',
    'kept-reviews',
  ]);
  const withoutId = listOwnFilms(log).filter(
    ({ film, shownRating, watch }) =>
      findId(film, 'imdb') === null && (shownRating !== null || watch !== null),
  );
  return withoutId.length === 0 ? known : [...known, { kind: 'films-without-id', count: withoutId.length }];
}

/** Tables like IMDb's: ratings and watchlist. IMDb records no entries. */
export const imdbExport: ExportFormat = { id: 'imdb', name: 'IMDb', losses: findLosses, write: writeFiles };
