import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { formatScore } from '../../lib/i18n/scores.ts';
import type { CriterionScore, StoredReview } from '../../lib/films/review-types.ts';
import { SafeLink } from '../ui/SafeLink.tsx';

function Criterion({ name, score }: CriterionScore) {
  const share = ((score.value - score.worst) / (score.best - score.worst)) * 100;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span class="bar" aria-hidden="true">
          <span style={{ width: `${Math.max(0, Math.min(100, Number.isFinite(share) ? share : 0))}%` }} />
        </span>
        <span class="number">{formatScore(score).figure}</span>
      </dd>
    </>
  );
}

interface ReviewCardProps {
  review: StoredReview;
  /** Removes the review. Only for a review that the user saved. */
  onRemove?: () => void;
}

/** The page's readers' score with the number of votes; nothing if the page states none. */
function Readers({ readers }: Pick<StoredReview, 'readers'>) {
  if (readers === null) return null;
  const { spoken } = formatScore(readers.score);
  const count = readers.count === null ? '' : `, ${tCount('scoreVotes', readers.count)}`;
  return (
    <p class="muted readers-score">
      {t('scoreReaders')} {spoken}
      {count}
    </p>
  );
}

/** A summary of a saved review: its score on its own scale, the criteria, the readers' score, and a link to the page. */
export function ReviewCard({ review, onRemove }: ReviewCardProps) {
  const score = review.score && formatScore(review.score);
  const by = [review.author?.name, review.siteName].filter(Boolean).join(', ');
  const line = [by, review.date === null ? '' : formatPartialDate(review.date.slice(0, 10))].filter(Boolean);
  return (
    <article class="review">
      <div class="review-head">
        <h3 class="title">
          <SafeLink url={review.url}>{review.headline ?? review.film.title}</SafeLink>
        </h3>
        {score && (
          <b class="number">
            {score.figure}
            <span class="muted">{score.scale}</span>
          </b>
        )}
      </div>
      <p class="muted">{line.join(' · ')}</p>
      {review.criteria.length > 0 && (
        <dl class="bars">
          {review.criteria.map((criterion) => (
            <Criterion key={criterion.name} {...criterion} />
          ))}
        </dl>
      )}
      <Readers readers={review.readers} />
      {review.verdict || review.excerpt ? (
        <blockquote class="title">{t('detailsQuote', review.verdict ?? review.excerpt ?? '')}</blockquote>
      ) : null}
      {onRemove && (
        <p class="review-foot">
          <span class="muted">{t('reviewKept')}</span>
          <button
            type="button"
            class="link muted"
            aria-label={t('removeNamed', review.headline ?? review.film.title)}
            onClick={onRemove}
          >
            {t('keyRemove')}
          </button>
        </p>
      )}
    </article>
  );
}
