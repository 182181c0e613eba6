import { mergeSummary } from '../../reviews/summary.ts';
import type { SightedHint } from '../../films/types.ts';
import type { FilmDescription } from '../../messaging/protocol.ts';
import { listEntriesOfFilm } from '../../watchlog/queries/queries.ts';
import type { ReadLog } from '../messages/log-access.ts';
import type { Identify } from './identify.ts';
import type { LiveSources } from '../sources/live-sources.ts';
import { refreshFilms } from './refresh-films.ts';
import { reportFault } from '../messages/report-fault.ts';
import { localizeNotes } from './score-notes.ts';

/**
 * What the popup shows of one film, from data on this machine. Live sources are requested in the background; when they
 * answer, every page is notified.
 */
export async function describeFilm(
  { hint }: { hint: SightedHint },
  { identify, readLog, live }: { identify: Identify; readLog: ReadLog; live?: LiveSources },
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
  const { match, answers, own } = identified;
  const summary = match.kind === 'film' ? mergeSummary(match.film, answers) : null;
  const entries = own === null ? null : await readLog((db) => listEntriesOfFilm(db, own.filmId));
  return {
    match,
    summary: summary && { ...summary, scores: localizeNotes(summary.scores) },
    own,
    entries: entries ?? [],
  };
}
