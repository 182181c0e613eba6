import { mergeScores, mergeSummary } from '../../reviews/summary.ts';
import type { SightedHint } from '../../films/types.ts';
import type { FilmDescription } from '../../messaging/protocol.ts';
import { listEntriesOfFilm } from '../../watchlog/queries/queries.ts';
import type { ReadLog } from '../messages/log-access.ts';
import type { Identify } from './identify.ts';
import type { LiveSources } from '../sources/live-sources.ts';
import { refreshFilms } from './refresh-films.ts';
import { reportFault } from '../messages/report-fault.ts';

interface DescribeSources {
  identify: Identify;
  readLog: ReadLog;
  live?: LiveSources;
  /** Whether a series has the title, for what no catalogue knows as a film. */
  isSeriesTitle?: (sighted: SightedHint) => Promise<boolean>;
}

/**
 * What the popup shows of one film, from data on this machine. Live sources are requested in the background; when they
 * answer, every page is notified.
 */
export async function describeFilm(
  { hint }: { hint: SightedHint },
  { identify, readLog, live, isSeriesTitle }: DescribeSources,
): Promise<FilmDescription> {
  const [identified] = await identify([hint]);
  if (!identified)
    return {
      match: { kind: 'unknown', reason: 'no-film-of-that-name' },
      summary: null,
      own: null,
      entries: [],
    };
  const opened = { ...identified, sighted: { ...hint, isSubject: true } };
  if (live)
    refreshFilms(live, [opened], new AbortController().signal).catch((error: unknown) =>
      reportFault('live sources', error),
    );
  const { match, answers, own, stated } = identified;
  const summary = match.kind === 'film' ? mergeSummary(match.film, answers) : null;
  const entries = own === null ? null : await readLog((db) => listEntriesOfFilm(db, own.filmId));
  const isNowhere = match.kind === 'unknown' && match.reason !== 'correction' && own === null;
  const isSeries = isNowhere && (await isSeriesTitle?.(hint)) === true;
  return {
    ...(isSeries && { isSeries }),
    match,
    summary: summary && { ...summary, scores: mergeScores([...summary.scores, ...stated]) },
    own,
    entries: entries ?? [],
  };
}
