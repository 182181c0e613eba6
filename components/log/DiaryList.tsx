import type { DiaryItem } from '../../lib/watchlog/diary.ts';
import { formatPartialDate, formatDuration } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { DiaryEntry } from './DiaryEntry.tsx';

/** A month of the diary, or what is known only to the year, or not at all. */
export interface DiarySection {
  /** `YYYY-MM`, `YYYY` or null. */
  period: string | null;
  items: DiaryItem[];
  viewings: number;
  minutes: number;
}

interface DiaryListProps {
  sections: DiarySection[];
  onEdit: (id: string) => void;
}

function formatTotals({ viewings, minutes }: DiarySection): string {
  const films = tCount('logFilms', viewings);
  return minutes >= 90 ? `${films} · ${formatDuration(minutes)}` : films;
}

/** The diary: month, day, film. The day stands once. */
export function DiaryList({ sections, onEdit }: DiaryListProps) {
  return sections.map((section) => (
    <section key={section.period ?? ''} class="month" aria-labelledby={`month-${section.period}`}>
      <h2 id={`month-${section.period}`} class="title">
        {section.period === null ? t('logUnknownTime') : formatPartialDate(section.period)}
        <span class="muted">{formatTotals(section)}</span>
      </h2>
      <ol>
        {section.items.map((item, index) => (
          <DiaryEntry
            key={item.entry.id}
            item={item}
            showsDay={item.entry.watchedOn !== section.items[index - 1]?.entry.watchedOn}
            onEdit={() => onEdit(item.entry.id)}
          />
        ))}
      </ol>
    </section>
  ));
}
