import { formatFilmHint } from '../../films/hint-film.ts';
import { matchFilm } from '../../films/matching.ts';
import type { Film, RefKind, SightedHint } from '../../films/types.ts';

/** The id of a film in one system; null where it has none there. */
export function findId(film: Film, kind: RefKind): string | null {
  const ref = film.refs.find((one) => one.startsWith(`${kind}:`));
  return ref === undefined ? null : ref.slice(kind.length + 1);
}

function formatQuery(film: Film): SightedHint {
  const sighted = formatFilmHint(film);
  const others = [film.originalTitle, ...film.alternativeTitles].filter((title) => title !== null);
  return { ...sighted, hint: { ...sighted.hint, alternativeTitles: others.slice(0, 10) } };
}

/**
 * The one of a source's films that is the film asked for; null where none is, or where nobody can tell which. Found by
 * the rules that identify films on pages, so that a remake or a sequel is refused.
 */
export function pickFilm<T extends { film: Film }>(asked: Film, found: T[]): T | null {
  const match = matchFilm(
    formatQuery(asked),
    found.map(({ film }) => film),
  );
  if (match.kind !== 'film') return null;
  const { refs } = match.film;
  return found.find(({ film }) => film.refs.some((ref) => refs.includes(ref))) ?? null;
}
