import type { DiaryTotals } from '../../lib/stats/diary-figures.ts';
import { formatNumber, t, tCount } from '../../lib/i18n/messages.ts';
import { formatKnownHours, formatWatched } from '../lists/hours-words.ts';

const Figure = ({ figure, words }: { figure: string; words: string }) => (
  <div>
    <dd class="title number">{figure}</dd>
    <dt class="muted">{words}</dt>
  </div>
);

/** This year's four totals: films, time, mean rating, rewatches. */
export function YearPanel({ totals }: { totals: DiaryTotals }) {
  const { films, meanRating, rewatches } = totals;
  return (
    <section class="panel" aria-labelledby="this-year">
      <h2 id="this-year" class="label">
        {t('logThisYear')}
      </h2>
      <dl class="figures">
        <Figure figure={formatNumber(films)} words={tCount('logFilmsWord', films)} />
        <Figure figure={formatKnownHours(totals)} words={formatWatched(totals)} />
        <Figure
          figure={meanRating === null ? t('logNoFigure') : formatNumber(meanRating / 2, 1)}
          words={t('logMeanRating')}
        />
        <Figure figure={formatNumber(rewatches)} words={tCount('logRewatchesWord', rewatches)} />
      </dl>
    </section>
  );
}
