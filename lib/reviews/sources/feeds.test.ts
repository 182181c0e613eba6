import { describe, expect, test } from 'vitest';
import { feed, parseFeed } from './feed.ts';
import { maxOlderPages } from './posts/older-posts.ts';
import { findFeed, parseLinkHeader } from './posts/find-feed.ts';
import { parsePostDate } from './posts/post-dates.ts';
import { findPostScore } from './posts/post-score.ts';
import { parsePostPage } from './posts/post-page.ts';
import { rssFeed, wordpressPosts } from './testing/sites.ts';
import { makeServer, reply, type Reply } from './testing/server.ts';
import { formatPlainText, listTextLines } from './posts/text-lines.ts';
import type { SourceFetch } from './types.ts';
import { parsePosts, wordpress } from './wordpress.ts';

const base = 'https://blog.example/feed/';
const signal = new AbortController().signal;

test('RSS: reads posts with author, date, score and plain texts', () => {
  const { kind, name, posts } = parseFeed(rssFeed, base);
  expect([kind, name]).toEqual(['rss', 'Second Reel & Co']);
  expect(posts).toEqual([
    {
      id: 'https://blog.example/?p=117',
      url: 'https://blog.example/her/',
      heading: 'Her & him – Review',
      author: 'The Projectionist',
      date: '2026-03-14T19:30:00Z',
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
  ['Sat, 14 Mar 2026 19:30:00 +0000', '2026-03-14T19:30:00Z'],
  ['7 Sep 2002 00:00:01 GMT', '2002-09-07T00:00:01Z'],
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
  ['Weekend', ['Her', 'Rating: 8/10', 'Heat', 'Rating: 9/10'], null],
  ['Her', ['Rating: 8/10', 'Rating: 8/10'], 8],
  ['Cats (2019) – 2/10', ['No nostrils.'], 2],
  ['Dekalog – 2/10', ['Ten films.'], null],
  ['Cats', ['Quality: 2/10', 'Enjoyment: 8/10', 'Overall: 5/10'], 5],
  ['كفرناحوم', ['التقييم: ٨/١٠'], 8],
  ['פוקסטרוט', ['ציון: 4 כוכבים מתוך 5'], 4],
  ['Verdens verste menneske', ['Terningkast 5'], 5],
  ['Roma', ['Note des lecteurs : 3,9/5 (1204 votes)', 'Note de la rédaction : 4,5/5'], 4.5],
  ['Her', ['It opened on 9/11.', '9/11'], null],
  ['Her', ['A'], null],
  ['Her', ['In 2013 it took 24/7 work and 3 of 5 prizes.'], null],
  ['Her', ['My rating: 4/5', 'IMDb: 8/10', 'Rotten Tomatoes: 95%'], 4],
  ['Her', ['IMDb: 8,0/10', 'Metascore 91/100'], null],
  ['Her', ['The Guardian: ★★★★', 'Variety: 3/5'], null],
  ['Her', ['★★★★ – Empire'], null],
  ['Her', ['Story: 3/5', 'Music: 5/5', '4/5'], 4],
  ['Her', ['Frozen ★★★★', 'Rush ★★★'], null],
  ['Her', ['User rating: 9/10'], null],
  ['Her', ['Ocena: 7/10', 'Ocena czytelników: 8,1/10 (143 głosy)'], 7],
  ['Her', ['Note des lecteurs : 4,4/5 (52 votes)'], null],
  ['Her', ['评分：8/10分'], 8],
  ['Her', ['評価：9/10'], 9],
  ['Her', ['Оценка: 8 из 10'], 8],
  ['Her', ['8,7/10 Punkte'], 8.7],
  ['Her', ['Final grade: A-'], 10],
  ['Her', ['I give it 7.5 out of 10.'], 7.5],
  ['Her', ['Voto: 8'], null],
])('reads the score of heading %j and lines %j as %j', (heading, lines, value) => {
  expect(findPostScore(heading, lines)?.value ?? null).toBe(value);
});

test('WordPress: decodes the texts of a post once, to plain text', () => {
  const [read] = parsePosts(wordpressPosts, 'https://blog.example/wp-json/');
  expect(read?.post).toMatchObject({
    id: '117',
    heading: 'Her & him – Review',
    excerpt: 'A love story, “quiet”.',
    lines: ['Theodore writes letters.', 'Director: Spike Jonze', 'Rating: 4/5'],
    author: 'Ann & Bo',
    date: '2026-03-15T08:30:00+13:00',
    score: { value: 4, best: 5 },
  });
  expect(read?.modified).toBe('2026-03-15T08:00:00Z');
});

test.each([
  [{ author: [] }, null],
  [{ author: [{ code: 'rest_user_invalid_id' }] }, null],
  ['x', null],
])('WordPress: an author that the endpoint hides (%j) is left out', (_embedded, author) => {
  const [read] = parsePosts([{ ...wordpressPosts[0], _embedded }], 'https://blog.example/wp-json/');
  expect(read?.post).toMatchObject({ heading: 'Her & him – Review', author });
});

test.each([
  [{ ...wordpressPosts[0], link: 'https://evil.example/her/' }],
  [{ ...wordpressPosts[0], link: 7 }],
  [{ ...wordpressPosts[0], title: 'Her' }],
  [7, null, 'x', []],
])('WordPress: skips rows that are not posts of the site: %#', (...rows) => {
  expect(parsePosts(rows, 'https://blog.example/wp-json/')).toEqual([]);
});

const context = (server: ReturnType<typeof makeServer>) => ({
  fetch: server.fetch,
  signal,
  now: 0,
  key: null,
  languages: [],
});

test('WordPress: asks for changes in UTC, a day and two hours before the last one, and for no other fields', async () => {
  const server = makeServer({ '/': reply(wordpressPosts) });
  const first = await wordpress.lookUp(
    { url: 'https://blog.example/?rest_route=/', cursor: null },
    context(server),
  );
  expect(first).toMatchObject({
    cursor: { modifiedAfter: '2026-03-15T08:00:00Z', run: null },
    hasMore: false,
  });
  expect(server.requests[0]?.url).toContain('rest_route=%2Fwp%2Fv2%2Fposts');
  const site = { url: 'https://blog.example/wp-json/', cursor: first.cursor };
  const second = await wordpress.lookUp(site, context(server));
  expect(second.hasMore).toBe(true);
  const third = await wordpress.lookUp({ ...site, cursor: second.cursor }, context(server));
  expect(third).toMatchObject({
    cursor: { modifiedAfter: '2026-03-15T08:00:00Z', run: null },
    hasMore: false,
  });
  const last = new URL(server.requests.at(-1)?.url ?? '');
  expect(last.pathname).toBe('/wp-json/wp/v2/posts');
  expect(last.searchParams.get('modified_after')).toBe('2026-03-14T06:00:00Z');
  expect(last.searchParams.get('_fields')).not.toContain('yoast');
});

test('WordPress before 5.7, which ignores modified_after: reads the last changes, and not the whole blog', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({
    ...wordpressPosts[0],
    id: at + 1,
    link: `https://blog.example/${at}/`,
    modified_gmt: at < 3 ? '2026-11-01T08:00:00' : '2020-01-01T00:00:00',
  }));
  const asked: URLSearchParams[] = [];
  const fetch: SourceFetch = (address) => {
    const { searchParams } = new URL(address);
    asked.push(searchParams);
    const isByChange = searchParams.get('orderby') === 'modified';
    const ordered = isByChange ? rows : [...rows].reverse();
    const [size, page] = ['per_page', 'page'].map((name) => Number(searchParams.get(name) ?? 1));
    const body = JSON.stringify(ordered.slice(((page ?? 1) - 1) * (size ?? 1), (page ?? 1) * (size ?? 1)));
    return Promise.resolve({ status: 200, text: body, header: () => null });
  };
  const url = 'https://blog.example/wp-json/';
  let cursor = (await wordpress.lookUp({ url, cursor: null }, { ...context(makeServer({})), fetch })).cursor;
  cursor = { ...cursor, modifiedAfter: '2026-10-01T00:00:00Z', newest: '2026-03-14T19:30:00Z' };
  const ids: string[] = [];
  for (let hasMore = true; hasMore;) {
    const page = await wordpress.lookUp({ url, cursor }, { ...context(makeServer({})), fetch });
    ids.push(...page.posts.map(({ id }) => id));
    ({ cursor, hasMore } = page);
  }
  expect(ids).toEqual(expect.arrayContaining(['1', '2', '3']));
  expect(cursor.modifiedAfter).toBe('2026-11-01T08:00:00Z');
  expect(asked.length).toBeLessThan(9);
});

const page = (head: string) =>
  reply(`<html><head><title>Her – Second Reel</title>${head}</head><body>x</body></html>`);

const root = reply({ name: 'Second &amp; Reel', home: 'https://blog.example/films', url: 'x' });

test('finds a WordPress site by its Link header or link element, with the name and address that it states itself', async () => {
  const api = { 'wp-json/wp/v2/posts': reply([{ id: 1 }]), '/wp-json/': root };
  const byHeader = makeServer({
    ...api,
    '/her/': { ...page(''), headers: { link: '<https://blog.example/wp-json/>; rel="https://api.w.org/"' } },
  });
  const found = {
    kind: 'wordpress',
    url: 'https://blog.example/wp-json/',
    name: 'Second & Reel',
    home: 'https://blog.example/films',
  };
  expect(await findFeed('https://blog.example/her/', { ...byHeader, signal })).toEqual(found);
  const links =
    '<meta property="og:site_name" content="Another name"><link rel="https://api.w.org/" href="/wp-json/">';
  const byLink = makeServer({ ...api, '/her/': page(links) });
  expect(await findFeed('https://blog.example/her/', { ...byLink, signal })).toEqual(found);
  const closed = makeServer({ ...api, '/wp-json/': { status: 401, body: '{}' }, '/her/': page(links) });
  expect(await findFeed('https://blog.example/her/', { ...closed, signal })).toMatchObject({
    name: 'Another name',
    home: 'https://blog.example/',
  });
});

const alternate = (href: string, type = 'application/rss+xml', title = ''): string =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;
const rssOf = (title: string, home: string, items = ''): string =>
  `<rss><channel><title>${title}</title><link>${home}</link>${items}</channel></rss>`;
const item = (link: string): string => `<item><title>Anna</title><link>${link}</link></item>`;
const posts = item('https://blog.example/her/') + item('https://blog.example/heat/');

test('follows the feed that the page names if the REST endpoint is closed, but no comment feed and no feed on another host', async () => {
  const links = `<meta property="og:site_name" content="Her"><link rel="https://api.w.org/" href="/wp-json/">${alternate('/comments/feed/')}
    ${alternate('https://evil.example/feed/')}${alternate('/reviews/feed/')}`;
  const server = makeServer({
    '/wp-json/': { status: 401, body: '{}' },
    '/reviews/feed/': reply(rssFeed),
    '/her/': page(links),
  });
  expect(await findFeed('https://blog.example/her/', { ...server, signal })).toMatchObject({
    kind: 'rss',
    url: 'https://blog.example/reviews/feed/',
    name: 'Second Reel & Co',
  });
  expect(
    server.requests.map(({ url }) => url).filter((url) => url.includes('evil') || url.includes('comments')),
  ).toEqual([]);
});

const comments: [what: string, feed: string][] = [
  [
    'with comments',
    rssOf('Comments on: Her', 'https://blog.example/her/', item('https://blog.example/her/#comment-7')),
  ],
  [
    'whose entries are all on one page',
    rssOf(
      'Her',
      'https://blog.example/',
      item('https://blog.example/her/?c=1#1') + item('https://blog.example/her/?c=1#2'),
    ),
  ],
  ['of the page without comments', rssOf('Comments on: Her', 'https://blog.example/her/')],
  [
    'of replies',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/syndication/thread/1.0"><title>x</title>
     <entry><title>Bo</title><link href="/her/bo"/><t:in-reply-to ref="tag:x"/></entry></feed>`,
  ],
];

test.each(comments)('never follows the feed of a post’s comments: %s', async (_what, feed) => {
  const links = alternate('/her/feed/');
  const server = makeServer({ '/her/feed/': reply(feed), '/her/': page(links) });
  expect(await findFeed('https://blog.example/her/', { ...server, signal })).toBeNull();
  const both = makeServer({
    '/her/feed/': reply(feed),
    '/all.xml': reply(rssOf('All', 'https://blog.example/', posts)),
    '/her/': page(links + alternate('/all.xml')),
  });
  expect(await findFeed('https://blog.example/her/', { ...both, signal })).toMatchObject({ name: 'All' });
});

test('finds the feed of a blog in a folder from its own front page, where it is below the page', async () => {
  const feed = rssOf('Anna’s films', 'https://blog.example/anna/index.html', posts);
  const server = makeServer({ '/anna/feed/': reply(feed), '/anna/': page(alternate('feed/')) });
  expect(await findFeed('https://blog.example/anna/', { ...server, signal })).toEqual({
    kind: 'rss',
    url: 'https://blog.example/anna/feed/',
    name: 'Anna’s films',
    home: 'https://blog.example/anna/',
  });
});

const typed: [type: string, href: string, feed: string, kind: string][] = [
  ['application/rss+xml; charset=utf-8', '/a', rssOf('A', '/', posts), 'rss'],
  ['application/atom+xml', '/a', '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title></feed>', 'atom'],
  [
    'application/feed+json',
    '/a',
    '{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[]}',
    'json',
  ],
  [
    'application/json',
    '/feed.json',
    '{"version":"https://jsonfeed.org/version/1","title":"A","items":[]}',
    'json',
  ],
  ['text/xml', '/rss.php', rssOf('A', '/', posts), 'rss'],
];

test.each(typed)('finds a feed of the type %s', async (type, href, feed, kind) => {
  const server = makeServer({ [href]: reply(feed), '/': page(alternate(href, type)) });
  expect(await findFeed('https://blog.example/', { ...server, signal })).toMatchObject({ kind, name: 'A' });
});

test('follows a feed by its own address', async () => {
  const server = makeServer({ '/': reply(rssFeed) });
  expect(await findFeed('https://blog.example/all.xml', { ...server, signal })).toMatchObject({
    url: 'https://blog.example/all.xml',
    name: 'Second Reel & Co',
  });
});

test('requests no address that the page does not name', async () => {
  const json = alternate('/wp-json/wp/v2/posts/7', 'application/json', 'JSON');
  const server = makeServer({ '/her/': page(`${json}${alternate('/her.pdf', 'application/pdf')}`) });
  expect(await findFeed('https://blog.example/her/', { ...server, signal })).toBeNull();
  expect(server.requests.map(({ url }) => url)).toEqual(['https://blog.example/her/']);
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

describe('older posts of a feed', () => {
  const url = 'https://blog.example/feed/';
  const item = (id: string): string =>
    `<item><title>Her ${id}</title><link>https://blog.example/${id}</link><guid>${id}</guid></item>`;
  const rss = (head: string, ...ids: string[]): string =>
    `<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Blog</title>${head}${ids.map(item).join('')}</channel></rss>`;
  const linkTo = (rel: string, href: string): string => `<atom:link rel="${rel}" href="${href}"/>`;
  const wordpressHead = '<generator>https://wordpress.org/?v=6.9</generator>';
  const json = (id: string, next_url?: string): string =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Blog',
      next_url,
      items: [{ id, url: `https://blog.example/${id}`, title: `Her ${id}`, content_text: 'Good.' }],
    });

  /** Reads a feed and then all of its past. Returns the ids of the posts, and the addresses that were asked for. */
  async function readAll(routes: Record<string, Reply>): Promise<{ ids: string[]; asked: string[] }> {
    const { fetch, requests } = makeServer(routes);
    const context = { fetch, signal, now: 0, key: null, languages: [] };
    const begun = await feed.lookUp({ url, cursor: null }, context);
    const ids = begun.posts.map(({ id }) => id);
    let { cursor } = begun;
    for (let page = 0; cursor.past !== null && !cursor.past.isDone && page < 1000; page += 1) {
      const next = await feed.past({ url, cursor }, context);
      ids.push(...next.posts.map(({ id }) => id));
      cursor = next.cursor;
    }
    return { ids, asked: requests.map((request) => request.url) };
  }

  test.each<[string, Record<string, Reply>]>([
    [
      'WordPress, which counts its pages and names none',
      {
        'paged=4': { status: 404, body: '' },
        'paged=3': reply(rss(wordpressHead, 'c')),
        'paged=2': reply(rss(wordpressHead, 'b')),
        'feed/': reply(rss(wordpressHead, 'a')),
      },
    ],
    [
      'the next page (RFC 5005)',
      {
        'page=3': reply(rss('', 'c')),
        'page=2': reply(rss(linkTo('next', '/feed/?page=3'), 'b')),
        'feed/': reply(rss(linkTo('next', 'https://blog.example/feed/?page=2'), 'a')),
      },
    ],
    [
      'archives (RFC 5005)',
      {
        '2024': reply(rss(linkTo('next-archive', '/feed/2025'), 'c')),
        '2025': reply(rss(linkTo('prev-archive', '/feed/2024'), 'b')),
        'feed/': reply(rss(linkTo('prev-archive', '/feed/2025'), 'a')),
      },
    ],
    [
      'JSON Feed',
      {
        'p=3': reply(json('c')),
        'p=2': reply(json('b', '/feed/?p=3')),
        'feed/': reply(json('a', '/feed/?p=2')),
      },
    ],
  ])('are read: %s', async (_name, routes) => {
    expect((await readAll(routes)).ids).toEqual(['a', 'b', 'c']);
  });

  test.each<[string, Record<string, Reply>, string[], number]>([
    ['a feed that names no page', { 'feed/': reply(rss('', 'a')) }, ['a'], 1],
    [
      'a page of another site',
      { 'feed/': reply(rss(linkTo('next', 'https://other.example/2'), 'a')) },
      ['a'],
      1,
    ],
    ['a page that names itself', { 'feed/': reply(rss(linkTo('next', '/feed/'), 'a')) }, ['a'], 1],
    ['a server that gives the same page again', { 'feed/': reply(rss(wordpressHead, 'a')) }, ['a'], 2],
    [
      'a page that leads back to the first',
      {
        'page=2': reply(rss(linkTo('next', url), 'b')),
        'feed/': reply(rss(linkTo('next', '/feed/?page=2'), 'a')),
      },
      ['a', 'b'],
      2,
    ],
  ])('end: %s', async (_name, routes, ids, requests) => {
    const all = await readAll(routes);
    expect(all.ids).toEqual(ids);
    expect(all.asked).toHaveLength(requests);
  });

  test('are bounded where pages lead in a circle', async () => {
    const routes = {
      'page=1': reply(rss(linkTo('next', '/feed/?page=2'), 'b')),
      'page=2': reply(rss(linkTo('next', '/feed/?page=1'), 'c')),
      'feed/': reply(rss(linkTo('next', '/feed/?page=1'), 'a')),
    };
    expect((await readAll(routes)).asked).toHaveLength(maxOlderPages + 1);
  });
});

test('a feed is asked whether it has changed, and read whole once a day whatever it says', async () => {
  const asked: Record<string, string>[] = [];
  const server = makeServer({ '/': { status: 200, body: rssFeed, headers: { etag: '"a"' } } });
  const fetch: SourceFetch = (url, request) => {
    asked.push(request?.headers ?? {});
    return server.fetch(url, request);
  };
  const hour = 60 * 60 * 1000;
  const start = Date.UTC(2026, 0, 1);
  const at = { ...context(server), fetch };
  const site = { url: 'https://blog.example/feed/' };
  const first = await feed.lookUp({ ...site, cursor: null }, { ...at, now: start });
  const second = await feed.lookUp({ ...site, cursor: first.cursor }, { ...at, now: start + 6 * hour });
  // Read whole again by now, as the server has answered with it.
  await feed.lookUp(
    { ...site, cursor: { ...second.cursor, wholeAt: start } },
    { ...at, now: start + 24 * hour },
  );
  expect(asked).toEqual([{}, { 'If-None-Match': '"a"' }, {}]);
});
