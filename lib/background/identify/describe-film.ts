import { mergeScores, mergeSummary } from '../../reviews/summary.ts';
import { formatHintAsFilm } from '../../films/hint-film.ts';
import type { ReviewSummary } from '../../films/review-types.ts';
import type { SightedHint } from '../../films/types.ts';
import type { FilmDescription } from '../../messaging/protocol.ts';
import { listEntriesOfFilm } from '../../watchlog/queries/queries.ts';
import type { ReadLog } from '../messages/log-access.ts';
import type { Identified, Identify } from './identify.ts';
import type { LiveSources } from '../sources/live-sources.ts';
import type { LocalReviews } from './local-reviews.ts';
import { refreshFilms } from './refresh-films.ts';
import { reportFault } from '../messages/report-fault.ts';

interface DescribeSources {
  identify: Identify;
  readLog: ReadLog;
  live?: LiveSources;
  /** The reviews on this machine, for a film that neither a catalogue nor the log has. */
  localReviews?: Pick<LocalReviews, 'findAnswers'>;
  /** Whether a series has the title, for what no catalogue knows as a film. */
  isSeriesTitle?: (sighted: SightedHint) => Promise<boolean>;
}

/** What there is to show of a film. A film that is not known may have a review for which the user named it. */
async function findSummary(
  { match, answers, sighted, stated }: Identified,
  localReviews: DescribeSources['localReviews'],
): Promise<ReviewSummary | null> {
  if (match.kind === 'film') {
    const summary = mergeSummary(match.film, answers);
    return { ...summary, scores: mergeScores([...summary.scores, ...stated]) };
  }
  if (match.kind === 'ambiguous' || match.reason === 'correction') return null;
  const named = formatHintAsFilm(sighted.hint);
  const [found = []] = (await localReviews?.findAnswers([named])) ?? [];
  return found.length === 0 ? null : mergeSummary(named, found);
}

/**
 * What the popup shows of one film, from data on this machine. Live sources are requested in the background; when they
 * answer, every page is notified.
 */
export async function describeFilm(
  { hint }: { hint: SightedHint },
  { identify, readLog, live, localReviews, isSeriesTitle }: DescribeSources,
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
  const { match, own } = identified;
  const summary = await findSummary(identified, localReviews);
  const entries = own === null ? null : await readLog((db) => listEntriesOfFilm(db, own.filmId));
  const isNowhere =
    match.kind === 'unknown' && match.reason !== 'correction' && own === null && summary === null;
  const isSeries = isNowhere && (await isSeriesTitle?.(hint)) === true;
  return {
    ...(isSeries && { isSeries }),
    match,
    summary,
    own,
    entries: entries ?? [],
  };
}
