import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { readBadges, waitForBadges, waitForBadgeText } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { control, hostilePages } from './pages/hostile.ts';

const origin = 'https://films.marquee.example';

let site: SiteServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  site = await startSite();
  for (const { name, page } of hostilePages) site.put(`${origin}/hostile/${name}`, page);
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

/** Opens a page and collects all errors thrown in it, including the extension's isolated world. */
async function open(path: string): Promise<{ page: Page; errors: string[] }> {
  const errors: string[] = [];
  const page = await browser.context.newPage();
  opened.push(page);
  page.on('crash', () => errors.push('the page crashed'));
  const session = await browser.context.newCDPSession(page);
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  await session.send('Runtime.enable');
  await page.goto(`${origin}${path}`);
  return { page, errors };
}

/** Whether the page, without the badges' host elements, is the same as before the extension ran. */
function isUntouched(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const copy = document.cloneNode(true) as Document;
    for (const badge of copy.querySelectorAll('marquee-badge')) badge.remove();
    return new XMLSerializer().serializeToString(copy) === (window as { before?: string }).before;
  });
}

const isAttacked = (page: Page) =>
  page.evaluate(() => 'attacked' in window || 'polluted' in Object.prototype);

const allowedInside = [
  'b',
  'button',
  'circle',
  'div',
  'g',
  'i',
  'path',
  'rect',
  'small',
  'span',
  'style',
  'svg',
];

test.each(hostilePages)('$what does no harm', async ({ name, hasControl }) => {
  const { page, errors } = await open(`/hostile/${name}`);
  if (hasControl) await waitForBadgeText(page, /^Jaws/, 90_000);
  else await page.waitForTimeout(800);
  const badges = await readBadges(page);
  if (!hasControl) expect(badges).toEqual([]);
  for (const { elements } of badges)
    expect(allowedInside).toEqual(expect.arrayContaining(elements.filter((one) => one !== 'marquee-badge')));
  expect(badges.filter(({ label }) => label.startsWith('Jaws'))).toHaveLength(hasControl ? 1 : 0);
  expect(await isAttacked(page)).toBe(false);
  expect(errors).toEqual([]);
});

test.each(['titles', 'prototype-keys', 'clobbering'])(
  'changes nothing of the page "%s" except for its host elements',
  async (name) => {
    const { page } = await open(`/hostile/${name}`);
    await waitForBadgeText(page, /^Jaws/, 90_000);
    expect(await isUntouched(page)).toBe(true);
  },
);

test('the popup shows a title that is markup as text', async () => {
  const { page } = await open('/hostile/subject');
  await waitForBadges(page);
  const popup = await browser.openPopup(page);
  opened.push(popup);
  await popup.getByText('Jaws').or(popup.getByText('<img')).first().waitFor();
  expect(await popup.locator('img[src="x"]').count()).toBe(0);
  expect(await isAttacked(popup)).toBe(false);
});

test('a film that is added during a storm of changes gets its badge', async () => {
  const { page } = await open('/hostile/mutation-storm');
  await waitForBadgeText(page, /^Jaws/);
  await page.evaluate((row) => {
    const place = document.createElement('div');
    place.append(
      new DOMParser().parseFromString(
        row.replace('Jaws', 'Alien').replace('1975', '1979').replace('Steven Spielberg', 'Ridley Scott'),
        'text/html',
      ).body.firstChild ?? '',
    );
    document.body.append(place);
  }, control);
  await waitForBadgeText(page, /^Alien/);
});

test('a page that removes, hides or clones badges gains nothing, and Marquee soon gives up', async () => {
  const { page, errors } = await open('/hostile/two-films');
  await waitForBadgeText(page, /^Jaws/);
  const outcome = await page.evaluate(async () => {
    let removals = 0;
    new MutationObserver(() => {
      for (const badge of document.querySelectorAll('marquee-badge')) {
        badge.remove();
        removals++;
      }
    }).observe(document.body, { childList: true, subtree: true });
    const badge = document.querySelector<HTMLElement>('marquee-badge');
    const clone = badge?.cloneNode(true) as HTMLElement;
    const read = { clone: clone.shadowRoot, text: clone.textContent };
    badge?.style.setProperty('opacity', '0');
    badge?.remove();
    for (let i = 0; i < 20; i++) {
      document.body.append(document.createElement('p'));
      await new Promise((done) => setTimeout(done, 150));
    }
    return { removals, ...read };
  });
  expect(outcome.clone).toBeNull();
  expect(outcome.text).toBe('');
  expect(outcome.removals).toBeLessThan(20);
  expect(errors).toEqual([]);
});

test('synthetic events from the page open nothing', async () => {
  const { page } = await open('/hostile/two-films');
  await waitForBadgeText(page, /^Jaws/);
  const before = browser.context.pages().length;
  await page.evaluate(() => {
    for (const badge of document.querySelectorAll('marquee-badge')) {
      for (const type of [
        'pointerover',
        'pointerenter',
        'mouseover',
        'mouseenter',
        'pointerdown',
        'mousedown',
        'focusin',
        'focus',
        'click',
      ]) {
        badge.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      }
      badge.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    }
    for (const data of [
      { type: 'rateFilm', value: 10 },
      { type: 'identifyBatch' },
      { source: 'marquee', action: 'openPopupFor' },
    ]) {
      window.postMessage(data, '*');
    }
  });
  await page.waitForTimeout(500);
  const badges = await readBadges(page);
  expect(badges.filter(({ text }) => /Rotten Tomatoes/.test(text))).toEqual([]);
  expect(browser.context.pages()).toHaveLength(before);
});

test('a page that is loaded again by Back has one badge per film', async () => {
  const { page } = await open('/films/jaws-1975/');
  await waitForBadgeText(page, /^Jaws/);
  await page.goto(`${origin}/about/`);
  await page.goBack();
  await waitForBadgeText(page, /^Jaws/);
  await page.waitForTimeout(500);
  expect(await readBadges(page)).toHaveLength(1);
});

test('an open page loses its badges without an error when the extension is reloaded', async () => {
  const own = await launchExtension({ site });
  const page = await own.open(`${origin}/films/jaws-1975/`);
  await waitForBadgeText(page, /^Jaws/);
  const errors: string[] = [];
  const session = await own.context.newCDPSession(page);
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  await session.send('Runtime.enable');
  const desk = await own.openOwn('manifest.json');
  await desk
    .evaluate(() =>
      (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
    )
    .catch(() => undefined);
  await page.waitForTimeout(1000);
  await page.evaluate((row) => {
    const place = document.createElement('div');
    place.append(new DOMParser().parseFromString(row, 'text/html').body);
    document.body.append(place);
  }, control);
  await page.waitForTimeout(1500);
  await expect.poll(() => page.locator('marquee-badge').count()).toBe(0);
  expect(errors).toEqual([]);
  await own.close();
});

test('common words that are also titles get no badge in prose', async () => {
  site.put(
    `${origin}/hostile/prose`,
    `<!doctype html><title>Notes</title><p>It was up to us to tell her. Up there, 300 of them; 9 came back.
<em>It</em> was a crash, and the fog lay on the island. Pi is 3.14. Alien ideas, all of them.</p>${control}`,
  );
  const { page } = await open('/hostile/prose');
  await waitForBadgeText(page, /^Jaws/);
  expect((await readBadges(page)).map(({ label }) => label.split(':')[0])).toEqual(['Jaws']);
});
