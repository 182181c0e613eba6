import { useCallback } from 'preact/hooks';
import { FilmGrid } from '../../../components/lists/FilmGrid.tsx';
import { FilmTable } from '../../../components/lists/FilmTable.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import { EmptyView } from './EmptyView.tsx';
import type { Listing } from '../state/log-model.ts';
import type { LogPageState } from '../state/log-state.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useViews } from './use-views.ts';
import { toListedFilm } from '../../../lib/watchlog/search/list-items.ts';

function Films({ state, listing }: { state: LogPageState; listing: Listing }) {
  const sorting = state.sortingOf('films');
  const rest = {
    positions: listing.positions,
    filmAt: useViews(listing.shown, toListedFilm),
    selected: state.selecting.value,
    onSelect: state.toggleSelected,
    onOpen: useCallback((id: string) => state.openPage('film', id), [state]),
  };
  if (listing.positions.length === 0) return <EmptyView {...{ state, listing }} />;
  if (state.layoutOf('films') === 'grid') return <FilmGrid {...rest} />;
  return (
    <FilmTable
      {...rest}
      sorting={sorting}
      onSort={(key) => {
        const isDescending = sorting.key === key ? !sorting.isDescending : key !== 'title';
        state.change({ sorting: { key, isDescending } }, true);
      }}
    />
  );
}

/** Every film seen, rated or liked, as covers or as a table. */
export function FilmsView({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  const listing = state.listingOf('films');
  return (
    <>
      <h1 class="hidden-text">{t('logViewFilms')}</h1>
      <Toolbar {...{ state, canWrite }} view="films" found={listing?.positions.length ?? null} />
      {listing && <Films {...{ state, listing }} />}
      {listing && <SelectionBar {...{ state, listing }} of="films" />}
    </>
  );
}
