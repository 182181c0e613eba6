import { formatHintAsFilm } from '../../films/hint-film.ts';
import { makeSure } from '../../films/match-title.ts';
import type { SourceScore } from '../../films/review-types.ts';
import type { FilmRef, Match, SightedHint } from '../../films/types.ts';
import type { SourceAnswer } from '../../reviews/answers.ts';
import type { RatingsLookUp } from '../catalogues/ratings-lookup.ts';

/**
 * The IMDb ids by which a page states a film that no catalogue knows: the page says that it is a film (IMDb's file has
 * series and episodes too), and no film that was found has one of them, so that nothing contradicts them.
 */
function listUnknownIds(
  { hint, certainty }: SightedHint,
  { reason }: Match,
  found: SourceAnswer[],
): FilmRef[] {
  if (hint.kind !== 'film' || certainty !== 'stated' || reason === 'correction') return [];
  const known = new Set(found.flatMap(({ films }) => films.flatMap(({ film }) => film.refs)));
  const ids = hint.refs.filter((ref) => ref.startsWith('imdb:'));
  return ids.length === 1 ? ids.filter((ref) => !known.has(ref)) : [];
}

/** The refs by which to look up IMDb's score for a hint: those of the film it means, else the id that the page gives. */
function listRatedRefs(sighted: SightedHint, match: Match, found: SourceAnswer[]): readonly FilmRef[] {
  if (match.kind === 'film') return match.film.refs;
  return match.kind === 'unknown' ? listUnknownIds(sighted, match, found) : [];
}

/** The match, or the film as the page states it where IMDb rates a film that no catalogue knows. */
function matchRated(sighted: SightedHint, match: Match, score: SourceScore | null): Match {
  if (match.kind !== 'unknown' || score === null) return match;
  return makeSure(formatHintAsFilm(sighted.hint), 'ref');
}

/** A hint, what it means so far, and what the catalogues have for its refs. */
export interface DecidedHint {
  sighted: SightedHint;
  match: Match;
  found: SourceAnswer[];
}

/** A hint, what it means, and IMDb's score of that; null without one. */
export interface RatedHint {
  sighted: SightedHint;
  match: Match;
  score: SourceScore | null;
}

/** IMDb's score for each hint, or null, and its match, which the score makes a film where only IMDb knows the id. */
export async function rateMatches(
  decided: DecidedHint[],
  ratings: RatingsLookUp | undefined,
): Promise<RatedHint[]> {
  const refLists = decided.map(({ sighted, match, found }) => listRatedRefs(sighted, match, found));
  const scores = await ratings?.findScores(refLists);
  return decided.map(({ sighted, match }, at) => {
    const score = scores?.[at] ?? null;
    return { sighted, match: matchRated(sighted, match, score), score };
  });
}
