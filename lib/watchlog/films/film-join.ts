import type { Commit } from '../store/commit.ts';
import { fillFilmRow } from './film-match.ts';
import { compareStamps } from '../store/hybrid-clock.ts';
import { filmStores } from '../store/schema.ts';
import { addTags } from '../../text/tags.ts';
import type { FilmRow, Stamp } from '../types.ts';

type FilmStore = (typeof filmStores)[number];

async function repointRows<S extends FilmStore>(
  commit: Commit,
  store: S,
  from: string,
  to: string,
): Promise<void> {
  for (const row of await commit.tx.objectStore(store).index('byFilm').getAll(IDBKeyRange.only(from))) {
    await commit.save(store, { ...row, filmId: to });
  }
}

/**
 * Leaves one live row a film in a store that holds one: the one whose `field` was changed last. What one commit says
 * bears one stamp: there the row counts that it wrote last (`written`).
 */
async function keepNewest(
  commit: Commit,
  store: 'ratings' | 'watchlist',
  { filmId, field, written }: { filmId: string; field: string; written: string[] },
): Promise<void> {
  const rows = await commit.tx.objectStore(store).index('byFilm').getAll(filmId);
  const changedAt = (row: { stamps: Record<string, Stamp> }): Stamp | undefined => row.stamps[field];
  const live = rows.filter((row) => row.deleted === null);
  const [, ...older] = live.sort(
    (a, b) =>
      compareStamps(changedAt(b), changedAt(a), commit.now) || written.indexOf(b.id) - written.indexOf(a.id),
  );
  for (const row of older) await commit.save(store, { ...row, deleted: commit.stamp });
}

/**
 * Makes one film of two rows: all that was said of `other` is then said of `kept`, of two ratings the newer stays, and
 * `other` becomes a tombstone without refs. Answers `kept` as it now is.
 */
export async function joinFilms(commit: Commit, kept: FilmRow, other: FilmRow): Promise<FilmRow> {
  // Before the rows are written anew, which is no word of the user's.
  const written = { ratings: commit.listWritten('ratings'), watchlist: commit.listWritten('watchlist') };
  const filmId = kept.id;
  for (const store of filmStores) await repointRows(commit, store, other.id, filmId);
  await keepNewest(commit, 'ratings', { filmId, field: 'value', written: written.ratings });
  await keepNewest(commit, 'watchlist', { filmId, field: 'addedAt', written: written.watchlist });
  await commit.save('films', { ...other, refs: [], deleted: commit.stamp });
  const joined: FilmRow = {
    ...fillFilmRow(kept, other),
    liked: kept.liked || other.liked,
    tags: addTags(kept.tags, other.tags),
    deleted: null,
  };
  await commit.save('films', joined);
  return joined;
}
