import type { FilmRow } from '../../watchlog/types.ts';
import { createFindDay, type FindDay } from '../../tables/dates.ts';
import type { LogRowLists } from '../types.ts';
import { findId } from '../../films/find-id.ts';
import { countLosses, isWholeDay, listOwnFilms, type OwnFilm } from './own-films.ts';
import { formatRows, shield } from './csv-text.ts';
import type { ExportFile, ExportFormat, ExportOptions } from './types.ts';

const hourMs = 3_600_000;

/** Trakt's value for an unknown time. */
const unknownMoment = new Date(0).toISOString();

const toIso = (ms: number): string => new Date(ms).toISOString();

/** A moment that falls on the day in the user's zone: noon UTC, or else the nearest hour to it. */
function toMoment(day: string | null, findDay: FindDay): string {
  if (!isWholeDay(day)) return unknownMoment;
  const noon = Date.parse(`${day}T12:00:00Z`);
  const hours = Array.from({ length: 25 }, (_, at) => (at % 2 === 0 ? at / 2 : -(at + 1) / 2));
  const offset = hours.find((hour) => findDay(noon + hour * hourMs) === day) ?? 0;
  return new Date(noon + offset * hourMs).toISOString();
}

const header = [
  'action',
  'type',
  'title',
  'year',
  'imdb',
  'tmdb',
  'trakt',
  'watched_at',
  'rating',
  'rated_at',
];

/** The cells that say which film it is. Trakt's own numbers are not known: its slugs are no numbers. */
function listFilmCells(film: FilmRow): string[] {
  const year = film.year === null ? '' : String(film.year);
  return ['movie', shield(film.title), year, findId(film, 'imdb') ?? '', findId(film, 'tmdb') ?? '', ''];
}

/** Entries on one day are written a millisecond apart; otherwise Trakt would take them for one. */
function listHistory({ film, entries }: OwnFilm, findDay: FindDay): string[][] {
  const perMoment = new Map<string, number>();
  return entries
    .filter(({ finished }) => finished)
    .map(({ watchedOn }) => {
      const moment = toMoment(watchedOn, findDay);
      const count = perMoment.get(moment) ?? 0;
      perMoment.set(moment, count + 1);
      const watchedAt = moment === unknownMoment ? moment : toIso(Date.parse(moment) + count);
      return ['history', ...listFilmCells(film), watchedAt, '', ''];
    });
}

function listRows(own: OwnFilm, findDay: FindDay): string[][] {
  const { film, shownRating: rating, watch } = own;
  const cells = listFilmCells(film);
  return [
    ...listHistory(own, findDay),
    ...(rating === null ? [] : [['ratings', ...cells, '', String(rating.value), toIso(rating.ratedAt)]]),
    ...(watch === null ? [] : [['watchlist', ...cells, '', '', '']]),
  ];
}

function writeFiles(log: LogRowLists, { timeZone }: ExportOptions): ExportFile[] {
  const findDay = createFindDay(timeZone);
  const rows = listOwnFilms(log).flatMap((own) => listRows(own, findDay));
  if (rows.length === 0) return [];
  return [{ name: 'trakt-import.csv', mimeType: 'text/csv', text: formatRows([header, ...rows]) }];
}

/** The table that Trakt's own import takes: history, ratings and watchlist. */
export const traktExport: ExportFormat = {
  id: 'trakt',
  name: 'Trakt',
  losses: (log) =>
    countLosses(log, [
      'partial-dates',
      'entry-ratings',
      'unfinished',
      'reviews',
      'notes',
      'tags',
      'film-tags',
      'places',
      'company',
      'criteria',
      'watchlist-reasons',
      'likes',
      'corrections',
      'kept-reviews',
    ]),
  write: writeFiles,
};
