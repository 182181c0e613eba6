import { labelBadge } from '../../i18n/badge-label.ts';
import type { BadgeView } from '../../messaging/types.ts';
import type { SourceScore, StoredReview } from '../../films/review-types.ts';
import { listReviewScores } from '../../reviews/review-scores.ts';
import { listReviews, listScores } from '../../reviews/summary.ts';
import { putOnScale } from '../../reviews/scale.ts';
import { hidesScores, type Settings } from '../../settings/settings.ts';
import type { OwnRecord } from '../../watchlog/types.ts';
import type { Identified } from './identify.ts';
import { localizeNotes } from './score-notes.ts';

type BadgeSettings = Pick<Settings, 'preferredScore' | 'badgeSource' | 'scoreScale' | 'hideScoresUntilSeen'>;

type ScoredBadge = Extract<BadgeView, { kind: 'film' }>;

/** The user's rating and watched mark; null for neither, such as for a film that is only on the watchlist. */
function pickOwn(own: OwnRecord | null): ScoredBadge['own'] {
  const watched = own !== null && own.watchedCount > 0;
  return own !== null && (watched || own.rating !== null) ? { rating: own.rating, watched } : null;
}

/** The scores in the user's order: the preferred source first, then the preferred kind; otherwise the order is kept. */
function arrangeScores(
  scores: SourceScore[],
  { preferredScore, badgeSource, scoreScale }: BadgeSettings,
): SourceScore[] {
  const rank = ({ source, kind }: SourceScore): number =>
    (source === badgeSource ? 0 : 2) + (kind === preferredScore ? 0 : 1);
  return scores.toSorted((a, b) => rank(a) - rank(b)).map((score) => putOnScale(score, scoreScale));
}

/** One line of the newest stored review that has one. */
function findQuote(reviews: StoredReview[], scale: Settings['scoreScale']): ScoredBadge['quote'] {
  for (const { verdict, excerpt, siteName, source, score } of reviews) {
    const text = verdict ?? excerpt;
    const shown = score && putOnScale(score, scale);
    if (text) return { text, source: siteName ?? source, score: shown && `${shown.value}/${shown.best}` };
  }
  return null;
}

/**
 * The view of a badge; null for no badge. Only the film that the page is about gets a question ("which one?") or "no
 * score yet"; in a list a badge without a score is not shown.
 */
export function makeBadgeView(
  { sighted, match, answers, own }: Identified,
  settings: BadgeSettings,
): BadgeView | null {
  const { isSubject } = sighted;
  if (match.kind === 'ambiguous')
    return isSubject ? labelBadge({ kind: 'ambiguous', candidates: match.candidates.length }) : null;
  if (match.kind === 'unknown') return null;
  const { refs, title, year, directors, runtimeMinutes } = match.film;
  const film = { refs, title, year, directors, runtimeMinutes };
  const badgeOwn = pickOwn(own);
  const ofSources = listScores(answers);
  const reviews = listReviews(answers);
  const known = ofSources.length > 0 ? localizeNotes(ofSources) : listReviewScores(reviews);
  const scores = arrangeScores(known, settings);
  if (scores.length === 0)
    return isSubject || badgeOwn ? labelBadge({ kind: 'no-score', film, own: badgeOwn }) : null;
  return labelBadge({
    kind: 'film',
    film,
    scores,
    own: badgeOwn,
    quote: findQuote(reviews, settings.scoreScale),
    hidesScores: hidesScores(settings, own),
  });
}
