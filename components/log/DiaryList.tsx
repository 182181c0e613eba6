import { formatDuration, formatPartialDate } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { useVirtualRows } from '../ui/use-virtual-rows.ts';
import { DiaryEntry } from './DiaryEntry.tsx';
import type { EntryView } from './types.ts';

/** A heading of the diary: a month, or what is known only to the year, or not at all. */
export interface DiaryHeading {
  kind: 'month';
  /** `YYYY-MM`, `YYYY` or null. */
  period: string | null;
  viewings: number;
  minutes: number;
}

/** A line of the diary. */
export type DiaryLine = DiaryHeading | { kind: 'entry'; id: string; place: number; showsDay: boolean };

interface DiaryListProps {
  lines: DiaryLine[];
  /** The viewing of a line's place. */
  entryAt: (place: number) => EntryView;
  /** Null while nothing is being selected. */
  selected: ReadonlySet<string> | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

function formatTotals({ viewings, minutes }: DiaryHeading): string {
  const films = tCount('logFilms', viewings);
  return minutes >= 90 ? `${films} · ${formatDuration(minutes)}` : films;
}

const headingHeight = 56;
const entryHeight = 69;
const keyOf = (line: DiaryLine): string => (line.kind === 'month' ? `month ${line.period}` : line.id);

/** The diary: month, day, film. The day stands once. Only the lines in view are drawn. */
export function DiaryList({ lines, entryAt, selected, onSelect, onOpen }: DiaryListProps) {
  const { rows, listRef, style, measure } = useVirtualRows({
    count: lines.length,
    estimateHeight: (index) => (lines[index]?.kind === 'month' ? headingHeight : entryHeight),
    keyOf: (index) => {
      const line = lines[index];
      return line ? keyOf(line) : index;
    },
  });
  return (
    <ol class="diary" ref={(element) => void (listRef.current = element)} style={style}>
      {rows.map(({ index, key }) => {
        const line = lines[index];
        if (!line) return null;
        if (line.kind === 'entry') {
          return (
            <DiaryEntry
              key={key}
              entry={entryAt(line.place)}
              {...{ index, onSelect, onOpen, showsDay: line.showsDay, rowRef: measure }}
              selected={selected === null ? null : selected.has(line.id)}
            />
          );
        }
        return (
          <li key={key} class="month" ref={measure} data-index={index}>
            <h2 class="title">
              {line.period === null ? t('logUnknownTime') : formatPartialDate(line.period)}
              <span class="muted">{formatTotals(line)}</span>
            </h2>
          </li>
        );
      })}
    </ol>
  );
}
