import type { Film, FilmRef } from '../films/types.ts';
import type { SourceScore } from '../films/review-types.ts';
import type {
  CheckReport,
  EntryEdit,
  FilmChanges,
  FilmEdit,
  LogCheck,
  LogChanges,
  RestoreMode,
  RestorePreview,
  TrashKey,
} from '../watchlog/commands/edit-types.ts';
import type { Lately } from '../watchlog/queries/lately.ts';
import type { BackedUp } from './import-protocol.ts';
import type { BackupSummary, WatchEntry, FilmInput, RatingValue, WriteReceipt } from '../watchlog/types.ts';

/** A film of the log with its scores from the catalogues. */
export interface FilmScores {
  filmId: string;
  scores: SourceScore[];
}

/** The most films that one request may ask scores for. */
export const maxFilmsPerScores = 500;

/** Why a backup could not be written. */
export const fileBackupFaults = [
  'no-permission',
  'unsupported',
  'log-damaged',
  'disk-full',
  'too-slow',
  'failed',
] as const;
export type FileBackupFault = (typeof fileBackupFaults)[number];

/** How often a file is saved automatically. */
export type FileBackupInterval = 'day' | 'week';

/** The state of the automatic backup. */
export interface FileBackupState {
  on: boolean;
  interval: FileBackupInterval;
  /** Whether the browser lets us write to the downloads folder; the page asks `permissions.request` for `downloads`. */
  hasPermission: boolean;
  /** False where the browser has no downloads for extensions. */
  isPossible: boolean;
  /** Milliseconds since 1970 of the last file written, or null. */
  lastDoneAt: number | null;
  /** Why the last try failed; null where it did not. */
  lastFault: FileBackupFault | null;
  /** The files that are still kept, newest first, at most ten. */
  files: { name: string; madeAt: number; bytes: number }[];
}

/** The checks of the log. */
export interface LogCheckState {
  /** Rows read, of all; null while no check runs. The total is 0 until it is known. */
  progress: { read: number; total: number } | null;
  last: LogCheck | null;
}

/** What to do when the popup opens: `log` puts the focus on what logs the film. */
export interface PopupTask {
  act: 'show' | 'log';
  origin: Extract<WatchEntry['origin'], 'popup' | 'menu' | 'command'>;
}

/** Messages about the log beyond its first writes, each from a page of the extension to the background. */
export interface LogProtocol {
  setLiked(request: { film: FilmInput; liked: boolean }): WriteReceipt;
  /** Ratings by criterion. The total follows their mean unless the user has set another: `rateFilm` sets it. */
  rateCriteria(request: { film: FilmInput; criteria: Record<string, RatingValue> }): WriteReceipt;
  /** Moves an entry to another film. */
  reassignEntry(request: { id: string; film: FilmInput }): WriteReceipt;
  /** Corrects facts of a film, by its row's id. */
  changeFilm(request: { id: string; changes: FilmChanges }): WriteReceipt;
  /** Joins the film `from` to the film `into`. `ratingOf`: the film whose rating stays. */
  mergeFilms(request: { into: string; from: string; ratingOf?: string }): WriteReceipt;
  /** Splits a film off again that was joined to another, by its own id. */
  splitFilm(request: { id: string }): WriteReceipt;
  /** Moves entries and ids of a film to another film. */
  moveToFilm(request: { id: string; entries: string[]; refs: FilmRef[]; film: FilmInput }): WriteReceipt;
  /** At most `maxRowsPerEdit` ids; missing ones are ignored. One undo reverts all. */
  editEntries(request: { ids: string[]; edit: EntryEdit }): WriteReceipt;
  editFilms(request: { ids: string[]; edit: FilmEdit }): WriteReceipt;

  /** Takes rows out of the trash, at most `maxRowsPerEdit`; corrections and kept reviews among them apply again. */
  restoreTrash(request: { rows: TrashKey[] }): WriteReceipt;
  /** Empties rows of the trash permanently, at most `maxRowsPerEdit`; answers how many. There is no undo. */
  purgeTrash(request: { rows: TrashKey[] }): { purged: number };

  /** The rows changed since a commit; null where too much has changed: then the page reads everything again. */
  listLogChanges(request: { since: number }): LogChanges | null;
  /** The catalogues' scores for films of the log, at most `maxFilmsPerScores`; films without a score are left out. */
  findFilmScores(request: { ids: string[] }): FilmScores[];

  /** Reads every row, repairs what it can, and reports what it found and did. */
  checkLog(): CheckReport;
  /** How far a check that runs is, and what the last one found. */
  getLogCheck(): LogCheckState;

  /** The kept backups, newest first, each as the log was then. */
  listKept(): BackupSummary[];
  /** Makes a backup now, unless the newest has everything. */
  makeBackup(): BackupSummary[];
  /** What making the log as it was in a backup would change. */
  previewRestore(request: { id: string }): RestorePreview;
  /**
   * Makes the log as it was in a backup, or brings back what is missing, in one step, after a backup of the log as it is.
   * `name` is for the list of imports. Answers the id for `undoImport`.
   */
  goBack(request: { id: string; mode: RestoreMode; name: string }): BackedUp & { importId: string };

  getFileBackup(): FileBackupState;
  /** Switches the automatic backup on or off. The page asks for the permission first. */
  switchFileBackup(request: { on: boolean }): FileBackupState;
  setFileBackupInterval(request: { interval: FileBackupInterval }): FileBackupState;
  /** Notes that the page has saved a file with the whole log. */
  noteFileSaved(): FileBackupState;
  /** Writes a backup into the downloads folder now. */
  saveFileBackup(): FileBackupState;
  /** Background to the page in which a backup is made: the whole log as a file in memory, and its size. */
  makeBackupFile(): { url: string; bytes: number };

  /** The newest entries of the diary, a few. */
  getLately(): Lately;
  /** What the popup of that tab was opened for; given once, null where it was opened by hand. */
  takePopupTask(request: { tabId: number }): PopupTask | null;
  /** Opens the popup, or a small window, on a film. */
  showFilm(request: { film: Pick<Film, 'title' | 'year'> & { refs: FilmRef[]; directors?: string[] } }): void;
}
