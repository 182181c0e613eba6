import { useComputed } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { FilterChips } from '../../../components/log/FilterChips.tsx';
import { FilterPanel } from '../../../components/log/FilterPanel.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Icon, type IconName } from '../../../components/ui/Icon.tsx';
import { t, tCount, type MessageKey } from '../../../lib/i18n/messages.ts';
import { formatStars } from '../../../lib/i18n/scores.ts';
import { countFilters, sortKeys, type SortKey } from '../../../lib/watchlog/search/address.ts';
import { findChoices, noChoices } from '../../../lib/watchlog/search/filter-choices.ts';
import type { ListedView } from '../../../lib/watchlog/search/listing.ts';
import type { LogPageState } from '../state/log-state.ts';
import { runInSlices } from '../state/yield-to-main.ts';

interface ToolbarProps {
  state: LogPageState;
  view: ListedView;
  canWrite: boolean;
  /** The number of lines in the current list; null until it is known. */
  found: number | null;
}

const sortWords: Record<SortKey, MessageKey> = {
  watched: 'sortWatched',
  logged: 'sortLogged',
  title: 'sortTitle',
  year: 'sortYear',
  rating: 'sortRating',
  runtime: 'sortRuntime',
  seen: 'sortSeen',
  priority: 'sortPriority',
};

const sortsOf: Record<ListedView, SortKey[]> = {
  diary: ['watched', 'logged', 'title', 'year', 'rating', 'runtime'],
  films: ['watched', 'title', 'year', 'rating', 'runtime', 'seen'],
  watchlist: ['priority', 'logged', 'title', 'year', 'runtime'],
  reviews: ['watched', 'title', 'year', 'rating'],
};

const layoutButtons: Record<string, { icon: IconName; words: MessageKey }> = {
  months: { icon: 'months', words: 'layoutMonths' },
  list: { icon: 'list', words: 'layoutList' },
  calendar: { icon: 'calendar', words: 'layoutCalendar' },
  grid: { icon: 'grid', words: 'layoutGrid' },
  table: { icon: 'list', words: 'layoutTable' },
};

function SearchField({
  state,
  view,
  total,
}: Pick<ToolbarProps, 'state' | 'view'> & { total: number | null }) {
  return (
    <label class="search">
      <Icon name="search" />
      <span class="hidden-text">{t('logSearch')}</span>
      <input
        id="search"
        type="search"
        value={state.address.value.query}
        placeholder={
          !total
            ? t('logSearch')
            : tCount(view === 'diary' || view === 'reviews' ? 'logSearchIn' : 'logSearchFilms', total)
        }
        onInput={(event) => state.search(event.currentTarget.value)}
      />
    </label>
  );
}

/** The most common filters, one click each. */
function QuickFilters({ state }: { state: LogPageState }) {
  const { seenIn, rating, rewatch } = state.filters.value;
  const thisYear = Number(state.today().slice(0, 4));
  const chip = (words: string, on: boolean, toggle: () => void) => (
    <button type="button" class={`chip ${on ? 'on' : ''}`} aria-pressed={on} onClick={toggle}>
      {words}
    </button>
  );
  return (
    <span class="quick">
      {chip(String(thisYear), seenIn === thisYear, () =>
        state.filter({ seenIn: seenIn === thisYear ? null : thisYear }),
      )}
      {chip(t('chipRating', formatStars(8)), rating === 8, () =>
        state.filter({ rating: rating === 8 ? null : 8 }),
      )}
      {chip(t('filterRewatch'), rewatch, () => state.filter({ rewatch: !rewatch }))}
    </span>
  );
}

function SortField({ state, view }: Pick<ToolbarProps, 'state' | 'view'>) {
  const { key, isDescending } = state.sortingOf(view);
  return (
    <label class="sort-field">
      <span class="muted">{t('sortBy')}</span>
      <select
        class="input"
        value={`${isDescending ? '-' : ''}${key}`}
        onChange={({ currentTarget }) => {
          const text = currentTarget.value;
          const chosen = sortKeys.find((name) => name === text.replace('-', ''));
          if (chosen) state.change({ sorting: { key: chosen, isDescending: text.startsWith('-') } }, true);
        }}
      >
        {sortsOf[view].flatMap((name) => [
          <option key={`-${name}`} value={`-${name}`}>
            {t('sortDown', t(sortWords[name]))}
          </option>,
          <option key={name} value={name}>
            {t('sortUp', t(sortWords[name]))}
          </option>,
        ])}
      </select>
    </label>
  );
}

function LayoutButtons({ state, view }: { state: LogPageState; view: 'diary' | 'films' }) {
  const current = state.layoutOf(view);
  const names = view === 'diary' ? ['months', 'list', 'calendar'] : ['grid', 'table'];
  return (
    <span class="segments" role="group" aria-label={t('layoutLabel')}>
      {names.map((name) => {
        const button = layoutButtons[name];
        if (!button) return null;
        return (
          <button
            key={name}
            type="button"
            class={name === current ? 'on' : ''}
            aria-pressed={name === current}
            aria-label={t(button.words)}
            title={t(button.words)}
            onClick={() => state.change({ layout: name, period: null }, true)}
          >
            <Icon name={button.icon} />
          </button>
        );
      })}
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
  const filters = state.filters.value;
  const isSearched = useComputed(() => state.address.value.query.trim() !== '');
  const isNarrowed = isSearched.value || countFilters(filters) > 0;
  return (
    <div class="bar-second">
      <span class="muted number" role="status">
        {isNarrowed && found !== null ? tCount('logFound', found) : ''}
      </span>
      <FilterChips values={filters} onFilter={state.filter} />
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
        {(view === 'diary' || view === 'films') && <LayoutButtons state={state} view={view} />}
      </span>
    </div>
  );
}

/** The filter panel. Its choices are computed after it opens. */
function Filtering({ state }: { state: LogPageState }) {
  const [choices, setChoices] = useState(noChoices);
  const shown = state.shown.value;
  useEffect(() => {
    const looking = new AbortController();
    if (shown !== null)
      void runInSlices(findChoices(shown.index), looking.signal).then((found) => found && setChoices(found));
    return () => looking.abort();
  }, [shown]);
  return (
    <FilterPanel
      values={state.filters.value}
      choices={choices}
      onFilter={state.filter}
      onClear={state.clearSearch}
    />
  );
}

/** Search, filters, order and layout of a view. All of them are part of the address. */
export function Toolbar(props: ToolbarProps) {
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
