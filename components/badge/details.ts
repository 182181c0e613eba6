import { formatRuntime } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { findCommonDate, formatScoreDate } from '../../lib/i18n/provenance.ts';
import { formatScore, formatStarsName } from '../../lib/i18n/scores.ts';
import type { SourceScore } from '../../lib/films/review-types.ts';
import type { DrawDetails, FilmBadge } from './badge.ts';
import { element, figure, glyph, type Child } from './element.ts';
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

/**
 * Returns the details panel, which only reads: the film, each score with its source, and a button for the popup. Which film
 * it is may be the user's choice, so the panel has one size and no text that the page could find: see `figure`.
 */
function createDetails(view: FilmBadge): HTMLElement {
  const { film } = view;
  return element(
    'div',
    {
      class: 'details',
      role: 'dialog',
      'aria-label': film.title,
      popover: 'manual',
      // The panel is in Marquee's language, whatever the page's language and text direction.
      lang: t('languageTag'),
      dir: t('languageDirection'),
    },
    element(
      'div',
      { class: 'sheet', tabindex: '0' },
      element(
        'div',
        {},
        element('h2', { 'aria-label': film.title }, figure(film.title)),
        element('p', { class: 'facts' }, figure(formatFacts(film))),
        view.isUnsure && element('p', { class: 'question' }, figure(t('detailsIsItThis'))),
        element('div', { class: 'scores' }, listScores(view)),
        view.awards !== undefined && element('p', { class: 'awards' }, figure(view.awards)),
      ),
    ),
    element(
      'div',
      { class: 'foot' },
      createOwnLine(view),
      element('button', { type: 'button', class: 'act' }, t('detailsAct')),
    ),
  );
}

/** The user's rating and "seen". */
function createOwnLine({ own }: FilmBadge): HTMLElement {
  const rating = own?.rating ?? null;
  const words = [rating !== null && formatStarsName(rating), own?.watched && t('badgeSeen')]
    .filter(Boolean)
    .join(' · ');
  if (words === '') return element('span', { class: 'yours' });
  return element(
    'span',
    { class: 'yours', role: 'img', 'aria-label': words },
    glyph(rating === null ? 'tick' : 'star'),
    figure(words),
  );
}

function listScores(view: FilmBadge): Child[] {
  if (view.kind === 'no-score')
    return [
      element('p', { class: 'facts' }, figure(t('detailsNoScore'))),
      ...createScoreLines(view.stated, false),
    ];
  return createScoreLines(view.scores, view.hidesScores);
}

function createScoreLines(scores: SourceScore[], isHidden: boolean): Child[] {
  const common = findCommonDate(scores);
  const lines = scores.map((score) => createScoreLine(score, common === null, isHidden));
  return [
    lines.length > 0 && element('ul', {}, lines),
    common !== null && element('small', { class: 'date' }, figure(common)),
  ];
}

/** A score, or an eye in its place. */
function createScoreLine(score: SourceScore, showsDate: boolean, isHidden: boolean): HTMLElement {
  const { figure: value, scale } = formatScore(score, score.source);
  return element(
    'li',
    { class: 'row' },
    glyph(score.kind === 'critics' ? 'pen' : 'people'),
    element(
      'span',
      {},
      figure(`${t(whoseScore[score.kind])} `),
      element('small', {}, figure(formatOrigin(score, showsDate))),
    ),
    isHidden
      ? element('b', { role: 'img', 'aria-label': t('badgeScoresHidden') }, glyph('hidden'))
      : element('b', {}, figure(value), element('small', {}, figure(scale))),
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
