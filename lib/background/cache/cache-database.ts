import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { FilmRef, Film } from '../../films/types.ts';
import type { CatalogueFilm } from '../../catalogue/types.ts';
import type { FeedCursor, FoundFilm, LiveSourceId, SourceErrorCode } from '../../reviews/sources/types.ts';
import type { SitePost } from '../../reviews/site-reviews.ts';
import type { ReviewParts } from '../../review-text/review-parts.ts';
import type { StoredReview } from '../../films/review-types.ts';
import type { UndoToken, WriteChanges } from '../../watchlog/types.ts';

/** The cache holds only data that can be fetched again, and nothing of the user's own. */
export const cacheDatabaseName = 'marquee-cache';

/** What the catalogues have for a film's refs. */
export interface AnswerRow {
  /** The refs that were looked up, joined. */
  key: string;
  /** What each catalogue had, by its id, with the catalogue's name. */
  findings: { catalogue: string; name: string; films: CatalogueFilm[] }[];
  /** Which catalogues were asked, as `fingerprint` gives them. */
  catalogues: string;
  /** Milliseconds since 1970. */
  savedAt: number;
}

/** What a live source has about a film, and how the last request ended. */
export interface SourceAnswerRow {
  /** The source and the ref that the film was requested by. */
  key: string;
  source: LiveSourceId;
  /** The refs that find the row: those requested, and those of the film that was found. */
  refs: FilmRef[];
  /** Null: the source has nothing, or has not answered yet. */
  found: FoundFilm | null;
  /** Milliseconds since 1970 of the last answer, `found` or nothing; null where none ever came. */
  fetchedAt: number | null;
  /** Why the last request failed; null when it did not. */
  fault: { code: SourceErrorCode; until: number } | null;
}

/** How many requests a source or a host got, and whether it is paused. Persists when the worker ends. */
export interface QuotaRow {
  /** A source's id, or `site:` and a host. */
  id: string;
  /** The day of `used`, UTC. */
  day: string;
  used: number;
  /** Failures without an answer between them. */
  failures: number;
  fault: SourceErrorCode | null;
  /** Milliseconds since 1970 before which it is not asked; 0: it may be. */
  restUntil: number;
  /** Milliseconds since 1970, or null. */
  lastAnswerAt: number | null;
}

/** How far a followed site has been read. */
export interface SiteRow {
  /** The followed site's id in the log. */
  id: string;
  cursor: FeedCursor | null;
  lastFetchedAt: number | null;
  fault: SourceErrorCode | null;
}

/** A post of a followed site: the review of a film, or set aside. */
export interface PostRow {
  url: string;
  siteId: string;
  /** `matched` has a review; `unmatched` waits to be looked at; `dropped` is about no film. */
  state: 'matched' | 'unmatched' | 'dropped';
  /** The user said which film it is about; a new reading does not change that. */
  isAssigned: boolean;
  post: SitePost;
  /** What its page's data states. */
  parts: ReviewParts | null;
  /** 1 while its page is still to be read for a score; an index holds no booleans. */
  pagePending: 0 | 1;
  title: string;
  year: number | null;
  candidates: Film[];
  review: StoredReview | null;
  /** The refs that find the post. */
  refs: FilmRef[];
}

/** What one write to the log changed, for its undo. */
export interface UndoRow {
  token: UndoToken;
  /** Milliseconds since 1970. */
  madeAt: number;
  changes: WriteChanges;
}

/** The cache in `idb`'s terms. */
interface CacheSchema extends DBSchema {
  answers: { key: string; value: AnswerRow; indexes: { bySavedAt: number } };
  sourceAnswers: {
    key: string;
    value: SourceAnswerRow;
    indexes: { byRef: string; bySource: string; byFetchedAt: number };
  };
  meters: { key: string; value: QuotaRow };
  sites: { key: string; value: SiteRow };
  posts: {
    key: string;
    value: PostRow;
    indexes: { byRef: string; bySite: string; byState: string; byPage: [string, number] };
  };
  undo: { key: string; value: UndoRow; indexes: { byMadeAt: number } };
}

export type CacheDatabase = IDBPDatabase<CacheSchema>;

/** Each step makes stores of its own and leaves the others as they are; a store whose rows change is emptied by a new one. */
const steps: ((db: CacheDatabase) => void)[] = [
  (db) => void db.createObjectStore('answers', { keyPath: 'key' }).createIndex('bySavedAt', 'savedAt'),
  (db) => {
    const answers = db.createObjectStore('sourceAnswers', { keyPath: 'key' });
    answers.createIndex('byRef', 'refs', { multiEntry: true });
    answers.createIndex('bySource', 'source');
    answers.createIndex('byFetchedAt', 'fetchedAt');
    db.createObjectStore('meters', { keyPath: 'id' });
    db.createObjectStore('sites', { keyPath: 'id' });
    const posts = db.createObjectStore('posts', { keyPath: 'url' });
    posts.createIndex('byRef', 'refs', { multiEntry: true });
    posts.createIndex('bySite', 'siteId');
    posts.createIndex('byState', 'state');
    posts.createIndex('byPage', ['siteId', 'pagePending']);
  },
  (db) => void db.createObjectStore('undo', { keyPath: 'token' }).createIndex('byMadeAt', 'madeAt'),
];

function open(name: string): Promise<CacheDatabase> {
  return openDB<CacheSchema>(name, steps.length, {
    upgrade: (db, oldVersion) => steps.slice(oldVersion).forEach((step) => step(db)),
    blocking: (_version, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** Runs a task on the cache. Rejects when the cache cannot be opened. */
export type UseCache = <T>(task: (db: CacheDatabase) => Promise<T>) => Promise<T>;

/** Opens the cache when it is first used, and again after the browser has closed it. */
export function createCache(name = cacheDatabaseName): UseCache {
  let opening: Promise<CacheDatabase> | null = null;
  return async (task) => {
    opening ??= open(name);
    try {
      return await task(await opening);
    } catch (error) {
      opening = null;
      throw error;
    }
  };
}
