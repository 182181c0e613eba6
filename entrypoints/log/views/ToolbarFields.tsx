import { useEffect, useState } from 'preact/hooks';
import { FilterPanel } from '../../../components/log/FilterPanel.tsx';
import { Icon, type IconName } from '../../../components/ui/Icon.tsx';
import { t, tCount, type MessageKey } from '../../../lib/i18n/messages.ts';
import { formatStars } from '../../../lib/i18n/scores.ts';
import { sortKeys, type SortKey } from '../../../lib/watchlog/search/address.ts';
import { findChoices, noChoices } from '../../../lib/watchlog/search/filter-choices.ts';
import type { ListedView } from '../../../lib/watchlog/search/listing.ts';
import type { LogPageState } from '../state/log-state.ts';
import { runInSlices } from '../state/yield-to-main.ts';

interface FieldProps {
  state: LogPageState;
  view: ListedView;
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

/** The field that searches a view. */
export function SearchField({ state, view, total }: FieldProps & { total: number | null }) {
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
export function QuickFilters({ state }: { state: LogPageState }) {
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

/** The order of a view. */
export function SortField({ state, view }: FieldProps) {
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

/** The layouts of a view, one pressed. */
export function LayoutButtons({ state, view }: { state: LogPageState; view: 'diary' | 'films' }) {
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

/** The filter panel. Its choices are computed after it opens. */
export function Filtering({ state }: { state: LogPageState }) {
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
