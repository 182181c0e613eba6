import { formatHintAsFilm } from '../../films/hint-film.ts';
import type { Film } from '../../films/types.ts';
import type { Identified } from './identify.ts';
import type { LiveSources } from '../sources/live-sources.ts';
import { refreshPublishedCatalogues } from '../catalogues/published.ts';

/**
 * The film to request from live sources: the matched one, or the one the page states when no catalogue has it; null for
 * none.
 */
function findAskedFilm({ match, sighted }: Identified): Film | null {
  if (match.kind === 'film') return match.film;
  const { hint, certainty } = sighted;
  const isNew = match.kind === 'unknown' && match.reason === 'no-film-of-that-name';
  const isSure = certainty === 'stated' && hint.kind !== null && (hint.year !== null || hint.refs.length > 0);
  return isNew && isSure ? formatHintAsFilm(hint) : null;
}

/**
 * Requests data for a page from live sources: all sources for the film it is about, and for films in its lists only
 * sources that take several films in one request. Only the opened film's parts of published catalogues are fetched.
 * Never rejects.
 */
export async function refreshFilms(
  live: LiveSources,
  identified: Identified[],
  signal: AbortSignal,
): Promise<void> {
  const listFilms = (isOpened: boolean): Film[] =>
    identified
      .filter(({ sighted }) => sighted.isSubject === isOpened)
      .flatMap((one) => findAskedFilm(one) ?? []);
  await refreshPublishedCatalogues(identified.filter(({ sighted }) => sighted.isSubject));
  await live.refresh(listFilms(true), { opened: true, signal });
  await live.refresh(listFilms(false), { opened: false, signal });
}
