import type { Commit } from '../store/commit.ts';
import { findRowOfFilm } from './rows-of-film.ts';

/** Takes a film off the watchlist, in the same commit; a film that is not on it stays as it is. */
export async function leaveWatchlist(commit: Commit, filmId: string): Promise<void> {
  const row = await findRowOfFilm(commit, 'watchlist', filmId);
  if (row?.deleted === null) await commit.save('watchlist', { ...row, deleted: commit.stamp });
}
