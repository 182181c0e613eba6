import { formatPartialDate, listWeekdays } from '../../lib/i18n/dates.ts';
import { tCount } from '../../lib/i18n/messages.ts';
import type { CalendarDay } from '../../lib/stats/calendar.ts';
import { HeatLegend } from '../log/HeatLegend.tsx';

interface HeatMapProps {
  name: string;
  days: CalendarDay[];
}

/** A year, one column per week from Monday down. The more entries on a day, the stronger the colour. */
export function HeatMap({ name, days }: HeatMapProps) {
  const weeks = (days.at(-1)?.week ?? 0) + 1;
  const months = days.filter(({ day }) => day.endsWith('-01'));
  const weekdays = listWeekdays();
  return (
    <>
      <div class="heat-map" tabIndex={0} role="region" aria-label={name}>
        <div
          class="heat-year"
          role="img"
          aria-label={name}
          style={{ gridTemplateColumns: `28px repeat(${weeks}, 1fr)` }}
        >
          {months.map(({ day, week }) => (
            <span
              key={day}
              class="heat-name muted"
              style={{ gridColumn: `${week + 2} / span 4`, gridRow: 1 }}
            >
              {formatPartialDate(day.slice(0, 7), 'medium').replace(/\s*\d{4}$/, '')}
            </span>
          ))}
          {[0, 2, 4].map((weekday) => (
            <span key={weekday} class="heat-name muted" style={{ gridColumn: 1, gridRow: weekday + 2 }}>
              {weekdays[weekday]}
            </span>
          ))}
          {days.map(({ day, entryCount, week, weekday }) => (
            <span
              key={day}
              class={`heat-day heat-${Math.min(entryCount, 3)}`}
              style={{ gridColumn: week + 2, gridRow: weekday + 2 }}
              title={
                entryCount > 0
                  ? `${formatPartialDate(day)}: ${tCount('recoveryEntries', entryCount)}`
                  : undefined
              }
            />
          ))}
        </div>
      </div>
      <HeatLegend squareClass="heat-day" />
    </>
  );
}
