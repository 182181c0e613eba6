import type { FilmRow } from '../../watchlog/types.ts';
import { createFindDay, type FindDay } from '../dates.ts';
import type { LogRowLists } from '../types.ts';
import { countLosses, findId, isWholeDay, listOwnFilms } from './own-films.ts';
import type { ExportFile, ExportFormat, ExportOptions } from './types.ts';

const hourMs = 3_600_000;

/** Trakt's word for a time that is not known. */
const unknownMoment = new Date(0).toISOString();

/** A moment that falls on the day in the user's zone: noon, where Universal Time's noon is on it, else the nearest hour. */
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
    slug: findId(film, 'trakt') || null,
    imdb: findId(film, 'imdb') || null,
    tmdb: tmdb === '' ? null : Number(tmdb),
  };
  return { title: film.title, year: film.year, ids };
}

function toFile(name: string, items: object[]): ExportFile[] {
  if (items.length === 0) return [];
  return [{ name, mimeType: 'application/json', text: `${JSON.stringify(items, null, 1)}\n` }];
}

function writeFiles(log: LogRowLists, { timeZone }: ExportOptions): ExportFile[] {
  const findDay = createFindDay(timeZone);
  const films = listOwnFilms(log).map((own) => ({ ...own, movie: describeFilm(own.film) }));
  const history = films.flatMap(({ entries, movie }) =>
    entries
      .filter(({ finished }) => finished)
      .map(({ watchedOn }) => ({
        watched_at: toMoment(watchedOn, findDay),
        action: 'watch',
        type: 'movie',
        movie,
      })),
  );
  // Two viewings on one day stand an hour's fraction apart, or they would be taken for one.
  const seen = new Map<string, number>();
  const apart = history.map((item) => {
    const key = JSON.stringify([item.watched_at, item.movie]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    const isKnown = item.watched_at !== unknownMoment;
    return isKnown
      ? { ...item, watched_at: new Date(Date.parse(item.watched_at) + count).toISOString() }
      : item;
  });
  const iso = (ms: number): string => new Date(ms).toISOString();
  return [
    ...toFile('watched-history.json', apart),
    ...toFile(
      'ratings-movies.json',
      films.flatMap(({ rating, movie }) =>
        rating === null
          ? []
          : [{ rated_at: iso(rating.ratedAt), rating: rating.value, type: 'movie', movie }],
      ),
    ),
    ...toFile(
      'lists-watchlist.json',
      films.flatMap(({ watch, movie }, at) =>
        watch === null
          ? []
          : [
              {
                rank: at + 1,
                listed_at: iso(watch.addedAt),
                notes: watch.reason || null,
                type: 'movie',
                movie,
              },
            ],
      ),
    ),
    ...toFile(
      'lists-favorites.json',
      films
        .filter(({ film }) => film.liked)
        .map(({ movie }, at) => ({
          rank: at + 1,
          listed_at: unknownMoment,
          notes: null,
          type: 'movie',
          movie,
        })),
    ),
  ];
}

/** JSON like that of Trakt: history, ratings, watchlist and favourites. */
export const traktExport: ExportFormat = {
  id: 'trakt',
  name: 'Trakt',
  losses: (log) =>
    countLosses(log, [
      'partial-dates',
      'viewing-ratings',
      'unfinished',
      'reviews',
      'notes',
      'tags',
      'places',
      'company',
      'criteria',
      'corrections',
      'kept-reviews',
    ]),
  write: writeFiles,
};
