import type { Command } from '../store/commit.ts';

export type { Command } from '../store/commit.ts';
export { changeEntry, deleteEntry, logViewing } from './entry-commands.ts';
export { editEntries, editFilms, reassignEntry } from './edit-commands.ts';
export { changeFilm } from './film-changes.ts';
export { correctMatch, rateCriteria, rateFilm, setLiked, setWatchlist } from './film-commands.ts';
export { purgeTrash, restoreTrash } from './trash-commands.ts';
export { followSite, forgetReview, keepReview, pauseSite, unfollowSite } from './review-commands.ts';
export { undoWrite } from './undo.ts';

/** Many commands as one: all of them happen, or none, and one undo takes all back. Answers a film only if all agree. */
export function inOneCommit(commands: readonly Command[]): Command {
  return async (commit) => {
    const films = new Set<string | null>();
    for (const command of commands) films.add(await command(commit));
    const [only = null] = films;
    return films.size === 1 ? only : null;
  };
}
