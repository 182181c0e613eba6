import { deleteDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import type { FollowedSiteRow } from '../../watchlog/types.ts';
import { createCache, type PostRow } from '../cache/cache-database.ts';
import { linkPost, matchPosts, renewPost, type PostMatcher } from './match-post.ts';
import { createSitePosts, type RenewPost, type SitePosts } from './site-posts.ts';

const matcher: PostMatcher = { identify: () => Promise.resolve([]), now: () => 1, withText: false };
const her = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
const kong = makeFilm({ title: 'King Kong', year: 2005, refs: ['imdb:tt0360717'] });

const siteOf = (name: string): FollowedSiteRow => ({
  id: name,
  url: `https://${name}.example/`,
  name,
  feed: { kind: 'rss', url: `https://${name}.example/feed` },
  paused: false,
  stamps: {},
  deleted: null,
  importId: null,
});
const [reel, links, other] = [siteOf('reel'), siteOf('links'), siteOf('other')];
const address = 'https://reel.example/her/';

/** A post of a site's feed that is about a film. */
async function makePost(site: FollowedSiteRow, url = address, film = her): Promise<PostRow> {
  const post = {
    id: url,
    url,
    heading: `${film.title} (${film.year})`,
    date: null,
    author: null,
    excerpt: null,
    lines: [],
    score: null,
  };
  const [row] = await matchPosts([{ post, parts: null, pagePending: 1 }], site, matcher);
  return linkPost(row as PostRow, film, site, matcher);
}

let posts: SitePosts;
const cursor = { etag: null, lastModified: null, modifiedAfter: null, newest: null, past: null, run: null };
const renew: RenewPost = (known, row) => renewPost(known, row, matcher);
const save = (site: FollowedSiteRow, ...rows: PostRow[]) =>
  posts.savePage(site.id, { rows, gone: [], cursor, hasMore: false }, renew);
const findSources = async (film = her) =>
  (await posts.findReviews([film])).flat().map(({ siteName, url }) => `${siteName} ${url}`);

beforeEach(async () => {
  await deleteDB('site-posts');
  posts = createSitePosts({ use: createCache('site-posts'), now: () => 1 });
});

test('a feed that links to a post of another followed site neither replaces nor deletes it', async () => {
  await save(reel, await makePost(reel));
  await save(links, await makePost(links, address, kong));
  expect(await findSources()).toEqual([`reel ${address}`]);
  await posts.dropSite(links.id);
  expect(await findSources()).toEqual([`reel ${address}`]);
  expect(await posts.count(reel.id)).toEqual({ reviews: 1, unmatched: 0 });
});

test('the post of a site stays when the site that was there first is unfollowed', async () => {
  await save(links, await makePost(links));
  await save(reel, await makePost(reel));
  await posts.dropSite(links.id);
  expect(await findSources()).toEqual([`reel ${address}`]);
  await posts.dropSite(reel.id);
  expect(await findSources()).toEqual([]);
});

test.each([
  ['in alphabetical order', [links, reel]],
  ['in another order', [reel, links]],
])('a post that several feeds have is one review, of its own site (%s)', async (_name, sites) => {
  for (const site of [...sites, other]) await save(site, await makePost(site));
  expect(await findSources()).toEqual([`reel ${address}`]);
});

test('a link to a site that is not followed is the review of the feed that has it', async () => {
  await save(links, await makePost(links, 'https://unknown.example/her/'));
  expect(await findSources()).toEqual(['links https://unknown.example/her/']);
});

test('the film that the user chose for a post counts for that site alone', async () => {
  await save(reel, await makePost(reel));
  await save(links, await makePost(links));
  const row = await posts.find(links.id, address);
  await posts.assign(linkPost(row as PostRow, kong, links, matcher));
  await save(reel, await makePost(reel));
  await save(links, await makePost(links));
  await posts.replace(await makePost(links), (known, row) => ({ ...renew(known, row), pagePending: 0 }));
  expect(await findSources()).toEqual([`reel ${address}`]);
  expect(await findSources(kong)).toEqual([`links ${address}`]);
  expect((await posts.find(links.id, address))?.pagePending).toBe(0);
  expect((await posts.find(reel.id, address))?.pagePending).toBe(1);
});
