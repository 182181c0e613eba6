import type { Ref } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { Stars } from '../rating/Stars.tsx';
import { Cover } from '../ui/Cover.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useVirtualRows } from '../ui/painting/use-virtual-rows.ts';
import { SelectBox } from './SelectBox.tsx';
import type { ListedFilm } from '../../lib/watchlog/search/item-types.ts';

export interface FilmListProps {
  positions: readonly number[];
  filmAt: (position: number) => ListedFilm;
  /** Null outside of selection mode. */
  selected: ReadonlySet<string> | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

const narrowestCell = 128;
const gap = 18;
/** More columns than fit on any screen. */
const mostColumns = 1000;

/** Height under a cover in px: two lines of a title and the gap to the next row included. */
const footHeight = 94;

interface Columns {
  columns: number;
  /** The estimated height of a row of covers, in px. */
  height: number;
}

/** For a list that has no width, such as one that is not laid out. */
const defaultColumns: Columns = { columns: 4, height: 290 };

function findColumns(width: number): Columns {
  if (width === 0) return defaultColumns;
  const columns = Math.max(2, Math.floor((width + gap) / (narrowestCell + gap)));
  return { columns, height: Math.round(((width + gap) / columns - gap) * 1.5 + footHeight) };
}

/** Returns the number of columns; null until the list is measured, which happens before the first paint. */
function useColumns(list: { current: HTMLElement | null }): Columns | null {
  const [found, setFound] = useState<Columns | null>(null);
  useLayoutEffect(() => {
    const measure = (): void => {
      const next = findColumns(list.current?.clientWidth ?? 0);
      setFound((last) => (last?.columns === next.columns && last.height === next.height ? last : next));
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [list]);
  return found;
}

interface FilmCellProps {
  film: ListedFilm;
  /** The index of its row of covers. */
  row: number;
  rowRef?: Ref<HTMLLIElement>;
  selected: boolean | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

function FilmCell({ film, row, rowRef, selected, onSelect, onOpen }: FilmCellProps) {
  const parts = useMemo(
    () => <FilmParts {...{ film, selected, onSelect, onOpen }} />,
    [film, selected, onSelect, onOpen],
  );
  return (
    <li class="film-cell" data-row={film.id} data-index={row} ref={rowRef ?? null}>
      {parts}
    </li>
  );
}

function FilmParts({ film, selected, onSelect, onOpen }: Omit<FilmCellProps, 'row' | 'rowRef'>) {
  return (
    <>
      {selected !== null && (
        <SelectBox title={film.title} selected={selected} onSelect={() => onSelect(film.id)} />
      )}
      <button type="button" class="film-open" onClick={() => onOpen(film.id)}>
        <Cover title={film.title} year={film.year} refs={film.refs} />
        <span class="title film-name">
          {film.title} {film.year !== null && <span class="muted">{film.year}</span>}
        </span>
      </button>
      <span class="film-foot muted">
        {film.rating !== null && <Stars value={film.rating} />}
        {film.liked && (
          <span class="sign mine" title={t('logLiked')}>
            <Icon name="heart-full" />
            <span class="hidden-text">{t('logLiked')}</span>
          </span>
        )}
        {film.entryCount > 1 && (
          <span class="number" title={tCount('ownSeen', film.entryCount)}>
            <span aria-hidden="true">{t('logTimes', String(film.entryCount))}</span>
            <span class="hidden-text">{tCount('ownSeen', film.entryCount)}</span>
          </span>
        )}
      </span>
    </>
  );
}

/** Films as a grid of covers, with as many columns as fit. */
export function FilmGrid({ positions, filmAt, selected, onSelect, onOpen }: FilmListProps) {
  const [list] = useState<{ current: HTMLElement | null }>({ current: null });
  const measured = useColumns(list);
  const { columns, height } = measured ?? defaultColumns;
  const rowCount = Math.ceil(positions.length / columns);
  const { rows, listRef, style, measure } = useVirtualRows({
    count: rowCount,
    list: useMemo(() => ({ positions, columns, height }), [positions, columns, height]),
    estimateHeight: () => height,
    keyOf: (index) => (positions[index * columns] ?? index) * mostColumns + columns,
    overscan: 2,
    firstRows: 1,
  });
  return (
    <ul
      class="film-grid"
      ref={(element) => {
        listRef.current = element;
        list.current = element;
      }}
      style={{ ...style, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {(measured === null ? [] : rows).flatMap(({ index }) =>
        positions.slice(index * columns, (index + 1) * columns).map((position, at) => {
          const film = filmAt(position);
          return (
            <FilmCell
              key={film.id}
              {...{ film, onSelect, onOpen }}
              selected={selected === null ? null : selected.has(film.id)}
              row={index}
              {...(at === 0 && { rowRef: measure })}
            />
          );
        }),
      )}
    </ul>
  );
}
