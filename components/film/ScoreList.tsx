import { t, tCount } from '../../lib/i18n/messages.ts';
import { findCommonDate, formatScoreDate } from '../../lib/i18n/provenance.ts';
import { formatScore } from '../../lib/i18n/scores.ts';
import type { SourceScore, StoredReview } from '../../lib/films/review-types.ts';
import type { RatingValue } from '../../lib/watchlog/types.ts';
import { Icon } from '../ui/Icon.tsx';
import { SafeLink } from '../ui/SafeLink.tsx';
import { Spread } from './spread/Spread.tsx';
import { listSpreadPoints } from './spread/spread-points.ts';

interface ScoreListProps {
  scores: SourceScore[];
  /** Reviews with a score appear on the line too. */
  reviews: StoredReview[];
  own: RatingValue | null;
}

const kindNames = { critics: 'scoreCritics', audience: 'scoreAudience', readers: 'scoreReaders' } as const;

function ScoreRow({ score, showsDate }: { score: SourceScore; showsDate: boolean }) {
  const { figure, scale } = formatScore(score, score.source);
  const count =
    score.count === null ? '' : tCount(score.kind === 'critics' ? 'scoreReviews' : 'scoreVotes', score.count);
  return (
    <li class="score-row">
      <Icon name={score.kind === 'critics' ? 'pen' : 'people'} />
      <div>
        {t(kindNames[score.kind])}{' '}
        <span class="muted">
          <SafeLink url={score.url}>{score.sourceName}</SafeLink>
          {count && `, ${count}`}
        </span>
        {showsDate && <div class="muted">{formatScoreDate(score)}</div>}
      </div>
      <b class="number">
        {figure}
        <span class="muted">{scale}</span>
      </b>
    </li>
  );
}

/**
 * Every source's score on its own scale, under one line that compares them. A date that all scores share
 * (`findCommonDate`) is not repeated here: the heading has it.
 */
export function ScoreList({ scores, reviews, own }: ScoreListProps) {
  const points = listSpreadPoints(scores, reviews, own);
  return (
    <>
      {points.length > 1 && <Spread points={points} />}
      {scores.length === 0 && <p class="muted">{t('scoresNone')}</p>}
      <ul>
        {scores.map((score) => (
          <ScoreRow
            key={`${score.source} ${score.kind}`}
            score={score}
            showsDate={findCommonDate(scores) === null}
          />
        ))}
      </ul>
    </>
  );
}
