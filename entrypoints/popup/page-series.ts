import type { WorkKind } from '../../lib/films/types.ts';
import type { TabReading } from '../../lib/messaging/protocol.ts';

const seriesKinds: ReadonlySet<WorkKind> = new Set(['series', 'season', 'episode']);

/** What may follow a work's own title in a page's title: "Severance (TV series)", "Severance - Apple TV". */
const afterTitle = /^\s*(?:[([|:·•,–—-]|$)/;

/**
 * Returns the title of the series that a page is about; null if it is about something else. A page whose only work is a
 * series is about it; of several, the page's title begins with it.
 */
export function findPageSeries({ subject, title, films, nonfilms }: TabReading): string | null {
  if (subject) return null;
  const series = nonfilms.filter(({ kind }) => seriesKinds.has(kind));
  const titled = series.find(
    (one) => title.startsWith(one.title) && afterTitle.test(title.slice(one.title.length)),
  );
  const isAlone = films.length === 0 && nonfilms.length === 1;
  return titled?.title ?? (isAlone ? (series[0]?.title ?? null) : null);
}
