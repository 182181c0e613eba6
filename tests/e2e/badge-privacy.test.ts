// A page learns nothing of the log from its badges: whatever it measures is the same before and after.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { films } from '../site/films.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { makeFilm } from '../../lib/films/make-film.ts';
import { hoverBadge, waitForBadges, waitForBadgeText, waitForDetails } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { makeWatchingPage, trap, type Watching } from './pages/watching.ts';
import { sendAsPage } from './world.ts';

const origin = 'https://films.marquee.example';
const listLength = 300;
const rows = Array.from({ length: listLength }, (_, at) => {
  const { slug, title, year } = films[at % films.length]!;
  return `<li><a href="/films/${slug}/?${at}">${title} (${year})</a></li>`;
});
const posters = films
  .map(
    ({ slug, title, year }) =>
      `<li><a href="/films/${slug}/"><img alt="${title} (${year})" width="80" height="120"></a></li>`,
  )
  .join('');
const film = films.find(({ title }) => title === 'Jaws')!;

let site: SiteServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  site = await startSite();
  site.put(`${origin}/watching/list`, makeWatchingPage('Films', `<h1>Films</h1><ul>${rows.join('')}</ul>`));
  site.put(
    `${origin}/watching/film`,
    makeWatchingPage('Jaws (1975)', `<h1>Jaws (1975)</h1><p>A film by Steven Spielberg.</p>`),
  );
  site.put(
    `${origin}/watching/posters`,
    makeWatchingPage(
      'Films',
      `<style>li a{display:block;width:80px;height:120px}</style><ul>${posters}</ul>`,
    ),
  );
  browser = await launchExtension({ site });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
const opened: Page[] = [];
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

async function open(path: string, count: number): Promise<Page> {
  const page = await browser.open(`${origin}${path}`);
  opened.push(page);
  await waitForBadges(page, count);
  await page.waitForLoadState('networkidle');
  return page;
}

/** Everything that the page has observed since it was opened. */
const observe = (page: Page) =>
  page.evaluate(() => {
    const { watching } = window as unknown as { watching: Watching };
    const measured = watching.measure();
    return { measured, changes: watching.changes, events: watching.events, roots: watching.roots };
  });

/** What the browser has reported to the page about drawing and layout since it was opened. */
const readTimings = async (page: Page): Promise<string[]> => {
  // A report comes after the frame it is about.
  await page.waitForTimeout(500);
  return await page.evaluate(() => [...(window as unknown as { watching: Watching }).watching.timings]);
};

const toInput = ({ title, year }: { title: string; year: number }) => ({
  title,
  year,
  refs: [`title:${title.toLowerCase().replace(/\W+/g, '-')}:${year}`],
});
const write = (type: string, data: object) => sendAsPage(browser, type, data);

const writes: [string, string, object][] = [
  ['rated 4½', 'rateFilm', { value: 9 }],
  ['rated ½', 'rateFilm', { value: 1 }],
  ['watched', 'logEntry', { entry: { watchedOn: '2024-01-14' }, origin: 'popup' }],
  ['liked', 'setLiked', { liked: true }],
  ['put on the watchlist', 'setWatchlist', { listed: true }],
];

describe('on a film’s own page', () => {
  test('nothing that it observes changes when the film is rated, watched, liked or listed', async () => {
    const live = await open('/watching/film', 1);
    const before = await observe(live);
    expect(before.roots).toBe(0);
    for (const [what, type, data] of writes) {
      await write(type, { film: toInput(film), ...data });
      if (type !== 'setLiked' && type !== 'setWatchlist') await waitForBadgeText(live, /4½|½|seen/);
      expect(await observe(live), `the open page, ${what}`).toEqual(before);
      const again = await open('/watching/film', 1);
      if (type !== 'setLiked' && type !== 'setWatchlist') await waitForBadgeText(again, /4½|½|seen/);
      expect(await observe(again), `the page loaded again, ${what}`).toEqual(before);
    }
    expect(site.requests.filter((address) => address.includes(trap))).toEqual([]);
  });

  test('nor when the user says that it is not a film', async () => {
    const before = await observe(await open('/watching/film', 1));
    await write('correctMatch', { keys: ['title:jaws:1975', 'title:jaws'], film: null });
    const page = await open('/watching/film', 1);
    await waitForBadgeText(page, /Marquee does not know this film, as you said/);
    expect(await observe(page)).toEqual(before);
  });
});

test(`on a list of ${listLength}, films in the log are as those that are not`, async () => {
  const live = await open('/watching/list', listLength - 60);
  const before = await observe(live);
  const timings = await readTimings(live);
  expect(timings.length).toBeGreaterThan(listLength);
  for (const [at, one] of films.entries()) {
    const [, type, data] = writes[at % (2 * writes.length)] ?? [];
    if (type) await write(type, { film: toInput(one), ...data });
  }
  await waitForBadgeText(live, /your rating 4½/);
  expect(await observe(live)).toEqual(before);
  expect(await readTimings(live), 'paints, shifts and sizes').toEqual(timings);
  const again = await open('/watching/list', listLength - 60);
  await waitForBadgeText(again, /your rating 4½/);
  expect(await observe(again)).toEqual(before);
  // A change of a badge's box would be reported.
  await live.evaluate(() => {
    const badge = document.querySelector<HTMLElement>('marquee-badge')!;
    badge.style.setProperty('display', 'none', 'important');
  });
  expect(await readTimings(live)).not.toEqual(timings);
});

test('under small posters, films in the log are as those that are not', async () => {
  const live = await open('/watching/posters', 3);
  const widths = await live.$$eval('marquee-badge', (badges) =>
    badges.map((badge) => badge.getBoundingClientRect().width),
  );
  expect(new Set(widths)).toEqual(new Set([54]));
  const before = await observe(live);
  for (const [at, one] of films.entries()) {
    const [, type, data] = writes[at % (2 * writes.length)] ?? [];
    if (type) await write(type, { film: toInput(one), ...data });
  }
  await waitForBadgeText(live, /your rating|seen/);
  expect(await observe(live)).toEqual(before);
  const again = await open('/watching/posters', 3);
  await waitForBadgeText(again, /your rating|seen/);
  expect(await observe(again)).toEqual(before);
});

describe('while the details of a badge are open, the page', () => {
  /** Opens the details of the film in a heading, and returns all that the page can find out of them. */
  async function observeDetails(title: string, wanted: RegExp, words: string[]) {
    const path = `/watching/details/${encodeURIComponent(title)}`;
    const long = '<p>The page goes on.</p>'.repeat(200);
    const [, name, year] = /^(.*) \((\d+)\)$/.exec(title) ?? [];
    const data = `<h1 itemprop="name">${name}</h1><p itemprop="datePublished">${year}</p>`;
    const work = `<div itemscope itemtype="https://schema.org/Movie">${data}</div>`;
    site.put(
      `${origin}${path}`,
      makeWatchingPage('Films', `<style>h1{font-size:16px}</style>${work}${long}`),
    );
    const page = await open(path, 1);
    await hoverBadge(page);
    await waitForDetails(page, wanted);
    const area = await page.evaluate(() => {
      const badge = document.querySelector('marquee-badge')!;
      const own = badge.getBoundingClientRect();
      const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
      for (let y = Math.ceil(own.bottom) + 8; y < innerHeight; y += 2)
        for (let x = 1; x < innerWidth; x += 2) {
          if (document.elementFromPoint(x, y) !== badge) continue;
          box.left = Math.min(box.left, x);
          box.right = Math.max(box.right, x);
          box.top = Math.min(box.top, y);
          box.bottom = Math.max(box.bottom, y);
        }
      const { left, top } = own;
      return [
        box.right - box.left,
        box.bottom - box.top,
        Math.round((box.left - left) / 4) + 0,
        Math.round((box.top - top) / 4) + 0,
      ];
    });
    const found = await page.evaluate(
      (texts) =>
        texts.filter((text) =>
          (window as unknown as { find(...all: unknown[]): boolean }).find(text, false, false, true),
        ),
      words,
    );
    const box = (await page.locator('marquee-badge').boundingBox())!;
    await page.mouse.move(box.x + 60, box.y + 80);
    for (let turn = 0; turn < 4; turn += 1) await page.mouse.wheel(0, 300);
    await page.waitForTimeout(500);
    const scrolled = await page.evaluate(() => scrollY);
    await page.close();
    return { area, found, scrolled };
  }

  test('cannot find out what they say, or how much it is', async () => {
    const words = [
      'Critics',
      'Audience',
      'Rotten',
      'votes',
      'Nolan',
      'Kubrick',
      'Jeunet',
      'Oscar',
      'Is it this',
    ];
    const first = await observeDetails('Inception (2010)', /Rotten Tomatoes/, words);
    expect(first.area[0]).toBeGreaterThan(300);
    expect(first.area[1]).toBeGreaterThan(200);
    expect(first).toMatchObject({ found: [], scrolled: 0 });
    const others: [string, RegExp][] = [
      ['2001: A Space Odyssey (1968)', /Kubrick/],
      ['Le Fabuleux Destin d’Amélie Poulain (2001)', /Jeunet/],
      ['Dune: Part Two (2024)', /Villeneuve/],
      ['Crash (1996)', /Cronenberg/],
    ];
    for (const [title, wanted] of others)
      expect(await observeDetails(title, wanted, words), title).toEqual(first);
  });

  test('cannot find out which film its visitor chose for a title', async () => {
    const words = ['Rotten', 'Kurosawa', 'Seven Samurai', '1954'];
    const before = await observeDetails('Inception (2010)', /Nolan/, words);
    const chosen = makeFilm({
      title: 'Seven Samurai',
      year: 1954,
      directors: ['Akira Kurosawa'],
      refs: ['imdb:tt0047478'],
    });
    await write('correctMatch', { keys: ['title:inception:2010', 'title:inception'], film: chosen });
    expect(await observeDetails('Inception (2010)', /Kurosawa/, words)).toEqual(before);
    await write('correctMatch', { keys: ['title:inception:2010', 'title:inception'], film: null });
  });
});
