import type { BadgeFilm, BadgeOwn, BadgeState } from '../messaging/types.ts';
import type { Film } from '../films/types.ts';
import type { SourceScore, StoredReview } from '../reviews/types.ts';
import type { Settings } from '../settings/settings.ts';
import type { OwnRecord } from '../watchlog/types.ts';
import type { Identified } from './identify.ts';
import { localizeNotes } from './score-notes.ts';

type BadgeSettings = Pick<Settings, 'badgeFirst' | 'hideScoresUntilSeen'>;

const none: BadgeState = { kind: 'none' };

function toBadgeFilm({ refs, title, year, directors, runtimeMinutes }: Film): BadgeFilm {
  return { refs, title, year, directors, runtimeMinutes };
}

/** What a badge shows of the user's own; null where there is nothing to show (a film that is only on the watchlist). */
function toBadgeOwn(own: OwnRecord | null): BadgeOwn | null {
  const watched = own !== null && own.watchedCount > 0;
  return own !== null && (watched || own.rating !== null) ? { rating: own.rating, watched } : null;
}

/** The scores with those that the user wants first in front; the order is kept otherwise. */
function sortScores(scores: SourceScore[], first: BadgeSettings['badgeFirst']): SourceScore[] {
  const isFirst = ({ kind }: SourceScore): boolean => kind === first;
  return [...scores.filter(isFirst), ...scores.filter((score) => !isFirst(score))];
}

/** One line of the newest stored review that has one. */
function findQuote(reviews: StoredReview[]): Extract<BadgeState, { kind: 'film' }>['quote'] {
  for (const { verdict, excerpt, siteName, source, score } of reviews) {
    const text = verdict ?? excerpt;
    if (text) return { text, source: siteName ?? source, score: score && `${score.value}/${score.best}` };
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
    return isSubject ? { kind: 'ambiguous', candidates: match.candidates.length } : none;
  if (match.kind === 'unknown') return none;
  const film = toBadgeFilm(match.film);
  const badgeOwn = toBadgeOwn(own);
  const scores = sortScores(localizeNotes(summary?.scores ?? []), settings.badgeFirst);
  if (scores.length === 0) return isSubject || badgeOwn ? { kind: 'no-score', film, own: badgeOwn } : none;
  const hidesScores = settings.hideScoresUntilSeen && badgeOwn === null;
  return { kind: 'film', film, scores, own: badgeOwn, quote: findQuote(summary?.reviews ?? []), hidesScores };
}
