import { useMemo } from 'preact/hooks';
import { BarPlot } from '../../../components/stats/BarPlot.tsx';
import { ChartFrame } from '../../../components/stats/ChartFrame.tsx';
import { formatPartialDate } from '../../../lib/i18n/dates.ts';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import type { Statistics } from '../../../lib/stats/statistics.ts';
import type { Streak, Streaks } from '../../../lib/stats/streaks.ts';
import type { LogIndex } from '../../../lib/watchlog/index/index-types.ts';
import { toListedFilm } from '../../../lib/watchlog/search/list-items.ts';

const listed = 8;

/** A chart of rewatches by year, and the films seen most often. */
export function Rewatches({ index, statistics }: { index: LogIndex; statistics: Statistics }) {
  const { rewatchesByYear, mostWatched, totals } = statistics;
  const labels = useMemo(() => rewatchesByYear.map(({ period }) => period), [rewatchesByYear]);
  const values = useMemo(() => rewatchesByYear.map(({ rewatches }) => rewatches), [rewatchesByYear]);
  const share = totals.entryCount === 0 ? 0 : Math.round((totals.rewatches / totals.entryCount) * 100);
  const summary = tCount('statsRewatchSummary', totals.rewatches, formatNumber(share));
  return (
    <>
      <ChartFrame
        title={t('statsRewatches')}
        summary={summary}
        table={{
          columns: [t('formYear'), t('statsRewatches'), t('statsOfEntries')],
          rows: rewatchesByYear.map(({ period, rewatches, entryCount }) => [
            period,
            formatNumber(rewatches),
            formatNumber(entryCount),
          ]),
        }}
      >
        <BarPlot name={summary} labels={labels} values={values} />
      </ChartFrame>
      <section class="panel chart" aria-labelledby="most-watched">
        <div class="chart-head">
          <h2 id="most-watched" class="label">
            {t('statsMostWatched')}
          </h2>
        </div>
        {mostWatched.length === 0 && <p class="muted">{t('statsNoRewatches')}</p>}
        <ol class="most-watched">
          {mostWatched.slice(0, listed).map(({ film, entryCount }) => {
            const { title, year } = toListedFilm(index, film);
            return (
              <li key={film}>
                <span>
                  <b class="title">{title}</b> {year !== null && <span class="muted">{year}</span>}
                </span>
                <span class="muted number">{tCount('ownSeen', entryCount)}</span>
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}

function formatStreak(streak: Streak | null): string {
  return streak === null
    ? t('statsNoStreak')
    : t(
        'statsStreakDays',
        tCount('logDays', streak.days),
        formatPartialDate(streak.from, 'medium'),
        formatPartialDate(streak.to, 'medium'),
      );
}

/** The longest and the current run of consecutive days with a film. */
export function StreakSection({ streaks }: { streaks: Streaks }) {
  return (
    <section class="panel chart" aria-labelledby="streaks">
      <div class="chart-head">
        <h2 id="streaks" class="label">
          {t('statsStreaks')}
        </h2>
      </div>
      <dl class="big-figures">
        <div>
          <dd class="title number">{tCount('logDays', streaks.longest?.days ?? 0)}</dd>
          <dt class="muted">{t('statsLongest')}</dt>
        </div>
        <div>
          <dd class="title number">{tCount('logDays', streaks.current?.days ?? 0)}</dd>
          <dt class="muted">{t('statsCurrent')}</dt>
        </div>
        <div>
          <dd class="title number">{formatNumber(streaks.daysWithEntries)}</dd>
          <dt class="muted">{t('statsDaysWithFilm')}</dt>
        </div>
      </dl>
      <p class="muted">{formatStreak(streaks.longest)}</p>
    </section>
  );
}
