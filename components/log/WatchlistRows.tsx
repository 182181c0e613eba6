import { formatDate, formatList, formatRuntime } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { WatchlistRow } from '../../lib/watchlog/types.ts';
import { Button } from '../ui/Button.tsx';
import { Cover } from '../ui/Cover.tsx';
import { useVirtualRows } from '../ui/use-virtual-rows.ts';
import type { FilmListProps } from './FilmGrid.tsx';
import { PrioritySelect } from './PrioritySelect.tsx';
import { SelectBox } from './SelectBox.tsx';
import type { FilmView } from './types.ts';

interface WatchlistRowsProps extends FilmListProps {
  canWrite: boolean;
  onPriority: (film: FilmView, priority: WatchlistRow['priority']) => void;
  onSeen: (film: FilmView) => void;
}

function formatFacts(film: FilmView): string {
  return [
    film.directors.length > 0 ? formatList(film.directors.slice(0, 2)) : '',
    film.runtimeMinutes === null ? '' : formatRuntime(film.runtimeMinutes),
    film.listedAt === null ? '' : t('logListedOn', formatDate(film.listedAt)),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** The films one means to see: how much, and why. */
export function WatchlistRows({ places, filmAt, selected, canWrite, ...on }: WatchlistRowsProps) {
  const { rows, listRef, style, measure } = useVirtualRows({
    count: places.length,
    list: places,
    estimateHeight: () => 76,
    keyOf: (index) => places[index] ?? index,
  });
  return (
    <ol class="diary" ref={(element) => void (listRef.current = element)} style={style}>
      {rows.map(({ index, key }) => {
        const place = places[index];
        if (place === undefined) return null;
        const film = filmAt(place);
        return (
          <li key={key} class="entry wish" ref={measure} data-index={index} data-row={film.id}>
            {selected !== null && (
              <SelectBox
                title={film.title}
                selected={selected.has(film.id)}
                onSelect={() => on.onSelect(film.id)}
              />
            )}
            <Cover title={film.title} year={film.year} />
            <div class="entry-film">
              <h2 class="title">
                <button type="button" class="entry-open" onClick={() => on.onOpen(film.id)}>
                  {film.title} {film.year !== null && <span class="muted">{film.year}</span>}
                </button>
              </h2>
              <p class="muted">{formatFacts(film)}</p>
              {film.reason !== '' && <p class="entry-note">{film.reason}</p>}
            </div>
            <div class="wish-act">
              <PrioritySelect
                value={film.priority ?? 0}
                name={t('wishPriorityOf', film.title)}
                disabled={!canWrite}
                onChange={(priority) => on.onPriority(film, priority)}
              />
              <Button icon="tick" disabled={!canWrite} onClick={() => on.onSeen(film)}>
                {t('wishSeen')}
              </Button>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
