import { createFindDay } from '../../tables/dates.ts';
import { findId } from '../../films/find-id.ts';
import type { FilmRow } from '../../watchlog/types.ts';
import type { LogRowLists } from '../types.ts';
import { formatRows, shield } from './csv-text.ts';
import { countLosses, isWholeDay, listOwnFilms } from './own-films.ts';
import type { ExportFile, ExportFormat, ExportOptions, Loss } from './types.ts';

const filmHeader = ['title', 'year', 'tmdbId', 'imdbId'];

const listFilmCells = (film: FilmRow): string[] => [
  film.title,
  film.year === null ? '' : String(film.year),
  findId(film, 'tmdb') ?? '',
  findId(film, 'imdb') ?? '',
];

function writeTable(name: string, header: string[], rows: string[][]): ExportFile[] {
  if (rows.length === 0) return [];
  const text = formatRows([[...filmHeader, ...header], ...rows.map((row) => row.map(shield))]);
  return [{ name, mimeType: 'text/csv', text }];
}

function writeFiles(log: LogRowLists, { timeZone }: ExportOptions): ExportFile[] {
  const findDay = createFindDay(timeZone);
  const films = listOwnFilms(log);
  const history = films.flatMap(({ film, entries }) =>
    entries
      .filter(({ finished }) => finished)
      .map(({ watchedOn, note, place }) => [
        ...listFilmCells(film),
        isWholeDay(watchedOn) ? watchedOn : '',
        note,
        place,
      ]),
  );
  const ratings = films.flatMap(({ film, shownRating }) =>
    shownRating === null ? [] : [[...listFilmCells(film), String(shownRating.value)]],
  );
  const watchlist = films.flatMap(({ film, watch }) =>
    watch === null ? [] : [[...listFilmCells(film), findDay(watch.addedAt)]],
  );
  return [
    ...writeTable('movary-history.csv', ['watchedAt', 'comment', 'location'], history),
    ...writeTable('movary-ratings.csv', ['userRating'], ratings),
    ...writeTable('movary-watchlist.csv', ['addedAt'], watchlist),
  ];
}

function findLosses(log: LogRowLists): Loss[] {
  const known = countLosses(log, [
    'partial-dates',
    'entry-ratings',
    'unfinished',
    'reviews',
    'tags',
    'film-tags',
    'company',
    'criteria',
    'watchlist-reasons',
    'likes',
    'corrections',
    'kept-reviews',
  ]);
  // Movary knows films by their ids of TMDB.
  const count = listOwnFilms(log).filter(
    ({ film, entries, shownRating, watch }) =>
      findId(film, 'tmdb') === null && (entries.length > 0 || shownRating !== null || watch !== null),
  ).length;
  return count === 0 ? known : [...known, { kind: 'films-without-id', count }];
}

/** The three tables that Movary's own import takes. Its ratings are whole numbers to ten, as half stars are. */
export const movaryExport: ExportFormat = {
  id: 'movary',
  name: 'Movary',
  losses: findLosses,
  write: writeFiles,
};
