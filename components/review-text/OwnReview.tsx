import type { ComponentChildren } from 'preact';
import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { WatchEntry } from '../../lib/watchlog/types.ts';
import { Stars } from '../rating/Stars.tsx';
import { ReviewWords } from './ReviewWords.tsx';

interface OwnReviewProps {
  entry: Pick<WatchEntry, 'rating' | 'watchedOn' | 'review' | 'reviewHasSpoilers'>;
  /** What is shown after the day. */
  children?: ComponentChildren;
}

/** A review that the user wrote in an entry, with the day and the rating of that entry. */
export function OwnReview({ entry, children }: OwnReviewProps) {
  const { rating, watchedOn, review, reviewHasSpoilers } = entry;
  return (
    <article class="review">
      <p class="muted review-when">
        {rating !== null && <Stars value={rating} />}
        <span>{watchedOn === null ? t('logUnknownTime') : formatPartialDate(watchedOn)}</span>
        {children}
      </p>
      <ReviewWords review={review} hasSpoilers={reviewHasSpoilers} />
    </article>
  );
}
