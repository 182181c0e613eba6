// What an author does with a WordPress blog, and what a reader who follows it has then.
import { expect, test } from 'vitest';
import type { Blog, BlogPost } from './blog.ts';
import { createFollower, type Follower } from './follower.ts';

const dayMs = 24 * 3_600_000;
const titles = ['Her', 'Heat', 'Alien', 'Fargo', 'Jaws', 'Memento'];
/** Films of many posts. */
const numbered = Array.from({ length: 66 }, (_, at) => `Silent Lake ${String(at + 1).padStart(2, '0')}`);

const review = (title: string, score: number, more: Partial<BlogPost> = {}): BlogPost => ({
  title: `${title} – Review`,
  text: `<p>It begins at night.</p><p>Rating: ${score}/5</p>`,
  ...more,
});

/** A blog, and a reader who may follow it. */
interface Visit {
  blog: Blog;
  reader: Follower;
  /** Follows the blog and waits for its first posts. */
  follow: () => Promise<void>;
  /** Lets six hours pass, or as many as stated, and fetches what is new. */
  fetchLater: (hours?: number) => ReturnType<Follower['sites']['fetchNow']>;
  siteId: () => string;
}

type Scenario = (visit: Visit) => Promise<void>;

/** Publishes, changes and moves posts of a blog in a zone. */
const changePosts =
  (zone: string): Scenario =>
  async ({ blog, reader, follow, fetchLater }) => {
    await blog.setZone(zone);
    const [her = 0, heat = 0] = await blog.publish(
      review('Her', 2, { date: new Date(Date.now() - 900 * dayMs) }),
      review('Heat', 3, { date: new Date(Date.now() - 2 * dayMs) }),
    );
    await follow();
    await blog.publish(review('Alien', 5));
    await blog.edit([her], { text: '<p>Better than I thought.</p><p>Rating: 5/5</p>' });
    await blog.move(heat, 'a-new-address');
    await fetchLater();
    const [found, ...more] = (await reader.listReviews()).filter((one) => one.startsWith('Heat'));
    expect(found).toMatch(/at \/a-new-address\/$/);
    expect(more).toEqual([]);
    expect(await reader.listReviews()).toContainEqual(expect.stringMatching(/^Her: 5\/5/));
    expect(await reader.listTitles()).toEqual(['Alien', 'Heat', 'Her']);
  };

/** Changes posts before and after the blog's zone is changed. */
const changeZone =
  (before: string, after: string): Scenario =>
  async ({ blog, reader, follow, fetchLater }) => {
    await blog.setZone(before);
    const old = new Date(Date.now() - 900 * dayMs);
    const [her = 0, heat = 0] = await blog.publish(
      review('Her', 2, { date: old }),
      review('Heat', 2, { date: old }),
      // So that those two are not among the newest.
      ...numbered.slice(0, 25).map((title) => review(title, 1)),
    );
    await follow();
    await blog.edit([her], { text: '<p>Again.</p><p>Rating: 4/5</p>' });
    await blog.setZone(after);
    await blog.edit([heat], { text: '<p>Again.</p><p>Rating: 3/5</p>' });
    await fetchLater();
    const changed = (await reader.listReviews()).filter((one) => /^He/.test(one));
    expect(changed.map((one) => one.slice(0, 9))).toEqual(['Her: 4/5 ', 'Heat: 3/5']);
  };

const scenarios: Record<string, Scenario> = {
  async 'shows a review with its score, author and the day of the blog’s zone, under the blog’s own name'({
    blog,
    reader,
    follow,
  }) {
    await blog.setZone('Pacific/Auckland');
    await blog.publish(review('Her', 4, { author: 'Ann Lee', date: new Date('2026-03-14T20:00:00Z') }));
    await follow();
    expect(await reader.listReviews()).toEqual([
      expect.stringMatching(/^Her: 4\/5 by Ann Lee on 2026-03-15 at \/her-/),
    ]);
    expect(await reader.sites.list()).toMatchObject([
      { name: 'Second Reel', feedKind: 'wordpress', reviews: 1, unmatched: 0, error: null, past: null },
    ]);
  },

  'reads what is published, changed and moved later (UTC)': changePosts('UTC'),
  'reads what is published, changed and moved later (Pacific/Kiritimati)': changePosts('Pacific/Kiritimati'),
  'reads what is published, changed and moved later (Pacific/Honolulu)': changePosts('Pacific/Honolulu'),
  'reads what is published, changed and moved later (Asia/Kolkata)': changePosts('Asia/Kolkata'),
  'misses nothing when the blog’s zone is changed from Pacific/Kiritimati to Pacific/Honolulu': changeZone(
    'Pacific/Kiritimati',
    'Pacific/Honolulu',
  ),
  'misses nothing when the blog’s zone is changed from Pacific/Honolulu to Pacific/Kiritimati': changeZone(
    'Pacific/Honolulu',
    'Pacific/Kiritimati',
  ),

  async 'reads a scheduled post when it comes out, though its last change is older than the last visit'({
    blog,
    reader,
    follow,
    fetchLater,
  }) {
    await blog.publish(review('Her', 4));
    const id = await blog.schedule(review('Fargo', 5));
    await follow();
    expect(await reader.listTitles()).toEqual(['Her']);
    await blog.publishScheduled(id);
    await fetchLater();
    expect(await reader.listTitles()).toEqual(['Fargo', 'Her']);
  },

  async 'reads 45 posts that were changed in the same second'({ blog, reader, follow, fetchLater }) {
    const old = new Date(Date.now() - 900 * dayMs);
    const ids = await blog.publish(...numbered.slice(0, 45).map((title) => review(title, 2, { date: old })));
    await follow();
    await blog.edit(ids, { text: '<p>All new.</p><p>Rating: 5/5</p>' });
    await fetchLater();
    const reviews = await reader.listReviews();
    expect(reviews).toHaveLength(45);
    expect(reviews.filter((one) => !one.includes(': 5/5'))).toEqual([]);
  },

  async 'reads the newest 20 posts at once, and all others when the user asks'({
    blog,
    reader,
    follow,
    fetchLater,
    siteId,
  }) {
    const day = (at: number): Date => new Date(Date.UTC(2025, 0, 1) + at * dayMs);
    const written = numbered.map((title, at) => review(title, 3, { date: day(at) }));
    await blog.publish(...written);
    await follow();
    expect(await reader.listTitles()).toEqual(numbered.slice(-20));
    expect((await reader.sites.list())[0]?.past).toEqual({ read: 20, total: 66 });
    const progress: unknown[] = [];
    for (let hasMore = true; hasMore;) {
      const step = await reader.sites.fetchPast(siteId());
      hasMore = step.hasMore;
      progress.push(step.site.past);
    }
    expect(progress).toEqual([{ read: 60, total: 66 }, null]);
    expect(await reader.listTitles()).toEqual(numbered);
    await fetchLater();
    expect((await reader.sites.list())[0]?.past).toBeNull();
  },

  async 'misses no older post when others are deleted while they are read'({
    blog,
    reader,
    follow,
    fetchLater,
    siteId,
  }) {
    const day = (at: number): Date => new Date(Date.UTC(2025, 0, 1) + at * dayMs);
    const ids = await blog.publish(...numbered.map((title, at) => review(title, 3, { date: day(at) })));
    await follow();
    await reader.sites.fetchPast(siteId());
    // They were on the pages that were read.
    for (const id of ids.slice(-25)) await blog.setStatus(id, 'trash');
    for (let hasMore = true; hasMore;) hasMore = (await reader.sites.fetchPast(siteId())).hasMore;
    expect(await reader.listTitles()).toEqual(numbered);
    await fetchLater();
    expect(await reader.listTitles()).toEqual(numbered.slice(0, -25));
  },

  async 'takes away what is trashed, private or under a password, and shows it again when it is public again'({
    blog,
    reader,
    follow,
    fetchLater,
  }) {
    const [her = 0, heat = 0, alien = 0] = await blog.publish(
      review('Her', 4),
      review('Heat', 3),
      review('Alien', 2),
      review('Jaws', 1),
    );
    await follow();
    await blog.setStatus(her, 'trash');
    await blog.setStatus(heat, 'private');
    await blog.setPassword(alien, 'secret');
    await fetchLater();
    expect(await reader.listTitles()).toEqual(['Jaws']);
    expect(await reader.sites.listUnmatched()).toEqual([]);
    await blog.setStatus(her, 'publish');
    await blog.setStatus(heat, 'publish');
    await blog.setPassword(alien, '');
    await fetchLater();
    expect(await reader.listTitles()).toEqual(['Alien', 'Heat', 'Her', 'Jaws']);
  },

  async 'keeps the film that the user chose when the post is changed and moved'({
    blog,
    reader,
    follow,
    fetchLater,
    siteId,
  }) {
    const [her = 0, other = 0] = await blog.publish(
      review('That one with the operating system', 4),
      review('A walk in the park', 2),
    );
    await follow();
    const posts = await reader.sites.listUnmatched();
    const urlOf = (part: string): string => posts.find(({ heading }) => heading.includes(part))?.url ?? '';
    await reader.assign(siteId(), urlOf('system'), 'Her');
    await reader.assign(siteId(), urlOf('walk'), null);
    await blog.edit([her, other], { text: '<p>Second thoughts.</p><p>Rating: 3/5</p>' });
    await blog.move(her, 'her-again');
    await fetchLater();
    expect(await reader.listReviews()).toEqual([expect.stringMatching(/^Her: 3\/5 by .* at \/her-again\/$/)]);
    expect(await reader.sites.listUnmatched()).toEqual([]);
    await blog.setStatus(her, 'trash');
    await fetchLater();
    expect(await reader.listReviews()).toEqual([]);
  },

  async 'matches posts again when more films are known'({ blog, reader, follow }) {
    await blog.publish(review('Zerkalo', 5));
    await follow();
    expect(await reader.listTitles()).toEqual([]);
    reader.learn('Zerkalo', 1975);
    expect(await reader.sites.rematch()).toBe(true);
    expect(await reader.listTitles()).toEqual(['Zerkalo']);
    expect(await reader.sites.rematch()).toBe(false);
  },

  async 'looks for the feed again when the REST endpoints are closed'({ blog, reader, follow, fetchLater }) {
    const [her = 0] = await blog.publish(
      review('Her', 4),
      review('Jaws', 1, { date: new Date(Date.now() - 2 * dayMs) }),
    );
    await follow();
    await blog.setRest(false);
    await blog.publish(review('Heat', 3));
    expect(await fetchLater()).toMatchObject({ feedKind: 'rss', error: null, reviews: 3 });
    expect(await reader.listTitles()).toEqual(['Heat', 'Her', 'Jaws']);
    // The feed only leaves it out.
    await blog.setStatus(her, 'trash');
    // WordPress says of it that it has not changed, which is believed for a day.
    await fetchLater(25);
    expect(await reader.listTitles()).toEqual(['Heat', 'Jaws']);
  },

  async 'looks for the endpoints again when the form of all addresses is changed'({
    blog,
    reader,
    follow,
    fetchLater,
  }) {
    const [her = 0] = await blog.publish(review('Her', 4));
    await follow();
    await blog.setNamedAddresses(false);
    await blog.publish(review('Heat', 3));
    expect(await fetchLater()).toMatchObject({ feedKind: 'wordpress', error: null, reviews: 2 });
    expect(await reader.listReviews()).toContainEqual(expect.stringContaining(`at /?p=${her}`));
  },

  async 'says that the server is down, not that this device is offline, and reads on when it is up'({
    blog,
    follow,
    fetchLater,
  }) {
    await blog.publish(review('Her', 4));
    await follow();
    await blog.setRunning(false);
    expect(await fetchLater()).toMatchObject({ error: 'unreachable', reviews: 1 });
    await blog.setRunning(true);
    await blog.publish(review('Heat', 3));
    expect(await fetchLater()).toMatchObject({ error: null, reviews: 2 });
  },

  async 'asks a server that answers 503 not before the time that it states'({
    blog,
    reader,
    follow,
    fetchLater,
  }) {
    await blog.publish(review('Her', 4));
    await follow();
    await blog.setBusy(3 * 3600);
    const site = await fetchLater();
    expect(site).toMatchObject({ error: 'failed', reviews: 1 });
    expect(site.restUntil).not.toBeNull();
    await blog.setBusy(null);
    const before = reader.requests.length;
    await fetchLater(2);
    expect(reader.requests).toHaveLength(before);
    expect(await fetchLater(1.1)).toMatchObject({ error: null });
  },

  async 'requests a page of a post without a score once, not at each visit'({
    blog,
    reader,
    follow,
    fetchLater,
  }) {
    await blog.publish({ title: 'Her – Review', text: '<p>No figures here.</p>' });
    await follow();
    const countPages = () => reader.requests.filter((url) => /\/her-/.test(url)).length;
    expect(countPages()).toBe(1);
    await fetchLater();
    expect(countPages()).toBe(1);
  },
};

async function visit(blog: Blog): Promise<Visit> {
  await blog.reset();
  const films = [...titles, ...numbered].map((title): [string, number] => [title, 2000]);
  const reader = await createFollower({ fetch: (input, init) => blog.fetch(input, init), films });
  let siteId = '';
  return {
    blog,
    reader,
    async follow() {
      const answer = await reader.sites.follow(blog.url);
      if (answer.state !== 'followed') throw new Error(answer.state);
      siteId = answer.site.id;
      await reader.sites.fetchNow(siteId);
    },
    fetchLater(hours = 6) {
      reader.wait(hours);
      return reader.sites.fetchNow(siteId);
    },
    siteId: () => siteId,
  };
}

/** Defines a test for each scenario. `open` returns the blog. */
export function testFollowing(open: () => Blog): void {
  test.each(Object.entries(scenarios))('%s', async (_name, run) => run(await visit(open())));
}
