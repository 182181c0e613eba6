import { useMemo, useState } from 'preact/hooks';
import { BarPlot } from '../../../components/stats/BarPlot.tsx';
import { ChartFrame } from '../../../components/stats/ChartFrame.tsx';
import { Choice } from '../../../components/stats/Choice.tsx';
import { HeatMap } from '../../../components/stats/HeatMap.tsx';
import { formatHours } from '../../../components/lists/hours-words.ts';
import { formatDuration, formatPartialDate, listWeekdays } from '../../../lib/i18n/dates.ts';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import { listCalendar } from '../../../lib/stats/calendar.ts';
import type { Statistics } from '../../../lib/stats/statistics.ts';
import type { PeriodCount } from '../../../lib/stats/types.ts';
import type { LogPageState } from '../state/log-state.ts';
import { findMost } from './find-most.ts';

const measures = [
  { name: 'films', words: 'statsMeasureFilms' },
  { name: 'hours', words: 'statsMeasureHours' },
] as const;
const spans = [
  { name: 'years', words: 'statsByYear' },
  { name: 'months', words: 'statsByMonth' },
] as const;

const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;
const nameOf = ({ period }: PeriodCount): string => formatPartialDate(period, 'medium');

function summarize(periods: PeriodCount[], measure: 'films' | 'hours'): string {
  const amountOf = ({ films, minutes }: PeriodCount) => (measure === 'films' ? films : minutes);
  const most = findMost(periods, amountOf);
  if (most === null) return t('statsNothing');
  const mean = periods.reduce((sum, period) => sum + amountOf(period), 0) / periods.length;
  if (measure === 'films')
    return t('statsPeriodSummary', nameOf(most), tCount('logFilms', most.films), formatNumber(mean, 1));
  const hours = t('statsPeriodSummary', nameOf(most), formatDuration(most.minutes), formatDuration(mean));
  const [timed, untimed] = periods.reduce(([a, b], one) => [a + one.timed, b + one.untimed], [0, 0]);
  return untimed === 0
    ? hours
    : `${hours} ${t('statsLengthsKnown', formatNumber(timed), formatNumber(timed + untimed))}`;
}

/** A chart of films or hours, by year or by month. */
export function Periods({ statistics, isOneYear }: { statistics: Statistics; isOneYear: boolean }) {
  const [measure, setMeasure] = useState<'films' | 'hours'>('films');
  const [span, setSpan] = useState<'years' | 'months'>('years');
  const periods = isOneYear || span === 'months' ? statistics.months : statistics.years;
  const labels = useMemo(() => periods.map(nameOf), [periods]);
  const values = useMemo(
    () => periods.map(({ films, minutes }) => (measure === 'films' ? films : hoursOf(minutes))),
    [periods, measure],
  );
  const summary = summarize(periods, measure);
  return (
    <ChartFrame
      title={t('statsOverTime')}
      isWide
      summary={summary}
      table={{
        columns: [t('statsTime'), t('statsMeasureFilms'), t('statsOfEntries'), t('statsMeasureHours')],
        rows: periods.map((one) => [
          nameOf(one),
          formatNumber(one.films),
          formatNumber(one.entryCount),
          formatHours(one),
        ]),
      }}
      choice={
        <span class="bar-acts">
          <Choice label={t('statsMeasure')} value={measure} names={measures} onChange={setMeasure} />
          {!isOneYear && <Choice label={t('statsSpan')} value={span} names={spans} onChange={setSpan} />}
        </span>
      }
    >
      <BarPlot name={summary} labels={labels} values={values} />
    </ChartFrame>
  );
}

/** A chart of entries by weekday. */
export function Weekdays({ statistics }: { statistics: Statistics }) {
  const { weekdays } = statistics;
  const labels = useMemo(() => listWeekdays(), []);
  const values = useMemo(() => weekdays.map(({ entryCount }) => entryCount), [weekdays]);
  const most = findMost(listWeekdays('long'), (_name, at) => values[at] ?? 0);
  const summary = most === null ? t('statsNothing') : t('statsWeekdaySummary', most);
  return (
    <ChartFrame
      title={t('statsWeekdays')}
      summary={summary}
      table={{
        columns: [t('statsWeekday'), t('statsOfEntries'), t('statsMeasureHours')],
        rows: weekdays.map((count, at) => [
          labels[at] ?? '',
          formatNumber(count.entryCount),
          formatHours(count),
        ]),
      }}
    >
      <BarPlot name={summary} labels={labels} values={values} />
    </ChartFrame>
  );
}

/** A heat map of the days of a year. */
export function Calendar({
  state,
  year,
  statistics,
}: {
  state: LogPageState;
  year: number;
  statistics: Statistics;
}) {
  const { days, years } = statistics;
  const calendar = useMemo(() => listCalendar(days, year), [days, year]);
  const filled = calendar.filter(({ entryCount }) => entryCount > 0);
  const films = years.find(({ period }) => period === String(year))?.films ?? 0;
  const summary = t(
    'statsCalendarSummary',
    String(year),
    tCount('logFilms', films),
    tCount('logDays', filled.length),
  );
  return (
    <ChartFrame
      title={t('statsCalendar', String(year))}
      isWide
      summary={summary}
      table={{
        columns: [t('formDay'), t('statsOfEntries')],
        rows: filled.map(({ day, entryCount }) => [formatPartialDate(day), formatNumber(entryCount)]),
      }}
      choice={
        <button
          type="button"
          class="link"
          onClick={() =>
            state.go({ ...state.address.value, view: 'diary', layout: 'calendar', period: null }, true)
          }
        >
          {t('statsOpenCalendar')}
        </button>
      }
    >
      <HeatMap name={summary} days={calendar} />
    </ChartFrame>
  );
}
