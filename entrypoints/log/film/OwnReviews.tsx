import { OwnReview } from '../../../components/review-text/OwnReview.tsx';
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
        <OwnReview key={entry.id} entry={entry}>
          <button
            type="button"
            class="link"
            aria-label={t('reviewEditOf', listed.title)}
            onClick={() => state.openDialog({ kind: 'entry', id: entry.id })}
          >
            {t('reviewEdit')}
          </button>
        </OwnReview>
      ))}
    </section>
  );
}
