// A reader that follows sites as the background does: its own log and cache, and requests by `fetch`.
import 'fake-indexeddb/auto';
import { createCache } from '../../lib/background/cache/cache-database.ts';
import { createFollowedSites } from '../../lib/background/followed-sites/followed-sites.ts';
import { createSitePosts } from '../../lib/background/followed-sites/site-posts.ts';
import { createTestQueue } from '../../lib/background/testing/queue.ts';
import { createUsageQuota } from '../../lib/background/http/usage-quota.ts';
import { makeFilm } from '../../lib/films/make-film.ts';
import { titleKey } from '../../lib/films/titles/title-key.ts';
import type { StoredReview } from '../../lib/films/review-types.ts';
import type { Film, MatchHints } from '../../lib/films/types.ts';
import { createLogFixture } from '../../lib/watchlog/testing/fixture.ts';

interface FollowerOptions {
  fetch: typeof globalThis.fetch;
  /** The films that are known, by title and year. */
  films: [title: string, year: number][];
}

let names = 0;

/** Matches hints to films by title, and by year where they have one. */
const identifyAmong =
  (known: Film[]): MatchHints =>
  (hints) =>
    Promise.resolve(
      hints.map((sighted) => {
        const { title, year } = sighted.hint;
        const film = known.find(
          (one) => titleKey(one.title) === titleKey(title) && (year === null || one.year === year),
        );
        return film
          ? { sighted, match: { kind: 'film', film, reason: 'title-and-year', certainty: 'sure' } as const }
          : { sighted, match: { kind: 'unknown', reason: 'no-film-of-that-name' } as const };
      }),
    );

/** A review as "Her: 4/5 by Ann on 2026-03-14 at /her/". */
function formatReview(title: string, { score, author, date, url }: StoredReview): string {
  const value = score === null ? '-' : `${score.value}/${score.best}`;
  const { pathname, search } = new URL(url);
  return `${title}: ${value} by ${author?.name ?? '-'} on ${date?.slice(0, 10) ?? '-'} at ${pathname}${search}`;
}

/** Creates a reader. Time passes only when `wait` is called. */
export async function createFollower({ fetch, films }: FollowerOptions) {
  const name = `follower-${(names += 1)}-${crypto.randomUUID()}`;
  const known = films.map(([title, year]) => makeFilm({ title, year }));
  let ms = Date.now();
  const now = (): number => ms;
  const use = createCache(name);
  const quota = createUsageQuota({ use, now });
  const requests: string[] = [];
  const { log } = await createLogFixture();
  const posts = createSitePosts({ use, now });
  const sites = createFollowedSites({
    posts,
    queue: createTestQueue({
      fetch: (input, init) => {
        requests.push(input instanceof Request ? input.url : input.toString());
        return fetch(input, init);
      },
      now,
      quota,
    }),
    quota,
    identify: identifyAmong(known),
    readLog: (query) => log.read(query),
    write: async (command) => {
      const { changes: _changes, ...receipt } = await log.write(command);
      return { ...receipt, undo: '' };
    },
    now,
    hasPermission: () => Promise.resolve(true),
    loadWithText: () => Promise.resolve(false),
    onAnswer: () => undefined,
  });
  const reviewsOf = async (film: Film) => (await posts.findReviews([film])).flat();
  return {
    sites,
    requests,
    /** Lets hours pass. */
    wait: (hours: number) => void (ms += hours * 3_600_000),
    /** Adds a film to those that are known. */
    learn: (title: string, year: number) => void known.push(makeFilm({ title, year })),
    /** The reviews of each film, as texts; films without one are left out. */
    async listReviews(): Promise<string[]> {
      const found = await Promise.all(known.map(async (film) => [film, await reviewsOf(film)] as const));
      return found.flatMap(([{ title }, reviews]) => reviews.map((one) => formatReview(title, one)));
    },
    /** The titles of the films that have a review. */
    async listTitles(): Promise<string[]> {
      const counts = await Promise.all(known.map(async (film) => (await reviewsOf(film)).length));
      return known.flatMap(({ title }, at) => (counts[at] ? [title] : [])).sort();
    },
    /** Chooses the film of a post, by its address. */
    async assign(siteId: string, url: string, title: string | null) {
      await sites.assign(siteId, url, known.find((film) => film.title === title) ?? null);
    },
  };
}

export type Follower = Awaited<ReturnType<typeof createFollower>>;
