import { labelBadge } from '../../i18n/badge-label.ts';
import type { BadgeContent, BadgeFilm, BadgeOwn, BadgeState } from '../../messaging/types.ts';
import type { Film } from '../../films/types.ts';
import type { SourceScore, StoredReview } from '../../films/review-types.ts';
import { listReviewScores } from '../../reviews/review-scores.ts';
import { putOnScale } from '../../reviews/scale.ts';
import { hidesScores, type Settings } from '../../settings/settings.ts';
import type { OwnRecord } from '../../watchlog/types.ts';
import type { Identified } from './identify.ts';
import { localizeNotes } from './score-notes.ts';

type BadgeSettings = Pick<Settings, 'preferredScore' | 'badgeSource' | 'scoreScale' | 'hideScoresUntilSeen'>;

const none: BadgeState = { kind: 'none' };

function toBadgeFilm({ refs, title, year, directors, runtimeMinutes }: Film): BadgeFilm {
  return { refs, title, year, directors, runtimeMinutes };
}

/** What a badge shows of the user's own; null where there is nothing to show (a film that is only on the watchlist). */
function toBadgeOwn(own: OwnRecord | null): BadgeOwn | null {
  const watched = own !== null && own.watchedCount > 0;
  return own !== null && (watched || own.rating !== null) ? { rating: own.rating, watched } : null;
}

/** The scores as the user wants them: the preferred source's in front, then the preferred kind; the order is kept otherwise. */
function arrangeScores(
  scores: SourceScore[],
  { preferredScore, badgeSource, scoreScale }: BadgeSettings,
): SourceScore[] {
  const rank = ({ source, kind }: SourceScore): number =>
    (source === badgeSource ? 0 : 2) + (kind === preferredScore ? 0 : 1);
  return scores.toSorted((a, b) => rank(a) - rank(b)).map((score) => putOnScale(score, scoreScale));
}

/** One line of the newest stored review that has one. */
function findQuote(
  reviews: StoredReview[],
  scale: Settings['scoreScale'],
): Extract<BadgeContent, { kind: 'film' }>['quote'] {
  for (const { verdict, excerpt, siteName, source, score } of reviews) {
    const text = verdict ?? excerpt;
    const shown = score && putOnScale(score, scale);
    if (text) return { text, source: siteName ?? source, score: shown && `${shown.value}/${shown.best}` };
  }
  return null;
}

/**
 * What stands beside one title. A question mark, and the word that there is no score, only for the film the page is
 * about; in a list a badge that cannot say anything is not shown at all.
 */
export function formatBadgeState(
  { sighted, match, summary, own }: Identified,
  settings: BadgeSettings,
): BadgeState {
  const { isSubject } = sighted;
  if (match.kind === 'ambiguous')
    return isSubject ? labelBadge({ kind: 'ambiguous', candidates: match.candidates.length }) : none;
  if (match.kind === 'unknown') return none;
  const film = toBadgeFilm(match.film);
  const badgeOwn = toBadgeOwn(own);
  const { scores: ofSources = [], reviews = [] } = summary ?? {};
  const known = ofSources.length > 0 ? localizeNotes(ofSources) : listReviewScores(reviews);
  const scores = arrangeScores(known, settings);
  if (scores.length === 0)
    return isSubject || badgeOwn ? labelBadge({ kind: 'no-score', film, own: badgeOwn }) : none;
  return labelBadge({
    kind: 'film',
    film,
    scores,
    own: badgeOwn,
    quote: findQuote(reviews, settings.scoreScale),
    hidesScores: hidesScores(settings, own),
  });
}
