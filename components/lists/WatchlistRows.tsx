import type { Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatDate, formatList, formatRuntime } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { WatchlistRow } from '../../lib/watchlog/types.ts';
import { Button } from '../ui/Button.tsx';
import { Cover } from '../ui/Cover.tsx';
import { useVirtualRows } from '../ui/painting/use-virtual-rows.ts';
import type { FilmListProps } from './FilmGrid.tsx';
import { PrioritySelect } from './PrioritySelect.tsx';
import { SelectBox } from './SelectBox.tsx';
import type { ListedFilm } from '../../lib/watchlog/search/item-types.ts';

interface WatchlistRowsProps extends FilmListProps {
  canWrite: boolean;
  onPriority: (film: ListedFilm, priority: WatchlistRow['priority']) => void;
  onSeen: (film: ListedFilm) => void;
}

function formatFacts(film: ListedFilm): string {
  return [
    film.directors.length > 0 ? formatList(film.directors.slice(0, 2)) : '',
    film.runtimeMinutes === null ? '' : formatRuntime(film.runtimeMinutes),
    film.listedAt === null ? '' : t('logListedOn', formatDate(film.listedAt)),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

interface FilmRowProps extends Omit<WatchlistRowsProps, 'positions' | 'filmAt' | 'selected'> {
  film: ListedFilm;
  index: number;
  selected: boolean | null;
  rowRef: Ref<HTMLLIElement>;
}

/** The contents of a row. Rendered again only when what it shows changes. */
function useRowParts({ film, canWrite, onOpen, onPriority, onSeen }: FilmRowProps) {
  return useMemo(
    () => (
      <>
        <Cover title={film.title} year={film.year} refs={film.refs} isSmall />
        <div class="entry-film">
          <h2 class="title">
            <button type="button" class="entry-open" onClick={() => onOpen(film.id)}>
              {film.title} {film.year !== null && <span class="muted">{film.year}</span>}
            </button>
          </h2>
          <p class="muted">{formatFacts(film)}</p>
          {film.reason !== '' && <p class="entry-note">{film.reason}</p>}
        </div>
        <div class="watchlist-action">
          <PrioritySelect
            value={film.priority ?? 0}
            name={t('watchlistPriorityOf', film.title)}
            disabled={!canWrite}
            onChange={(priority) => onPriority(film, priority)}
          />
          <Button icon="tick" disabled={!canWrite} onClick={() => onSeen(film)}>
            {t('watchlistSeen')}
          </Button>
        </div>
      </>
    ),
    [film, canWrite, onOpen, onPriority, onSeen],
  );
}

function FilmRow(props: FilmRowProps) {
  const { film, index, selected, onSelect, rowRef } = props;
  return (
    <li class="entry watchlist-row" ref={rowRef} data-index={index} data-row={film.id}>
      {selected !== null && (
        <SelectBox title={film.title} selected={selected} onSelect={() => onSelect(film.id)} />
      )}
      {useRowParts(props)}
    </li>
  );
}

/** The films on the watchlist, with priority and reason. */
export function WatchlistRows({ positions, filmAt, selected, ...rest }: WatchlistRowsProps) {
  const { rows, listRef, style, measure } = useVirtualRows({
    count: positions.length,
    list: positions,
    estimateHeight: () => 77,
    keyOf: (index) => positions[index] ?? index,
  });
  return (
    <ol class="diary" ref={(element) => void (listRef.current = element)} style={style}>
      {rows.map(({ index, key }) => {
        const position = positions[index];
        if (position === undefined) return null;
        const film = filmAt(position);
        return (
          <FilmRow
            key={key}
            {...{ film, index, rowRef: measure, ...rest }}
            selected={selected === null ? null : selected.has(film.id)}
          />
        );
      })}
    </ol>
  );
}
