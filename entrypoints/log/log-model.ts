import { computed, signal } from '@preact/signals';
import { countByDay, countRatings, groupByMonth, listYear, sumDiary } from '../../lib/stats/diary-figures.ts';
import type { DiaryItem } from '../../lib/watchlog/diary.ts';
import type { LogHealth } from '../../lib/watchlog/types.ts';
import { matchesQuery } from './diary-search.ts';

export type LogModel = ReturnType<typeof createLogModel>;

/** Entries drawn at first, and added each time the end comes into view. */
export const shownAtOnce = 80;
const weeksShown = 22;

/** Whole months until as many entries are reached as told. */
function listSections(items: DiaryItem[], atLeast: number) {
  const sections = [];
  let left = atLeast;
  for (const { period, items: under } of groupByMonth(items)) {
    if (left <= 0) break;
    sections.push({ period, items: under, ...sumDiary(under) });
    left -= under.length;
  }
  return sections;
}

/** What the log page shows, and what follows from it. `today` gives the day in the user's own calendar. */
export function createLogModel(today: () => string) {
  const items = signal<DiaryItem[] | null>(null);
  const query = signal('');
  const shown = signal(shownAtOnce);
  const editedId = signal<string | null>(null);
  const found = computed(() => (items.value ?? []).filter((item) => matchesQuery(item, query.value)));
  return {
    health: signal<LogHealth | null>(null),
    items,
    /** False while only the newest part of the diary has been read. */
    isWhole: signal(false),
    query,
    shown,
    found,
    sections: computed(() => listSections(found.value, shown.value)),
    year: computed(() => sumDiary(listYear(items.value ?? [], Number(today().slice(0, 4))))),
    days: computed(() => countByDay(items.value ?? [], today(), weeksShown)),
    ratings: computed(() => countRatings(items.value ?? [])),
    editedId,
    edited: computed(() => items.value?.find(({ entry }) => entry.id === editedId.value) ?? null),
    isAdding: signal(false),
    /** True while a restore runs. */
    isBusy: signal(false),
    /** What went wrong at the last try to mend the log. */
    fault: signal<string | null>(null),
  };
}
