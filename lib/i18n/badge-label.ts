import type { BadgeLabel, BadgeMark, BadgeView } from '../messaging/types.ts';
import type { SourceScore } from '../films/review-types.ts';
import { t, tCount } from './messages.ts';
import { formatScore, formatStars, formatStarsName } from './scores.ts';

const isCritics = ({ kind }: SourceScore): boolean => kind === 'critics';

/** A badge's view without its texts. */
type Unlabelled<View = BadgeView> = View extends BadgeView ? Omit<View, 'label'> : never;

/** The first score of the critics and the first of the audience, in the order they are given; readers count as audience. */
function listShownScores(scores: SourceScore[]): SourceScore[] {
  return scores.filter(
    (score, index) => scores.findIndex((other) => isCritics(other) === isCritics(score)) === index,
  );
}

/** "Critics 95%, Rotten Tomatoes": kind, score with its scale, and source. */
function formatScoreName(score: SourceScore): string {
  const key = isCritics(score) ? 'badgeScoreCritics' : 'badgeScoreAudience';
  return t(key, formatScore(score, score.source).spoken, score.sourceName);
}

/** The badge's accessible name: the film, then what the badge shows, in words. */
function formatName(badge: Unlabelled): string {
  if (badge.kind === 'ambiguous') return tCount('badgeNameAmbiguous', badge.candidates);
  const parts: string[] = [];
  const { own, film } = badge;
  const rating = own?.rating ?? null;
  if (rating !== null) parts.push(t('badgeOwnRating', formatStarsName(rating)));
  else if (badge.kind === 'no-score') parts.push(t('badgeNoScore'));
  else if (badge.hidesScores) parts.push(t('badgeScoresHidden'));
  else parts.push(...listShownScores(badge.scores).map(formatScoreName));
  if (own?.watched) parts.push(t('badgeSeen'));
  return `${film.title}: ${parts.join('; ')}`;
}

const say = (text: string): BadgeMark => ({ glyph: null, text });

/** What the badge shows: the user's own rating, else one figure of the critics and one of the audience. */
function listMarks(badge: Unlabelled): BadgeMark[] {
  if (badge.kind === 'ambiguous') return [say(t('badgeWhichOne'))];
  const { own } = badge;
  const rating = own?.rating ?? null;
  const tick: BadgeMark[] = own?.watched ? [{ glyph: 'tick', text: '' }] : [];
  if (rating !== null) return [{ glyph: 'star', text: formatStars(rating) }, ...tick];
  if (badge.kind === 'no-score') return tick.length > 0 ? tick : [say(t('badgeNoScore'))];
  if (badge.hidesScores) return [{ glyph: 'hidden', text: '' }];
  const figures = listShownScores(badge.scores).map((score): BadgeMark => ({
    glyph: isCritics(score) ? 'pen' : 'people',
    text: formatScore(score, score.source).figure,
  }));
  return [...figures, ...tick];
}

const formatLabel = (badge: Unlabelled): BadgeLabel => ({
  name: formatName(badge),
  marks: listMarks(badge),
});

/**
 * The view of a badge with its words and figures in the user's language. Called in the background and not in the page:
 * the first number format of a page takes Chromium 12 ms, and there are three.
 */
export const labelBadge = (badge: Unlabelled): BadgeView => ({ ...badge, label: formatLabel(badge) });
