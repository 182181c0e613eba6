import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import { FilterChips } from '../../../components/log/FilterChips.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { narrowPage, useMedia } from '../../../components/ui/page/use-media.ts';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import { countFilters } from '../../../lib/watchlog/search/address.ts';
import type { ListedView } from '../../../lib/watchlog/search/listing.ts';
import type { LogPageState } from '../state/log-state.ts';
import { Filtering, LayoutButtons, QuickFilters, SearchField, SortField } from './ToolbarFields.tsx';

interface ToolbarProps {
  state: LogPageState;
  view: ListedView;
  canWrite: boolean;
  /** The number of lines in the current list; null until it is known. */
  found: number | null;
}

const hasLayouts = (view: ListedView): view is 'diary' | 'films' => view === 'diary' || view === 'films';

/** How many lines a search or filter has left. */
function Found({
  state,
  found,
  isHidden = false,
}: Pick<ToolbarProps, 'state' | 'found'> & { isHidden?: boolean }) {
  const isSearched = useComputed(() => state.address.value.query.trim() !== '');
  const isNarrowed = isSearched.value || countFilters(state.filters.value) > 0;
  return (
    <span class={isHidden ? 'hidden-text' : 'muted number'} role="status">
      {isNarrowed && found !== null ? tCount('logFound', found) : ''}
    </span>
  );
}

function SecondLine({
  state,
  view,
  canWrite,
  found,
  isOpen,
  onOpen,
}: ToolbarProps & { isOpen: boolean; onOpen: () => void }) {
  return (
    <div class="bar-second">
      <Found state={state} found={found} />
      <FilterChips values={state.filters.value} onFilter={state.filter} />
      <span class="bar-acts">
        <Button icon="filter" expanded={isOpen} onClick={onOpen}>
          {t('filterMore')}
        </Button>
        {canWrite && view !== 'reviews' && state.selecting.value === null && (
          <Button icon="tick" onClick={() => state.startSelecting()}>
            {t('logSelect')}
          </Button>
        )}
        <SortField state={state} view={view} />
        {hasLayouts(view) && <LayoutButtons state={state} view={view} />}
      </span>
    </div>
  );
}

/** The filters, order and layout of a narrow page: a sheet, whose choices show behind it at once. */
function FilterSheet({ state, view, canWrite, found, onClose }: ToolbarProps & { onClose: () => void }) {
  return (
    <Dialog title={t('filterPanel')} look="sheet" onClose={onClose}>
      <div class="filter-sheet" data-applies>
        {view !== 'watchlist' && <QuickFilters state={state} />}
        <Filtering state={state} />
        <SortField state={state} view={view} />
        {hasLayouts(view) && <LayoutButtons state={state} view={view} />}
        <div class="form-actions">
          <Button look="primary" onClick={onClose}>
            {found === null
              ? t('filterShow')
              : tCount(view === 'diary' ? 'filterShowEntries' : 'filterShowFilms', found)}
          </Button>
          {canWrite && view !== 'reviews' && state.selecting.value === null && (
            <Button
              icon="tick"
              onClick={() => {
                onClose();
                state.startSelecting();
              }}
            >
              {t('logSelect')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** All tools of a narrow page in one row, so that the first line of the list is near the top. */
function NarrowToolbar(props: ToolbarProps) {
  const { state, view, canWrite, found } = props;
  const [isOpen, setIsOpen] = useState(false);
  const counts = state.counts.value;
  const filters = countFilters(state.filters.value);
  const isEmpty = counts !== null && counts[view] === 0;
  return (
    <>
      <div class="bar-top">
        <SearchField state={state} view={view} total={null} />
        {!isEmpty && (
          <Button
            icon="filter"
            pressed={filters > 0 || undefined}
            expanded={isOpen}
            onClick={() => setIsOpen(true)}
          >
            {filters === 0 ? t('filterMore') : t('filterMoreSet', formatNumber(filters))}
          </Button>
        )}
        {canWrite && (
          <Button
            look="primary"
            icon="plus"
            name={t('logAdd')}
            onClick={() => state.openDialog({ kind: 'add' })}
          >
            {t('logAddShort')}
          </Button>
        )}
      </div>
      <Found state={state} found={found} isHidden />
      {isOpen && <FilterSheet {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function WideToolbar(props: ToolbarProps) {
  const { state, view, canWrite } = props;
  const [isOpen, setIsOpen] = useState(false);
  const counts = state.counts.value;
  // An empty view has nothing to filter, sort or select.
  const isEmpty = counts !== null && counts[view] === 0;
  return (
    <>
      <div class="bar-top">
        <SearchField state={state} view={view} total={counts?.[view] ?? null} />
        {view !== 'watchlist' && !isEmpty && <QuickFilters state={state} />}
        {canWrite && (
          <Button look="primary" icon="plus" onClick={() => state.openDialog({ kind: 'add' })}>
            {t('logAdd')}
          </Button>
        )}
      </div>
      {!isEmpty && <SecondLine {...props} isOpen={isOpen} onOpen={() => setIsOpen(!isOpen)} />}
      {isOpen && <Filtering state={state} />}
    </>
  );
}

/** Search, filters, order and layout of a view. All of them are part of the address. */
export function Toolbar(props: ToolbarProps) {
  return useMedia(narrowPage) ? <NarrowToolbar {...props} /> : <WideToolbar {...props} />;
}
