import { useMemo, useState } from 'preact/hooks';
import { BarPlot } from '../../../components/stats/BarPlot.tsx';
import { ChartFrame } from '../../../components/stats/ChartFrame.tsx';
import { Choice } from '../../../components/stats/Choice.tsx';
import { HeatMap } from '../../../components/stats/HeatMap.tsx';
import { formatDuration, formatPartialDate, listWeekdays } from '../../../lib/i18n/dates.ts';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import { listCalendar } from '../../../lib/stats/calendar.ts';
import type { Statistics } from '../../../lib/stats/statistics.ts';
import type { PeriodCount } from '../../../lib/stats/types.ts';
import type { LogPageState } from '../state/log-state.ts';
import { findMost } from './find-most.ts';

const measures = [
  { name: 'entries', words: 'statsMeasureFilms' },
  { name: 'hours', words: 'statsMeasureHours' },
] as const;
const spans = [
  { name: 'years', words: 'statsByYear' },
  { name: 'months', words: 'statsByMonth' },
] as const;

const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;
const nameOf = ({ period }: PeriodCount): string => formatPartialDate(period, 'medium');

function summarize(periods: PeriodCount[], measure: 'entries' | 'hours'): string {
  const amountOf = ({ entryCount, minutes }: PeriodCount) => (measure === 'entries' ? entryCount : minutes);
  const most = findMost(periods, amountOf);
  if (most === null) return t('statsNothing');
  const mean = periods.reduce((sum, period) => sum + amountOf(period), 0) / periods.length;
  return measure === 'entries'
    ? t('statsPeriodSummary', nameOf(most), tCount('logFilms', most.entryCount), formatNumber(mean, 1))
    : t('statsPeriodSummary', nameOf(most), formatDuration(most.minutes), formatDuration(mean));
}

/** A chart of films or hours, by year or by month. */
export function Periods({ statistics, isOneYear }: { statistics: Statistics; isOneYear: boolean }) {
  const [measure, setMeasure] = useState<'entries' | 'hours'>('entries');
  const [span, setSpan] = useState<'years' | 'months'>('years');
  const periods = isOneYear || span === 'months' ? statistics.months : statistics.years;
  const labels = useMemo(() => periods.map(nameOf), [periods]);
  const values = useMemo(
    () => periods.map(({ entryCount, minutes }) => (measure === 'entries' ? entryCount : hoursOf(minutes))),
    [periods, measure],
  );
  const summary = summarize(periods, measure);
  return (
    <ChartFrame
      title={t('statsOverTime')}
      isWide
      summary={summary}
      table={{
        columns: [t('statsTime'), t('statsMeasureFilms'), t('statsDifferent'), t('statsMeasureHours')],
        rows: periods.map((one) => [
          nameOf(one),
          formatNumber(one.entryCount),
          formatNumber(one.films),
          formatDuration(one.minutes),
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

/** A chart of films by weekday. */
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
        columns: [t('statsWeekday'), t('statsMeasureFilms'), t('statsMeasureHours')],
        rows: weekdays.map(({ entryCount, minutes }, at) => [
          labels[at] ?? '',
          formatNumber(entryCount),
          formatDuration(minutes),
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
  days,
}: {
  state: LogPageState;
  year: number;
  days: Map<string, number>;
}) {
  const calendar = useMemo(() => listCalendar(days, year), [days, year]);
  const filled = calendar.filter(({ entryCount }) => entryCount > 0);
  const films = filled.reduce((sum, { entryCount }) => sum + entryCount, 0);
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
        columns: [t('formDay'), t('statsMeasureFilms')],
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
