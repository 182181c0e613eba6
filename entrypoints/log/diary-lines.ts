import type { DiaryHeading, DiaryLine } from '../../components/log/DiaryList.tsx';
import type { LogIndex } from '../../lib/watchlog/index-types.ts';

/** The diary's lines: viewings under their months, in the order given; each day stands once. */
export function listDiaryLines({ entries, films }: LogIndex, places: readonly number[]): DiaryLine[] {
  const lines: DiaryLine[] = [];
  let heading: DiaryHeading | null = null;
  let dayBefore: string | null = null;
  for (const place of places) {
    const day = entries.days[place] ?? '';
    const period = day === '' ? null : day.slice(0, 7);
    if (heading === null || heading.period !== period) {
      heading = { kind: 'month', period, viewings: 0, minutes: 0 };
      lines.push(heading);
      dayBefore = null;
    }
    heading.viewings += 1;
    if (entries.finished[place]) heading.minutes += films.runtimes[entries.films[place] ?? -1] ?? 0;
    lines.push({ kind: 'entry', id: entries.ids[place] ?? '', place, showsDay: day !== dayBefore });
    dayBefore = day;
  }
  return lines;
}
