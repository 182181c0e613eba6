import type { Film, FilmRef } from '../films/types.ts';
import type { SourceScore } from '../films/review-types.ts';
import type {
  CheckReport,
  EntryEdit,
  FilmChanges,
  FilmEdit,
  LogChanges,
  TrashKey,
} from '../watchlog/commands/edit-types.ts';
import type { WatchEntry, FilmInput, RatingValue, WriteReceipt } from '../watchlog/types.ts';

/** A film of the log with the scores that the catalogues give it. */
export interface FilmScores {
  filmId: string;
  scores: SourceScore[];
}

/** The most films whose scores are asked for at once. */
export const maxFilmsPerScores = 500;

/** How the automatic backup stands. */
export interface FileBackupState {
  on: boolean;
  /** Whether the browser lets us write to the downloads folder; the page asks `permissions.request` for `downloads`. */
  hasPermission: boolean;
  /** False where the browser has no downloads for extensions. */
  isPossible: boolean;
  /** Milliseconds since 1970 of the last file written, or null. */
  lastDoneAt: number | null;
  /** Why the last try failed; null where it did not. */
  lastFault: string | null;
  /** The files that are still kept, newest first, at most ten. */
  files: { name: string; madeAt: number; bytes: number }[];
}

/** What the popup is opened for, beside its film: `log` opens the form for a viewing. */
export interface PopupTask {
  act: 'show' | 'log';
  origin: Extract<WatchEntry['origin'], 'popup' | 'menu' | 'command'>;
}

/** Messages about the log beyond its first writes, each from a page of the extension to the background. */
export interface LogProtocol {
  setLiked(request: { film: FilmInput; liked: boolean }): WriteReceipt;
  /** Ratings by criterion. The total follows their mean unless the user has set another: `rateFilm` sets it. */
  rateCriteria(request: { film: FilmInput; criteria: Record<string, RatingValue> }): WriteReceipt;
  /** Says that a viewing was of another film. */
  reassignEntry(request: { id: string; film: FilmInput }): WriteReceipt;
  /** Puts facts of a film right, by its row's id. */
  changeFilm(request: { id: string; changes: FilmChanges }): WriteReceipt;
  /** At most `maxRowsPerEdit` ids; the ones that are gone are passed over. One undo takes it back. */
  editEntries(request: { ids: string[]; edit: EntryEdit }): WriteReceipt;
  editFilms(request: { ids: string[]; edit: FilmEdit }): WriteReceipt;

  /** Takes rows out of the trash, at most `maxRowsPerEdit`; what they say of a film is said of it again. */
  restoreTrash(request: { rows: TrashKey[] }): WriteReceipt;
  /** Empties rows of the trash for ever, at most `maxRowsPerEdit`; answers how many. There is no undo. */
  purgeTrash(request: { rows: TrashKey[] }): { purged: number };

  /** The rows changed since a commit; null where too much has changed: then the page reads anew. */
  listLogChanges(request: { since: number }): LogChanges | null;
  /** What the catalogues say of films of the log, at most `maxFilmsPerScores`; films without a score are left out. */
  findFilmScores(request: { ids: string[] }): FilmScores[];

  /** Reads every row, mends what can be mended, and says what was found and done. */
  checkLog(): CheckReport;

  getFileBackup(): FileBackupState;
  /** Switches the daily backup on or off. The page has asked for the permission before. */
  switchFileBackup(request: { on: boolean }): FileBackupState;
  /** Writes a backup into the downloads folder now. */
  saveFileBackup(): FileBackupState;
  /** Background to the page in which a backup is made: the whole log as a file in memory, and its size. */
  makeBackupFile(): { url: string; bytes: number };

  /** What the popup of that tab was opened for; given once, null where it was opened by hand. */
  takePopupTask(request: { tabId: number }): PopupTask | null;
  /** Opens the popup, or a small window, on a film. */
  showFilm(request: { film: Pick<Film, 'title' | 'year'> & { refs: FilmRef[]; directors?: string[] } }): void;
}
