import type { FilmRow } from '../../watchlog/types.ts';
import { createFindDay, type FindDay } from '../../tables/dates.ts';
import type { LogRowLists } from '../types.ts';
import { findId } from '../../films/find-id.ts';
import { countLosses, isWholeDay, listOwnFilms, type OwnFilm } from './own-films.ts';
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

function describeFilm(film: FilmRow): object {
  const tmdb = findId(film, 'tmdb');
  const ids = {
    slug: findId(film, 'trakt'),
    imdb: findId(film, 'imdb'),
    tmdb: tmdb === null ? null : Number(tmdb),
  };
  return { title: film.title, year: film.year, ids };
}

function toFile(name: string, items: object[]): ExportFile[] {
  if (items.length === 0) return [];
  return [{ name, mimeType: 'application/json', text: `${JSON.stringify(items, null, 1)}\n` }];
}

interface NamedFilm extends OwnFilm {
  movie: object;
}

/** Entries on one day are written a millisecond watchedAt; otherwise Trakt would take them for one. */
function listHistory(films: NamedFilm[], findDay: FindDay): object[] {
  return films.flatMap(({ entries, movie }) => {
    const perMoment = new Map<string, number>();
    return entries
      .filter(({ finished }) => finished)
      .map(({ watchedOn }) => {
        const moment = toMoment(watchedOn, findDay);
        const count = perMoment.get(moment) ?? 0;
        perMoment.set(moment, count + 1);
        const watchedAt = moment === unknownMoment ? moment : toIso(Date.parse(moment) + count);
        return { watched_at: watchedAt, action: 'watch', type: 'movie', movie };
      });
  });
}

function listRatings(films: NamedFilm[]): object[] {
  return films.flatMap(({ shownRating: rating, movie }) =>
    rating === null ? [] : [{ rated_at: toIso(rating.ratedAt), rating: rating.value, type: 'movie', movie }],
  );
}

function listWatchlist(films: NamedFilm[]): object[] {
  const listed = films.flatMap(({ watch, movie }) => (watch === null ? [] : [{ watch, movie }]));
  return listed.map(({ watch, movie }, at) => {
    const notes = watch.reason === '' ? null : watch.reason;
    return { rank: at + 1, listed_at: toIso(watch.addedAt), notes, type: 'movie', movie };
  });
}

function listFavorites(films: NamedFilm[]): object[] {
  return films
    .filter(({ film }) => film.liked)
    .map(({ movie }, at) => ({ rank: at + 1, listed_at: unknownMoment, notes: null, type: 'movie', movie }));
}

function writeFiles(log: LogRowLists, { timeZone }: ExportOptions): ExportFile[] {
  const films = listOwnFilms(log).map((own) => ({ ...own, movie: describeFilm(own.film) }));
  return [
    ...toFile('watched-history.json', listHistory(films, createFindDay(timeZone))),
    ...toFile('ratings-movies.json', listRatings(films)),
    ...toFile('lists-watchlist.json', listWatchlist(films)),
    ...toFile('lists-favorites.json', listFavorites(films)),
  ];
}

/** JSON like Trakt's: history, ratings, watchlist and favourites. */
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
      'priorities',
      'corrections',
      'kept-reviews',
    ]),
  write: writeFiles,
};
