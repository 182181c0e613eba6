import { expect, test } from 'vitest';
import { parseFeed } from './feed.ts';
import { findFeed, parseLinkHeader } from './posts/find-feed.ts';
import { parsePostDate } from './posts/post-dates.ts';
import { findPostScore } from './posts/post-score.ts';
import { parsePostPage } from './posts/post-page.ts';
import { rssFeed, wordpressPosts } from './testing/sites.ts';
import { makeServer, reply } from './testing/server.ts';
import { formatPlainText, listTextLines } from './posts/text-lines.ts';
import { parsePosts, wordpress } from './wordpress.ts';

const base = 'https://blog.example/feed/';
const signal = new AbortController().signal;

test('RSS: reads posts with author, date, score and plain texts', () => {
  const { kind, name, posts } = parseFeed(rssFeed, base);
  expect([kind, name]).toEqual(['rss', 'Second Reel & Co']);
  expect(posts).toEqual([
    {
      url: 'https://blog.example/her/',
      heading: 'Her & him – Review',
      author: 'The Projectionist',
      date: '2026-03-14',
      excerpt: 'A love story.',
      lines: ['Theodore writes letters.', 'Rating: 4/5'],
      score: { value: 4, worst: 0, best: 5 },
    },
  ]);
});

test('Atom: reads entries with their alternate links, and text inside markup', () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><entry>
    <title type="html">Heat &lt;em&gt;(1995)&lt;/em&gt;</title><link rel="edit" href="/edit"/><link href="/heat"/>
    <author><name>Ann</name></author><published>2026-01-02T10:00:00Z</published>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long.</p> <p>Good.</p></div></content></entry></feed>`;
  const { kind, posts } = parseFeed(atom, base);
  expect(kind).toBe('atom');
  expect(posts).toMatchObject([
    {
      url: 'https://blog.example/heat',
      heading: 'Heat (1995)',
      author: 'Ann',
      date: '2026-01-02T10:00:00Z',
      excerpt: 'Long. Good.',
    },
  ]);
});

const withDeclarations = (declarations: string, title: string): string =>
  `<?xml version="1.0"?><!DOCTYPE rss [${declarations}]><rss><channel><item><title>${title}</title>
   <link>https://blog.example/x</link></item></channel></rss>`;

test('does not expand or fetch entities that a feed declares', () => {
  const laughs = `<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${'&a;'.repeat(10)}">`).join('')}`;
  expect(parseFeed(withDeclarations(laughs, '&a8;'), base).posts[0]?.heading).toBe('&a8;');
  const outside = '<!ENTITY x SYSTEM "file:///etc/passwd">';
  expect(parseFeed(withDeclarations(outside, 'A &x; b'), base).posts[0]?.heading).toBe('A &x; b');
});

test('decodes character references as browsers do, and those of HTML also in XML', () => {
  const feed = withDeclarations('', 'Her &hellip; &amp;star; &amp;#146;90s &nosuch;');
  expect(parseFeed(feed, base).posts[0]?.heading).toBe('Her … ☆ ’90s &nosuch;');
});

test('skips an entry that is cut off by the end of the file', () => {
  const feed = rssFeed.replace(
    '</item>',
    '</item><item><title>Heat</title><link>https://blog.example/heat/</link>',
  );
  expect(parseFeed(feed.replace(/<\/channel>.*$/s, ''), base).posts).toHaveLength(1);
});

test('reads at most 100 entries', () => {
  const item = '<item><title>Her</title><link>https://blog.example/her/</link></item>';
  expect(parseFeed(`<rss>${item.repeat(150)}</rss>`, base).posts).toHaveLength(100);
});

test('does not read elements that are nested too deeply', () => {
  const deep = (depth: number): string => `<p>Her</p>${'<b>'.repeat(depth)}<p>deep</p>`;
  expect(listTextLines(deep(150))).toEqual(['Her', 'deep']);
  expect(listTextLines(deep(250))).toEqual(['Her']);
});

test('does not read scripts in CDATA as text', () => {
  const feed = withDeclarations('', '<![CDATA[Her<script>alert(1)</script> & him]]>');
  expect(parseFeed(feed, base).posts[0]?.heading).toBe('Her & him');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'https://user:pass@evil.example/', ''])(
  'skips a post with the link %j',
  (link) => {
    const feed = `<rss><channel><item><title>Her</title><link>${link}</link></item></channel></rss>`;
    expect(parseFeed(feed, base).posts).toEqual([]);
  },
);

test.each(['', '<html><body>hi</body></html>', '{"a":1}', '<rss', '<'.repeat(50_000)])(
  'rejects text that is not a feed as malformed: %#',
  (text) => {
    expect(() => parseFeed(text, base)).toThrow(expect.objectContaining({ code: 'malformed' }));
  },
);

test.each([
  '<'.repeat(400_000),
  '<a '.repeat(200_000),
  `<a "${"<'".repeat(200_000)}`,
  '<!x '.repeat(200_000),
  `<!DOCTYPE x [${'] '.repeat(200_000)}`,
  '<script>'.repeat(50_000),
  '&#38;'.repeat(200_000),
  `<rss>${'<b>'.repeat(200_000)}`,
])('reads half a megabyte of hostile markup without an error: %#', { tags: 'slow' }, (text) => {
  expect(() => listTextLines(text)).not.toThrow();
  expect(formatPlainText(`${text}`)).toEqual(expect.any(String));
});

test.each<[string, string | null]>([
  ['Sat, 14 Mar 2026 19:30:00 +0000', '2026-03-14'],
  ['7 Sep 2002 00:00:01 GMT', '2002-09-07'],
  ['2026-03-14T19:30:00', '2026-03-14T19:30:00'],
  ['2026-03-14', '2026-03-14'],
  ['yesterday', null],
  ['2 hours ago', null],
  ['31 Feb 2026', null],
  ['0000-00-00 00:00:00', null],
  ['14/03/2026', null],
])('reads the date %j as %j', (text, date) => {
  expect(parsePostDate(text)).toBe(date);
});

test.each<[string, string[], number | null]>([
  ['Her – Review', ['Lovely.', 'Rating: 4/5'], 4],
  ['Her – Review ★★★★', ['Lovely.'], 4],
  ['Her', ['★★★½'], 3.5],
  ['Her', ['8/10', 'Verdict: 7/10'], 7],
  ['Her', ['It opened on 9/11.', '9/11'], null],
  ['Her', ['A'], null],
  ['Her', ['In 2013 it took 24/7 work and 3 of 5 prizes.'], null],
])('reads the score of heading %j and lines %j as %j', (heading, lines, value) => {
  expect(findPostScore(heading, lines)?.value ?? null).toBe(value);
});

test('WordPress: decodes the texts of a post once, to plain text', () => {
  const { posts, lastModified } = parsePosts(wordpressPosts, 'https://blog.example/wp-json/');
  expect(posts).toMatchObject([
    {
      heading: 'Her & him – Review',
      excerpt: 'A love story, “quiet”.',
      lines: ['Theodore writes letters.', 'Director: Spike Jonze', 'Rating: 4/5'],
      date: '2026-03-14T19:30:00Z',
      score: { value: 4, best: 5 },
    },
  ]);
  expect(lastModified).toBe('2026-03-15T08:00:00');
});

test.each([
  [{ ...wordpressPosts[0], link: 'https://evil.example/her/' }],
  [{ ...wordpressPosts[0], link: 7 }],
  [{ ...wordpressPosts[0], title: 'Her' }],
  [7, null, 'x', []],
])('WordPress: skips rows that are not posts of the site: %#', (...rows) => {
  expect(parsePosts(rows, 'https://blog.example/wp-json/').posts).toEqual([]);
});

test('WordPress: requests only changed posts and the needed fields, with the stored ETag', async () => {
  const server = makeServer({ '/': reply(wordpressPosts, { etag: '"1"', 'x-wp-totalpages': '3' }) });
  const context = { fetch: server.fetch, signal, now: 0, key: null, languages: [] };
  const first = await wordpress.lookUp({ url: 'https://blog.example/?rest_route=/', cursor: null }, context);
  expect(first).toMatchObject({ cursor: { modifiedAfter: '2026-03-15T08:00:00' }, hasMore: false });
  const cursor = { ...first.cursor, modifiedAfter: '2026-01-01T00:00:00', etag: '"0"' };
  const second = await wordpress.lookUp({ url: 'https://blog.example/wp-json/', cursor }, context);
  expect(second.hasMore).toBe(true);
  expect(server.requests[0]?.url).toContain('rest_route=%2Fwp%2Fv2%2Fposts');
  expect(server.requests[1]?.url).toMatch(/wp-json\/wp\/v2\/posts\?.*_fields=.*modified_after=2026-01-01/);
  expect(server.requests[1]?.headers).toEqual({ 'If-None-Match': '"0"' });
});

test('WordPress: keeps the cursor if nothing is new', async () => {
  const { fetch } = makeServer({ '/': { status: 304, body: '' } });
  const cursor = { etag: '"1"', lastModified: null, modifiedAfter: '2026-01-01T00:00:00' };
  const context = { fetch, signal, now: 0, key: null, languages: [] };
  const page = await wordpress.lookUp({ url: 'https://blog.example/wp-json/', cursor }, context);
  expect(page).toEqual({ posts: [], cursor, hasMore: false });
});

const page = (head: string) =>
  reply(`<html><head><title>Her – Second Reel</title>${head}</head><body>x</body></html>`);

test('finds a WordPress site by its Link header or link element, with the name that the site states', async () => {
  const api = { 'wp-json/wp/v2/posts': reply([{ id: 1 }]) };
  const byHeader = makeServer({
    ...api,
    '/her/': { ...page(''), headers: { link: '<https://blog.example/wp-json/>; rel="https://api.w.org/"' } },
  });
  expect(await findFeed('https://blog.example/her/', { ...byHeader, signal })).toEqual({
    kind: 'wordpress',
    url: 'https://blog.example/wp-json/',
    name: 'Her – Second Reel',
  });
  const links =
    '<meta property="og:site_name" content="Second &amp; Reel"><link rel="https://api.w.org/" href="/wp-json/">';
  const byLink = makeServer({ ...api, '/her/': page(links) });
  expect(await findFeed('https://blog.example/her/', { ...byLink, signal })).toMatchObject({
    kind: 'wordpress',
    name: 'Second & Reel',
  });
});

test('follows the feed that the page names if the REST endpoint is closed, but no comment feed and no feed on another host', async () => {
  const links = `<link rel="https://api.w.org/" href="/wp-json/">
    <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
    <link rel="alternate" type="application/rss+xml" href="https://evil.example/feed/">
    <link rel="alternate" type="application/rss+xml" href="/reviews/feed/">`;
  const server = makeServer({
    '/wp-json/': { status: 401, body: '{}' },
    '/reviews/feed/': reply(rssFeed),
    '/her/': page(links),
  });
  expect(await findFeed('https://blog.example/her/', { ...server, signal })).toMatchObject({
    kind: 'rss',
    url: 'https://blog.example/reviews/feed/',
  });
  expect(
    server.requests.map(({ url }) => url).filter((url) => url.includes('evil') || url.includes('comments')),
  ).toEqual([]);
});

test('names a site after the title of the page if the page states no site name', async () => {
  const html = '<title>Her &#8211; Second &amp; Reel</title><svg><title>Menu</title></svg>';
  const server = makeServer({ '/feed/': reply(rssFeed), '/her/': reply(html) });
  expect(await findFeed('https://blog.example/her/', { ...server, signal })).toMatchObject({
    name: 'Her – Second & Reel',
  });
});

test('returns null for a site without a feed', async () => {
  const server = makeServer({ '/her/': page('') });
  expect(await findFeed('https://blog.example/her/', { ...server, signal })).toBeNull();
});

test('parseLinkHeader finds the link with the given relation', () => {
  const header =
    '<https://a.example/1>; rel="alternate"; type="application/json", <https://a.example/wp-json/>; rel="https://api.w.org/"';
  expect(parseLinkHeader(header, 'https://api.w.org/')).toBe('https://a.example/wp-json/');
  expect(parseLinkHeader('', 'https://api.w.org/')).toBeNull();
});

test('reads the review in the JSON-LD of a post’s page', () => {
  const data = {
    '@type': 'Review',
    itemReviewed: { '@type': 'Movie', name: 'Her' },
    reviewRating: { ratingValue: 4.4, bestRating: 5 },
  };
  const html = `<script>var a = "<b>";</script><script type="application/ld+json">${JSON.stringify(data)}</script>`;
  expect(parsePostPage(html, 'https://blog.example/her/')).toMatchObject({
    title: 'Her',
    score: { value: 4.4, best: 5 },
  });
  expect(parsePostPage('<p>Rating: 4/5</p>', 'https://blog.example/her/')).toBeNull();
});
