import { Button } from '../../../components/ui/Button.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import { countFilters } from '../../../lib/watchlog/search/address.ts';
import type { ListedView } from '../../../lib/watchlog/search/listing.ts';
import type { Listing } from '../state/log-model.ts';
import type { LogPageState } from '../state/log-state.ts';

const words = {
  diary: { title: 'logEmpty', how: 'logEmptyHow' },
  films: { title: 'filmsEmpty', how: 'filmsEmptyHow' },
  watchlist: { title: 'watchlistEmpty', how: 'watchlistEmptyHow' },
  reviews: { title: 'reviewsEmpty', how: 'reviewsEmptyHow' },
} as const satisfies Record<ListedView, object>;

/** Shown in place of an empty list: says why it is empty and what the user can do. */
export function EmptyView({ state, listing }: { state: LogPageState; listing: Listing }) {
  const { query, filters } = state.address.value;
  const { view, shown } = listing;
  if (!shown.isWhole) return <p class="muted">{t('popupLoading')}</p>;
  if (query.trim() !== '' || countFilters(filters) > 0) {
    return (
      <section class="empty">
        <h2 class="title">
          {query.trim() === '' ? t('logNothingFiltered') : t('logNothingFound', query.trim())}
        </h2>
        <p class="muted">{t('logNothingFoundHow')}</p>
        <div class="form-actions">
          <Button onClick={state.clearSearch}>{t('filterClear')}</Button>
        </div>
      </section>
    );
  }
  return (
    <section class="empty">
      <h2 class="title">{t(words[view].title)}</h2>
      <p class="muted">{t(words[view].how)}</p>
      {view === 'diary' && (
        <div class="form-actions">
          <Button icon="upload" onClick={() => state.show('transfer')}>
            {t('logEmptyImport')}
          </Button>
        </div>
      )}
    </section>
  );
}
