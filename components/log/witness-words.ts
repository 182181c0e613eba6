import { formatDateTime } from '../../lib/i18n/dates.ts';
import { t, tCount } from '../../lib/i18n/messages.ts';
import type { Witness } from '../../lib/watchlog/types.ts';

/** Returns a sentence about what the log had on a day, and what to do if a file was saved then. */
export function formatWitness({ kind, at, films, ratings, entries }: Witness): string {
  const held = [
    tCount('recoveryEntries', entries),
    tCount('recoveryRatings', ratings),
    tCount('logFilms', films),
  ].join(' · ');
  return t(kind === 'file' ? 'witnessFile' : 'witnessLog', formatDateTime(at), held);
}
