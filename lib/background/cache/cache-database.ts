import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { FilmRef, Film, SightedHint } from '../../films/types.ts';
import type { CatalogueFilm } from '../../catalogue/types.ts';
import type { FeedCursor, FoundFilm, LiveSourceId, SourceErrorCode } from '../../reviews/sources/types.ts';
import { readPostHint, type SitePost } from '../../reviews/site-reviews.ts';
import type { ReviewParts } from '../../review-text/review-parts.ts';
import type { SourceScore, StoredReview } from '../../films/review-types.ts';
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
  /** Milliseconds since 1970 when everything new was read; null: never. */
  lastFetchedAt: number | null;
  fault: SourceErrorCode | null;
  /** Whether there is more to read that is new. */
  hasMore: boolean;
  /** The id of the post that was last asked whether it is still public; null: the next is the first. */
  checkedTo: string | null;
}

/** A post of a followed site: the review of a film, or not assigned. Two sites may have posts of one address. */
export interface PostRow {
  siteId: string;
  /** The site's id of the post. */
  id: string;
  url: string;
  /** `matched` has a review; `unmatched` waits to be looked at; `dropped` is about no film. */
  state: 'matched' | 'unmatched' | 'dropped';
  /** The user said which film it is about; a new reading does not change that. */
  isAssigned: boolean;
  post: SitePost;
  /** What its page's data states. */
  parts: ReviewParts | null;
  /** 1 while its page is still to be read for a score; an index holds no booleans. */
  pagePending: 0 | 1;
  /** What the post says of its film; null if it is about something else. */
  sighted: SightedHint | null;
  title: string;
  year: number | null;
  candidates: Film[];
  review: StoredReview | null;
  /** The refs that find the post. */
  refs: FilmRef[];
}

/** A score that a page stated, as the score of its site. */
export interface StatedScoreRow {
  /** The score's source and the site's own ref of the film. */
  key: string;
  /** The refs that find the row. */
  refs: FilmRef[];
  film: Pick<Film, 'title' | 'year' | 'directors'>;
  score: SourceScore;
  /** Milliseconds since 1970. */
  savedAt: number;
}

/** What one write to the log changed, for its undo. */
export interface UndoRow {
  token: UndoToken;
  /** Milliseconds since 1970. */
  madeAt: number;
  changes: WriteChanges;
}

/** The cover of a film. */
export interface CoverRow {
  /** A ref of the film, after `tmdb ` where TMDB has sent the picture. */
  key: string;
  /** The refs that find it. */
  refs: FilmRef[];
  film: Pick<Film, 'title' | 'year' | 'directors'>;
  /** The picture as the address of its data; null: TMDB has none. */
  picture: string | null;
  /** Where it is from; absent: it was on the screen when the user rated or logged the film. */
  from?: 'tmdb';
  /** Milliseconds since 1970. */
  savedAt: number;
}

/** The cache in `idb`'s terms. */
export interface CacheSchema extends DBSchema {
  answers: { key: string; value: AnswerRow; indexes: { bySavedAt: number } };
  sourceAnswers: {
    key: string;
    value: SourceAnswerRow;
    indexes: { byRef: string; bySource: string; byFetchedAt: number };
  };
  meters: { key: string; value: QuotaRow };
  sites: { key: string; value: SiteRow };
  posts: {
    key: [siteId: string, id: string];
    value: PostRow;
    indexes: {
      byRef: string;
      bySite: string;
      byState: string;
      byPage: [string, number];
      byUrl: [siteId: string, url: string];
    };
  };
  covers: { key: string; value: CoverRow; indexes: { byRef: string; bySavedAt: number } };
  undo: { key: string; value: UndoRow; indexes: { byMadeAt: number } };
  statedScores: { key: string; value: StatedScoreRow; indexes: { byRef: string; bySavedAt: number } };
}

export type CacheDatabase = IDBPDatabase<CacheSchema>;
type Upgrade = IDBPTransaction<CacheSchema, StoreNames<CacheSchema>[], 'versionchange'>;

function createPosts(
  db: CacheDatabase,
  keyPath: string | string[],
): ReturnType<typeof db.createObjectStore<'posts'>> {
  const posts = db.createObjectStore('posts', { keyPath });
  posts.createIndex('byRef', 'refs', { multiEntry: true });
  posts.createIndex('bySite', 'siteId');
  posts.createIndex('byState', 'state');
  posts.createIndex('byPage', ['siteId', 'pagePending']);
  return posts;
}

/** Each step changes only the stores that it names; the others keep their rows. */
const steps: ((db: CacheDatabase, upgrade: Upgrade) => void | Promise<void>)[] = [
  (db) => void db.createObjectStore('answers', { keyPath: 'key' }).createIndex('bySavedAt', 'savedAt'),
  (db) => {
    const answers = db.createObjectStore('sourceAnswers', { keyPath: 'key' });
    answers.createIndex('byRef', 'refs', { multiEntry: true });
    answers.createIndex('bySource', 'source');
    answers.createIndex('byFetchedAt', 'fetchedAt');
    db.createObjectStore('meters', { keyPath: 'id' });
    db.createObjectStore('sites', { keyPath: 'id' });
    createPosts(db, 'url');
  },
  (db) => void db.createObjectStore('undo', { keyPath: 'token' }).createIndex('byMadeAt', 'madeAt'),
  (db) => {
    const scores = db.createObjectStore('statedScores', { keyPath: 'key' });
    scores.createIndex('byRef', 'refs', { multiEntry: true });
    scores.createIndex('bySavedAt', 'savedAt');
  },
  async (db, upgrade) => {
    // The user's choice of a post's film cannot be fetched again.
    const rows = await upgrade.objectStore('posts').getAll();
    db.deleteObjectStore('posts');
    const posts = createPosts(db, ['siteId', 'url']);
    for (const row of rows) await posts.put(row);
  },
  async (db, upgrade) => {
    const rows = await upgrade.objectStore('posts').getAll();
    db.deleteObjectStore('posts');
    const posts = createPosts(db, ['siteId', 'id']);
    posts.createIndex('byUrl', ['siteId', 'url']);
    for (const row of rows) {
      const { lines = [] }: Partial<SitePost> = row.post;
      const post = { ...row.post, id: row.url, lines };
      const sighted = row.state === 'dropped' ? null : readPostHint(post, row.parts);
      await posts.put({ ...row, id: row.url, post, sighted });
    }
    // Their cursors were in the wrong time zone: each site is read from its newest posts on again.
    const sites = upgrade.objectStore('sites');
    for (const site of await sites.getAll())
      await sites.put({ ...site, cursor: null, lastFetchedAt: null, hasMore: false, checkedTo: null });
  },
  (db) => {
    const covers = db.createObjectStore('covers', { keyPath: 'key' });
    covers.createIndex('byRef', 'refs', { multiEntry: true });
    covers.createIndex('bySavedAt', 'savedAt');
  },
];

function open(name: string, onLost: () => void): Promise<CacheDatabase> {
  return openDB<CacheSchema>(name, steps.length, {
    upgrade(db, oldVersion, _newVersion, upgrade) {
      const runAll = async (): Promise<void> => {
        for (const step of steps.slice(oldVersion)) await step(db, upgrade);
      };
      // After an error the cache stays as it was.
      runAll().catch(() => void (upgrade.error === null && upgrade.abort()));
    },
    blocking: (_version, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}

/** Runs a task on the cache. Rejects when the cache cannot be opened. */
export type UseCache = <T>(task: (db: CacheDatabase) => Promise<T>) => Promise<T>;

/** Opens the cache when it is first used, and again after the browser has closed it or could not open it. */
export function createCache(name = cacheDatabaseName): UseCache {
  let opening: Promise<CacheDatabase> | null = null;
  const forget = (): void => void (opening = null);
  return async (task) => {
    if (opening === null) {
      opening = open(name, forget);
      opening.catch(forget);
    }
    return await task(await opening);
  };
}
