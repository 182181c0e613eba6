import { countByDay, countRatings, sumDiary, type DayCount, type DiaryTotals } from './diary-figures.ts';
import { addDays } from '../dates/partial-date.ts';
import type { StatInput } from './types.ts';

/** The figures that the log page shows next to the diary: this year, the last weeks, all ratings. */
export interface DiarySummary {
  year: DiaryTotals;
  days: DayCount[];
  /** Ten numbers, from half a star to five. */
  ratings: number[];
}

const weeksShown = 22;

/** The entries since a day, month or year, with the fields that the figures need. */
function listSince({ order, entries, films }: StatInput, first: string) {
  const items = [];
  for (const at of order) {
    const day = entries.days[at] ?? '';
    const film = entries.films[at] ?? -1;
    if (day < first) break;
    items.push({
      entry: {
        watchedOn: day,
        rewatch: entries.rewatches[at] ?? false,
        finished: entries.finished[at] ?? true,
        rating: entries.ratings[at] ?? null,
      },
      film: { id: film, runtimeMinutes: films.runtimes[film] ?? null },
    });
  }
  return items;
}

const perStep = 2000;

/** Summarises the year of `today` (`YYYY-MM-DD`) and the weeks up to it. Yields at points where other work may run. */
export function* summarizeDiary(index: StatInput, today: string): Generator<undefined, DiarySummary> {
  const year = today.slice(0, 4);
  const items = listSince(index, year).filter(({ entry }) => entry.watchedOn.startsWith(year));
  const recent = listSince(index, addDays(today, -weeksShown * 7) ?? today);
  const ratings = countRatings([]);
  for (let rank = 0; rank < index.order.length; rank += 1) {
    if (rank % perStep === perStep - 1) yield;
    const rating = index.entries.ratings[index.order[rank] ?? -1] ?? null;
    if (rating !== null) ratings[rating - 1] = (ratings[rating - 1] ?? 0) + 1;
  }
  return { year: sumDiary(items), days: countByDay(recent, today, weeksShown), ratings };
}
