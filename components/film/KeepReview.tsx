import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import { formatScore } from '../../lib/i18n/scores.ts';
import type { PageReview } from '../../lib/films/review-types.ts';
import { Button } from '../ui/Button.tsx';

interface KeepReviewProps {
  review: PageReview;
  disabled: boolean;
  onKeep: () => void;
}

/** A summary of the page's review, with a button that saves it. */
export function KeepReview({ review, disabled, onKeep }: KeepReviewProps) {
  const score = review.score && formatScore(review.score);
  const line = [
    score ? score.spoken : t('reviewNoScore'),
    review.author?.name ?? '',
    review.siteName ?? '',
    review.date === null ? '' : formatPartialDate(review.date.slice(0, 10), 'medium'),
  ];
  return (
    <div class="keep-review">
      <p>
        <b class="title">{review.headline ?? review.film.title}</b>
        <span class="muted line">{line.filter((part) => part !== '').join(' · ')}</span>
      </p>
      <Button icon="plus" disabled={disabled} onClick={onKeep}>
        {t('reviewKeep')}
      </Button>
    </div>
  );
}
