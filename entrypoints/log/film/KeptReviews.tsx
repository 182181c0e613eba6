import { ReviewCard } from '../../../components/film/ReviewCard.tsx';
import type { StoredReview } from '../../../lib/films/review-types.ts';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import type { ViewProps } from '../views/LazyView.tsx';

/** The reviews of others that the user has kept. */
export function KeptReviews({ state, canWrite, reviews }: ViewProps & { reviews: StoredReview[] }) {
  return (
    <section class="block" aria-labelledby="film-kept">
      <div class="block-head">
        <h2 id="film-kept" class="title">
          {t('filmKept')}
        </h2>
        {reviews.length > 0 && <span class="muted">{tCount('filmKeptCount', reviews.length)}</span>}
      </div>
      {reviews.length === 0 && <p class="muted">{t('filmKeptNone')}</p>}
      {reviews.map((review) => (
        <ReviewCard
          key={review.url}
          review={review}
          {...(canWrite && { onRemove: () => void state.forgetReview(review.url) })}
        />
      ))}
    </section>
  );
}
