import { useCallback } from 'preact/hooks';
import { FilmGrid } from '../../components/log/FilmGrid.tsx';
import { FilmTable } from '../../components/log/FilmTable.tsx';
import { t } from '../../lib/i18n/messages.ts';
import { EmptyView } from './EmptyView.tsx';
import type { LogPageState } from './log-state.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useViews } from './use-views.ts';
import { viewFilm } from './views.ts';

/** Every film seen, rated or liked: as covers or as a table. */
export function FilmsView({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  const places = state.films.value;
  const sorting = state.sortingOf('films');
  const rest = {
    places,
    filmAt: useViews(state, viewFilm),
    selected: state.selecting.value,
    onSelect: state.toggleSelected,
    onOpen: useCallback((id: string) => state.openSheet({ kind: 'film', id }), [state]),
  };
  return (
    <>
      <h1 class="hidden-text">{t('logViewFilms')}</h1>
      <Toolbar state={state} view="films" canWrite={canWrite} found={places.length} />
      {places.length === 0 ? (
        <EmptyView state={state} view="films" />
      ) : state.layoutOf('films') === 'grid' ? (
        <FilmGrid {...rest} />
      ) : (
        <FilmTable
          {...rest}
          sorting={sorting}
          onSort={(key) => {
            const isDescending = sorting.key === key ? !sorting.isDescending : key !== 'title';
            state.change({ sorting: { key, isDescending } }, true);
          }}
        />
      )}
      <SelectionBar state={state} of="films" places={places} />
    </>
  );
}
