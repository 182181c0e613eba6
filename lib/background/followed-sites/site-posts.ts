import { listStoredRefs } from '../cache/film-refs.ts';
import { isSameFilm } from '../../films/same-film.ts';
import type { Film } from '../../films/types.ts';
import type { SitePost } from '../../reviews/site-reviews.ts';
import type { FeedCursor, SourceErrorCode } from '../../reviews/sources/types.ts';
import type { StoredReview } from '../../films/review-types.ts';
import type { CacheDatabase, PostRow, SiteRow, UseCache } from '../cache/cache-database.ts';

/** Names a site as a source of reviews. */
export function formatSiteSource(url: string): string {
  return `site:${new URL(url).host}`;
}

/** A page of posts that was read from a site. */
export interface PostsPage {
  rows: PostRow[];
  /** The ids of posts that are no longer public. */
  gone: string[];
  cursor: FeedCursor;
  /** Whether there is more to read that is new. */
  hasMore: boolean;
}

/** The row to store for a post that was read, and the row of before, or null. */
export type RenewPost = (known: PostRow | null, row: PostRow) => PostRow;

/** The stored posts of followed sites. */
export interface SitePosts {
  loadSite: (id: string) => Promise<SiteRow>;
  /** Stores the posts of one page and the cursor in one transaction. */
  savePage: (siteId: string, page: PostsPage, renew: RenewPost) => Promise<void>;
  /** Stores a page of older posts, and how far they were read. What was read of new ones stays. */
  savePast: (siteId: string, page: PostsPage, renew: RenewPost) => Promise<void>;
  saveFault: (siteId: string, fault: SourceErrorCode) => Promise<void>;
  /** Begins a site's reading again, for example with another feed. Its posts stay. */
  resetCursor: (siteId: string) => Promise<void>;
  /** Posts of a site whose pages are still to be read. */
  listPending: (siteId: string, most: number) => Promise<PostRow[]>;
  /** Replaces a post, unless it was deleted. */
  replace: (row: PostRow, renew: RenewPost) => Promise<void>;
  /** The ids of the posts after `after`, in their order. */
  listIds: (siteId: string, after: string | null, most: number) => Promise<string[]>;
  /**
   * The stored posts of a site that are not among those that its feed lists, though these reach further back; the newest
   * first.
   */
  listLeftOut: (siteId: string, listed: SitePost[]) => Promise<PostRow[]>;
  /** Deletes posts that are no longer public, and stores up to which post that was checked. */
  removeGone: (siteId: string, gone: string[], checkedTo: string | null) => Promise<void>;
  /** The reviews of each of many films, in their order. */
  findReviews: (films: Film[]) => Promise<StoredReview[][]>;
  listUnmatched: (most: number) => Promise<PostRow[]>;
  /** Posts of a site that have no film, and for which the user chose none. */
  listWithoutFilm: (siteId: string) => Promise<PostRow[]>;
  find: (siteId: string, url: string) => Promise<PostRow | null>;
  assign: (row: PostRow) => Promise<void>;
  count: (siteId: string) => Promise<{ reviews: number; unmatched: number }>;
  /** Deletes all data of a site. */
  dropSite: (siteId: string) => Promise<void>;
}

function makeSite(id: string): SiteRow {
  return { id, cursor: null, lastFetchedAt: null, fault: null, hasMore: false, checkedTo: null };
}

const keyOf = ({ siteId, id }: PostRow): [string, string] => [siteId, id];

/** Whether the post is on the site that has it in its feed. */
const isOnItsSite = ({ url, review }: PostRow): boolean => review?.source === formatSiteSource(url);

/** The reviews of each film among the posts; of one that several feeds have, that of the feed of its own site. */
async function findReviews(db: CacheDatabase, films: Film[]): Promise<StoredReview[][]> {
  if ((await db.count('posts')) === 0) return films.map(() => []);
  const index = db.transaction('posts').store.index('byRef');
  return Promise.all(
    films.map(async (film) => {
      const rows = (await Promise.all(listStoredRefs(film).map((ref) => index.getAll(ref)))).flat();
      const [own, linked] = [rows.filter(isOnItsSite), rows.filter((row) => !isOnItsSite(row))];
      const byUrl = new Map([...linked, ...own].map((row) => [row.url, row.review]));
      return [...byUrl.values()]
        .filter((review) => review !== null)
        .filter((review) => isSameFilm(film, review.film));
    }),
  );
}

const rangeOf = (siteId: string, after: string | null): IDBKeyRange =>
  // A list is after every text.
  IDBKeyRange.bound([siteId, after ?? ''], [siteId, []], after !== null);

/** When a post was published, in milliseconds since 1970; NaN if it does not say. */
const timeOf = ({ date }: SitePost): number => Date.parse(date ?? '');

async function listLeftOut(db: CacheDatabase, siteId: string, listed: SitePost[]): Promise<PostRow[]> {
  const times = listed.map(timeOf);
  // Without the time of each post it is not known how far back they reach.
  if (times.length === 0 || times.some(Number.isNaN)) return [];
  const oldest = Math.min(...times);
  const known = new Set(listed.flatMap(({ id, url }) => [id, url]));
  return (await db.getAllFromIndex('posts', 'bySite', siteId))
    .filter(({ id, url, post }) => timeOf(post) > oldest && !known.has(id) && !known.has(url))
    .sort((a, b) => timeOf(b.post) - timeOf(a.post));
}

/** Stores posts with a change of their site. A post with the id or the address of a stored one is that one. */
async function savePosts(
  db: CacheDatabase,
  { siteId, rows, gone }: Pick<PostsPage, 'rows' | 'gone'> & { siteId: string },
  renew: RenewPost,
  change: (site: SiteRow) => Partial<SiteRow>,
): Promise<void> {
  const tx = db.transaction(['posts', 'sites'], 'readwrite', { durability: 'relaxed' });
  const posts = tx.objectStore('posts');
  for (const row of rows) {
    const known = (await posts.get(keyOf(row))) ?? (await posts.index('byUrl').get([siteId, row.url]));
    if (known && known.id !== row.id) await posts.delete(keyOf(known));
    await posts.put(renew(known ?? null, row));
  }
  for (const id of gone) await posts.delete([siteId, id]);
  const sites = tx.objectStore('sites');
  const site = (await sites.get(siteId)) ?? makeSite(siteId);
  await sites.put({ ...site, ...change(site) });
  await tx.done;
}

/** What the cache's stores of sites and posts are read and changed by. */
function createSiteRows({ use, now }: { use: UseCache; now: () => number }) {
  const editSite = (id: string, change: Partial<SiteRow>): Promise<void> =>
    use(async (db) => {
      const tx = db.transaction('sites', 'readwrite', { durability: 'relaxed' });
      await tx.store.put({ ...((await tx.store.get(id)) ?? makeSite(id)), ...change });
      await tx.done;
    });
  return {
    loadSite: (id: string): Promise<SiteRow> =>
      use(async (db) => (await db.get('sites', id)) ?? makeSite(id)),
    savePage: (siteId: string, page: PostsPage, renew: RenewPost): Promise<void> =>
      use((db) =>
        savePosts(db, { ...page, siteId }, renew, ({ cursor, lastFetchedAt }) => ({
          // Older posts may be read at the same time.
          cursor: { ...page.cursor, past: cursor?.past ?? page.cursor.past },
          hasMore: page.hasMore,
          lastFetchedAt: page.hasMore ? lastFetchedAt : now(),
          fault: null,
        })),
      ),
    savePast: (siteId: string, page: PostsPage, renew: RenewPost): Promise<void> =>
      use((db) =>
        savePosts(db, { ...page, siteId }, renew, ({ cursor }) => ({
          cursor: { ...(cursor ?? page.cursor), past: page.cursor.past },
          fault: null,
        })),
      ),
    saveFault: (siteId: string, fault: SourceErrorCode): Promise<void> => editSite(siteId, { fault }),
    resetCursor: (siteId: string): Promise<void> =>
      editSite(siteId, { cursor: null, hasMore: false, checkedTo: null }),
    removeGone: (siteId: string, gone: string[], checkedTo: string | null): Promise<void> =>
      use(async (db) => {
        const tx = db.transaction(['posts', 'sites'], 'readwrite', { durability: 'relaxed' });
        for (const id of gone) await tx.objectStore('posts').delete([siteId, id]);
        const site = await tx.objectStore('sites').get(siteId);
        if (site) await tx.objectStore('sites').put({ ...site, checkedTo });
        await tx.done;
      }),
    dropSite: (siteId: string): Promise<void> =>
      use(async (db) => {
        const tx = db.transaction(['posts', 'sites'], 'readwrite', { durability: 'relaxed' });
        const posts = tx.objectStore('posts');
        for (const key of await posts.index('bySite').getAllKeys(siteId)) await posts.delete(key);
        await tx.objectStore('sites').delete(siteId);
        await tx.done;
      }),
  } satisfies Partial<SitePosts>;
}

/** The posts in the cache. Calls reject when the cache cannot be used. */
export function createSitePosts({ use, now }: { use: UseCache; now: () => number }): SitePosts {
  return {
    ...createSiteRows({ use, now }),
    listPending: (siteId, most) =>
      use((db) => db.getAllFromIndex('posts', 'byPage', IDBKeyRange.only([siteId, 1]), most)),
    replace: (row, renew) =>
      use(async (db) => {
        const tx = db.transaction('posts', 'readwrite', { durability: 'relaxed' });
        const known = await tx.store.get(keyOf(row));
        if (known) await tx.store.put(renew(known, row));
        await tx.done;
      }),
    listLeftOut: (siteId, listed) => use((db) => listLeftOut(db, siteId, listed)),
    listIds: (siteId, after, most) =>
      use(async (db) => (await db.getAllKeys('posts', rangeOf(siteId, after), most)).map(([, id]) => id)),
    findReviews: (films) => use((db) => findReviews(db, films)),
    listUnmatched: (most) => use((db) => db.getAllFromIndex('posts', 'byState', 'unmatched', most)),
    listWithoutFilm: (siteId) =>
      use(async (db) => {
        const rows = await db.getAllFromIndex('posts', 'byState', 'unmatched');
        return rows.filter((row) => row.siteId === siteId && !row.isAssigned);
      }),
    find: (siteId, url) =>
      use(async (db) => (await db.getFromIndex('posts', 'byUrl', [siteId, url])) ?? null),
    assign: (row) => use(async (db) => void (await db.put('posts', { ...row, isAssigned: true }))),
    count: (siteId) =>
      use(async (db) => {
        const rows = await db.getAllFromIndex('posts', 'bySite', siteId);
        const countOf = (state: PostRow['state']): number => rows.filter((row) => row.state === state).length;
        return { reviews: countOf('matched'), unmatched: countOf('unmatched') };
      }),
  };
}
