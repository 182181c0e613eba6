import type { DiaryHeading, DiaryLines } from '../../components/log/DiaryList.tsx';
import type { LogIndex } from '../../lib/watchlog/index-types.ts';

/** The diary's lines: viewings under their months, in the order given. */
export function listDiaryLines({ entries, films }: LogIndex, places: readonly number[]): DiaryLines {
  const lines: number[] = [];
  const headings: DiaryHeading[] = [];
  let heading: DiaryHeading | null = null;
  let dayBefore: string | null = null;
  for (const place of places) {
    const day = entries.days[place] ?? '';
    if (heading === null || day !== dayBefore) {
      const period = day === '' ? null : day.slice(0, 7);
      if (heading === null || heading.period !== period) {
        heading = { period, viewings: 0, minutes: 0 };
        lines.push(-headings.length - 1);
        headings.push(heading);
      }
      dayBefore = day;
    }
    heading.viewings += 1;
    if (entries.finished[place]) heading.minutes += films.runtimes[entries.films[place] ?? -1] ?? 0;
    lines.push(place);
  }
  return { lines, headings };
}
