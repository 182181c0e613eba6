import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../../../components/ui/Button.tsx';
import { formatKnownHours } from '../../../components/lists/hours-words.ts';
import { formatPartialDate } from '../../../lib/i18n/dates.ts';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import { formatStars } from '../../../lib/i18n/scores.ts';
import { listCalendar } from '../../../lib/stats/calendar.ts';
import type { Statistics } from '../../../lib/stats/statistics.ts';
import { reviewYear, type Highlight, type YearReview } from '../../../lib/stats/year-review.ts';
import type { LogIndex } from '../../../lib/watchlog/index/index-types.ts';
import { runInSlices } from '../state/yield-to-main.ts';
import { saveBlob } from '../state/save-file.ts';
import { drawYear, yearPictureSize, type YearPicture } from './draw-year.ts';

const bestShown = 5;

function formatPicture(index: LogIndex, review: YearReview): YearPicture {
  const { statistics, best, busiestMonth } = review;
  const { totals, entryRatings, groups } = statistics;
  const titleOf = (place: Highlight | null): string => (place ? (index.films.titles[place.film] ?? '') : '');
  const fact = (label: string, value: string) => (value === '' ? [] : [{ label, value }]);
  return {
    heading: t('yearHeading', String(review.year)),
    signature: t('extensionName'),
    figures: [
      { label: tCount('logFilmsWord', totals.films), value: formatNumber(totals.films) },
      {
        label:
          totals.untimed === 0
            ? t('logWatched')
            : t('yearWatchedOf', formatNumber(totals.timed), formatNumber(totals.timed + totals.untimed)),
        value: formatKnownHours(totals),
      },
      {
        label: t('logMeanRating'),
        value: entryRatings.mean === null ? t('logNoFigure') : formatNumber(entryRatings.mean / 2, 1),
      },
      { label: tCount('logRewatchesWord', totals.rewatches), value: formatNumber(totals.rewatches) },
    ],
    bestLabel: t('yearBest'),
    best: best.slice(0, bestShown).map((one) => ({
      title: titleOf(one),
      stars: formatStars(index.entries.ratings[one.entry] ?? 0),
    })),
    daysLabel: t('logDaysTitle'),
    legend: ['0', '1', '2', t('heatLegendMore', formatNumber(3))],
    legendLabel: t('heatLegend'),
    days: listCalendar(statistics.days, review.year),
    ratingsLabel: t('logRatings'),
    ratings: entryRatings.counts,
    facts: [
      ...fact(t('yearDirector'), groups.directors[0]?.name ?? ''),
      ...fact(t('yearGenre'), groups.genres[0]?.name ?? ''),
      ...fact(t('yearMonth'), busiestMonth ? formatPartialDate(busiestMonth.period) : ''),
      ...fact(t('yearFirst'), titleOf(review.first)),
      ...fact(t('yearLongest'), titleOf(review.longest)),
      ...fact(t('yearOldest'), titleOf(review.oldest)),
    ],
  };
}

/** Returns the contents of the picture as text. */
const formatWords = ({ heading, figures, bestLabel, best, facts }: YearPicture): string =>
  [
    heading,
    ...figures.map(({ label, value }) => `${value} ${label}`),
    `${bestLabel}: ${best.map(({ title }) => title).join(', ')}`,
    ...facts.map(({ label, value }) => `${label}: ${value}`),
  ].join('. ');

interface YearSectionProps {
  index: LogIndex;
  year: number;
  today: string;
  /** The current statistics: a new object after each change of the log. */
  statistics: Statistics;
}

/** Returns the review of the year, the last one until a new one is ready; null before the first. */
function useReview({ index, year, today, statistics }: YearSectionProps): YearReview | null {
  const [review, setReview] = useState<YearReview | null>(null);
  useEffect(() => {
    const counting = new AbortController();
    const { signal } = counting;
    void runInSlices(reviewYear(index, year, { today }), signal).then(
      (found) => !signal.aborted && setReview(found),
    );
    return () => counting.abort();
  }, [index, year, today, statistics]);
  return review;
}

/** A year in review, as a picture that can be saved. */
export function YearSection(props: YearSectionProps) {
  const { index } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const review = useReview(props);
  const picture = useMemo(() => (review ? formatPicture(index, review) : null), [index, review]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && picture) drawYear(context, picture);
  }, [picture]);
  if (review === null || picture === null) return null;
  const { entriesBefore, year } = review;
  const save = (): void =>
    canvas.current?.toBlob((blob) => blob && saveBlob(`marquee-${year}.png`, blob), 'image/png');
  return (
    <section class="panel chart wide" aria-labelledby="year-review">
      <div class="chart-head">
        <h2 id="year-review" class="label">
          {t('yearHeading', String(year))}
        </h2>
        <Button icon="picture" onClick={save}>
          {t('yearSave')}
        </Button>
      </div>
      <p class="chart-summary">
        {tCount('yearNew', review.newFilms)}
        {entriesBefore !== null && ` ${tCount('yearBefore', entriesBefore)}`}
      </p>
      <canvas
        ref={canvas}
        class="year-picture"
        width={yearPictureSize.width}
        height={yearPictureSize.height}
        role="img"
        aria-label={formatWords(picture)}
      />
    </section>
  );
}
