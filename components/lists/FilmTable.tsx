import type { Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatList, formatPartialDate, formatRuntime } from '../../lib/i18n/dates.ts';
import { formatNumber, t, type MessageKey } from '../../lib/i18n/messages.ts';
import { Stars } from '../rating/Stars.tsx';
import { useVirtualRows } from '../ui/painting/use-virtual-rows.ts';
import type { FilmListProps } from './FilmGrid.tsx';
import { SelectBox } from './SelectBox.tsx';
import type { ListedFilm } from '../../lib/watchlog/search/item-types.ts';

interface FilmTableProps extends FilmListProps {
  sorting: { key: string; isDescending: boolean };
  onSort: (key: TableKey) => void;
}

type TableKey = 'title' | 'year' | 'rating' | 'watched' | 'seen' | 'runtime';

const columns: { key: TableKey; words: MessageKey; isNumber?: boolean }[] = [
  { key: 'title', words: 'sortTitle' },
  { key: 'year', words: 'sortYear', isNumber: true },
  { key: 'rating', words: 'sortRating' },
  { key: 'watched', words: 'sortWatched' },
  { key: 'seen', words: 'sortSeen', isNumber: true },
  { key: 'runtime', words: 'sortRuntime', isNumber: true },
];

function Head({
  sorting,
  onSort,
  isSelecting,
}: Pick<FilmTableProps, 'sorting' | 'onSort'> & { isSelecting: boolean }) {
  return (
    <thead>
      <tr>
        {isSelecting && (
          <td>
            <span class="hidden-text">{t('logSelect')}</span>
          </td>
        )}
        {columns.map(({ key, words, isNumber }) => (
          <th
            key={key}
            scope="col"
            class={`column-${key} ${isNumber ? 'end' : ''}`}
            aria-sort={sorting.key !== key ? undefined : sorting.isDescending ? 'descending' : 'ascending'}
          >
            <button type="button" class="sort-head" onClick={() => onSort(key)}>
              {t(words)}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function FilmCells({ film, onOpen }: { film: ListedFilm; onOpen: (id: string) => void }) {
  return (
    <>
      <th scope="row" class="column-title">
        <button type="button" class="entry-open title" onClick={() => onOpen(film.id)}>
          {film.title}
        </button>
        {film.directors.length > 0 && (
          <span class="muted line">{formatList(film.directors.slice(0, 2))}</span>
        )}
      </th>
      <td class="number end column-year">{film.year}</td>
      <td class="column-rating">{film.rating !== null && <Stars value={film.rating} />}</td>
      <td class="number muted column-watched">
        {film.lastWatched !== null && formatPartialDate(film.lastWatched, 'medium')}
      </td>
      <td class="number end column-seen">{film.entryCount > 0 && formatNumber(film.entryCount)}</td>
      <td class="number end muted column-runtime">
        {film.runtimeMinutes !== null && formatRuntime(film.runtimeMinutes)}
      </td>
    </>
  );
}

interface FilmRowProps extends Pick<FilmListProps, 'onSelect' | 'onOpen'> {
  film: ListedFilm;
  index: number;
  selected: boolean | null;
  rowRef: Ref<HTMLTableRowElement>;
}

/** One film. Rendered again only when what it shows changes. */
function FilmRow({ film, index, selected, onSelect, onOpen, rowRef }: FilmRowProps) {
  const cells = useMemo(() => <FilmCells film={film} onOpen={onOpen} />, [film, onOpen]);
  return useMemo(
    () => (
      <tr ref={rowRef} data-index={index} data-row={film.id} aria-rowindex={index + 2}>
        {selected !== null && (
          <td>
            <SelectBox title={film.title} selected={selected} onSelect={() => onSelect(film.id)} />
          </td>
        )}
        {cells}
      </tr>
    ),
    [film, index, selected, onSelect, rowRef, cells],
  );
}

/** An empty row in place of the rows that are not rendered. */
function Spacer({ height, count }: { height: string; count: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={count} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

/** Films as a table. Its column headings sort it. */
export function FilmTable({
  positions,
  filmAt,
  selected,
  onSelect,
  onOpen,
  sorting,
  onSort,
}: FilmTableProps) {
  const { rows, listRef, style, measure } = useVirtualRows({
    count: positions.length,
    list: positions,
    estimateHeight: () => 55,
    keyOf: (index) => positions[index] ?? index,
  });
  const count = columns.length + (selected === null ? 0 : 1);
  return (
    <div class="table-frame">
      <table class="films-table" aria-rowcount={positions.length + 1}>
        <caption class="hidden-text">{t('logViewFilms')}</caption>
        <Head {...{ sorting, onSort, isSelecting: selected !== null }} />
        <tbody ref={(element) => void (listRef.current = element)}>
          <Spacer height={style.paddingTop} count={count} />
          {rows.map(({ index, key }) => {
            const position = positions[index];
            if (position === undefined) return null;
            const film = filmAt(position);
            return (
              <FilmRow
                key={key}
                {...{ film, index, onSelect, onOpen, rowRef: measure }}
                selected={selected === null ? null : selected.has(film.id)}
              />
            );
          })}
          <Spacer height={style.paddingBottom} count={count} />
        </tbody>
      </table>
    </div>
  );
}
