import { expect, test } from 'vitest';
import {
  correctMatch,
  followSite,
  forgetReview,
  keepReview,
  pauseSite,
  undoWrite,
  unfollowSite,
} from './commands.ts';
import { listFollowedSites, listKeptReviews } from '../queries/review-queries.ts';
import { createLogFixture, her, melancholia, filmInput } from '../testing/fixture.ts';
import { makeReview } from '../testing/review.ts';

const url = 'https://blog.example/her/';
const site = {
  url: 'https://blog.example/',
  name: 'Second Reel',
  feed: { kind: 'rss' as const, url: 'https://blog.example/feed/' },
};

test('finds a kept review by every ref of its film, and by no other film', async () => {
  const { log } = await createLogFixture();
  await log.write(keepReview({ film: her, review: makeReview(url) }));
  const found = await log.read((db) =>
    listKeptReviews(db, [['imdb:tt1798709'], ['title:her:2013'], melancholia.refs, []]),
  );
  expect(found.map((list) => list.map((review) => review.url))).toEqual([[url], [url], [], []]);
});

test('keeps one review, the later one, if a page is kept twice', async () => {
  const { log } = await createLogFixture();
  await log.write(keepReview({ film: her, review: makeReview(url) }));
  await log.write(keepReview({ film: her, review: makeReview(url, { headline: 'Changed' }) }));
  const [reviews] = await log.read((db) => listKeptReviews(db, [her.refs]));
  expect(reviews?.map(({ headline }) => headline)).toEqual(['Changed']);
});

test('moves a review that was kept for the wrong film', async () => {
  const { log } = await createLogFixture();
  await log.write(keepReview({ film: melancholia, review: makeReview(url) }));
  await log.write(keepReview({ film: her, review: makeReview(url) }));
  const [ofHer, ofMelancholia] = await log.read((db) => listKeptReviews(db, [her.refs, melancholia.refs]));
  expect([ofHer?.length, ofMelancholia?.length]).toEqual([1, 0]);
});

test('deletes a review, and undo restores it', async () => {
  const { log } = await createLogFixture();
  await log.write(keepReview({ film: her, review: makeReview(url) }));
  const receipt = await log.write(forgetReview({ url }));
  expect(await log.read((db) => listKeptReviews(db, [her.refs]))).toEqual([[]]);
  await log.write(undoWrite(receipt.changes));
  expect((await log.read((db) => listKeptReviews(db, [her.refs])))[0]).toHaveLength(1);
  await expect(log.write(forgetReview({ url: 'https://blog.example/none' }))).rejects.toThrow(
    /no such review/i,
  );
});

test.each(['javascript:alert(1)', 'blog', `https://blog.example/${'x'.repeat(3000)}`])(
  'rejects an address that is not a web address: %#',
  async (address) => {
    const { log } = await createLogFixture();
    await expect(log.write(keepReview({ film: her, review: makeReview(address) }))).rejects.toThrow(
      /address/,
    );
    await expect(log.write(followSite({ ...site, url: address }))).rejects.toThrow(/address/);
  },
);

test('follows a site once, pauses it, and unfollows it', async () => {
  const { log } = await createLogFixture();
  await log.write(followSite(site));
  await log.write(followSite(site));
  const [row, ...more] = await log.read(listFollowedSites);
  expect(more).toEqual([]);
  const id = row?.id ?? '';
  await log.write(pauseSite({ id, paused: true }));
  expect((await log.read(listFollowedSites))[0]?.paused).toBe(true);
  await log.write(unfollowSite({ id }));
  expect(await log.read(listFollowedSites)).toEqual([]);
  await expect(log.write(pauseSite({ id, paused: false }))).rejects.toThrow(/no such site/i);
  await log.write(followSite(site));
  expect((await log.read(listFollowedSites)).map((again) => [again.id, again.paused])).toEqual([[id, false]]);
});

test('keeps reviews when their film is joined with another', async () => {
  const { log } = await createLogFixture();
  await log.write(keepReview({ film: filmInput('Her', 2013), review: makeReview(url) }));
  await log.write(correctMatch({ keys: ['title:her'], film: null }));
  await log.write(keepReview({ film: her, review: makeReview('https://other.example/her') }));
  const [reviews] = await log.read((db) => listKeptReviews(db, [['imdb:tt1798709']]));
  expect(reviews).toHaveLength(2);
});
