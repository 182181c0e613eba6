// The scenarios of the real WordPress (`npm run test:servers`), with one in memory; and a feed that leaves posts out.
import { expect, test } from 'vitest';
import { MemoryBlog } from './servers/memory-blog.ts';
import { testFollowing } from './servers/blog-scenarios.ts';
import { createFollower } from './servers/follower.ts';

testFollowing(() => new MemoryBlog());

const origin = 'https://notes.example';
/** Posts by title, the newest first, in the order of their days in October 2026. */
const days: Record<string, number> = { Heat: 20, Her: 15, Fargo: 10, Jaws: 5 };

/** A site with a feed of these posts, whose pages answer with a status; no page of it has a score. */
function makeSite({ listed, pages, hasDates = true }: FeedState): typeof globalThis.fetch {
  const items = listed.map((title) => {
    const date = hasDates ? `<pubDate>${days[title] ?? 1} Oct 2026 12:00:00 GMT</pubDate>` : '';
    return `<item><title>${title} – Review</title><link>${origin}/${title}/</link>${date}<description>Rating: 4/5</description></item>`;
  });
  const feed = `<rss version="2.0"><channel><title>Notes</title><link>${origin}/</link>${items.join('')}</channel></rss>`;
  const home = '<link rel="alternate" type="application/rss+xml" href="/feed">';
  return (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname === '/') return Promise.resolve(new Response(home));
    if (pathname === '/feed') return Promise.resolve(new Response(feed));
    return Promise.resolve(new Response('<p>A post.</p>', { status: pages[pathname.slice(1, -1)] ?? 200 }));
  };
}

interface FeedState {
  listed: string[];
  /** The status of each page; 200 for others. */
  pages: Record<string, number>;
  hasDates?: boolean;
}

/** The titles with a review after the feed changed from all posts to `then`. */
async function follow(then: FeedState): Promise<{ titles: string[]; pages: string[] }> {
  let answer = makeSite({ listed: Object.keys(days), pages: {} });
  const films = Object.keys(days).map((title): [string, number] => [title, 2000]);
  const reader = await createFollower({ fetch: (input, init) => answer(input, init), films });
  const followed = await reader.sites.follow(`${origin}/`);
  if (followed.state !== 'followed') throw new Error(followed.state);
  await reader.sites.fetchNow(followed.site.id);
  answer = makeSite(then);
  const before = reader.requests.length;
  reader.wait(6);
  await reader.sites.fetchNow(followed.site.id);
  const pages = reader.requests.slice(before).flatMap((url) => /example\/(\w+)\/$/.exec(url)?.[1] ?? []);
  return { titles: await reader.listTitles(), pages };
}

test.each<[string, FeedState, string[], string[]]>([
  [
    'goes if its page is gone, and stays if it is there',
    { listed: ['Heat', 'Jaws'], pages: { Her: 404 } },
    ['Fargo', 'Heat', 'Jaws'],
    ['Her', 'Fargo'],
  ],
  [
    'goes if its page says so',
    { listed: ['Heat', 'Jaws'], pages: { Fargo: 410 } },
    ['Heat', 'Her', 'Jaws'],
    ['Her', 'Fargo'],
  ],
  [
    'stays if its page is closed or broken',
    { listed: ['Heat', 'Jaws'], pages: { Her: 403, Fargo: 451 } },
    ['Fargo', 'Heat', 'Her', 'Jaws'],
    ['Her', 'Fargo'],
  ],
  [
    'stays, unasked, if the feed has no older one',
    { listed: ['Heat', 'Her'], pages: { Fargo: 404, Jaws: 404 } },
    ['Fargo', 'Heat', 'Her', 'Jaws'],
    [],
  ],
  [
    'stays, unasked, if the feed has no dates',
    { listed: ['Heat', 'Jaws'], pages: { Her: 404 }, hasDates: false },
    ['Fargo', 'Heat', 'Her', 'Jaws'],
    [],
  ],
  [
    'stays, unasked, if the feed is empty',
    { listed: [], pages: { Her: 404 } },
    ['Fargo', 'Heat', 'Her', 'Jaws'],
    [],
  ],
])('a post that a feed leaves out %s', async (_what, then, titles, pages) => {
  expect(await follow(then)).toEqual({ titles, pages });
});
