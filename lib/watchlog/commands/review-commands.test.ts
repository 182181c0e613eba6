import { expect, test } from 'vitest';
import {
  correctMatch,
  followSite,
  forgetReview,
  keepReview,
  pauseSite,
  purgeTrash,
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

test('an address may be on http and 2000 characters long, and no longer', async () => {
  const { log } = await createLogFixture();
  const keep = (address: string) => log.write(keepReview({ film: her, review: makeReview(address) }));
  const long = `https://a.example/${'x'.repeat(1982)}`;
  await keep('http://a.example/');
  await keep(long);
  await expect(keep(`${long}x`)).rejects.toMatchObject({ code: 'bad-value' });
  await expect(keep('about:https://a.example/')).rejects.toMatchObject({ code: 'bad-value' });
});

test('a review may have a long text, but not one without end', async () => {
  const { log } = await createLogFixture();
  const size = JSON.stringify(makeReview(url, { text: '' })).length;
  const keep = (length: number) =>
    log.write(keepReview({ film: her, review: makeReview(url, { text: 'x'.repeat(length - size) }) }));
  await keep(250_000);
  await expect(keep(250_001)).rejects.toMatchObject({ code: 'too-long' });
});

test('a review that was forgotten cannot be forgotten again, but is kept again in its old row', async () => {
  const { log } = await createLogFixture();
  const keep = (headline: string) =>
    log.write(keepReview({ film: her, review: makeReview(url, { headline }) }));
  const { filmId } = await keep('first');
  expect((await log.write(forgetReview({ url }))).filmId).toBe(filmId);
  await expect(log.write(forgetReview({ url }))).rejects.toMatchObject({ code: 'not-found' });
  await keep('second');
  expect(await log.read((db) => db.getAll('keptReviews'))).toMatchObject([
    { url, deleted: null, review: { headline: 'second' } },
  ]);
});

test('of two rows of one address, as a merge can leave them, the one that is kept is changed', async () => {
  const { log } = await createLogFixture();
  await log.write(keepReview({ film: her, review: makeReview(url) }));
  await log.write(followSite(site));
  await log.write(async (commit) => {
    const deleted = commit.stamp;
    for (const row of await commit.tx.objectStore('keptReviews').getAll())
      await commit.save('keptReviews', { ...row, id: 'zzz', deleted });
    for (const row of await commit.tx.objectStore('followedSites').getAll())
      await commit.save('followedSites', { ...row, id: 'zzz', deleted });
    return null;
  });
  await log.write(keepReview({ film: her, review: makeReview(url, { headline: 'Changed' }) }));
  const { sequence } = await log.write(followSite(site));
  expect(sequence).toBe(4);
  const [reviews] = await log.read((db) => listKeptReviews(db, [her.refs]));
  expect(reviews?.map(({ headline }) => headline)).toEqual(['Changed']);
});

test('a followed site keeps its feed, and a name of bounded length', async () => {
  const { log } = await createLogFixture();
  await log.write(followSite({ ...site, name: 'n'.repeat(301) }));
  expect(await log.read(listFollowedSites)).toMatchObject([{ name: 'n'.repeat(300), feed: site.feed }]);
  await expect(log.write(unfollowSite({ id: 'none' }))).rejects.toMatchObject({ code: 'not-found' });
});

test('a purged review holds nothing of what it was', async () => {
  const { log } = await createLogFixture();
  const secret = ['secret'];
  await log.write(
    keepReview({
      film: her,
      review: makeReview(url, { headline: 'secret', text: 'secret', pros: secret, cons: secret }),
    }),
  );
  await log.write(forgetReview({ url }));
  const [id = ''] = (await log.read((db) => db.getAllKeys('keptReviews'))).map(String);
  await log.write(purgeTrash({ rows: [{ store: 'keptReviews', id }] }, () => undefined));
  const [row] = await log.read((db) => db.getAll('keptReviews'));
  expect(row).toMatchObject({ id, url: '', purged: true, importId: null });
  const { source, ...review } = row?.review ?? {};
  expect(source).toBe('page');
  const isEmpty = (value: unknown): boolean =>
    typeof value === 'object' && value !== null
      ? Object.values(value).every(isEmpty)
      : value === null || value === '' || value === 0;
  expect(Object.keys(review)).toHaveLength(Object.keys(makeReview(url)).length - 1);
  expect(isEmpty(review)).toBe(true);
});
