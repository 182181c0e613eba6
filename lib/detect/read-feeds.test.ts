import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { readFeeds } from './read-feeds.ts';

test.each([
  ['<link rel="https://api.w.org/" href="/wp-json/">', 'wordpress'],
  ['<link rel="alternate" type="application/rss+xml" href="/feed/">', 'feed'],
  ['<link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="/atom.xml">', 'feed'],
  ['<link rel="alternate" type="application/rss+xml" href="/her/comments/feed/">', null],
  ['<link rel="alternate" type="application/feed+json" href="/feed.json">', 'feed'],
  ['<link rel="alternate" type="text/xml" title="RSS" href="/all.xml">', 'feed'],
  ['<link rel="alternate" type="text/xml" href="/sitemap.xml">', null],
  ['<link rel="alternate" type="application/json" title="JSON" href="/wp-json/wp/v2/posts/7">', null],
  ['<link rel="alternate" type="application/rss+xml" href="/?feed=comments-rss2">', null],
  ['<link rel="alternate" hreflang="de" href="/de/">', null],
  ['<link rel="stylesheet" type="application/rss+xml" href="/feed/">', null],
  ['', null],
])('reads a page with %s as %j', (head, how) => {
  const { document } = new JSDOM(`<html><head>${head}</head><body></body></html>`).window;
  expect(readFeeds(document)).toBe(how);
});

test('finds a feed even if forms and images hide members of the document', () => {
  const { document } = new JSDOM(
    `<html><head><link rel="alternate" type="application/rss+xml" href="/feed/"></head>
     <body><form name="documentElement"></form><img name="querySelectorAll"></body></html>`,
  ).window;
  expect(readFeeds(document)).toBe('feed');
});
