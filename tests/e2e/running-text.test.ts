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

/** What stands before each badge, in the same line of text or as the element in front of it. */
const readBefore = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('marquee-badge')].map(
      ({ previousSibling }) => previousSibling?.textContent?.slice(-24) ?? '',
    ),
  );

const readTexts = () =>
  page.evaluate(() => [...document.querySelectorAll('p')].map(({ textContent }) => textContent));

test('a film that a paragraph names gets its badge behind the words, and nothing else does', async () => {
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

test('no line of a paragraph becomes higher, and no word of it is lost', async () => {
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

test('a page that writes its own text node anew shows what it wrote, once', async () => {
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

test('a page that takes its text node away leaves nothing of it behind', async () => {
  await page.evaluate(() => (globalThis as unknown as { first: Text }).first.remove());
  await expect.poll(() => page.locator('#plain marquee-badge').count()).toBe(0);
  expect((await readTexts())[1]).toBe('');
});

test('a script that cuts or replaces text around a badge loses no word', async () => {
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

test('when the badges go, the text is whole again', async () => {
  const popup = await browser.openPopup(page);
  await popup.getByRole('switch').or(popup.getByRole('checkbox')).first().click();
  await expect.poll(() => page.locator('marquee-badge').count()).toBe(0);
  expect(await page.evaluate(() => document.querySelector('#plain')?.childNodes.length)).toBe(1);
  await popup.getByRole('switch').or(popup.getByRole('checkbox')).first().click();
  await waitForBadges(page, 5);
  await popup.close();
});
