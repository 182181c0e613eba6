import { useState } from 'preact/hooks';
import { ReviewCards } from '../../../components/lists/ReviewCards.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import { EmptyView } from './EmptyView.tsx';
import type { Listing } from '../state/log-model.ts';
import type { LogPageState } from '../state/log-state.ts';
import { createReviewTexts } from './review-texts.ts';
import { Toolbar } from './Toolbar.tsx';
import { toListedEntry } from '../../../lib/watchlog/search/list-items.ts';

function Reviews({ state, listing }: { state: LogPageState; listing: Listing }) {
  const [findText] = useState(() => createReviewTexts(state.reader));
  const { positions, shown } = listing;
  if (positions.length === 0) return <EmptyView {...{ state, listing }} />;
  return (
    <ReviewCards
      positions={positions}
      entryAt={(position) => toListedEntry(shown.index, position)}
      textOf={(id) => findText(id, shown)}
      onOpen={(id) => state.openDialog({ kind: 'entry', id })}
    />
  );
}

/** The user's own reviews. */
export function ReviewsView({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  const listing = state.listingOf('reviews');
  return (
    <>
      <h1 class="hidden-text">{t('logViewReviews')}</h1>
      <Toolbar {...{ state, canWrite }} view="reviews" found={listing?.positions.length ?? null} />
      {listing && <Reviews {...{ state, listing }} />}
    </>
  );
}
