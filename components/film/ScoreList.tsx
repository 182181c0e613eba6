import { t, tCount } from '../../lib/i18n/messages.ts';
import { findCommonDate, formatScoreDate } from '../../lib/i18n/provenance.ts';
import { formatScore } from '../../lib/i18n/scores.ts';
import type { SourceScore } from '../../lib/films/review-types.ts';
import { Icon } from '../ui/Icon.tsx';
import { SafeLink } from '../ui/SafeLink.tsx';

interface ScoreListProps {
  scores: SourceScore[];
  /** The score that the page itself states; it replaces the same site's in `scores`. Null if it states none. */
  ofPage: SourceScore | null;
}

const kindNames = { critics: 'scoreCritics', audience: 'scoreAudience', readers: 'scoreReaders' } as const;

interface ScoreRowProps {
  score: SourceScore;
  /** The date to show, or null. */
  date: string | null;
  isOfPage?: boolean;
}

/** Where a score is from: the site, with a link unless it is the page that the user has open. */
function Origin({ score, isOfPage }: Pick<ScoreRowProps, 'score' | 'isOfPage'>) {
  return isOfPage ? (
    <>{t('scoreOnPage', score.sourceName)}</>
  ) : (
    <SafeLink url={score.url}>{score.sourceName}</SafeLink>
  );
}

function ScoreRow({ score, date, isOfPage = false }: ScoreRowProps) {
  const { figure, scale } = formatScore(score, score.source);
  const count =
    score.count === null ? '' : tCount(score.kind === 'critics' ? 'scoreReviews' : 'scoreVotes', score.count);
  return (
    <li class="score-row">
      <Icon name={score.kind === 'critics' ? 'pen' : 'people'} />
      <div>
        {t(kindNames[score.kind])}{' '}
        <span class="muted">
          <Origin score={score} isOfPage={isOfPage} />
          {count && `, ${count}`}
        </span>
        {date !== null && <div class="muted">{date}</div>}
      </div>
      <b class="number">
        {figure}
        <span class="muted">{scale}</span>
      </b>
    </li>
  );
}

const isSame = (one: SourceScore, other: SourceScore | null): boolean =>
  one.source === other?.source && one.kind === other.kind;

/** The scores without that of the site whose page is open. */
export const listOtherScores = (scores: SourceScore[], ofPage: SourceScore | null): SourceScore[] =>
  scores.filter((score) => !isSame(score, ofPage));

/**
 * Every source's score on its own scale, and last the score that the page states. A date that all scores share
 * (`findCommonDate`) is not repeated here: the heading has it.
 */
export function ScoreList({ scores, ofPage }: ScoreListProps) {
  const others = listOtherScores(scores, ofPage);
  const isDated = findCommonDate(scores) === null;
  return (
    <>
      {others.length === 0 && ofPage === null && <p class="muted">{t('scoresNone')}</p>}
      <ul>
        {others.map((score) => (
          <ScoreRow
            key={`${score.source} ${score.kind}`}
            score={score}
            date={isDated ? formatScoreDate(score) : null}
          />
        ))}
        {ofPage && <ScoreRow score={ofPage} date={t('scoreToday')} isOfPage />}
      </ul>
    </>
  );
}
