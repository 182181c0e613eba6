import { formatFilmHint } from '../../films/hint-film.ts';
import { matchFilm } from '../../films/matching.ts';
import type { Film, SightedHint } from '../../films/types.ts';

function formatQuery(film: Film): SightedHint {
  const sighted = formatFilmHint(film);
  const others = [film.originalTitle, ...film.alternativeTitles].filter((title) => title !== null);
  return { ...sighted, hint: { ...sighted.hint, alternativeTitles: others.slice(0, 10) } };
}

/**
 * Picks the wanted film out of a source's films; null if none matches or the match is ambiguous. Uses the rules that
 * identify films on pages, so it rejects remakes and sequels.
 */
export function pickFilm<T extends { film: Film }>(wanted: Film, found: T[]): T | null {
  const match = matchFilm(
    formatQuery(wanted),
    found.map(({ film }) => film),
  );
  if (match.kind !== 'film' || match.certainty === 'unsure') return null;
  const { refs } = match.film;
  return found.find(({ film }) => film.refs.some((ref) => refs.includes(ref))) ?? null;
}
