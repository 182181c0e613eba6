// What an author does with a real WordPress, followed in Chromium with the built extension up to the badge of the film on
// the sample film site.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import buildAll from '../e2e/global-set-up.ts';
import { messagePattern } from '../e2e/messages.ts';
import { films } from '../site/films.ts';
import type { BlogPost } from './blog.ts';
import { rate } from '../e2e/popup.ts';
import { startFollowedBlog, type FollowedBlog } from './followed-blog.ts';

/** A message as a part of a text. */
const messagePart = (key: string): RegExp => new RegExp(messagePattern(key).source.slice(1, -1));

let started: FollowedBlog | undefined;
const open = (): FollowedBlog => {
  if (!started) throw new Error('not everything started');
  return started;
};

/** A post about a film of the sample site. */
function review(slug: string, score: number, more: Partial<BlogPost> = {}): BlogPost {
  const film = films.find((one) => one.slug === slug);
  if (!film) throw new Error(`the sample site has no ${slug}`);
  return {
    title: `${film.title} (${film.year}) – Review`,
    text: `<p>A film by ${film.director} that begins at night and has the best of endings.</p><p>Rating: ${score}/5</p>`,
    author: 'Ann Lee',
    ...more,
  };
}

/** The cards of the blog's reviews in a popup. */
const readCards = (popup: Page): Promise<string[]> =>
  popup.getByRole('article').filter({ hasText: 'Second Reel' }).allInnerTexts();

/** The badge's name with the blog's score. */
const scored = (score: number): RegExp => new RegExp(`\\b${score} of 5, Second Reel`);
const noScore = /^(?!.*Second Reel)/;

beforeAll(async () => {
  await buildAll();
  started = await startFollowedBlog();
});
afterAll(() => started?.close());

/** Publishes a post and waits for its score. */
async function publish(slug: string, score: number): Promise<number> {
  const { blog, checkNow, waitForBadge } = open();
  const [id = 0] = await blog.publish(review(slug, score));
  await checkNow();
  await waitForBadge(slug, scored(score));
  return id;
}

test('a blog that is followed has its scores on the badges of its films, and of no others of the same title', async () => {
  const { blog, follow, waitForBadge, readBadge, readState } = open();
  await blog.publish(review('jaws-1975', 4), review('dune-1984', 2));
  expect(await readBadge('jaws-1975')).toMatch(noScore);
  await follow();
  await waitForBadge('jaws-1975', scored(4));
  await waitForBadge('dune-1984', scored(2));
  expect(await readBadge('dune-2021')).toMatch(noScore);
  await expect.poll(readState).toMatch(/WordPress · 2 reviews/);
});

test('a post that is published later comes onto the badge of an open page', async () => {
  const { readBadge } = open();
  expect(await readBadge('fargo-1996')).toMatch(noScore);
  await publish('fargo-1996', 5);
});

test('a scheduled post comes when it is published, and not before', async () => {
  const { blog, checkNow, readBadge, waitForBadge } = open();
  const id = await blog.schedule(review('arrival-2016', 3));
  await checkNow();
  expect(await readBadge('arrival-2016')).toMatch(noScore);
  await blog.publishScheduled(id);
  await checkNow();
  await waitForBadge('arrival-2016', scored(3));
});

test('a score that the author changes is changed on the badge, and one that is taken back leaves it', async () => {
  const { blog, checkNow, waitForBadge } = open();
  const id = await publish('inception-2010', 2);
  await blog.edit([id], { text: '<p>I was wrong about this film and its dreams.</p><p>Rating: 5/5</p>' });
  await checkNow();
  await waitForBadge('inception-2010', scored(5));
  await blog.edit([id], { text: '<p>A film that I cannot judge any more.</p>' });
  await checkNow();
  await waitForBadge('inception-2010', noScore);
});

test('a post that is moved keeps its score, and the popup links to its new address', async () => {
  const { blog, checkNow, openPopup, readBadge } = open();
  const id = await publish('get-out-2017', 4);
  await blog.move(id, 'a-new-address');
  await checkNow();
  expect(await readBadge('get-out-2017')).toMatch(scored(4));
  const popup = await openPopup('get-out-2017');
  const cards = popup.getByRole('article').filter({ hasText: 'Second Reel' });
  await cards.first().waitFor();
  expect(
    await cards.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(['https://blog.marquee.example/a-new-address/']);
  await popup.close();
});

test('a post that is assigned another title is on the badge of that film only', async () => {
  const { blog, checkNow, waitForBadge } = open();
  const id = await publish('alien-1979', 3);
  await blog.edit([id], { title: review('barbie-2023', 3).title, text: review('barbie-2023', 3).text });
  await checkNow();
  await waitForBadge('barbie-2023', scored(3));
  await waitForBadge('alien-1979', noScore);
});

const hiding: [what: string, hide: (id: number) => Promise<void>, show: (id: number) => Promise<void>][] = [
  ['trashed', (id) => open().blog.setStatus(id, 'trash'), (id) => open().blog.setStatus(id, 'publish')],
  [
    'made private',
    (id) => open().blog.setStatus(id, 'private'),
    (id) => open().blog.setStatus(id, 'publish'),
  ],
  [
    'put under a password',
    (id) => open().blog.setPassword(id, 'sesame'),
    (id) => open().blog.setPassword(id, ''),
  ],
];

test.each(hiding)('a post that is %s leaves the badge, and comes back with it', async (what, hide, show) => {
  const { checkNow, waitForBadge } = open();
  const slug = { trashed: 'memento-2000', 'made private': 'up-2009' }[what] ?? 'wall-e-2008';
  const id = await publish(slug, 4);
  await hide(id);
  await checkNow();
  await waitForBadge(slug, noScore);
  await show(id);
  await checkNow();
  await waitForBadge(slug, scored(4));
});

// A badge depends on catalogues and services alone, so that a page cannot see what its visitor follows: where these do not
// have the film, its review is in the popup.

test('a post about a film that is in no catalogue finds it when the log has the film', async () => {
  const { blog, checkNow, openPopup, readState } = open();
  await blog.publish(review('past-lives-2023', 4));
  await checkNow();
  await expect.poll(readState).toMatch(/1 without a film/);
  const popup = await openPopup('past-lives-2023');
  await popup.getByRole('slider').waitFor();
  expect(await readCards(popup)).toEqual([]);
  await rate(popup, /./, 3);
  await expect.poll(() => readCards(popup)).toEqual([expect.stringMatching(/4\s*\/\s*5/)]);
  await popup.close();
  await expect.poll(readState).not.toMatch(/without a film/);
});

test('the user says which film a post is about, beginning with the title that was found', async () => {
  const { blog, checkNow, options, openPopup } = open();
  const [id = 0] = await blog.publish(review('perfect-days-2023', 5));
  await checkNow();
  const page = await options();
  const post = page.locator('section:has(> #unmatched) li').filter({ hasText: 'Perfect Days' });
  await post.getByRole('button', { name: messagePattern('unmatchedName') }).click();
  const title = post.getByLabel(messagePattern('titleFormTitle'));
  expect(await title.inputValue()).toBe('Perfect Days');
  expect(await post.getByLabel(messagePattern('titleFormYear')).inputValue()).toBe('2023');
  await post.getByRole('button', { name: messagePattern('titleFormFind') }).click();
  await expect.poll(() => post.count()).toBe(0);
  const popup = await openPopup('perfect-days-2023');
  await expect.poll(() => readCards(popup)).toEqual([expect.stringMatching(/5\s*\/\s*5/)]);
  // The choice stays when the post changes and moves, and goes with it.
  await blog.edit([id], {
    title: 'Sunlight through leaves',
    text: '<p>Still the best.</p><p>Rating: 3/5</p>',
  });
  await blog.move(id, 'leaves');
  await checkNow();
  await expect.poll(() => readCards(popup)).toEqual([expect.stringMatching(/3\s*\/\s*5/)]);
  await blog.setStatus(id, 'trash');
  await checkNow();
  await expect.poll(() => readCards(popup)).toEqual([]);
  await popup.close();
});

test.each([
  ['Pacific/Kiritimati', 'atonement-2007'],
  ['Pacific/Honolulu', 'anora-2024'],
  ['Asia/Kolkata', 'flow-2024'],
])('what a blog in the zone %s publishes and changes is on the badge', async (zone, slug) => {
  const { blog, checkNow, waitForBadge } = open();
  await blog.setZone(zone);
  const id = await publish(slug, 2);
  await blog.edit([id], { text: '<p>Seen again, and liked far better.</p><p>Rating: 4/5</p>' });
  await checkNow();
  await waitForBadge(slug, scored(4));
});

test('a blog whose addresses all change keeps its scores and brings new ones', async () => {
  const { blog, readBadge } = open();
  await blog.setNamedAddresses(false);
  await publish('conclave-2024', 3);
  expect(await readBadge('jaws-1975')).toMatch(scored(4));
  await blog.setNamedAddresses(true);
  await publish('challengers-2024', 2);
});

test('the scores of a blog whose server is down stay, and the options say so', async () => {
  const { blog, checkNow, readBadge, readState } = open();
  await blog.setRunning(false);
  await checkNow();
  expect(await readState()).toMatch(messagePart('faultUnreachable'));
  expect(await readState()).not.toMatch(messagePart('faultOffline'));
  expect(await readBadge('jaws-1975')).toMatch(scored(4));
  await blog.setRunning(true);
  await publish('district-9-2009', 5);
});

test('a blog that answers 503 is left alone until the time that it states, and its scores stay', async () => {
  const { blog, checkNow, readBadge, readState, requests } = open();
  await blog.publish(review('drive-my-car-2021', 5));
  const waitS = 20;
  await blog.setBusy(waitS);
  await checkNow();
  const until = Date.now() + waitS * 1000;
  await blog.setBusy(null);
  expect(await readState()).toMatch(/Paused until/);
  expect(await readBadge('jaws-1975')).toMatch(scored(4));
  const before = requests().length;
  await checkNow();
  expect(requests()).toHaveLength(before);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, until - Date.now())));
  await checkNow();
  await open().waitForBadge('drive-my-car-2021', scored(5));
});

test('a blog that closes its REST endpoints is followed by its feed', async () => {
  const { blog, readBadge, readState, waitForBadge } = open();
  await blog.setRest(false);
  const last = await publish('casino-royale-2006', 4);
  expect(await readState()).toMatch(/RSS feed/);
  expect(await readBadge('jaws-1975')).toMatch(scored(4));
  expect(await readBadge('casino-royale-1967')).toMatch(noScore);
  await blog.setStatus(last, 'trash');
  await publish('stardust-2007', 2);
  await waitForBadge('casino-royale-2006', noScore);
});
