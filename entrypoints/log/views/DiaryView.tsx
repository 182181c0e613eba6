import { useCallback, useMemo } from 'preact/hooks';
import { DiaryCalendar } from '../../../components/log/DiaryCalendar.tsx';
import { DiaryList } from '../../../components/lists/DiaryList.tsx';
import { EntryLines } from '../../../components/lists/EntryLines.tsx';
import { DayHeatMap } from '../../../components/log/DayHeatMap.tsx';
import { RatingsPanel } from '../../../components/log/RatingsPanel.tsx';
import { YearPanel } from '../../../components/log/YearPanel.tsx';
import { narrowPage, useMedia } from '../../../components/ui/page/use-media.ts';
import { StaggeredRender } from '../../../components/ui/painting/StaggeredRender.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import { EmptyView } from './EmptyView.tsx';
import type { DiarySummary } from '../../../lib/stats/diary-summary.ts';
import type { Listing } from '../state/log-model.ts';
import type { LogPageState } from '../state/log-state.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useViews } from './use-views.ts';
import { toListedEntry } from '../../../lib/watchlog/search/list-items.ts';

interface ListProps {
  state: LogPageState;
  listing: Listing;
}

function Calendar({ state, listing }: ListProps) {
  const { index } = listing.shown;
  const { days } = index.entries;
  const period = state.period.value ?? '';
  const newest = days[listing.positions[0] ?? -1] ?? '';
  const month =
    period.length === 7 ? period : newest.length >= 7 ? newest.slice(0, 7) : state.today().slice(0, 7);
  const shown = listing.positions.filter((at) => days[at]?.startsWith(month));
  return (
    <DiaryCalendar
      month={month}
      entries={shown.map((at) => toListedEntry(index, at))}
      today={state.today()}
      onMonth={(to) => state.change({ period: to })}
      onOpen={(id) => state.openDialog({ kind: 'entry', id })}
    />
  );
}

function Entries({ state, listing }: ListProps) {
  const { positions, lines, shown } = listing;
  const layout = state.layoutOf('diary');
  const entryAt = useViews(shown, toListedEntry);
  const onOpen = useCallback((id: string) => state.openDialog({ kind: 'entry', id }), [state]);
  if (positions.length === 0) return <EmptyView {...{ state, listing }} />;
  if (layout === 'calendar') return <Calendar {...{ state, listing }} />;
  const rest = {
    entryAt,
    selected: state.selecting.value,
    onSelect: state.toggleSelected,
    onOpen,
  };
  const { notes } = shown.index.entries;
  return layout === 'months' && lines !== null ? (
    <DiaryList {...lines} {...rest} hasNote={(position) => notes[position] !== ''} />
  ) : (
    <EntryLines positions={positions} {...rest} />
  );
}

function Side({ summary }: { summary: DiarySummary }) {
  const panels = useMemo(
    () => [
      <YearPanel key="year" totals={summary.year} />,
      <DayHeatMap key="days" days={summary.days} />,
      <RatingsPanel key="ratings" counts={summary.ratings} />,
    ],
    [summary],
  );
  return (
    <aside class="side" aria-label={t('logAtAGlance')}>
      <StaggeredRender parts={panels} />
    </aside>
  );
}

/** The diary, with the panels about the year beside it where there is room. It is read-only if `canWrite` is false. */
export function DiaryView({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  const listing = state.listingOf('diary');
  const summary = state.summary.value;
  const isNarrow = useMedia(narrowPage);
  const hasPanels = !isNarrow && state.layoutOf('diary') !== 'calendar' && state.index().order.length > 0;
  return (
    <>
      <h1 class="hidden-text">{t('logDiary')}</h1>
      <Toolbar {...{ state, canWrite }} view="diary" found={listing?.positions.length ?? null} />
      <div class={!isNarrow && (hasPanels || summary === null) ? 'columns' : ''}>
        <div>{listing && <Entries {...{ state, listing }} />}</div>
        {hasPanels && summary !== null && <Side summary={summary} />}
      </div>
      {listing && <SelectionBar {...{ state, listing }} of="entries" />}
    </>
  );
}
