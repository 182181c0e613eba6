import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolations } from './axe.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { bundleForPage } from './bundle.ts';
import { findYesterday, logOn, rate } from './popup.ts';

const previewUrl = 'https://preview.marquee.example/';

/**
 * The rule that does not apply to badges: their label has each figure within a sentence ("critics 87%, Rotten Tomatoes;
 * audience 9.1 of 10"), and the rule wants the visible figures next to each other in it.
 */
const figuresInName = ['label-content-name-mismatch'];

let site: SiteServer;
beforeAll(async () => {
  site = await startSite();
  const script = await bundleForPage('tests/e2e/badge-preview.ts', 'preview');
  const messages = readFileSync('public/_locales/en/messages.json', 'utf8');
  site.put(`${previewUrl}preview.js`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
    body: `${formatFakeBrowser(messages)}\n${script}`,
  });
  site.put(
    previewUrl,
    `<!doctype html><html lang="en"><title>Badges</title><link rel="icon" href="data:,">
<style>:root { color-scheme: light dark } @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }</style>
<main><h1>Badges</h1></main><script src="/preview.js"></script></html>`,
  );
});
afterAll(() => site.close());

describe.each(['light', 'dark'] as const)('axe finds nothing in %s', (colorScheme) => {
  let browser: ExtensionBrowser;
  let filmPage: Page;
  beforeAll(async () => {
    browser = await launchExtension({ site, colorScheme, viewport: { width: 1100, height: 900 } });
    filmPage = await browser.open('https://films.marquee.example/films/inception-2010/');
    await waitForBadges(filmPage);
  });
  afterAll(() => browser.close());
  const opened: Page[] = [];
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });
  const keep = (page: Page) => {
    opened.push(page);
    return page;
  };

  test('on the popup of a film, new and with a rating and an entry', async () => {
    const popup = keep(await browser.openPopup(filmPage));
    await popup.getByRole('slider', { name: /Inception/ }).waitFor();
    expect(await listViolations(popup)).toEqual([]);
    await rate(popup, /Inception/, 4.5);
    await logOn(popup, findYesterday('UTC'));
    expect(await listViolations(popup)).toEqual([]);
  });

  test('on the popup of a list and of a page without films', async () => {
    for (const path of ['/', '/about/']) {
      const page = keep(await browser.open(`https://films.marquee.example${path}`));
      if (path === '/') await waitForBadges(page, 40);
      const popup = keep(await browser.openPopup(page));
      await popup.locator('main').waitFor();
      await popup.waitForTimeout(500);
      expect(await listViolations(popup)).toEqual([]);
    }
  });

  test('on the log, the options and the welcome page', async () => {
    for (const path of ['log.html', 'options.html', 'welcome.html']) {
      const page = keep(await browser.openOwn(path));
      await page.locator('main').waitFor();
      await page.waitForTimeout(500);
      // The welcome page shows a badge.
      expect(await listViolations(page, path === 'welcome.html' ? figuresInName : [])).toEqual([]);
    }
  });

  test('on badges of every state, and on their details', async () => {
    const page = keep(await browser.open(previewUrl));
    const badges = page.locator('marquee-badge');
    expect(await badges.count()).toBe(8);
    expect(await listViolations(page, figuresInName)).toEqual([]);
    for (let index = 0; index < 6; index++) {
      await badges.nth(index).getByRole('button').first().hover();
      await badges.nth(index).getByRole('dialog').waitFor();
      expect(await listViolations(page, figuresInName)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.mouse.move(900, 800);
      await badges.nth(index).getByRole('dialog').waitFor({ state: 'detached' });
    }
  });
});

/** Returns a script that fakes the part of the browser's API that components use, with the real English messages. */
function formatFakeBrowser(messages: string): string {
  return `const messages = ${messages};
const i18n = {
  getUILanguage: () => 'en',
  getMessage: (key, given) => {
    const entry = messages[key];
    if (!entry) return key.startsWith('@@') ? 'en' : '';
    const values = [given ?? []].flat();
    const named = entry.placeholders ?? {};
    return entry.message
      .replace(/\\$([A-Za-z_]+)\\$/g, (whole, name) => named[name.toLowerCase()]?.content ?? whole)
      .replace(/\\$(\\d)/g, (whole, number) => values[number - 1] ?? '');
  },
};
globalThis.chrome = Object.assign(globalThis.chrome ?? {}, { i18n, runtime: { id: 'preview' } });
globalThis.browser = globalThis.chrome;`;
}
