import type { DiaryHeading, DiaryLines, HeadingSum } from './item-types.ts';
import type { LogIndex } from '../index/index-types.ts';

/** A heading for the entries from one rank to before another; sums them up when it is drawn. */
function createHeading(
  { entries, films }: LogIndex,
  positions: readonly number[],
  { period, from, to }: { period: string | null; from: number; to: number },
): DiaryHeading {
  return {
    period,
    entryCount: to - from,
    sum: () => {
      const sum: HeadingSum = { films: 0, minutes: 0, timed: 0, untimed: 0 };
      const seen = new Set<number>();
      for (let rank = from; rank < to; rank += 1) {
        const position = positions[rank] ?? -1;
        const film = entries.films[position] ?? -1;
        const runtime = films.runtimes[film] ?? null;
        seen.add(film);
        if (!entries.finished[position]) continue;
        sum.minutes += runtime ?? 0;
        if (runtime === null) sum.untimed += 1;
        else sum.timed += 1;
      }
      return { ...sum, films: seen.size };
    },
  };
}

/** Whether a day, month or year belongs under the heading of a period: a month, a year or an unknown time. */
function isIn(day: string, period: string | null): boolean {
  if (period === null) return day === '';
  return period.length === 7 ? day.startsWith(period) : day === period;
}

/** Entries processed between two pauses. */
const perStep = 1000;

/** The diary's lines: entries under their months, in the given order. Yields for pauses. */
export function* listDiaryLines(
  index: LogIndex,
  positions: readonly number[],
): Generator<undefined, DiaryLines> {
  const { days } = index.entries;
  const lines = new Int32Array(2 * positions.length);
  const headings: DiaryHeading[] = [];
  let [count, from] = [0, 0];
  let period: string | null | undefined;
  let dayBefore: string | undefined;
  const close = (to: number): void => {
    if (period !== undefined) headings.push(createHeading(index, positions, { period, from, to }));
    from = to;
  };
  for (let rank = 0; rank < positions.length; rank += 1) {
    if (rank % perStep === perStep - 1) yield;
    const position = positions[rank] ?? -1;
    const day = days[position] ?? '';
    if (day !== dayBefore) {
      dayBefore = day;
      if (period === undefined || !isIn(day, period)) {
        close(rank);
        period = day === '' ? null : day.slice(0, 7);
        lines[count++] = -headings.length - 1;
      }
    }
    lines[count++] = position;
  }
  close(positions.length);
  return { lines: lines.subarray(0, count), headings };
}
