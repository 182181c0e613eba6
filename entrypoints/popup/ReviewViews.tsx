import { KeepReview } from '../../components/film/KeepReview.tsx';
import { ReviewCard } from '../../components/film/ReviewCard.tsx';
import { OwnReview } from '../../components/review-text/OwnReview.tsx';
import { FollowOffer } from '../../components/settings/sites/FollowOffer.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { putReviewOnScale } from '../../lib/reviews/scale.ts';
import { isWritable } from '../../lib/watchlog/health.ts';
import type { StoredReview } from '../../lib/films/review-types.ts';
import type { WatchEntry } from '../../lib/watchlog/types.ts';
import { openPage } from './page.ts';
import type { PopupState } from './popup-state.ts';

interface ReviewsProps {
  state: PopupState;
  reviews: StoredReview[];
  /** Leaves out all scores of the reviews. */
  hidesScores: boolean;
}

function Offer({ state }: { state: PopupState }) {
  const review = state.pageReview.value;
  if (review === null || !state.canKeep()) return null;
  return (
    <KeepReview
      review={review}
      disabled={!isWritable(state.health.value)}
      onKeep={() => void state.keepReview()}
    />
  );
}

function dropScores(review: StoredReview): StoredReview {
  return { ...review, score: null, score100: null, criteria: [], readers: null };
}

/** The stored reviews of a film, with an offer to save the page's review. */
export function Reviews({ state, reviews, hidesScores }: ReviewsProps) {
  const scale = state.settings.value?.scoreScale ?? 'own';
  const status = state.reviewStatus.value;
  return (
    <section class="block" aria-labelledby="reviews">
      <div class="block-head">
        <h2 id="reviews" class="label">
          {t('popupReviews')}
        </h2>
        <StatusLine status={status} onUndo={() => void state.undoReview()} />
        {status === null && reviews.length > 0 && (
          <span class="muted">{tCount('popupReviewCount', reviews.length)}</span>
        )}
      </div>
      <Offer state={state} />
      {reviews.length === 0 && !state.canKeep() && <p class="muted">{t('popupReviewsNone')}</p>}
      {reviews.map((review) => (
        <ReviewCard
          key={review.url}
          review={putReviewOnScale(hidesScores ? dropScores(review) : review, scale)}
          onRemove={review.source === 'page' ? () => void state.removeReview(review) : undefined}
        />
      ))}
    </section>
  );
}

/** The reviews that the user wrote of a film, with their formatting; nothing if there are none. */
export function OwnReviews({ entries }: { entries: WatchEntry[] }) {
  const reviewed = entries.filter(({ review, deleted }) => review !== '' && deleted === null);
  if (reviewed.length === 0) return null;
  return (
    <section class="block" aria-labelledby="own-reviews">
      <div class="block-head">
        <h2 id="own-reviews" class="label">
          {t('filmReviews')}
        </h2>
      </div>
      {reviewed.map((entry) => (
        <OwnReview key={entry.id} entry={entry} />
      ))}
    </section>
  );
}

/** Offers to save the page's review when the popup shows no film. Nothing if the page is not a review. */
export function ReviewOfPage({ state }: { state: PopupState }) {
  if (state.pageReview.value === null) return null;
  return (
    <section class="block" aria-labelledby="reviews">
      <div class="block-head">
        <h2 id="reviews" class="label">
          {t('reviewHere')}
        </h2>
        <StatusLine status={state.reviewStatus.value} onUndo={() => void state.undoReview()} />
      </div>
      <Offer state={state} />
    </section>
  );
}

/**
 * Whether the popup offers to follow the page's site. The feeds of film sites with built-in support have news; on those
 * sites it offers it only on a page that is a review or is made with WordPress.
 */
function offersFollowing(state: PopupState): boolean {
  const kind = state.feedKind.value;
  return (
    kind === 'wordpress' ||
    (kind === 'feed' && (state.access.value !== 'known' || state.pageReview.value !== null))
  );
}

/** Offers to follow the page's site. Nothing if the site has no feed. */
export function Following({ state }: { state: PopupState }) {
  if (state.followed.value === null && !offersFollowing(state)) return null;
  return (
    <FollowOffer
      followed={state.followed.value}
      isBusy={state.isFollowing.value}
      status={state.followStatus.value}
      onFollow={() => void state.followSite()}
      onUndo={() => void state.undoFollow()}
      onOptions={() => void openPage('/options.html', 'followed-sites')}
    />
  );
}
