import { t } from '../../lib/i18n/messages.ts';
import { formatScore, formatStars } from '../../lib/i18n/scores.ts';
import { formatBadgeName, listBadgeScores, type ShownBadgeState } from './badge-text.ts';
import { element, glyph, type Child } from './element.ts';

/** The small mark beside a title: one button, 20 px high to the eye and 24 px to the pointer. */
export function createBadgeButton(state: ShownBadgeState): HTMLButtonElement {
  const isOwn = state.kind !== 'ambiguous' && typeof state.own?.rating === 'number';
  const opens = state.kind !== 'ambiguous';
  return element(
    'button',
    {
      type: 'button',
      class: 'badge',
      'aria-label': formatBadgeName(state),
      'aria-haspopup': opens && 'dialog',
      'aria-expanded': opens && 'false',
    },
    // The name says it in words; the figures alone would only repeat a part of it.
    element('span', { class: isOwn ? 'face own' : 'face', 'aria-hidden': 'true' }, listFace(state)),
  );
}

/** What the badge says: your own rating, else one figure of the critics and one of the audience. */
function listFace(state: ShownBadgeState): Child[] {
  if (state.kind === 'ambiguous') return [element('span', { class: 'dim' }, t('badgeWhichOne'))];
  const { own } = state;
  const rating = own?.rating ?? null;
  const tick = own?.watched ? glyph('tick') : null;
  if (rating !== null) return [glyph('star'), formatStars(rating), tick];
  if (state.kind === 'no-score') return [tick ?? element('span', { class: 'dim' }, t('badgeNoScore'))];
  if (state.hidesScores) return [glyph('hidden')];
  const figures = listBadgeScores(state.scores).map((score, index) => [
    index > 0 && element('span', { class: 'sep' }),
    glyph(score.kind === 'critics' ? 'pen' : 'people'),
    formatScore(score, score.source).figure,
  ]);
  return [figures, tick];
}
