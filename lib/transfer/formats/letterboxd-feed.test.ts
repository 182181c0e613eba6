import { expect, test } from 'vitest';
import { listFeedItems } from './letterboxd-feed.ts';

const readFeed = (items: string) =>
  listFeedItems({
    name: 'rss.xml',
    folder: '',
    header: [],
    json: undefined,
    text: `<?xml version="1.0"?><rss xmlns:letterboxd="https://letterboxd.com"><channel>${items}</channel></rss>`,
  });

const her = '<letterboxd:filmTitle>Her</letterboxd:filmTitle>';

test('a review keeps its paragraphs and loses its markup and the poster', () => {
  const description =
    '<description><![CDATA[ <p><img src="a.jpg"/></p> <p>Not &quot;funny&quot; &#8211; <i>at</i> all.<br />Sad.</p> ]]></description>';
  expect(readFeed(`<item>${her}${description}</item>`)).toMatchObject([
    { title: 'Her', review: 'Not "funny" – at all.\n\nSad.' },
  ]);
});

test('the sentence that takes the place of a review is not a review', () => {
  const description = '<description>&lt;p&gt;Watched on Sunday March 10, 2024.&lt;/p&gt;</description>';
  expect(readFeed(`<item>${her}${description}</item>`)[0]?.review).toBe('');
});

test('items without a film are skipped and still counted', () => {
  expect(readFeed(`<item><title>A list</title></item><item>${her}</item>`)).toMatchObject([
    { from: { row: 2 } },
  ]);
});

test('of an item that the end of the file cuts off, whole elements are read', () => {
  const items = `<item>${her}<letterboxd:filmYear>2013</letterboxd:filmYear><tmdb:movieId>1526`;
  expect(
    listFeedItems({ name: 'a', folder: '', header: [], json: undefined, text: `<rss>${items}` }),
  ).toMatchObject([{ title: 'Her', year: 2013, refs: [] }]);
});
