import { expect, test } from 'vitest';
import { followSite, forgetReview, keepReview, pauseSite, unfollowSite } from '../commands/commands.ts';
import { createLogFixture, her, melancholia } from '../testing/fixture.ts';
import { makeReview } from '../testing/review.ts';
import { listFollowedSites, listKeptReviews } from './review-queries.ts';

test('each film has its own kept reviews, and those that were forgotten are not among them', async () => {
  const { log } = await createLogFixture();
  const list = async () => {
    const lists = await log.read((db) => listKeptReviews(db, [melancholia.refs, [], her.refs]));
    return lists.map((reviews) => reviews.map(({ url }) => url));
  };
  expect(await list()).toEqual([[], [], []]);
  const urls = ['https://a.example/', 'https://b.example/'];
  for (const url of urls) await log.write(keepReview({ film: her, review: makeReview(url) }));
  expect(await list()).toEqual([[], [], urls]);
  await log.write(forgetReview({ url: urls[0] ?? '' }));
  expect(await list()).toEqual([[], [], urls.slice(1)]);
});

test('followed sites keep the order in which they were first followed', async () => {
  const { log, clock } = await createLogFixture();
  const names = ['c', 'a', 'b'];
  const follow = (name: string) => {
    const url = `https://${name}.example/`;
    return log.write(followSite({ url, name, feed: { kind: 'rss', url } }));
  };
  for (const name of names) {
    clock.ms += 1;
    await follow(name);
  }
  const list = () => log.read(listFollowedSites);
  expect((await list()).map(({ name }) => name)).toEqual(names);
  const [first] = await list();
  await log.write(unfollowSite({ id: first?.id ?? '' }));
  expect((await list()).map(({ name }) => name)).toEqual(['a', 'b']);
  await follow('c');
  await log.write(pauseSite({ id: first?.id ?? '', paused: true }));
  expect((await list()).map(({ name, paused }) => [name, paused])).toEqual([
    ['c', true],
    ['a', false],
    ['b', false],
  ]);
});
