import type { SightedHint } from '../films/types.ts';
import type { FilmDescription } from '../messaging/protocol.ts';
import { listEntriesOfFilm } from '../watchlog/queries.ts';
import type { Identify, ReadLog } from './identify.ts';
import { localizeNotes } from './score-notes.ts';

/** What the popup shows of one film. */
export async function describeFilm(
  { hint }: { hint: SightedHint },
  { identify, readLog }: { identify: Identify; readLog: ReadLog },
): Promise<FilmDescription> {
  const [identified] = await identify([hint]);
  if (!identified)
    return {
      match: { kind: 'unknown', reason: 'no-film-of-that-name' },
      summary: null,
      own: null,
      entries: [],
    };
  const { match, summary, own } = identified;
  const entries = own === null ? null : await readLog((db) => listEntriesOfFilm(db, own.filmId));
  return {
    match,
    summary: summary && { ...summary, scores: localizeNotes(summary.scores) },
    own,
    entries: entries ?? [],
  };
}
