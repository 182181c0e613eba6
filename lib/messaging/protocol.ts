import type { Film, FilmRef, Match, SightedHint, WorkKind } from '../films/types.ts';
import type { PageReview, ReviewSummary, SourceScore } from '../films/review-types.ts';
import type {
  BackupSummary,
  EntryFields,
  WatchEntry,
  FilmInput,
  LogHealth,
  LogReceipt,
  OwnRecord,
  RatingValue,
  UndoToken,
  WatchlistRow,
  WriteReceipt,
} from '../watchlog/types.ts';
import type { CatalogueProtocol } from './catalogue-protocol.ts';
import type { CoverProtocol } from './cover-protocol.ts';
import type { ImportProtocol } from './import-protocol.ts';
import type { ListProtocol } from './list-protocol.ts';
import type { SyncProtocol } from './sync-protocol.ts';
import type { LogProtocol } from './log-protocol.ts';
import type { RatingsProtocol } from './ratings-protocol.ts';
import type { SourceProtocol } from './source-protocol.ts';
import type { LoadableScript } from './page-scripts.ts';
import type { BatchAnswer, BatchRequest, OwnAnswer } from './types.ts';

/** What the popup shows for one film: the film, its summary, and the user's own record. */
export interface FilmDescription {
  match: Match;
  /** Null where no film is known. */
  summary: ReviewSummary | null;
  own: OwnRecord | null;
  entries: WatchEntry[];
  /** Whether no film is known and the page does not say that it is one, but a series has this title. */
  isSeries?: boolean;
}

/** A film that typed words may mean. */
export interface FilmSuggestion {
  film: Film;
  /** The title that fits the words better than the film's main one; null if that fits. */
  otherTitle: string | null;
  /** The user's data about the film; null if it is not in the log. */
  own: OwnRecord | null;
}

/** The most letters of a text that films are suggested for. */
export const maxSuggestLength = 300;

/** A film that a page names, as the popup lists it. */
export interface PageFilm {
  sighted: SightedHint;
  match: Match;
  own: OwnRecord | null;
  /** The score that the user puts first; null if there is none, or if scores are hidden until the film is seen. */
  score: SourceScore | null;
}

/** What a tab's content script answers about its page when the popup asks. */
export interface TabReading {
  url: string;
  /** The title of the page, to tell which of its works it is about. */
  title: string;
  subject: SightedHint | null;
  /**
   * The films that the page names, with or without a badge, the subject first, then in page order; a film may be among
   * them several times. At most `maxHintsPerBatch`.
   */
  films: SightedHint[];
  /** Works on the page that are not films, at most 20. */
  nonfilms: { title: string; kind: WorkKind }[];
  review: PageReview | null;
}

/** Every message there is (those about sources of reviews are in `SourceProtocol`, those about catalogues in `CatalogueProtocol`, more about the log in `LogProtocol` and `ListProtocol`, those about sync in `SyncProtocol`): its name, what it carries, what it answers. */
export interface ProtocolMap
  extends
    SourceProtocol,
    CatalogueProtocol,
    CoverProtocol,
    RatingsProtocol,
    LogProtocol,
    ListProtocol,
    SyncProtocol,
    ImportProtocol {
  /** Content script to background: the badges of a batch of titles. */
  identifyBatch(request: BatchRequest): BatchAnswer;
  /** Content script to background: films of a list that are looked at, for services that take one film a request. */
  lookedAt(request: BatchRequest): void;
  /** Content script to background: the same badges with the user's own data, for the films that have a badge. */
  readOwnBatch(request: BatchRequest): OwnAnswer;
  /** Content script to background: a click on "Rate or log". Opens the popup, or a small window, on that film. */
  openPopupFor(hint: SightedHint): void;
  /** Content script to background: put what reads pages or their text, or what draws badges, into the sender's page. */
  loadScript(request: { name: LoadableScript }): void;

  /** Page to background: what is known of a film. */
  describeFilm(request: { hint: SightedHint }): FilmDescription;
  /** Page to background: the films that a text may mean, as one types, best first, at most 8. */
  suggestFilms(request: { text: string }): FilmSuggestion[];
  /** Page to background: the films that a page names, each once, without what turns out not to be a film. */
  listPageFilms(request: BatchRequest): PageFilm[];
  /** Page to background: the hint for which the content script of that tab opened the popup; given once. */
  takePendingPopupFilm(request: { tabId: number }): SightedHint | null;

  /** Page to background: writes. Each is acknowledged only after it is durable. */
  rateFilm(request: {
    film: FilmInput;
    value: RatingValue | null;
    criteria?: Record<string, RatingValue>;
    /** The id of the entry that the rating is given for, which gets it too. */
    entry?: string;
  }): WriteReceipt;
  logEntry(request: { film: FilmInput; entry: EntryFields; origin: WatchEntry['origin'] }): LogReceipt;
  changeEntry(request: { id: string; changes: EntryFields }): WriteReceipt;
  deleteEntry(request: { id: string }): WriteReceipt;
  setWatchlist(request: {
    film: FilmInput;
    listed: boolean;
    priority?: WatchlistRow['priority'];
    reason?: string;
  }): WriteReceipt;
  correctMatch(request: { keys: FilmRef[]; film: Film | null }): WriteReceipt;
  undoWrite(undo: UndoToken): WriteReceipt;

  /** Page to background: the health of the log, and what to do when rows are missing. */
  getLogHealth(): LogHealth;
  listBackups(): BackupSummary[];
  restoreBackup(request: { id: string }): LogHealth;
  acceptLoss(): LogHealth;

  /** Page or background to a tab's content script. */
  readTab(): TabReading | null;
  /** Background to every page and content script: the log or a setting changed; request again what is shown. */
  logChanged(): void;
}
