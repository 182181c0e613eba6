import { formatRuntime } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { findCommonDate, formatScoreDate } from '../../lib/i18n/provenance.ts';
import { formatScore, formatStarsName } from '../../lib/i18n/scores.ts';
import type { SourceScore } from '../../lib/films/review-types.ts';
import type { DrawDetails, FilmBadge } from './badge.ts';
import { element, glyph, type Child } from './element.ts';
import { mountFloating } from './floating.ts';

const whoseScore = {
  critics: 'scoreCritics',
  audience: 'scoreAudience',
  readers: 'scoreReaders',
} as const;

/** Draws the details of a badge. Its shadow root needs `details.css`. */
export const drawDetails: DrawDetails = (view, frame, button, signal) => {
  const details = createDetails(view);
  frame.append(details);
  mountFloating(details, button, signal);
  return details;
};

/** Returns the details panel: the film, each score with its source, one line of a review, and a button for the popup. */
function createDetails(view: FilmBadge): HTMLElement {
  const { film, own } = view;
  const rating = own?.rating ?? null;
  const ownWords = [rating !== null && formatStarsName(rating), own?.watched && t('badgeSeen')].filter(
    Boolean,
  );
  return element(
    'div',
    {
      class: 'details',
      role: 'dialog',
      'aria-labelledby': 'title',
      popover: 'manual',
      // The panel is in Marquee's language, whatever the page's language and text direction.
      lang: t('languageTag'),
      dir: t('languageDirection'),
    },
    element('h2', { id: 'title' }, film.title),
    element('p', { class: 'facts' }, formatFacts(film)),
    listScores(view),
    element(
      'div',
      { class: 'foot' },
      element(
        'span',
        { class: 'yours' },
        ownWords.length > 0 && glyph(rating === null ? 'tick' : 'star'),
        ownWords.join(' · '),
      ),
      element('button', { type: 'button', class: 'act' }, t('detailsAct')),
    ),
  );
}

function listScores(view: FilmBadge): Child[] {
  if (view.kind === 'no-score') return [element('p', { class: 'facts gap' }, t('detailsNoScore'))];
  if (view.hidesScores) return [element('p', { class: 'facts gap' }, t('badgeScoresHidden'))];
  const { quote, scores } = view;
  const common = findCommonDate(scores);
  return [
    element(
      'ul',
      {},
      scores.map((score) => createScoreLine(score, common === null)),
    ),
    common !== null && element('small', { class: 'date' }, common),
    quote &&
      element(
        'blockquote',
        {},
        `${t('detailsQuote', quote.text)} `,
        element('small', {}, quote.score === null ? quote.source : `${quote.source}, ${quote.score}`),
      ),
  ];
}

function createScoreLine(score: SourceScore, showsDate: boolean): HTMLElement {
  const { figure, scale } = formatScore(score, score.source);
  return element(
    'li',
    { class: 'row' },
    glyph(score.kind === 'critics' ? 'pen' : 'people'),
    element(
      'span',
      {},
      `${t(whoseScore[score.kind])} `,
      element('small', {}, formatOrigin(score, showsDate)),
    ),
    element('b', {}, figure, element('small', {}, scale)),
  );
}

function formatFacts(film: FilmBadge['film']): string {
  const runtime = film.runtimeMinutes === null ? '' : formatRuntime(film.runtimeMinutes);
  return [film.year === null ? '' : String(film.year), film.directors.slice(0, 3).join(', '), runtime]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function formatOrigin(score: SourceScore, showsDate: boolean): string {
  const count =
    score.count === null ? '' : tCount(score.kind === 'critics' ? 'scoreReviews' : 'scoreVotes', score.count);
  const date = showsDate ? formatScoreDate(score) : '';
  return [score.sourceName, count, date].filter((part) => part !== '').join(', ');
}
