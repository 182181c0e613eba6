import { formatHintAsFilm } from '../../films/hint-film.ts';
import type { Film, MatchedHint, MatchReason } from '../../films/types.ts';
import type { LiveSources } from '../sources/live-sources.ts';
import { refreshPublishedCatalogues } from '../catalogues/published.ts';

/** The reasons for which an unknown hint is not a film to ask for. */
const closedReasons = new Set<MatchReason>(['not-a-film', 'correction']);

/**
 * The film to request from live sources: the matched one; where none is known, whatever the reason, the one that the page
 * states with its year or an id; null for none.
 */
function findAskedFilm({ match, sighted }: MatchedHint): Film | null {
  if (match.kind === 'film') return match.film;
  const { hint, certainty } = sighted;
  const isOpen = match.kind === 'unknown' && !closedReasons.has(match.reason);
  const isSure = certainty === 'stated' && hint.kind !== null && (hint.year !== null || hint.refs.length > 0);
  return isOpen && isSure ? formatHintAsFilm(hint) : null;
}

/**
 * Requests data for a page from live sources: all sources for the film it is about, and for films in its lists only
 * sources that take several films in one request. Only the opened film's parts of published catalogues are fetched.
 * Never rejects.
 */
export async function refreshFilms(
  live: Pick<LiveSources, 'refresh'>,
  identified: MatchedHint[],
  signal: AbortSignal,
): Promise<void> {
  const listFilms = (isOpened: boolean): Film[] =>
    identified
      .filter(({ sighted }) => sighted.isSubject === isOpened)
      .flatMap((one) => findAskedFilm(one) ?? []);
  await refreshPublishedCatalogues(identified.filter(({ sighted }) => sighted.isSubject));
  await live.refresh(listFilms(true), { reason: 'opened', signal });
  await live.refresh(listFilms(false), { reason: 'listed', signal });
}

/** Requests films of a list that are looked at from the sources that take one film a request. Never rejects. */
export async function refreshLookedAt(
  live: Pick<LiveSources, 'refresh'>,
  matched: MatchedHint[],
  signal: AbortSignal,
): Promise<void> {
  const films = matched.flatMap((one) => findAskedFilm(one) ?? []);
  await live.refresh(films, { reason: 'looked-at', signal });
}
