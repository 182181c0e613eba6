import { findId } from '../../films/find-id.ts';
import type { LogRowLists } from '../types.ts';
import { formatRows, shield } from './csv-text.ts';
import { countLosses, isWholeDay, listOwnFilms, type OwnFilm } from './own-films.ts';
import type { ExportFile, ExportFormat, Loss } from './types.ts';

const header = [
  'simkl_id',
  'TVDB_ID',
  'TMDB',
  'IMDB_ID',
  'MAL_ID',
  'Type',
  'Title',
  'Year',
  'LastEpWatched',
  'Watchlist',
  'WatchedDate',
  'Rating',
  'Memo',
];

/** Simkl has one state for each film. */
function findState({ entries, shownRating, watch }: OwnFilm): 'completed' | 'dropped' | 'plantowatch' | null {
  if (entries.some(({ finished }) => finished)) return 'completed';
  if (entries.length > 0) return 'dropped';
  if (watch !== null) return 'plantowatch';
  return shownRating === null ? null : 'completed';
}

const listDays = ({ entries }: OwnFilm): string[] =>
  entries.map(({ watchedOn }) => watchedOn).filter(isWholeDay);

function listCells(own: OwnFilm): string[] {
  const { film, shownRating, watch } = own;
  return [
    '',
    '',
    findId(film, 'tmdb') ?? '',
    findId(film, 'imdb') ?? '',
    '',
    'movie',
    film.title,
    film.year === null ? '' : String(film.year),
    '',
    findState(own) ?? '',
    listDays(own).at(-1) ?? '',
    shownRating === null ? '' : String(shownRating.value),
    watch?.reason ?? '',
  ].map(shield);
}

const listFilms = (log: LogRowLists): OwnFilm[] => listOwnFilms(log).filter((own) => findState(own) !== null);

function writeFiles(log: LogRowLists): ExportFile[] {
  const rows = listFilms(log).map(listCells);
  if (rows.length === 0) return [];
  return [{ name: 'simkl-import.csv', mimeType: 'text/csv', text: formatRows([header, ...rows]) }];
}

function findLosses(log: LogRowLists): Loss[] {
  const films = listFilms(log);
  const added: Loss[] = [
    {
      kind: 'earlier-entries',
      count: films.reduce((sum, { entries }) => sum + Math.max(entries.length - 1, 0), 0),
    },
    // A film that was seen is no longer one to see.
    {
      kind: 'watchlist',
      count: films.filter((own) => own.watch !== null && findState(own) !== 'plantowatch').length,
    },
  ];
  const known = countLosses(log, [
    'partial-dates',
    'reviews',
    'notes',
    'tags',
    'film-tags',
    'places',
    'company',
    'criteria',
    'priorities',
    'likes',
    'corrections',
    'kept-reviews',
  ]);
  return [...known, ...added.filter(({ count }) => count > 0)];
}

/** The table that Simkl's own import takes. It has one row for each film, with its state and its last day. */
export const simklExport: ExportFormat = {
  id: 'simkl',
  name: 'Simkl',
  losses: findLosses,
  write: writeFiles,
};
