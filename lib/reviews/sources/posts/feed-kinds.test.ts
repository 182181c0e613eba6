import { describe, expect, test } from 'vitest';
import { parseFeed } from '../feed.ts';

const address = 'https://blog.example/feed.xml';
const first = (text: string) => parseFeed(text, address).posts[0];
const rss = (item: string, head = ''): string =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
   xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Blog</title><link>https://blog.example/</link>${head}
   <item><title>Her</title><link>https://blog.example/her/</link>${item}</item></channel></rss>`;
const atom = (entry: string, head = '', attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Blog</title>${head}
   <entry><title>Her</title>${entry}</entry></feed>`;
const link = '<link href="https://blog.example/her/"/>';

/** Feeds as generators of sites write them, in short. */
const generators: [generator: string, feed: string][] = [
  [
    'Hugo: RSS with the whole text in the description',
    `<?xml version="1.0" encoding="utf-8" standalone="yes"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
     <channel><title>Posts on Second Reel</title><link>https://blog.example/posts/</link>
     <generator>Hugo -- gohugo.io</generator><atom:link href="https://blog.example/feed.xml" rel="self" type="application/rss+xml"/>
     <item><title>Her</title><link>https://blog.example/her/</link><pubDate>Sat, 14 Mar 2026 20:30:00 +0100</pubDate>
     <author>ann@blog.example (Ann Lee)</author><guid>https://blog.example/her/</guid>
     <description>&lt;p&gt;It begins at night.&lt;/p&gt;&#xA;&lt;p&gt;Rating: 4/5&lt;/p&gt;</description></item></channel></rss>`,
  ],
  [
    'Jekyll: Atom with the author of the feed, and xml:base in the content',
    `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><generator uri="https://jekyllrb.com/">Jekyll</generator>
     <link href="https://blog.example/feed.xml" rel="self"/><link href="https://blog.example/" rel="alternate" type="text/html"/>
     <title type="html">Second Reel</title><author><name>Ann Lee</name></author>
     <entry><title type="html">Her</title><link href="https://blog.example/her/" rel="alternate" type="text/html" title="Her"/>
     <published>2026-03-14T20:30:00+01:00</published><updated>2026-04-01T20:30:00+01:00</updated><id>https://blog.example/her</id>
     <content type="html" xml:base="https://blog.example/her/"><![CDATA[<p>It begins at night.</p><p>Rating: 4/5</p>]]></content>
     <summary type="html"><![CDATA[It begins at night.]]></summary></entry></feed>`,
  ],
  [
    'Hexo: Atom without a summary, with relative addresses',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/"><title>Second Reel</title>
     <icon>/icon.png</icon><link href="/atom.xml" rel="self"/><link href="/"/><id>https://blog.example/</id>
     <author><name>Ann Lee</name></author><generator uri="https://hexo.io/">Hexo</generator>
     <entry><title>Her</title><link href="her/"/><id>https://blog.example/her/</id>
     <published>2026-03-14T19:30:00.000Z</published><updated>2026-03-15T19:30:00.000Z</updated>
     <content type="html">&lt;p&gt;It begins at night.&lt;/p&gt;&lt;p&gt;Rating: 4/5&lt;/p&gt;</content></entry></feed>`,
  ],
  [
    'Eleventy: Atom with updated alone',
    atom(
      `${link}<updated>2026-03-14T19:30:00Z</updated><id>https://blog.example/her/</id>
       <content type="html">&lt;p&gt;It begins at night.&lt;/p&gt;&lt;p&gt;Rating: 4/5&lt;/p&gt;</content>`,
      '<author><name>Ann Lee</name><email>ann@blog.example</email></author>',
    ),
  ],
  [
    'Ghost: RSS with CDATA, media and a creator',
    rss(
      `<description><![CDATA[It begins at night.]]></description><guid isPermaLink="false">65f1</guid>
       <dc:creator><![CDATA[Ann Lee]]></dc:creator><pubDate>Sat, 14 Mar 2026 19:30:00 GMT</pubDate>
       <media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://blog.example/a.jpg" medium="image"/>
       <content:encoded><![CDATA[<p>It begins at night.</p><p>Rating: 4/5</p>]]></content:encoded>`,
      '<image><url>https://blog.example/i.png</url><title>An image</title><link>https://img.example/</link></image>',
    ),
  ],
  [
    'JSON Feed 1.1',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Second Reel',
      home_page_url: 'https://blog.example/',
      authors: [{ name: 'Ann Lee' }],
      items: [
        {
          id: '1',
          url: 'https://blog.example/her/',
          title: 'Her',
          content_html: '<p>It begins at night.</p><p>Rating: 4/5</p>',
          date_published: '2026-03-14T20:30:00+01:00',
        },
      ],
    }),
  ],
  [
    'RSS 1.0 with prefixes of its own',
    `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/">
     <channel r:about="https://blog.example/"><title>Second Reel</title><link>https://blog.example/</link></channel>
     <item r:about="https://blog.example/her/"><title>Her</title><link>https://blog.example/her/</link><d:creator>Ann Lee</d:creator>
     <d:date>2026-03-14T20:30+01:00</d:date><c:encoded><![CDATA[<p>It begins at night.</p><p>Rating: 4/5</p>]]></c:encoded></item></r:RDF>`,
  ],
  [
    'Atom with a prefix and XHTML',
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml"><a:title>Second Reel</a:title>
     <a:entry><a:title>Her</a:title><a:link href="https://blog.example/her/"/><a:author><a:name>Ann Lee</a:name></a:author>
     <a:published>2026-03-14T19:30:00Z</a:published><a:content type="xhtml"><h:div><h:p>It begins at night.</h:p>
     <h:p>Rating: 4/5</h:p></h:div></a:content></a:entry></a:feed>`,
  ],
];

test.each(generators)('%s: the post with its lines, author, day and score', (_generator, feed) => {
  expect(first(feed)).toMatchObject({
    url: 'https://blog.example/her/',
    heading: 'Her',
    author: 'Ann Lee',
    date: expect.stringMatching(/^2026-03-14/) as unknown,
    excerpt: expect.stringContaining('It begins at night.') as unknown,
    lines: ['It begins at night.', 'Rating: 4/5'],
    score: { value: 4, best: 5 },
  });
});

describe('in an entry', () => {
  test.each([
    [
      'source',
      `<source><title>Elsewhere</title><link href="https://other.example/"/><updated>2001-01-01T00:00:00Z</updated></source>${link}`,
    ],
    ['contributor', `<contributor><name>Bo</name></contributor>${link}`],
    ['enclosure', `<link rel="enclosure" type="audio/mpeg" href="https://blog.example/her.mp3"/>${link}`],
    ['replies', `<link rel="replies" href="https://blog.example/her/comments/"/>${link}`],
    [
      'a JSON alternate before the page',
      `<link rel="alternate" type="application/json" href="/her.json"/>${link}`,
    ],
  ])('%s is not taken for its own title, author, date or address', (_what, parts) => {
    expect(first(atom(`${parts}<published>2026-03-14T19:30:00Z</published>`))).toMatchObject({
      url: 'https://blog.example/her/',
      heading: 'Her',
      author: null,
      date: '2026-03-14T19:30:00Z',
    });
  });

  test.each([
    ['its own', '<author><name>Ann</name></author>', 'Ann'],
    ['that of its source', '<source><author><name>Bo</name></author></source>', 'Bo'],
    ['that of the feed', '', 'Cy'],
    ['not an address', '<author><email>ann@blog.example</email></author>', 'Cy'],
  ])('the author is %s', (_whose, parts, author) => {
    expect(first(atom(link + parts, '<author><name>Cy</name></author>'))?.author).toBe(author);
  });

  test.each([
    ['Ann Lee &lt;ann@blog.example&gt;', 'Ann Lee'],
    ['ann@blog.example (Ann Lee)', 'Ann Lee'],
    ['ann@blog.example', null],
    ['Ann &amp; Bo', 'Ann & Bo'],
  ])('RSS: reads the author %s as %j', (text, author) => {
    expect(first(rss(`<author>${text}</author>`))?.author).toBe(author);
  });

  test.each([
    ['3 &lt; 4', '3 < 4'],
    ['AT&amp;T', 'AT&T'],
    ['&lt;em&gt;Her&lt;/em&gt;', 'Her'],
    ['Her &amp;amp; him', 'Her & him'],
    ['<![CDATA[Her <b>&</b> him]]>', 'Her & him'],
  ])('RSS: reads the title %s as %s', (title, heading) => {
    const feed = rss('').replace('<title>Her</title>', `<title>${title}</title>`);
    expect(first(feed)?.heading).toBe(heading);
  });

  test.each([
    ['', '&lt;p&gt;Her &amp;amp; him&lt;/p&gt;', 'Her & him'],
    [' type="text"', '&lt;p class="a"&gt;It &lt;b&gt;is&lt;/b&gt;.&lt;/p&gt;', 'It is.'],
    [' type="text"', 'From &lt;b&gt; to b', 'From <b> to b'],
    [' type="text"', 'Say &lt;who&gt;me&lt;/who&gt;', 'Say <who>me</who>'],
    ['', 'AT&amp;T', 'AT&T'],
  ])('Atom: reads the content%s %s as %s, whether or not it says that it is HTML', (type, text, line) => {
    expect(first(atom(`${link}<content${type}>${text}</content>`))?.lines).toEqual([line]);
  });

  test('RSS: reads the text, the date and the author that other vocabularies state', () => {
    const item = `<atom:content type="html">&lt;p>It begins.&lt;/p></atom:content>
      <atom:published>2026-03-14T19:30:00Z</atom:published>
      <pod:author xmlns:pod="http://www.itunes.com/dtds/podcast-1.0.dtd">Ann Lee</pod:author>`;
    expect(first(rss(item))).toMatchObject({
      lines: ['It begins.'],
      date: '2026-03-14T19:30:00Z',
      author: 'Ann Lee',
    });
  });

  test('relative addresses refer to the nearest xml:base', () => {
    const entry = atom('<link xml:base="2026/" href="her/"/>', '', ' xml:base="https://blog.example/films/"');
    expect(first(entry)?.url).toBe('https://blog.example/films/2026/her/');
  });

  test('the address behind FeedBurner’s is the page’s own', () => {
    const item = `<f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://blog.example/heat/</f:origLink>`;
    expect(first(rss(item))?.url).toBe('https://blog.example/heat/');
  });

  test('a post keeps its id when its address changes', () => {
    const item = '<guid isPermaLink="false">tag:7</guid>';
    expect(first(rss(item))?.id).toBe('tag:7');
    expect(first(rss(''))?.id).toBe('https://blog.example/her/');
  });
});

test.each([
  '{',
  '{"version":"https://jsonfeed.org/version/2"}',
  '{"items":[]}',
  '[]',
  '{"version":1,"items":[]}',
])('refuses JSON that is no JSON Feed: %s', (text) => {
  expect(() => parseFeed(text, address)).toThrow(expect.objectContaining({ code: 'malformed' }));
});

// The forms of feedparser's own tests of dates, with its values, and others that sites write.
test.each<[string, string | null]>([
  ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T12:00:00-05:00'],
  ['2004-július-13T9:15-05:00', '2004-07-13T09:15:00-05:00'],
  ['2003-012-31T10:14:55+00:00', '2003-12-31T10:14:55Z'],
  ['2004-05-25 오후 11:23:17', '2004-05-25T23:23:17+09:00'],
  ['2004년 05월 28일  01:31:15', '2004-05-28T01:31:15+09:00'],
  ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T08:19:53-04:00'],
  ['Thu, 01 Jan 04 19:48:21 GMT', '2004-01-01T19:48:21Z'],
  ['Wed, 19 Aug 2009 18:28:00 Etc/GMT', '2009-08-19T18:28:00Z'],
  ['Wed, 19 Feb 2012 22:40:00 GMT-01:01', '2012-02-19T22:40:00-01:01'],
  ['Mon, 13 Feb, 2012 06:28:00 UTC', '2012-02-13T06:28:00Z'],
  ['Mon, 26 January 2004 16:31:00 PT', '2004-01-26T16:31:00-08:00'],
  ['Thu Aug 30 2012 17:26:16 +0200', '2012-08-30T17:26:16+02:00'],
  ['Sun Jan  4 16:29:06 2004', '2004-01-04T16:29:06'],
  ['Sun Jul 15 01:16:00 +0000 2012', '2012-07-15T01:16:00Z'],
  ['2004-07-08 23:56:58 -00:20', '2004-07-08T23:56:58-00:20'],
  ['Mi, 04 Mär 2026 10:00:00 +0100', '2026-03-04T10:00:00+01:00'],
  ['2003-12', '2003-12'],
  ['2003', '2003'],
  ['20031231', '2003-12-31'],
  ['2003-335', '2003-12-01'],
  ['-0312', '2003-12'],
  ['Sun, 31 Dec 9999 23:59:59 -9999', null],
  ['Sun, 16 Dec 2012 1:2:3:4 GMT', null],
  ['Sun, 16 zzz 2012 11:47:32 GMT', null],
  ['Sun, 99 Jun 2009 12:00:00 GMT', null],
  ['2003-12-31T25:14:55Z', null],
  ['2003-12-31T10:61:55Z', null],
  ['2013-01-28T11:30:00-06:00Textra', null],
  ['2003-13-01', null],
])('reads the date %j as %j', (text, date) => {
  expect(first(rss(`<pubDate>${text}</pubDate>`))?.date).toBe(date);
});
