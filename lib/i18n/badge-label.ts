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

/** "Critics 95%, Rotten Tomatoes 2020": kind, score with its scale, source, and its year if only that is known. */
function formatScoreName(score: SourceScore): string {
  const key = isCritics(score) ? 'badgeScoreCritics' : 'badgeScoreAudience';
  const { source, sourceName, asOf } = score;
  // The year in which old figures were taken is always said with them: they are not today's.
  const origin = /^\d{4}$/.test(asOf) ? `${sourceName} ${asOf}` : sourceName;
  return t(key, formatScore(score, source).spoken, origin);
}

/** The badge's accessible name: the film, then what the badge shows, in words. */
function formatName(badge: Unlabelled): string {
  if (badge.kind === 'ambiguous') return tCount('badgeNameAmbiguous', badge.candidates);
  if (badge.kind === 'dismissed') return t('badgeNameDismissed');
  const parts: string[] = [];
  const { own, film, isUnsure } = badge;
  const rating = own?.rating ?? null;
  if (isUnsure) parts.push(t('detailsIsItThis'));
  if (badge.kind === 'no-score') parts.push(t('badgeNoScore'));
  else if (badge.hidesScores) parts.push(t('badgeScoresHidden'));
  else parts.push(...listShownScores(badge.scores).map(formatScoreName));
  if (rating !== null) parts.push(t('badgeOwnRating', formatStarsName(rating)));
  if (own?.watched) parts.push(t('badgeSeen'));
  return `${film.title}: ${parts.join('; ')}`;
}

const say = (text: string): BadgeMark => ({ glyph: null, text });
/** A hollow star invites to rate. */
const invitation: BadgeMark = { glyph: 'hollow', text: '' };
/** In place of a score that is not known. */
const dash = '–';

/** The scores that a badge has room for: none, one or two. */
function listScoreMarks(badge: Extract<Unlabelled, { film: object }>): BadgeMark[] {
  if (badge.kind === 'no-score') return [say(dash)];
  if (badge.hidesScores) return [{ glyph: 'hidden', text: '' }];
  return listShownScores(badge.scores).map((score) => ({
    glyph: isCritics(score) ? 'pen' : 'people',
    text: formatScore(score, score.source).figure,
  }));
}

/** What the badge shows: on the left the first score; on the right the user's own rating, else the second score. */
function listMarks(badge: Unlabelled): BadgeLabel['marks'] {
  if (badge.kind === 'ambiguous') return [say(t(badge.candidates === 1 ? 'badgeThisOne' : 'badgeWhichOne'))];
  if (badge.kind === 'dismissed') return [say(dash)];
  const rating = badge.own?.rating ?? null;
  const [first = say(dash), second = invitation] = listScoreMarks(badge);
  return [first, rating === null ? second : { glyph: 'star', text: formatStars(rating) }];
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
