import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { Stars } from '../rating/Stars.tsx';
import { Cover } from '../ui/Cover.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useVirtualRows } from '../ui/use-virtual-rows.ts';
import { SelectBox } from './SelectBox.tsx';
import type { FilmView } from './types.ts';

export interface FilmListProps {
  places: readonly number[];
  filmAt: (place: number) => FilmView;
  /** Null while nothing is being selected. */
  selected: ReadonlySet<string> | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

const narrowestCell = 128;
const gap = 18;

/** How many covers stand side by side. */
function useColumns(list: { current: HTMLElement | null }): number {
  const [columns, setColumns] = useState(4);
  useLayoutEffect(() => {
    const measure = (): void => {
      const width = list.current?.clientWidth ?? 0;
      if (width > 0) setColumns(Math.max(2, Math.floor((width + gap) / (narrowestCell + gap))));
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [list]);
  return columns;
}

function FilmCell({ film, selected, onSelect, onOpen }: { film: FilmView } & CellActions) {
  return (
    <li class="film-cell" data-row={film.id}>
      {selected !== null && (
        <SelectBox title={film.title} selected={selected} onSelect={() => onSelect(film.id)} />
      )}
      <button type="button" class="film-open" onClick={() => onOpen(film.id)}>
        <Cover title={film.title} year={film.year} />
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
        {film.viewings > 1 && (
          <span class="number" title={tCount('ownSeen', film.viewings)}>
            <span aria-hidden="true">{t('logTimes', String(film.viewings))}</span>
            <span class="hidden-text">{tCount('ownSeen', film.viewings)}</span>
          </span>
        )}
      </span>
    </li>
  );
}

interface CellActions {
  selected: boolean | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

/** Films as covers side by side, as many as the page is wide. */
export function FilmGrid({ places, filmAt, selected, onSelect, onOpen }: FilmListProps) {
  const [list] = useState<{ current: HTMLElement | null }>({ current: null });
  const columns = useColumns(list);
  const rowCount = Math.ceil(places.length / columns);
  const { rows, listRef, style, measure } = useVirtualRows({
    count: rowCount,
    list: useMemo(() => ({ places, columns }), [places, columns]),
    estimateHeight: () => 290,
    keyOf: (index) => `${columns} ${places[index * columns] ?? index}`,
    overscan: 3,
  });
  return (
    <div
      ref={(element) => {
        listRef.current = element;
        list.current = element;
      }}
      style={style}
    >
      {rows.map(({ index, key }) => (
        <ul
          key={key}
          class="film-row"
          ref={measure}
          data-index={index}
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        >
          {places.slice(index * columns, (index + 1) * columns).map((place) => {
            const film = filmAt(place);
            const isSelected = selected === null ? null : selected.has(film.id);
            return <FilmCell key={film.id} {...{ film, onSelect, onOpen, selected: isSelected }} />;
          })}
        </ul>
      ))}
    </div>
  );
}
