// What the commands that leave films out of the catalogue share.
import { doPeopleAgree } from '../../lib/films/people.ts';
import { relateIds } from '../../lib/films/same-film.ts';
import { foldTitle } from '../../lib/films/titles/title-key.ts';
import type { Film } from '../../lib/films/types.ts';

/** The films by the folds of all their titles. */
export function indexTitles(films: Film[]): Map<string, Film[]> {
  const index = new Map<string, Film[]>();
  for (const film of films) {
    const titles = [film.title, film.originalTitle ?? '', ...film.alternativeTitles];
    for (const fold of new Set(titles.map(foldTitle))) {
      if (fold === '') continue;
      const known = index.get(fold);
      if (known) known.push(film);
      else index.set(fold, [film]);
    }
  }
  return index;
}

/**
 * Whether two rows of one title may be one film that the sources name twice: nothing tells them apart, and their years
 * are at most two apart. They are left out together, since the one is no namesake of the other.
 */
export function isOneFilm(one: Film, other: Film): boolean {
  if (one === other) return true;
  const relation = relateIds(one, other);
  if (relation === 'same' || relation === 'different') return relation === 'same';
  const apart = one.year === null || other.year === null ? 0 : Math.abs(one.year - other.year);
  return apart <= 2 && doPeopleAgree(one.directors, other.directors) !== false;
}
