export type { Command } from '../store/commit.ts';
export { changeEntry, deleteEntry, logEntry } from './entry-commands.ts';
export { editEntries, editFilms, reassignEntry } from './edit-commands.ts';
export { changeFilm } from './film-changes.ts';
export { mergeFilms, moveToFilm, splitFilm } from './merge-commands.ts';
export { correctMatch, rateCriteria, rateFilm, setLiked, setWatchlist } from './film-commands.ts';
export {
  addToList,
  changeList,
  changeListItem,
  createList,
  deleteList,
  moveListItem,
  removeFromList,
  setOnList,
  turnTagIntoList,
} from './list-commands.ts';
export { purgeTrash, restoreTrash } from './trash-commands.ts';
export {
  followSite,
  forgetReview,
  keepReview,
  moveFeed,
  pauseSite,
  unfollowSite,
} from './review-commands.ts';
export { undoWrite } from './undo.ts';
