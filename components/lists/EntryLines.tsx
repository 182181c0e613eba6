import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Stars } from '../rating/Stars.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useVirtualRows } from '../ui/painting/use-virtual-rows.ts';
import { formatEntryFacts } from './DiaryEntry.tsx';
import { SelectBox } from './SelectBox.tsx';
import type { ListedEntry } from '../../lib/watchlog/search/item-types.ts';

interface EntryLinesProps {
  positions: readonly number[];
  entryAt: (position: number) => ListedEntry;
  selected: ReadonlySet<string> | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

const lineHeight = 37;

/** Entries in single lines, in any order: date, film, rating. */
export function EntryLines({ positions, entryAt, selected, onSelect, onOpen }: EntryLinesProps) {
  const { rows, listRef, style, measure } = useVirtualRows({
    count: positions.length,
    list: positions,
    estimateHeight: () => lineHeight,
    keyOf: (index) => positions[index] ?? index,
    overscan: 20,
  });
  return (
    <ol class="lines" ref={(element) => void (listRef.current = element)} style={style}>
      {rows.map(({ index, key }) => {
        const position = positions[index];
        if (position === undefined) return null;
        const entry = entryAt(position);
        const { film } = entry;
        return (
          <li key={key} class="line-row" ref={measure} data-index={index} data-row={entry.id}>
            {selected !== null && (
              <SelectBox
                title={film.title}
                selected={selected.has(entry.id)}
                onSelect={() => onSelect(entry.id)}
              />
            )}
            <span class="muted number line-date">
              {entry.watchedOn === null ? t('logNoFigure') : formatPartialDate(entry.watchedOn, 'medium')}
            </span>
            <button type="button" class="entry-open title" onClick={() => onOpen(entry.id)}>
              {film.title} {film.year !== null && <span class="muted">{film.year}</span>}
            </button>
            <span class="muted line-facts">{formatEntryFacts(entry)}</span>
            <span class="muted line-sign">
              {entry.rewatch && (
                <>
                  <Icon name="again" />
                  <span class="hidden-text">{t('logRewatch')}</span>
                </>
              )}
            </span>
            {entry.rating === null ? <span /> : <Stars value={entry.rating} />}
          </li>
        );
      })}
    </ol>
  );
}
