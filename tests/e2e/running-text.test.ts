import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { readBadges, waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { runningText } from './pages/running-text.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  site.put(runningText.url, runningText.html);
  browser = await launchExtension({ site });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  page = await browser.open(runningText.url);
  await waitForBadges(page, 5);
});
afterEach(() => page.close());

/** Returns the end of the text before each badge. */
const readBefore = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('marquee-badge')].map(
      ({ previousSibling }) => previousSibling?.textContent?.slice(-24) ?? '',
    ),
  );

const readTexts = () =>
  page.evaluate(() => [...document.querySelectorAll('p')].map(({ textContent }) => textContent));

test('only the films that a paragraph names get a badge, after their words', async () => {
  const badges = await readBadges(page);
  expect(badges.map(({ label }) => label.split(':')[0])).toEqual([
    'Jaws',
    'Alien',
    'Inception',
    'Memento',
    'Ratatouille',
  ]);
  const before = await readBefore();
  expect(before[0]).toMatch(/Jaws \(1975\)$/);
  expect(before[1]).toMatch(/Alien \(1979\)$/);
  expect(before[2]).toMatch(/“Inception” \(2010\)$/);
  expect(before.slice(3)).toEqual(['Memento', 'Ratatouille']);
  expect(await page.locator('a marquee-badge').count()).toBe(0);
});

test('badges make no line of a paragraph higher and lose no word', async () => {
  const heights = () =>
    page.evaluate(() => {
      const paragraph = document.querySelector<HTMLElement>('#set');
      const lines = () => (paragraph?.offsetHeight ?? 0) / 24;
      const before = lines();
      for (const badge of document.querySelectorAll('marquee-badge')) badge.remove();
      return [before, lines()];
    });
  expect(await readTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^No film taught .* another kind\.$/)]),
  );
  const [withBadge = 0, without = 0] = await heights();
  expect(Number.isInteger(withBadge)).toBe(true);
  expect(withBadge - without).toBeLessThanOrEqual(1);
});

test('a page that rewrites its text node shows the new text once', async () => {
  await page.evaluate(() =>
    (globalThis as unknown as { rewrite(text: string): void }).rewrite('Nothing is left of that list.'),
  );
  await expect.poll(() => page.locator('#plain marquee-badge').count()).toBe(0);
  expect((await readTexts())[1]).toBe('Nothing is left of that list.');
  await page.evaluate(() =>
    (globalThis as unknown as { rewrite(text: string): void }).rewrite(
      'The film to see this summer is still Jaws (1975), they say.',
    ),
  );
  await expect.poll(() => page.locator('#plain marquee-badge').count()).toBe(1);
  expect((await readTexts())[1]).toBe('The film to see this summer is still Jaws (1975), they say.');
  expect((await readBefore())[0]).toMatch(/Jaws \(1975\)$/);
});

test('a page that removes its text node leaves no text behind', async () => {
  await page.evaluate(() => (globalThis as unknown as { first: Text }).first.remove());
  await expect.poll(() => page.locator('#plain marquee-badge').count()).toBe(0);
  expect((await readTexts())[1]).toBe('');
});

test('no word is lost when a script cuts or replaces text around a badge', async () => {
  const words = await page.evaluate(() => {
    const text = (globalThis as unknown as { first: Text }).first;
    const mark = document.createElement('mark');
    const middle = text.splitText(3);
    middle.splitText(4);
    middle.replaceWith(mark);
    mark.append(middle);
    return document.querySelector('#plain')?.textContent;
  });
  expect(words).toMatch(/^No film taught .* another kind\.$/);
  await page.evaluate(() => document.body.append(document.createElement('i')));
  await page.waitForTimeout(400);
  expect((await readTexts())[1]).toBe(words);
});

test('joins the text again when the badges are removed', async () => {
  const popup = await browser.openPopup(page);
  await popup.getByRole('switch').or(popup.getByRole('checkbox')).first().click();
  await expect.poll(() => page.locator('marquee-badge').count()).toBe(0);
  expect(await page.evaluate(() => document.querySelector('#plain')?.childNodes.length)).toBe(1);
  await popup.getByRole('switch').or(popup.getByRole('checkbox')).first().click();
  await waitForBadges(page, 5);
  await popup.close();
});
