import { listStoredRefs } from '../cache/film-refs.ts';
import { isSameFilm } from '../../films/same-film.ts';
import type { Film } from '../../films/types.ts';
import type { FeedCursor, SourceErrorCode } from '../../reviews/sources/types.ts';
import type { StoredReview } from '../../films/review-types.ts';
import type { CacheDatabase, PostRow, SiteRow, UseCache } from '../cache/cache-database.ts';

/** The stored posts of followed sites. */
export interface SitePosts {
  loadSite: (id: string) => Promise<SiteRow>;
  /** Stores the posts of one page and the cursor in one transaction. */
  savePage: (siteId: string, rows: PostRow[], cursor: FeedCursor) => Promise<void>;
  saveFault: (siteId: string, fault: SourceErrorCode) => Promise<void>;
  /** Posts of a site whose pages are still to be read. */
  listPending: (siteId: string, most: number) => Promise<PostRow[]>;
  /** Replaces a post, unless it was deleted or the user chose its film. */
  replace: (row: PostRow) => Promise<void>;
  /** The reviews of each of many films, in their order. */
  findReviews: (films: Film[]) => Promise<StoredReview[][]>;
  listUnmatched: (most: number) => Promise<PostRow[]>;
  find: (url: string) => Promise<PostRow | null>;
  assign: (row: PostRow) => Promise<void>;
  count: (siteId: string) => Promise<{ reviews: number; unmatched: number }>;
  /** Deletes all data of a site. */
  dropSite: (siteId: string) => Promise<void>;
}

function makeSite(id: string): SiteRow {
  return { id, cursor: null, lastFetchedAt: null, fault: null };
}

/** The reviews of each film among the posts. */
async function findReviews(db: CacheDatabase, films: Film[]): Promise<StoredReview[][]> {
  if ((await db.count('posts')) === 0) return films.map(() => []);
  const index = db.transaction('posts').store.index('byRef');
  return Promise.all(
    films.map(async (film) => {
      const rows = (await Promise.all(listStoredRefs(film).map((ref) => index.getAll(ref)))).flat();
      const byUrl = new Map(rows.map((row) => [row.url, row.review]));
      return [...byUrl.values()]
        .filter((review) => review !== null)
        .filter((review) => isSameFilm(film, review.film));
    }),
  );
}

/** The posts in the cache. Calls reject when the cache cannot be used. */
export function createSitePosts({ use, now }: { use: UseCache; now: () => number }): SitePosts {
  const editSite = (id: string, change: Partial<SiteRow>): Promise<void> =>
    use(async (db) => {
      const tx = db.transaction('sites', 'readwrite', { durability: 'relaxed' });
      await tx.store.put({ ...((await tx.store.get(id)) ?? makeSite(id)), ...change });
      await tx.done;
    });
  return {
    loadSite: (id) => use(async (db) => (await db.get('sites', id)) ?? makeSite(id)),
    savePage: (siteId, rows, cursor) =>
      use(async (db) => {
        const tx = db.transaction(['posts', 'sites'], 'readwrite', { durability: 'relaxed' });
        const posts = tx.objectStore('posts');
        for (const row of rows) {
          const known = await posts.get(row.url);
          if (!known?.isAssigned) await posts.put(row);
        }
        await tx.objectStore('sites').put({ id: siteId, cursor, lastFetchedAt: now(), fault: null });
        await tx.done;
      }),
    saveFault: (siteId, fault) => editSite(siteId, { fault }),
    listPending: (siteId, most) =>
      use((db) => db.getAllFromIndex('posts', 'byPage', IDBKeyRange.only([siteId, 1]), most)),
    replace: (row) =>
      use(async (db) => {
        const tx = db.transaction('posts', 'readwrite', { durability: 'relaxed' });
        const known = await tx.store.get(row.url);
        if (known) await tx.store.put(known.isAssigned ? { ...known, pagePending: 0 } : row);
        await tx.done;
      }),
    findReviews: (films) => use((db) => findReviews(db, films)),
    listUnmatched: (most) => use((db) => db.getAllFromIndex('posts', 'byState', 'unmatched', most)),
    find: (url) => use(async (db) => (await db.get('posts', url)) ?? null),
    assign: (row) => use(async (db) => void (await db.put('posts', { ...row, isAssigned: true }))),
    count: (siteId) =>
      use(async (db) => {
        const rows = await db.getAllFromIndex('posts', 'bySite', siteId);
        const countOf = (state: PostRow['state']): number => rows.filter((row) => row.state === state).length;
        return { reviews: countOf('matched'), unmatched: countOf('unmatched') };
      }),
    dropSite: (siteId) =>
      use(async (db) => {
        const tx = db.transaction(['posts', 'sites'], 'readwrite', { durability: 'relaxed' });
        const posts = tx.objectStore('posts');
        for (const url of await posts.index('bySite').getAllKeys(siteId)) await posts.delete(url);
        await tx.objectStore('sites').delete(siteId);
        await tx.done;
      }),
  };
}
