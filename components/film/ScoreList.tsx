import { t, tCount } from '../../lib/i18n/messages.ts';
import { findCommonDate, formatScoreDate } from '../../lib/i18n/provenance.ts';
import { formatScore, formatStars } from '../../lib/i18n/scores.ts';
import type { SourceScore, SourceState, SourceStatus } from '../../lib/reviews/types.ts';
import type { RatingValue } from '../../lib/watchlog/types.ts';
import { Icon } from '../ui/Icon.tsx';
import { SafeLink } from '../ui/SafeLink.tsx';
import { Spread } from './Spread.tsx';
import type { SpreadPoint } from './spread-layout.ts';

interface ScoreListProps {
  scores: SourceScore[];
  statuses: SourceStatus[];
  own: RatingValue | null;
}

const kindNames = { critics: 'scoreCritics', audience: 'scoreAudience', readers: 'scoreReaders' } as const;

const stateWords = {
  stale: 'sourceStale',
  'not-asked': 'sourceNotAsked',
  'limit-reached': 'sourceLimitReached',
  'no-permission': 'sourceNoPermission',
  'no-key': 'sourceNoKey',
  offline: 'sourceOffline',
  failed: 'sourceFailed',
} as const satisfies Record<Exclude<SourceState, 'ok' | 'none'>, string>;

/** The scores and the user's own rating as points on 0 to 100; scales without extent are left out. */
export function listSpreadPoints(scores: SourceScore[], own: RatingValue | null): SpreadPoint[] {
  const points = scores.flatMap((score): SpreadPoint[] => {
    const at = ((score.value - score.worst) / (score.best - score.worst)) * 100;
    const { figure, scale } = formatScore(score, score.source);
    const text = scale.includes('/') ? figure : figure + scale;
    return Number.isFinite(at) && at >= 0 && at <= 100 ? [{ who: score.kind, at, text }] : [];
  });
  return own === null ? points : [...points, { who: 'you', at: own * 10, text: formatStars(own) }];
}

function ScoreRow({ score, tellsDate }: { score: SourceScore; tellsDate: boolean }) {
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
        {tellsDate && <div class="muted">{formatScoreDate(score)}</div>}
      </div>
      <b class="number">
        {figure}
        <span class="muted">{scale}</span>
      </b>
    </li>
  );
}

/**
 * Every source's score on its own scale, under one line that lays them beside each other. A date that all share
 * (`findCommonDate`) is left to the heading.
 */
export function ScoreList({ scores, statuses, own }: ScoreListProps) {
  const points = listSpreadPoints(scores, own);
  return (
    <>
      {scores.length > 0 && points.length > 1 && <Spread points={points} />}
      {scores.length === 0 && <p class="muted">{t('scoresNone')}</p>}
      <ul>
        {scores.map((score) => (
          <ScoreRow
            key={`${score.source} ${score.kind}`}
            score={score}
            tellsDate={findCommonDate(scores) === null}
          />
        ))}
        {statuses.map(({ source, sourceName, state }) =>
          state === 'ok' || state === 'none' ? null : (
            <li key={source} class="score-row muted">
              <Icon name="people" />
              <span>{t(stateWords[state], sourceName)}</span>
            </li>
          ),
        )}
      </ul>
    </>
  );
}
