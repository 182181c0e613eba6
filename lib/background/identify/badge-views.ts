import { formatAwards } from '../../i18n/awards.ts';
import { labelBadge } from '../../i18n/badge-label.ts';
import type { BadgeView } from '../../messaging/types.ts';
import type { SourceScore } from '../../films/review-types.ts';
import type { Film, Match } from '../../films/types.ts';
import { listReviewScores } from '../../reviews/review-scores.ts';
import { listAwards, listReviews, listScores, mergeScores } from '../../reviews/summary.ts';
import { putOnScale } from '../../reviews/scale.ts';
import { hidesScores, type Settings } from '../../settings/settings.ts';
import type { OwnRecord } from '../../watchlog/types.ts';
import type { Identified } from './identify.ts';

/** The settings that decide what badges show, and in which order. */
export type BadgeSettings = Pick<
  Settings,
  'preferredScore' | 'badgeSource' | 'scoreScale' | 'hideScoresUntilSeen' | 'badgesWithoutScore'
>;

type ScoredBadge = Extract<BadgeView, { kind: 'film' }>;

/** The user's rating and watched mark; null for neither, such as for a film that is only on the watchlist. */
function pickOwn(own: OwnRecord | null): ScoredBadge['own'] {
  const watched = own !== null && own.watchedCount > 0;
  return own !== null && (watched || own.rating !== null) ? { rating: own.rating, watched } : null;
}

/** Whether a match rests on the title alone. */
const isUnsure = (match: Match): boolean => 'certainty' in match && match.certainty === 'unsure';

/** The scores in the user's order and on their scale: the preferred source first, then the preferred kind; otherwise the order is kept. */
export function arrangeScores(
  scores: SourceScore[],
  { preferredScore, badgeSource, scoreScale }: BadgeSettings,
): SourceScore[] {
  const rank = ({ source, kind }: SourceScore): number =>
    (source === badgeSource ? 0 : 2) + (kind === preferredScore ? 0 : 1);
  return scores.toSorted((a, b) => rank(a) - rank(b)).map((score) => putOnScale(score, scoreScale));
}

/** The figures with a day before those of which only the year is known: the built-in film data's are years old. */
function putDatedFirst(scores: SourceScore[]): SourceScore[] {
  const isOfAYear = ({ asOf }: SourceScore): number => Number(/^\d{4}$/.test(asOf));
  return scores.toSorted((a, b) => isOfAYear(a) - isOfAYear(b));
}

function pickFilm({ refs, title, year, directors, runtimeMinutes }: Film): ScoredBadge['film'] {
  return { refs, title, year, directors, runtimeMinutes };
}

/**
 * Adds the scores that visited pages stated to what the details list. The label does not depend on them, so that a page
 * cannot learn from its badges which others were visited.
 */
function addStated(view: BadgeView, stated: SourceScore[], settings: BadgeSettings): BadgeView {
  if (stated.length === 0 || !('film' in view)) return view;
  if (view.kind === 'film')
    return { ...view, scores: arrangeScores(mergeScores([...view.scores, ...stated]), settings) };
  const isHidden = settings.hideScoresUntilSeen && view.own === null;
  return isHidden ? view : { ...view, stated: arrangeScores(stated, settings) };
}

/**
 * The view of a badge; null for no badge. Only the film that the page is about gets a question ("which one?"); every
 * other identified film gets a badge, unless the user leaves out those without a score.
 *
 * Whether there is a badge depends on `match` and the scores of `answers`, never on `own`: a page sees which titles have
 * one. So both come from `Identify` with `withoutLog`.
 */
export function makeBadgeView(
  { sighted, match, answers, own, stated }: Identified,
  settings: BadgeSettings,
): BadgeView | null {
  if (match.kind === 'ambiguous')
    return sighted.isSubject ? labelBadge({ kind: 'ambiguous', candidates: match.candidates.length }) : null;
  if (match.kind === 'unknown') return null;
  const ofSources = putDatedFirst(listScores(answers));
  // Only found with the log, so only in a badge that is there already.
  const ofReviews = () => listReviewScores(listReviews(answers)).slice(0, 2);
  const scores = arrangeScores(ofSources.length > 0 ? ofSources : ofReviews(), settings);
  const awards = formatAwards(listAwards(answers));
  const parts = {
    film: pickFilm(match.film),
    own: pickOwn(own),
    isUnsure: isUnsure(match),
    ...(awards !== null && { awards }),
  };
  if (scores.length === 0)
    return settings.badgesWithoutScore
      ? addStated(labelBadge({ kind: 'no-score', stated: [], ...parts }), stated, settings)
      : null;
  const view = labelBadge({ kind: 'film', scores, hidesScores: hidesScores(settings, own), ...parts });
  return addStated(view, stated, settings);
}

/**
 * The view of a badge with what only this user has: rating, watched mark, their correction of the match, and the scores of
 * pages that they visited. Null
 * where it shows the same as without. `open` is what was found without the log, and `known` with it.
 */
export function makeOwnView(open: Identified, known: Identified, settings: BadgeSettings): BadgeView | null {
  if (makeBadgeView(open, settings) === null) return null;
  const { match, own, answers, stated } = known;
  if (match.kind === 'unknown' && match.reason === 'correction') return labelBadge({ kind: 'dismissed' });
  if (match.kind !== 'film') return null;
  const tellsMore =
    own !== null || match.reason === 'correction' || stated.length > 0 || listReviews(answers).length > 0;
  if (!tellsMore) return null;
  return makeBadgeView(known, { ...settings, badgesWithoutScore: true });
}
