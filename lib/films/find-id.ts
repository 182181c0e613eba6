import { findBestId } from './film-ids.ts';
import { titleRef } from './titles/title-key.ts';
import type { FilmRef, RefKind } from './types.ts';

/** The id of a film in one system, without the system's name; null if it has none there. */
export function findId({ refs }: { refs: readonly FilmRef[] }, kind: RefKind): string | null {
  const ref = refs.find((one) => one.startsWith(`${kind}:`));
  return ref === undefined ? null : ref.slice(kind.length + 1);
}

/** The systems of the ids that the package's film data has, the best first. */
export const filmDataIdKinds = ['imdb', 'wikidata', 'tmdb', 'rottentomatoes'] as const;

/** The ids of a film of that data, as refs. */
export const listDataRefs = (ids: Record<(typeof filmDataIdKinds)[number], string | null>): FilmRef[] =>
  filmDataIdKinds.flatMap((kind): FilmRef[] => {
    const id = ids[kind];
    return id === null ? [] : [`${kind}:${id}`];
  });

/** The one ref by which a film is requested, stored or compared: its best id, else its title and year. */
export function chooseKey(film: { refs: readonly FilmRef[]; title: string; year: number | null }): FilmRef {
  return findBestId(film.refs) ?? titleRef(film.title, film.year);
}
