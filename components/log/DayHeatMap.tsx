import type { DayCount } from '../../lib/stats/diary-figures.ts';
import { formatPartialDate } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import { HeatLegend } from './HeatLegend.tsx';

/** The days of the last weeks, one column per week from Monday down. The more entries, the stronger the colour. */
export function DayHeatMap({ days }: { days: DayCount[] }) {
  const filled = days.filter(({ entryCount }) => entryCount > 0);
  const entries = filled.reduce((sum, { entryCount }) => sum + entryCount, 0);
  const [first, last] = [days[0]?.day ?? null, days.at(-1)?.day ?? null];
  const name = t(
    'logDaysName',
    tCount('recoveryEntries', entries),
    tCount('logDays', filled.length),
    formatPartialDate(first),
  );
  return (
    <section class="panel" aria-labelledby="days-heading">
      <h2 id="days-heading" class="label">
        {t('logDaysTitle')}
      </h2>
      <div class="heat" role="img" aria-label={name}>
        {days.map(({ day, entryCount }) => (
          <span
            key={day}
            class={`heat-${Math.min(entryCount, 3)}`}
            title={
              entryCount > 0
                ? `${formatPartialDate(day)}: ${tCount('recoveryEntries', entryCount)}`
                : undefined
            }
          />
        ))}
      </div>
      <p class="muted ends" aria-hidden="true">
        <span>{formatPartialDate(first?.slice(0, 7) ?? null, 'medium')}</span>
        <span>{formatPartialDate(last?.slice(0, 7) ?? null, 'medium')}</span>
      </p>
      <HeatLegend />
    </section>
  );
}
