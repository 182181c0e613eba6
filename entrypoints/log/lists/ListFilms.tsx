import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Move } from '../../../components/film-lists/list-row-props.ts';
import { ListRow } from '../../../components/film-lists/ListRow.tsx';
import { readDrop } from '../../../components/film-lists/use-row-dragging.ts';
import { useVirtualRows } from '../../../components/ui/painting/use-virtual-rows.ts';
import { formatList, formatRuntime } from '../../../lib/i18n/dates.ts';
import { findLanguage, formatNumber, t, type MessageKey } from '../../../lib/i18n/messages.ts';
import { createPageAddress, formatAddress } from '../../../lib/watchlog/search/address.ts';
import {
  arrangeListFilms,
  listFilters,
  listOrders,
  type ListFilm,
  type ListFilter,
  type ListOrder,
} from '../../../lib/watchlog/search/list-films.ts';
import { toListedFilm } from '../../../lib/watchlog/search/list-items.ts';
import type { LogPageState } from '../state/log-state.ts';

const orderWords: Record<ListOrder, MessageKey> = {
  own: 'listOrderOwn',
  title: 'sortTitle',
  year: 'sortYear',
  rating: 'sortRating',
  added: 'listOrderAdded',
};
const filterWords: Record<ListFilter, MessageKey> = {
  all: 'listFilterAll',
  seen: 'listFilterSeen',
  unseen: 'listFilterUnseen',
};

interface ListFilmsProps {
  state: LogPageState;
  /** In the list's own order. */
  films: ListFilm[];
  isRanked: boolean;
  /** False for a ready-made list. */
  canChange: boolean;
  canWrite: boolean;
}

/** The place that a move leads to, from 1. */
function findPlace(place: number, move: Move, count: number): number {
  const places: Record<Move, number> = { up: place - 1, down: place + 1, first: 1, last: count };
  return Math.min(count, Math.max(1, places[move]));
}

/** Moves films, by the keyboard, the menu and dragging; the focus goes with the film. */
function useMoving({ state, films }: Pick<ListFilmsProps, 'state' | 'films'>) {
  const [moved, setMoved] = useState<{ id: string; place: number } | null>(null);
  const latest = useRef(films);
  latest.current = films;
  const place = (film: ListFilm, to: number): void => {
    const { length: count } = latest.current;
    if (to === film.place) return;
    const others = latest.current.filter(({ id }) => id !== film.id);
    setMoved({ id: film.id, place: to });
    void state.moveInList(film, others[to - 1]?.id ?? null, { place: to, count });
  };
  const placing = useRef(place);
  placing.current = place;
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const drop = readDrop(source, location.current.dropTargets[0]);
          const film = latest.current.find(({ id }) => id === drop?.id);
          const others = latest.current.filter(({ id }) => id !== drop?.id);
          const over = others.findIndex(({ id }) => id === drop?.over);
          if (drop && film && over >= 0) placing.current(film, over + (drop.edge === 'top' ? 1 : 2));
        },
      }),
    [],
  );
  return {
    moved,
    place,
    move: (film: ListFilm, move: Move) => place(film, findPlace(film.place, move, films.length)),
  };
}

/** Gives the focus to the menu of a film that was moved, once it is at its place. */
function useFocusAfterMove(moved: { id: string; place: number } | null, films: ListFilm[]): void {
  const done = useRef(moved);
  useEffect(() => {
    if (moved === null || done.current === moved) return;
    if (films[moved.place - 1]?.id !== moved.id) return;
    done.current = moved;
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(moved.id)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector<HTMLElement>('[data-menu]')?.focus();
  });
}

function formatFacts(state: LogPageState, { at }: ListFilm): string {
  if (at === null) return '';
  const { directors, runtimes } = state.index().films;
  const minutes = runtimes[at] ?? null;
  return [formatList([...(directors[at] ?? [])].slice(0, 2)), minutes === null ? '' : formatRuntime(minutes)]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** Rows in the first frame: a row has a cover, a menu and a handle, and a page of them would hold the first ones up. */
const firstRows = 4;

const createCompare = (): ((a: string, b: string) => number) =>
  new Intl.Collator(findLanguage(), { numeric: true, ignorePunctuation: true }).compare;

interface Arrangement {
  filter: ListFilter;
  order: ListOrder;
}

/** The choice of what is shown, and in which order. */
function ListControls({
  films,
  value,
  onChange,
}: {
  films: ListFilm[];
  value: Arrangement;
  onChange: (value: Arrangement) => void;
}) {
  const seen = films.filter((film) => film.isSeen).length;
  const counts: Record<ListFilter, number> = { all: films.length, seen, unseen: films.length - seen };
  return (
    <div class="list-controls">
      <div class="quick" role="group" aria-label={t('listFilter')}>
        {listFilters.map((filter) => (
          <button
            key={filter}
            type="button"
            class={`chip ${filter === value.filter ? 'on' : ''}`}
            aria-pressed={filter === value.filter}
            onClick={() => onChange({ ...value, filter })}
          >
            {`${t(filterWords[filter])} ${formatNumber(counts[filter])}`}
          </button>
        ))}
      </div>
      <label class="sort-field">
        <span class="muted">{t('sortBy')}</span>
        <select
          class="input"
          value={value.order}
          onChange={({ currentTarget }) => {
            const order = listOrders.find((name) => name === currentTarget.value);
            if (order) onChange({ ...value, order });
          }}
        >
          {listOrders.map((order) => (
            <option key={order} value={order}>
              {t(orderWords[order])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** The films of a list, with what can be done with each. */
export function ListFilms({ state, films, isRanked, canChange, canWrite }: ListFilmsProps) {
  const [arrangement, setArrangement] = useState<Arrangement>({ filter: 'all', order: 'own' });
  const { moved, place, move } = useMoving({ state, films });
  const log = state.shown.value;
  const shown = useMemo(
    () => arrangeListFilms(films, arrangement, { index: log?.index ?? state.index(), createCompare }),
    [state, films, arrangement, log],
  );
  useFocusAfterMove(moved, films);
  const { rows, listRef, style, measure } = useVirtualRows({
    count: shown.length,
    list: shown,
    estimateHeight: () => 77,
    keyOf: (index) => shown[index]?.id ?? index,
    firstRows,
  });
  const canMove = canChange && arrangement.filter === 'all' && arrangement.order === 'own';
  return (
    <>
      <ListControls films={films} value={arrangement} onChange={setArrangement} />
      {canChange && !canMove && <p class="muted">{t('listMovingOff')}</p>}
      <ol class="list-rows" ref={(element) => void (listRef.current = element)} style={style}>
        {rows.map(({ index, key }) => {
          const film = shown[index];
          if (film === undefined) return null;
          const own = film.at === null ? null : toListedFilm(state.index(), film.at);
          return (
            <ListRow
              key={key}
              {...{ film, index, isRanked, canChange, canMove, canWrite, rowRef: measure }}
              count={films.length}
              rating={own?.rating ?? null}
              isListed={own !== null && own.priority !== null}
              facts={formatFacts(state, film)}
              href={own === null ? null : `/log.html${formatAddress(createPageAddress('film', own.id))}`}
              onMove={move}
              onPlace={place}
              onNote={({ id }, note) => void state.changeListNote(id, note)}
              onRemove={(one) => void state.removeFromList(one)}
              onWatchlist={({ refs, title, year }) =>
                void state.list({ refs, title, year }, own === null || own.priority === null)
              }
            />
          );
        })}
      </ol>
      {canMove && canWrite && (
        <p class="muted keys-line">
          <kbd>{t('keyAlt')}</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {t('listKeysMove')} · <kbd>{t('keyAlt')}</kbd>{' '}
          <kbd>{t('keyHome')}</kbd> <kbd>{t('keyEnd')}</kbd> {t('listKeysEnds')} ·{' '}
          <kbd>{formatNumber(12)}</kbd> <kbd>{t('keyEnter')}</kbd> {t('listKeysPlace')}
        </p>
      )}
    </>
  );
}
