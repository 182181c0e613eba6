import { ReviewWords } from '../../../components/review-text/ReviewWords.tsx';
import { Stars } from '../../../components/rating/Stars.tsx';
import { formatPartialDate } from '../../../lib/i18n/dates.ts';
import { t } from '../../../lib/i18n/messages.ts';
import type { FilmPartProps } from './film-part.ts';

/** The reviews that the user wrote in the film's entries. */
export function OwnReviews({ state, rows, listed }: FilmPartProps) {
  const reviewed = rows.entries.filter(({ review }) => review !== '');
  return (
    <section class="block" aria-labelledby="film-reviews">
      <div class="block-head">
        <h2 id="film-reviews" class="title">
          {t('filmReviews')}
        </h2>
      </div>
      {reviewed.length === 0 && (
        <p class="muted">{t(rows.entries.length === 0 ? 'filmNoReviews' : 'filmNoReviewsYet')}</p>
      )}
      {reviewed.map((entry) => (
        <article key={entry.id} class="review">
          <p class="muted review-when">
            {entry.rating !== null && <Stars value={entry.rating} />}
            <span>{entry.watchedOn === null ? t('logUnknownTime') : formatPartialDate(entry.watchedOn)}</span>
            <button
              type="button"
              class="link"
              aria-label={t('reviewEditOf', listed.title)}
              onClick={() => state.openDialog({ kind: 'entry', id: entry.id })}
            >
              {t('reviewEdit')}
            </button>
          </p>
          <ReviewWords review={entry.review} hasSpoilers={entry.reviewHasSpoilers} />
        </article>
      ))}
    </section>
  );
}
