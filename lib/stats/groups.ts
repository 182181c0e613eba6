import type { Count, StatFilms, WatchTime } from './types.ts';
import { addTime, createWatchTime } from './watch-time.ts';

/** The properties by which films are grouped. */
const groupKinds = ['directors', 'actors', 'genres', 'countries', 'languages', 'decades'] as const;

export type GroupKind = (typeof groupKinds)[number];

/** One director, genre, country and so on, with the counts of its watched films. */
export interface GroupCount extends Count {
  name: string;
  /** Mean of the user's ratings of the films, in half stars; null if no film is rated. */
  meanRating: number | null;
  ratedFilms: number;
}

/** The first year of the decade: 1990 for 1994. */
function findDecade(year: number): number {
  return Math.floor(year / 10) * 10;
}

function listNames(films: StatFilms, film: number): Record<GroupKind, readonly string[]> {
  const year = films.years[film] ?? null;
  return {
    directors: films.directors[film] ?? [],
    actors: films.cast[film] ?? [],
    genres: films.genres[film] ?? [],
    countries: films.countries[film] ?? [],
    languages: films.languages[film] ?? [],
    decades: year === null ? [] : [String(findDecade(year))],
  };
}

/** How often a watched film was seen, and for how long. */
export interface SeenFilm extends WatchTime {
  entryCount: number;
}

interface Sum extends Count {
  ratings: number;
  rated: number;
}

function finishGroup(name: string, { ratings, rated, ...count }: Sum): GroupCount {
  return { name, ...count, meanRating: rated === 0 ? null : ratings / rated, ratedFilms: rated };
}

/** Sorts by number of films, then by number of entries, both descending, then by name. */
function compareGroups(a: GroupCount, b: GroupCount): number {
  return b.films - a.films || b.entryCount - a.entryCount || (a.name < b.name ? -1 : 1);
}

/** The number of films between two yields. */
const perStep = 200;

/**
 * Groups the watched films by each property. `seen` has the number of entries and the time by film. Yields at
 * points where other work may run.
 */
export function* groupFilms(
  films: StatFilms,
  seen: ReadonlyMap<number, SeenFilm>,
): Generator<undefined, Record<GroupKind, GroupCount[]>> {
  let counted = 0;
  const sums = groupKinds.map((kind) => ({ kind, byName: new Map<string, Sum>() }));
  for (const [film, { entryCount, ...time }] of seen) {
    counted += 1;
    if (counted % perStep === 0) yield;
    const names = listNames(films, film);
    const rating = films.ownRatings[film] ?? null;
    for (const { kind, byName } of sums) {
      const list = names[kind];
      for (const [at, name] of list.entries()) {
        if (list.indexOf(name) < at) continue;
        const known = byName.get(name);
        const sum = known ?? { entryCount: 0, films: 0, ...createWatchTime(), ratings: 0, rated: 0 };
        if (known === undefined) byName.set(name, sum);
        sum.entryCount += entryCount;
        sum.films += 1;
        addTime(sum, time);
        sum.ratings += rating ?? 0;
        sum.rated += rating === null ? 0 : 1;
      }
    }
  }
  const list = (kind: GroupKind): GroupCount[] =>
    [...(sums.find((each) => each.kind === kind)?.byName ?? [])]
      .map(([name, sum]) => finishGroup(name, sum))
      .sort(compareGroups);
  return {
    directors: list('directors'),
    actors: list('actors'),
    genres: list('genres'),
    countries: list('countries'),
    languages: list('languages'),
    decades: list('decades').sort((a, b) => Number(a.name) - Number(b.name)),
  };
}
