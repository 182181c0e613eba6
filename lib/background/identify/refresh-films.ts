import { formatHintAsFilm } from '../../films/hint-film.ts';
import type { Film } from '../../films/types.ts';
import type { Identified } from './identify.ts';
import type { LiveSources } from '../sources/live-sources.ts';
import { refreshPublishedCatalogues } from '../catalogues/published.ts';

/** The film to ask live sources for: the one that is meant, or, where no catalogue knows it, the one the page states. */
function findAskedFilm({ match, sighted }: Identified): Film | null {
  if (match.kind === 'film') return match.film;
  const { hint, certainty } = sighted;
  const isNew = match.kind === 'unknown' && match.reason === 'no-film-of-that-name';
  const isSure = certainty === 'stated' && hint.kind !== null && (hint.year !== null || hint.refs.length > 0);
  return isNew && isSure ? formatHintAsFilm(hint) : null;
}

/**
 * Asks live sources for what a page shows: everything of the film it is about, and for the films of its lists only where
 * many fit into one question. Of published catalogues only the opened film's part is fetched. Never rejects.
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
