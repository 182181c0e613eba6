// The poster that a page shows becomes the film's cover, out of what is on the screen: no request, and nothing that the page sees.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';

const build = '.output/chrome-mv3-screen';
const pageUrl = 'https://films.marquee.example/with-poster/inception/';
const colours = { poster: '#c02040', page: '#20c040' };

const poster = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="600"><rect width="400" height="600" fill="${colours.poster}"/></svg>`;
const html = (
  style: string,
): string => `<!doctype html><html lang="en"><title>Inception (2010)</title><link rel="icon" href="data:,">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Movie","name":"Inception","datePublished":"2010-07-16"}</script>
<body style="margin:0;background:${colours.page}"><h1>Inception</h1>
<img src="/with-poster/poster.svg" alt="Poster for Inception" style="position:absolute;left:40px;top:120px;width:200px;height:300px;${style}">`;

let site: SiteServer;
let browser: ExtensionBrowser;

beforeAll(async () => {
  site = await startSite();
  site.put('https://films.marquee.example/with-poster/poster.svg', {
    headers: { 'content-type': 'image/svg+xml' },
    body: poster,
  });
  site.put(pageUrl, html(''));
  site.put(`${pageUrl}?half`, html('left:-100px'));
  // A test cannot press the toolbar button, which permits to look at the tab: the manifest of a copy does.
  cpSync('.output/chrome-mv3-sample', build, { recursive: true });
  const manifest = JSON.parse(readFileSync(`${build}/manifest.json`, 'utf8')) as {
    host_permissions: string[];
  };
  manifest.host_permissions.push('<all_urls>');
  writeFileSync(`${build}/manifest.json`, JSON.stringify(manifest));
  browser = await launchExtension({ site, extension: build });
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(build, { recursive: true, force: true });
});

/** Opens the popup for a page that stays in front, as it does behind the toolbar's popup, and logs its film. */
async function logOn(url: string): Promise<Page> {
  const page = await browser.open(url);
  await waitForBadges(page);
  const popup = await browser.openPopup(page);
  const watched = popup.getByRole('button', { name: messagePattern('ownWatchToday') });
  await watched.waitFor();
  await page.bringToFront();
  await watched.evaluate((button: HTMLElement) => button.click());
  await popup.locator('.chip-entry').waitFor({ state: 'attached' });
  return popup;
}

/** The size of a picture and the colour in its middle and near a corner. */
const look = (popup: Page, source: string) =>
  popup.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.drawImage(image, 0, 0);
    const colourAt = (x: number, y: number): number[] => [...pen.getImageData(x, y, 1, 1).data].slice(0, 3);
    return {
      size: [canvas.width, canvas.height],
      colours: [colourAt(100, 150), colourAt(2, 2), colourAt(canvas.width - 3, canvas.height - 3)],
    };
  }, source);

test('a poster that is not wholly on the screen is not taken', async () => {
  const popup = await logOn(`${pageUrl}?half`);
  await popup.waitForTimeout(1500);
  expect(await popup.locator('.film-head img.cover').count()).toBe(0);
  expect(await popup.locator('.film-head svg.cover text').first().textContent()).toBe('I');
  await popup
    .getByRole('button', { name: messagePattern('statusUndo') })
    .first()
    .click();
  await popup.close();
});

test('the poster on the screen is the cover in the popup and in the log, 300 px high and without its surroundings', async () => {
  const asked: string[] = [];
  browser.context.on('request', (request) => void asked.push(request.url()));
  const popup = await logOn(pageUrl);
  const cover = popup.locator('.film-head img.cover');
  await cover.waitFor({ state: 'attached' });
  const source = (await cover.getAttribute('src')) ?? '';
  expect(source).toMatch(/^data:image\/webp;base64,/);
  const { size, colours: seen } = await look(popup, source);
  expect(size[1]).toBe(300);
  expect(Math.abs((size[0] ?? 0) - 200)).toBeLessThanOrEqual(2);
  for (const [red = 0, green = 255] of seen) {
    expect(red).toBeGreaterThan(170);
    expect(green).toBeLessThan(60);
  }
  const log = await browser.openOwn('log.html');
  await log.locator('main img.cover').first().waitFor();
  expect(await log.locator('main img.cover').first().getAttribute('src')).toBe(source);
  // Only the page itself has loaded its poster, and nothing else was asked of any site.
  const outside = asked.filter((url) => /^https?:/.test(url));
  expect(outside.filter((url) => url.endsWith('poster.svg')).length).toBeLessThanOrEqual(1);
  expect(outside.every((url) => url.startsWith('https://films.marquee.example/'))).toBe(true);
});

test('the switch in the options takes the covers away', async () => {
  const options = await browser.openOwn('options.html');
  await options.getByRole('switch', { name: messagePattern('optionsKeepsCovers') }).click();
  const log = await browser.openOwn('log.html');
  await log.locator('main svg.cover').first().waitFor();
  expect(await log.locator('main img.cover').count()).toBe(0);
});
