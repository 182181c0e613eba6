import { useMemo, useState } from 'preact/hooks';
import { BarPlot } from '../../../components/stats/BarPlot.tsx';
import { ChartFrame } from '../../../components/stats/ChartFrame.tsx';
import { Choice } from '../../../components/stats/Choice.tsx';
import { LinePlot } from '../../../components/stats/LinePlot.tsx';
import { formatPartialDate } from '../../../lib/i18n/dates.ts';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import { formatStars, formatStarsName } from '../../../lib/i18n/scores.ts';
import type { Statistics } from '../../../lib/stats/statistics.ts';
import { findMost } from './find-most.ts';

const halves = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const starLabels = (): string[] => halves.map(formatStars);
const kinds = [
  { name: 'entries', words: 'statsOfEntries' },
  { name: 'films', words: 'statsOfFilms' },
] as const;
const starRange: [number, number] = [0.5, 5.2];
const starMarks = [1, 2, 3, 4, 5];

/** A chart of how often each rating was given. */
export function RatingCounts({ statistics }: { statistics: Statistics }) {
  const [kind, setKind] = useState<'entries' | 'films'>('entries');
  const { counts, given, mean } = kind === 'entries' ? statistics.entryRatings : statistics.filmRatings;
  const labels = useMemo(starLabels, []);
  const most = findMost(halves, (rating) => counts[rating - 1] ?? 0);
  const summary =
    mean === null || most === null
      ? t('logRatingsNone')
      : tCount('statsRatingSummary', given, formatNumber(mean / 2, 2), formatStarsName(most));
  return (
    <ChartFrame
      title={t('logRatings')}
      summary={summary}
      table={{
        columns: [t('sortRating'), t('statsTimes')],
        rows:
          given === 0
            ? []
            : halves.map((rating) => [formatStarsName(rating), formatNumber(counts[rating - 1] ?? 0)]),
      }}
      choice={<Choice label={t('statsRatingsOf')} value={kind} names={kinds} onChange={setKind} />}
    >
      <BarPlot name={summary} labels={labels} values={counts} />
    </ChartFrame>
  );
}

/** A chart of the mean rating, by year or by month. */
export function OverTime({ statistics, isOneYear }: { statistics: Statistics; isOneYear: boolean }) {
  const periods = isOneYear ? statistics.ratingsByMonth : statistics.ratingsByYear;
  const labels = useMemo(() => periods.map(({ period }) => formatPartialDate(period, 'medium')), [periods]);
  const values = useMemo(() => periods.map(({ mean }) => (mean === null ? null : mean / 2)), [periods]);
  const [first, last] = [periods[0], periods.at(-1)];
  const summary =
    !first || !last || first.mean === null || last.mean === null
      ? t('logRatingsNone')
      : t(
          'statsMeanSummary',
          formatNumber(first.mean / 2, 1),
          labels[0] ?? '',
          formatNumber(last.mean / 2, 1),
          labels.at(-1) ?? '',
        );
  return (
    <ChartFrame
      title={t('statsRatingsOverTime')}
      summary={summary}
      table={{
        columns: [t('statsTime'), t('logMeanRating'), t('statsTimes')],
        rows: periods.map(({ mean, given }, at) => [
          labels[at] ?? '',
          mean === null ? t('logNoFigure') : formatNumber(mean / 2, 2),
          formatNumber(given),
        ]),
      }}
    >
      <LinePlot name={summary} labels={labels} values={values} range={starRange} marks={starMarks} />
    </ChartFrame>
  );
}
