import type { FeedCursor, FeedPage } from '../types.ts';
import type { SitePost } from '../../site-reviews.ts';

/** How far the older pages of a feed were read. */
type Past = NonNullable<FeedCursor['past']>;

/** The most older pages of a feed that are read: its own links may lead in a circle. */
export const maxOlderPages = 300;

/**
 * The address of the page after one of WordPress's feeds, which do not name it: they count their pages in `paged`. The
 * last page is followed by one that is not there.
 */
export function countPaged(address: string): string {
  const url = new URL(address);
  url.searchParams.set('paged', String(Number(url.searchParams.get('paged') ?? 1) + 1));
  return url.href;
}

/** Whether a feed's older page is on the feed's own site, and not the page that names it. */
const isNext = (older: string, page: string, feed: string): boolean =>
  older !== page && older !== feed && new URL(older).origin === new URL(feed).origin;

/** Where to continue after the feed's first page; null if it names no older one. */
export function beginPast(feed: string, older: string | null, posts: SitePost[]): Past | null {
  if (older === null || !isNext(older, feed, feed)) return null;
  return { page: 0, total: null, isDone: false, next: older, first: posts[0]?.id ?? null };
}

/** The posts of an older page with the cursor after it. A server that gives the same page again has no older ones. */
export function continuePast(
  cursor: FeedCursor,
  { feed, posts, older }: { feed: string; posts: SitePost[]; older: string | null },
): FeedPage {
  const { page = 0, next = feed, first = null } = cursor.past ?? {};
  const ownFirst = posts[0]?.id ?? null;
  const isAgain = ownFirst === null || ownFirst === first;
  const hasMore = !isAgain && older !== null && page + 1 < maxOlderPages && isNext(older, next ?? feed, feed);
  const past: Past = {
    page: page + 1,
    total: null,
    isDone: !hasMore,
    next: hasMore ? older : null,
    first: ownFirst,
  };
  return { posts: isAgain ? [] : posts, gone: [], cursor: { ...cursor, past }, hasMore };
}
