import { filmDataIdKinds } from '../../../films/find-id.ts';
import { foldTitle } from '../../../films/titles/title-key.ts';
import { listTitles } from '../source-film.ts';
import type { FilmIds, SourceFilm, SourceId } from '../types.ts';

/** One film while it is put together: what each source says of it. */
export interface FilmGroup extends FilmIds {
  parts: SourceFilm[];
  /** The folds of all titles. */
  folds: Set<string>;
  /** The year of the best source that has one. */
  year: number | null;
  directors: string[];
}

/**
 * The sources by how well they know a film's year and other facts. Festivals and polls have the first showing; the Academy's year is
 * that of the release in Los Angeles; Rotten Tomatoes' is often that of the American release.
 */
export const factOrder: SourceId[] = [
  'omdb',
  'cannes',
  'wikipedia',
  'sightandsound2022',
  'sightandsound2012',
  'oscars',
  'rottentomatoes',
  'previous',
];

/** The folds of all titles of a source's film; each once, without empty ones. */
export function listFolds(film: SourceFilm): string[] {
  const folds = new Set(listTitles(film).map(foldTitle));
  folds.delete('');
  return [...folds];
}

/** A film of which only one source is known. */
export function createGroup(film: SourceFilm): FilmGroup {
  const group: FilmGroup = {
    parts: [],
    folds: new Set(),
    year: null,
    directors: [],
    imdb: null,
    wikidata: null,
    tmdb: null,
    rottentomatoes: null,
  };
  addPart(group, film);
  return group;
}

/** Adds what a source says. Of two ids of one system the first one stays. */
export function addPart(group: FilmGroup, film: SourceFilm): void {
  group.parts.push(film);
  for (const fold of listFolds(film)) group.folds.add(fold);
  for (const kind of filmDataIdKinds) group[kind] ??= film[kind];
  group.directors = [...new Set([...group.directors, ...film.directors])];
  group.year = findYear(group.parts);
}

/** The year of the best source that has one. */
function findYear(parts: SourceFilm[]): number | null {
  for (const source of factOrder) {
    const part = parts.find((each) => each.source === source && each.year !== null);
    if (part) return part.year;
  }
  return null;
}
