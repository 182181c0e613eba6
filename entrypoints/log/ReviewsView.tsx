import { useState } from 'preact/hooks';
import { ReviewCards } from '../../components/log/ReviewCards.tsx';
import { t } from '../../lib/i18n/messages.ts';
import { EmptyView } from './EmptyView.tsx';
import type { LogPageState } from './log-state.ts';
import { createReviewTexts } from './review-texts.ts';
import { Toolbar } from './Toolbar.tsx';
import { viewEntry } from './views.ts';

/** One's own reviews. */
export function ReviewsView({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  const [findText] = useState(() => createReviewTexts(state.reader));
  const places = state.reviews.value;
  const version = state.shown.value;
  return (
    <>
      <h1 class="hidden-text">{t('logViewReviews')}</h1>
      <Toolbar state={state} view="reviews" canWrite={canWrite} found={places.length} />
      {places.length === 0 ? (
        <EmptyView state={state} view="reviews" />
      ) : (
        <ReviewCards
          places={places}
          entryAt={(place) => viewEntry(state.index(), place)}
          textOf={(id) => findText(id, version)}
          onOpen={(id) => state.openSheet({ kind: 'entry', id })}
        />
      )}
    </>
  );
}
