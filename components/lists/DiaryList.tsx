import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { formatHours } from './hours-words.ts';
import { useVirtualRows } from '../ui/painting/use-virtual-rows.ts';
import { DiaryEntry } from './DiaryEntry.tsx';
import type { DiaryHeading, DiaryLines, ListedEntry } from '../../lib/watchlog/search/item-types.ts';

interface DiaryListProps extends DiaryLines {
  /** Whether the entry at a position has a note: its line is higher. */
  hasNote: (position: number) => boolean;
  /** Returns the entry at a position. */
  entryAt: (position: number) => ListedEntry;
  /** Null outside of selection mode. */
  selected: ReadonlySet<string> | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

function formatTotals(heading: DiaryHeading): string {
  const sum = heading.sum();
  const films = tCount('logFilms', sum.films);
  return sum.minutes >= 90 ? `${films} · ${formatHours(sum)}` : films;
}

// Heights in px, as in the style sheet on a wide page.
const firstHeadingHeight = 22;
const headingHeight = 48;
const entryHeight = 68;
const notedHeight = 76;

/** The diary: month, day, film. Each day appears once. Only the lines in view are rendered. */
export function DiaryList({ lines, headings, hasNote, entryAt, selected, onSelect, onOpen }: DiaryListProps) {
  const { rows, listRef, style, measure } = useVirtualRows({
    count: lines.length,
    list: lines,
    estimateHeight: (index) => {
      const line = lines[index] ?? 0;
      if (line < 0) return index === 0 ? firstHeadingHeight : headingHeight;
      return hasNote(line) ? notedHeight : entryHeight;
    },
    keyOf: (index) => {
      const line = lines[index] ?? 0;
      return line < 0 ? `month ${headings[-line - 1]?.period}` : line;
    },
  });
  return (
    <ol class="diary" ref={(element) => void (listRef.current = element)} style={style}>
      {rows.map(({ index, key }) => {
        const line = lines[index];
        if (line === undefined) return null;
        const heading = headings[-line - 1];
        if (!heading) {
          const entry = entryAt(line);
          const before = lines[index - 1] ?? -1;
          const showsDay = before < 0 || entryAt(before).watchedOn !== entry.watchedOn;
          return (
            <DiaryEntry
              key={key}
              {...{ entry, index, showsDay, onSelect, onOpen, rowRef: measure }}
              selected={selected === null ? null : selected.has(entry.id)}
            />
          );
        }
        return (
          <li key={key} class="month" ref={measure} data-index={index}>
            <h2 class="title">
              {heading.period === null ? t('logUnknownTime') : formatPartialDate(heading.period)}
              <span class="muted">{formatTotals(heading)}</span>
            </h2>
          </li>
        );
      })}
    </ol>
  );
}
