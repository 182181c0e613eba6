import { formatPartialDate, formatRuntime } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { formatScore, formatStarsName } from '../../lib/i18n/scores.ts';
import type { BadgeFilm } from '../../lib/messaging/types.ts';
import type { SourceScore } from '../../lib/reviews/types.ts';
import { Glyph } from './Glyph.tsx';
import type { ShownBadgeState } from './badge-text.ts';

interface DetailsProps {
  state: Exclude<ShownBadgeState, { kind: 'ambiguous' }>;
}

function formatFacts(film: BadgeFilm): string {
  const runtime = film.runtimeMinutes === null ? '' : formatRuntime(film.runtimeMinutes);
  return [film.year === null ? '' : String(film.year), film.directors.slice(0, 3).join(', '), runtime]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function formatOrigin(score: SourceScore): string {
  const count =
    score.count === null ? '' : tCount(score.kind === 'critics' ? 'scoreReviews' : 'scoreVotes', score.count);
  const asOf = score.note ?? t('scoreAsOf', formatPartialDate(score.asOf, 'medium'));
  return [score.sourceName, count, asOf].filter((part) => part !== '').join(', ');
}

function ScoreLine({ score }: { score: SourceScore }) {
  const { figure, scale } = formatScore(score, score.source);
  return (
    <li class="row">
      <Glyph name={score.kind === 'critics' ? 'pen' : 'people'} />
      <span>
        {t(
          score.kind === 'critics'
            ? 'scoreCritics'
            : score.kind === 'audience'
              ? 'scoreAudience'
              : 'scoreReaders',
        )}{' '}
        <small>{formatOrigin(score)}</small>
      </span>
      <b>
        {figure}
        <small>{scale}</small>
      </b>
    </li>
  );
}

function Scores({ state }: { state: DetailsProps['state'] }) {
  if (state.kind === 'no-score') return <p class="facts gap">{t('detailsNoScore')}</p>;
  if (state.hidesScores) return <p class="facts gap">{t('badgeScoresHidden')}</p>;
  const { quote } = state;
  return (
    <>
      <ul>
        {state.scores.map((score) => (
          <ScoreLine key={`${score.source} ${score.kind}`} score={score} />
        ))}
      </ul>
      {quote && (
        <blockquote>
          {t('detailsQuote', quote.text)}{' '}
          <small>{quote.score === null ? quote.source : `${quote.source}, ${quote.score}`}</small>
        </blockquote>
      )}
    </>
  );
}

/** What opens under a badge: the film, each score with its source, one line of a review, and the way to the popup. */
export function Details({ state }: DetailsProps) {
  const { film, own } = state;
  const rating = own?.rating ?? null;
  const ownWords = [
    rating === null ? '' : formatStarsName(rating),
    own?.watched ? t('badgeSeen') : '',
  ].filter((word) => word !== '');
  return (
    <>
      <h2 id="title">{film.title}</h2>
      <p class="facts">{formatFacts(film)}</p>
      <Scores state={state} />
      <div class="foot">
        <span class="yours">
          {ownWords.length > 0 && <Glyph name={rating === null ? 'tick' : 'star'} />}
          {ownWords.join(' · ')}
        </span>
        <button type="button" class="act">
          {t('detailsAct')}
        </button>
      </div>
    </>
  );
}
