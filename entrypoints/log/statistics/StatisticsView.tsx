import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatKnownHours, formatWatched } from '../../../components/lists/hours-words.ts';
import '../../../components/stats/stats.css';
import { StaggeredRender } from '../../../components/ui/painting/StaggeredRender.tsx';
import { formatNumber, t, tCount } from '../../../lib/i18n/messages.ts';
import { countStatistics, type Statistics } from '../../../lib/stats/statistics.ts';
import { listYears, pickYear } from '../../../lib/stats/year-review.ts';
import type { ViewProps } from '../views/LazyView.tsx';
import type { Shown } from '../state/log-model.ts';
import type { LogPageState } from '../state/log-state.ts';
import { runInSlices } from '../state/yield-to-main.ts';
import { CompareSection } from './CompareSection.tsx';
import { GroupSection } from './GroupSection.tsx';
import { ListsSection } from './ListsSection.tsx';
import { OverTime, RatingCounts } from './RatingSection.tsx';
import { Rewatches, StreakSection } from './RewatchSection.tsx';
import { Calendar, Periods, Weekdays } from './TimeSection.tsx';
import { YearSection } from './YearSection.tsx';

const Figure = ({ figure, words }: { figure: string; words: string }) => (
  <div>
    <dd class="title number">{figure}</dd>
    <dt class="muted">{words}</dt>
  </div>
);

function Totals({ statistics }: { statistics: Statistics }) {
  const { totals, entryRatings, known } = statistics;
  return (
    <section class="panel wide" aria-label={t('statsTotals')}>
      <dl class="big-figures">
        <Figure figure={formatNumber(totals.films)} words={tCount('logFilmsWord', totals.films)} />
        <Figure
          figure={formatNumber(totals.entryCount)}
          words={tCount('statsEntriesWord', totals.entryCount)}
        />
        <Figure figure={formatKnownHours(totals)} words={formatWatched(totals)} />
        <Figure
          figure={entryRatings.mean === null ? t('logNoFigure') : formatNumber(entryRatings.mean / 2, 1)}
          words={t('logMeanRating')}
        />
        <Figure
          figure={formatNumber(totals.rewatches)}
          words={tCount('logRewatchesWord', totals.rewatches)}
        />
        <Figure figure={formatNumber(totals.unfinished)} words={t('statsUnfinished')} />
      </dl>
      {known.unknown > 0 && <p class="muted">{tCount('statsUndated', known.unknown)}</p>}
    </section>
  );
}

function YearChoice({ state, years, year }: { state: LogPageState; years: number[]; year: number | null }) {
  return (
    <label class="sort-field">
      <span class="muted">{t('statsOf')}</span>
      <select
        class="input"
        value={year === null ? '' : String(year)}
        onChange={({ currentTarget }) => state.change({ period: currentTarget.value || null }, true)}
      >
        <option value="">{t('statsAllYears')}</option>
        {years.map((one) => (
          <option key={one} value={String(one)}>
            {String(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Returns the statistics, the last ones until new ones are ready; null before the first. */
function useStatistics(shown: Shown | null, year: number | null, today: string): Statistics | null {
  const [statistics, setStatistics] = useState<Statistics | null>(null);
  useEffect(() => {
    if (!shown?.isWhole) return undefined;
    const counting = new AbortController();
    const input = year === null ? shown.index : pickYear(shown.index, year);
    void runInSlices(countStatistics(input, { today }), counting.signal).then(
      (counted) => counted && setStatistics(counted),
    );
    return () => counting.abort();
  }, [shown, year, today]);
  return statistics;
}

/** Figures and charts of the log, for all years or for one. */
export function StatisticsView({ state }: ViewProps) {
  const shown = state.shown.value;
  const period = state.period.value;
  const today = state.today();
  const years = useMemo(() => (shown?.isWhole ? listYears(shown.index) : []), [shown]);
  const year = period?.length === 4 && years.includes(Number(period)) ? Number(period) : null;
  const statistics = useStatistics(shown, year, today);
  const index = state.index();
  const calendarYear = year ?? years[0] ?? Number(today.slice(0, 4));
  const isOneYear = year !== null;
  const parts = useMemo(
    () =>
      statistics === null
        ? []
        : [
            <Totals key="totals" statistics={statistics} />,
            <YearSection key="year" {...{ index, today, statistics }} year={calendarYear} />,
            <Periods key="periods" {...{ statistics, isOneYear }} />,
            <Calendar key="calendar" {...{ state, statistics }} year={calendarYear} />,
            <RatingCounts key="ratings" statistics={statistics} />,
            <OverTime key="over-time" {...{ statistics, isOneYear }} />,
            <Weekdays key="weekdays" statistics={statistics} />,
            <StreakSection key="streaks" streaks={statistics.streaks} />,
            <CompareSection key="compare" state={state} />,
            ...(isOneYear ? [] : [<ListsSection key="lists" state={state} />]),
            <GroupSection key="groups" state={state} groups={statistics.groups} />,
            <Rewatches key="rewatches" {...{ index, statistics }} />,
          ],
    [statistics, state, index, calendarYear, isOneYear, today],
  );
  if (statistics === null) return <p class="muted">{t('popupLoading')}</p>;
  if (statistics.totals.entryCount === 0) {
    return (
      <section class="empty">
        <h1 class="title">{t('statsEmpty')}</h1>
        <p class="muted">{t('statsEmptyHow')}</p>
      </section>
    );
  }
  return (
    <>
      <div class="view-head">
        <h1 class="title">{t('logViewStatistics')}</h1>
        <YearChoice {...{ state, years, year }} />
      </div>
      <div class="statistics">
        <StaggeredRender parts={parts} />
      </div>
    </>
  );
}
