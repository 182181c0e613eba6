import { RowFault, toSkippedRow } from '../../tables/faults.ts';
import { createFilmIndex } from '../film-index.ts';
import type { ReadEntry, Reading } from '../types.ts';

/** Moves what an entry says into the empty parts of another one of the same viewing. */
function fillEntry(known: ReadEntry, entry: ReadEntry): void {
  known.rating ??= entry.rating;
  known.watchedAt ??= entry.watchedAt;
  if (known.review === '') known.reviewHasSpoilers = entry.reviewHasSpoilers;
  for (const field of ['review', 'note', 'place', 'company'] as const) known[field] ||= entry[field];
  if (known.tags.length === 0) known.tags = entry.tags;
}

/**
 * The entries of several services without those that a service before has already, of the same film and day; these become
 * skipped rows. Each entry stands for one other, so that two viewings on one day stay two.
 */
export function joinEntries(readings: Reading[]): Pick<Reading, 'entries' | 'skipped'> {
  const index = createFilmIndex();
  const joined: Pick<Reading, 'entries' | 'skipped'> = { entries: [], skipped: [] };
  for (const { entries, skipped } of readings) {
    const before = Map.groupBy(joined.entries, ({ film }) => index.add(film));
    for (const entry of entries) {
      const ofFilm = before.get(index.add(entry.film)) ?? [];
      const at = ofFilm.findIndex(
        ({ watchedOn }) => watchedOn?.length === 10 && watchedOn === entry.watchedOn,
      );
      const [known] = at === -1 ? [] : ofFilm.splice(at, 1);
      if (known === undefined) joined.entries.push(entry);
      else {
        fillEntry(known, entry);
        joined.skipped.push(toSkippedRow(entry.from, new RowFault('duplicate', null, 'same-entry')));
      }
    }
    for (const row of skipped) joined.skipped.push(row);
  }
  return joined;
}
