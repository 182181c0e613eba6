import { useComputed } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { DiaryCalendar } from '../../components/log/DiaryCalendar.tsx';
import { DiaryList } from '../../components/log/DiaryList.tsx';
import { EntryLines } from '../../components/log/EntryLines.tsx';
import { Evenings } from '../../components/log/Evenings.tsx';
import { RatingsPanel } from '../../components/log/RatingsPanel.tsx';
import { YearPanel } from '../../components/log/YearPanel.tsx';
import { t } from '../../lib/i18n/messages.ts';
import { EmptyView } from './EmptyView.tsx';
import { listDiaryLines } from './diary-lines.ts';
import type { LogPageState } from './log-state.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useViews } from './use-views.ts';
import { viewEntry } from './views.ts';

function Calendar({ state }: { state: LogPageState }) {
  const { index, entries } = state;
  const period = state.period.value ?? '';
  const newest = index().entries.days[entries.value[0] ?? -1] ?? '';
  const month =
    period.length === 7 ? period : newest.length >= 7 ? newest.slice(0, 7) : state.today().slice(0, 7);
  const shown = entries.value.filter((at) => index().entries.days[at]?.startsWith(month));
  return (
    <DiaryCalendar
      month={month}
      entries={shown.map((at) => viewEntry(index(), at))}
      today={state.today()}
      onMonth={(to) => state.change({ period: to })}
      onOpen={(id) => state.openSheet({ kind: 'entry', id })}
    />
  );
}

function Entries({ state }: { state: LogPageState }) {
  const lines = useComputed(() => listDiaryLines(state.index(), state.entries.value));
  const layout = state.layoutOf('diary');
  const places = state.entries.value;
  const entryAt = useViews(state, viewEntry);
  const onOpen = useCallback((id: string) => state.openSheet({ kind: 'entry', id }), [state]);
  if (places.length === 0) return <EmptyView state={state} view="diary" />;
  if (layout === 'calendar') return <Calendar state={state} />;
  const rest = {
    entryAt,
    selected: state.selecting.value,
    onSelect: state.toggleSelected,
    onOpen,
  };
  const isByDay = state.sortingOf('diary').key === 'watched';
  return layout === 'months' && isByDay ? (
    <DiaryList {...lines.value} {...rest} hasNote={(place) => state.index().entries.notes[place] !== ''} />
  ) : (
    <EntryLines places={places} {...rest} />
  );
}

function Side({ state }: { state: LogPageState }) {
  const glance = state.glance.value;
  if (glance === null) return null;
  return (
    <aside class="side" aria-label={t('logAtAGlance')}>
      <YearPanel totals={glance.year} />
      <Evenings days={glance.days} />
      <RatingsPanel counts={glance.ratings} />
    </aside>
  );
}

/** The diary, and how the year was. `canWrite`: false shows it for reading alone. */
export function DiaryView({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  const glance = state.glance.value;
  const isWide = state.layoutOf('diary') !== 'calendar' && glance !== null && state.index().order.length > 0;
  return (
    <>
      <h1 class="hidden-text">{t('logDiary')}</h1>
      <Toolbar state={state} view="diary" canWrite={canWrite} found={state.entries.value.length} />
      <div class={isWide || glance === null ? 'columns' : ''}>
        <div>
          <Entries state={state} />
        </div>
        {isWide && <Side state={state} />}
      </div>
      <SelectionBar state={state} of="entries" places={state.entries.value} />
    </>
  );
}
