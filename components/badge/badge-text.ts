import { t } from '../../lib/i18n/messages.ts';
import { formatScore, formatStarsName } from '../../lib/i18n/scores.ts';
import type { BadgeState } from '../../lib/messaging/types.ts';
import type { SourceScore } from '../../lib/reviews/types.ts';

/** A state that something is shown for. */
export type ShownBadgeState = Exclude<BadgeState, { kind: 'none' }>;

/** The first score of the critics and the first of the audience, in the order they are given; readers count as audience. */
export function listBadgeScores(scores: SourceScore[]): SourceScore[] {
  const isCritics = (score: SourceScore): boolean => score.kind === 'critics';
  return scores.filter(
    (score, index) => scores.findIndex((other) => isCritics(other) === isCritics(score)) === index,
  );
}

/** "Critics 95%, Rotten Tomatoes": who, how much and on which scale, and by which source. */
export function formatScoreName(score: SourceScore): string {
  const key = score.kind === 'critics' ? 'badgeScoreCritics' : 'badgeScoreAudience';
  return t(key, formatScore(score, score.source).spoken, score.sourceName);
}

/** The badge's accessible name: the film, then what the badge shows, in words. */
export function formatBadgeName(state: ShownBadgeState): string {
  if (state.kind === 'ambiguous') return t('badgeNameAmbiguous', String(state.candidates));
  const parts: string[] = [];
  const { own, film } = state;
  const rating = own?.rating ?? null;
  if (rating !== null) parts.push(t('badgeOwnRating', formatStarsName(rating)));
  else if (state.kind === 'no-score') parts.push(t('badgeNoScore'));
  else if (state.hidesScores) parts.push(t('badgeScoresHidden'));
  else parts.push(...listBadgeScores(state.scores).map(formatScoreName));
  if (own?.watched) parts.push(t('badgeSeen'));
  return `${film.title}: ${parts.join('; ')}`;
}
