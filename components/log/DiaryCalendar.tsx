import { formatPartialDate, listWeekdays } from '../../lib/i18n/dates.ts';
import { formatNumber, t, tCount } from '../../lib/i18n/messages.ts';
import { addDays, countDaysInMonth } from '../../lib/dates/partial-date.ts';
import { formatStars } from '../../lib/i18n/scores.ts';
import { Button } from '../ui/Button.tsx';
import { Cover } from '../ui/Cover.tsx';
import type { ListedEntry } from '../../lib/watchlog/search/item-types.ts';

interface DiaryCalendarProps {
  /** `YYYY-MM`. */
  month: string;
  /** The entries of that month, newest first: those of a known day and those known only to the month. */
  entries: ListedEntry[];
  today: string;
  onMonth: (month: string) => void;
  onOpen: (id: string) => void;
}

/** Returns the month (`YYYY-MM`) that is `count` months later, or earlier if `count` is negative. */
export function addMonths(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Returns the weeks of a month, Monday first; null for a day of another month. */
export function listWeeks(month: string): (string | null)[][] {
  const first = `${month}-01`;
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const count = countDaysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  const weeks = Math.ceil((before + count) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const at = week * 7 + weekday - before;
      return at < 0 || at >= count ? null : addDays(first, at);
    }),
  );
}

function Day({ day, entries, isToday, onOpen }: DayProps) {
  return (
    <td class={isToday ? 'today' : ''}>
      <span class="calendar-day number">
        <span class="hidden-text">{formatPartialDate(day)}</span>
        <span aria-hidden="true">{formatNumber(Number(day.slice(8)))}</span>
      </span>
      {entries.length > 0 && (
        <ul class="calendar-films">
          {entries.map((entry) => (
            <li key={entry.id} data-row={entry.id}>
              <button
                type="button"
                class="calendar-film"
                title={entry.film.title}
                onClick={() => onOpen(entry.id)}
              >
                <Cover
                  title={entry.film.title}
                  year={entry.film.year}
                  refs={entry.film.refs}
                  isSmall
                  hasTitle
                />
                <span class="hidden-text">
                  {entry.film.title}
                  {entry.rating !== null && `, ${formatStars(entry.rating)}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}

interface DayProps {
  day: string;
  entries: ListedEntry[];
  isToday: boolean;
  onOpen: (id: string) => void;
}

function MonthHead({
  month,
  count,
  today,
  onMonth,
}: {
  month: string;
  count: number;
  today: string;
  onMonth: (month: string) => void;
}) {
  return (
    <div class="calendar-head">
      <h2 class="title" aria-live="polite">
        {formatPartialDate(month)}
        <span class="muted">{tCount('logFilms', count)}</span>
      </h2>
      <Button icon="left" name={t('calendarBefore')} onClick={() => onMonth(addMonths(month, -1))} />
      <label>
        <span class="hidden-text">{t('calendarMonth')}</span>
        <input
          class="input"
          type="month"
          value={month}
          max={today.slice(0, 7)}
          onChange={({ currentTarget }) =>
            /^\d{4}-\d{2}$/.test(currentTarget.value) && onMonth(currentTarget.value)
          }
        />
      </label>
      <Button
        icon="right"
        name={t('calendarAfter')}
        disabled={month >= today.slice(0, 7)}
        onClick={() => onMonth(addMonths(month, 1))}
      />
    </div>
  );
}

/** A month of the diary as a calendar page. */
export function DiaryCalendar({ month, entries, today, onMonth, onOpen }: DiaryCalendarProps) {
  const byDay = Map.groupBy(entries, ({ watchedOn }) => watchedOn ?? '');
  const undated = byDay.get(month) ?? [];
  return (
    <section>
      <MonthHead {...{ month, today, onMonth, count: entries.length }} />
      <table class="calendar">
        <caption class="hidden-text">{formatPartialDate(month)}</caption>
        <thead>
          <tr>
            {listWeekdays().map((name) => (
              <th key={name} scope="col" class="label">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listWeeks(month).map((week, index) => (
            <tr key={index}>
              {week.map((day, at) =>
                day === null ? (
                  <td key={at} class="other" />
                ) : (
                  <Day
                    key={day}
                    {...{ day, onOpen }}
                    entries={byDay.get(day) ?? []}
                    isToday={day === today}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {undated.length > 0 && (
        <p class="muted undated">
          {t('calendarUndated')}{' '}
          {undated.map((entry) => (
            <button key={entry.id} type="button" class="link" onClick={() => onOpen(entry.id)}>
              {entry.film.title}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}
