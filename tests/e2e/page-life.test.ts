import type { CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { readBadges, waitForBadges, waitForBadgeText } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { framed, routes } from './pages/living.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  site = await startSite();
  for (const { url, html } of [routes, framed]) site.put(url, html);
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

async function open(url: string): Promise<Page> {
  const page = await browser.open(url);
  opened.push(page);
  return page;
}

/** The test page's own functions. */
interface Living {
  go(step: number): string;
}

test('twenty route changes leave no old badge and do not grow the heap', async () => {
  const page = await open(routes.url);
  const session = await browser.context.newCDPSession(page);
  const change = async (step: number) => {
    const { title, left } = await page.evaluate(async (at) => {
      const before = [...document.querySelectorAll('marquee-badge')];
      const name = (globalThis as unknown as Living).go(at);
      await Promise.resolve();
      return { title: name, left: before.filter((badge) => badge.isConnected).length };
    }, step);
    expect(left).toBe(0);
    await waitForBadgeText(page, new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}:`));
    expect(await readBadges(page)).toHaveLength(1);
  };
  // Code that is compiled and kept during the first changes is not a leak.
  for (let step = 0; step < 30; step++) await change(step);
  const before = await measureHeap(session);
  for (let step = 30; step < 50; step++) await change(step);
  // The browser frees some memory late; a leak stays. A badge has about 25 nodes, so twenty leaked badges have 500.
  const poll = { timeout: 30_000, interval: 500 };
  await expect.poll(async () => (await measureHeap(session)).bytes / before.bytes, poll).toBeLessThan(1.05);
  await expect
    .poll(async () => (await measureHeap(session)).listeners, poll)
    .toBeLessThanOrEqual(before.listeners);
  await expect.poll(async () => (await measureHeap(session)).nodes - before.nodes, poll).toBeLessThan(100);

  // Checks the measurement itself: it notices a leak of 50 kB in each of twenty changes.
  await page.evaluate(() => {
    const kept = Array.from({ length: 20 }, (_, at) =>
      Array.from({ length: 1300 }, (__, index) => ({ at, index })),
    );
    Object.assign(globalThis, { kept });
  });
  expect((await measureHeap(session)).bytes / before.bytes).toBeGreaterThan(1.05);
});

/** Measures the memory after garbage collection. It runs twice, since the first run makes further objects unreachable. */
async function measureHeap(
  session: CDPSession,
): Promise<{ bytes: number; nodes: number; listeners: number }> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes, listeners: jsEventListeners };
}

test('reads only the page itself, not its frames', async () => {
  const page = await open(framed.url);
  await waitForBadgeText(page, /^Jaws/);
  const [, frame] = page.frames();
  await frame?.waitForLoadState();
  await page.waitForTimeout(500);
  expect(await frame?.locator('h1').innerText()).toMatch(/Inception/);
  expect(await frame?.locator('marquee-badge').count()).toBe(0);
});

test('badges follow a change between light and dark, by the system or by the page', async () => {
  const page = await open('https://films.marquee.example/films/jaws-1975/');
  await waitForBadges(page);
  const theme = async () => (await readBadges(page)).map((badge) => badge.theme);
  expect(await theme()).toEqual(['light']);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(theme).toEqual(['dark']);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(theme).toEqual(['light']);
  await page.evaluate(() => {
    document.body.setAttribute('style', 'background: #111; color: #eee');
  });
  await expect.poll(theme).toEqual(['dark']);
});

test('badges are not printed', async () => {
  const page = await open('https://films.marquee.example/films/jaws-1975/');
  await waitForBadges(page);
  const width = () => page.locator('marquee-badge').evaluate((badge) => badge.getBoundingClientRect().width);
  expect(await width()).toBeGreaterThan(20);
  await page.emulateMedia({ media: 'print' });
  expect(await width()).toBe(0);
});

test('a script that is injected twice leaves one badge, and only the last one answers', async () => {
  const page = await open('https://films.marquee.example/films/jaws-1975/');
  await waitForBadges(page);
  const popup = await browser.openPopup(page);
  opened.push(popup);
  const tabId = Number(new URL(popup.url()).searchParams.get('tab'));
  const badge = await page.locator('marquee-badge').elementHandle();
  await popup.evaluate(async (target) => {
    interface WithScripting {
      chrome: { scripting: { executeScript(injection: object): Promise<unknown> } };
    }
    const { scripting } = (globalThis as unknown as WithScripting).chrome;
    const files = ['/page-content.js'];
    await scripting.executeScript({ target: { tabId: target }, files });
    await scripting.executeScript({ target: { tabId: target }, files });
  }, tabId);
  await expect.poll(() => badge?.evaluate((element) => element.isConnected)).toBe(false);
  await waitForBadgeText(page, /^Jaws/);
  expect(await readBadges(page)).toHaveLength(1);
  await popup.reload();
  await popup.getByRole('heading', { name: 'Jaws' }).first().waitFor();
});

test('a page without films gets only the script that looks for films', async () => {
  const url = 'https://blog.marquee.example/bread/';
  site.put(url, '<title>Bread</title><h1>Bread</h1><p>Let it rise.</p>');
  const page = await browser.context.newPage();
  // A document of the extension without code: the popup would inject further scripts into the page.
  const desk = await browser.openOwn('manifest.json');
  opened.push(page, desk);
  const session = await browser.context.newCDPSession(page);
  const scripts = new Set<string | undefined>();
  session.on('Debugger.scriptParsed', (script) => {
    if (script.url.startsWith('chrome-extension:')) scripts.add(script.url.split('/').at(-1));
  });
  await session.send('Debugger.enable');
  await page.goto(url);
  const reading = await desk.evaluate(async (address) => {
    interface WithTabs {
      chrome: {
        tabs: {
          query(filter: object): Promise<{ id: number }[]>;
          sendMessage(tabId: number, message: object): Promise<unknown>;
        };
      };
    }
    const { tabs } = (globalThis as unknown as WithTabs).chrome;
    const [tab] = await tabs.query({ url: address });
    return tabs.sendMessage(tab?.id ?? -1, { id: 1, type: 'readTab', timestamp: Date.now() });
  }, url);
  expect(reading).toMatchObject({ res: { subject: null, films: [] } });
  expect([...scripts]).toEqual(['page-content.js']);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://www.imdb.com/title/tt0073195/';
    link.textContent = 'Jaws (1975)';
    document.body.append(link);
  });
  await waitForBadgeText(page, /^Jaws/);
  expect([...scripts].sort()).toEqual([
    'page-badge.js',
    'page-content.js',
    'page-lists.js',
    'page-reader.js',
    'page-text.js',
  ]);
});

test('a page whose elements are named like our global gets its badge', async () => {
  const names = ['marquee', 'chrome', 'browser'].map(
    (name) => `<img name="${name}"><form id="${name}"></form>`,
  );
  site.put(
    'https://blog.marquee.example/names/',
    `<title>Films</title>${names.join('')}<a href="https://www.imdb.com/title/tt0073195/">Jaws (1975)</a>`,
  );
  await waitForBadgeText(await open('https://blog.marquee.example/names/'), /^Jaws/);
});

test('a heading loses its badge when nothing on the page indicates a film any more', async () => {
  const data = { '@context': 'https://schema.org', '@type': 'Movie', name: 'Jaws', datePublished: '1975' };
  const html = `<title>Jaws</title><div id="top"><h1>Jaws</h1></div><script type="application/ld+json">${JSON.stringify(data)}</script>`;
  site.put('https://blog.marquee.example/jaws/', html);
  const page = await open('https://blog.marquee.example/jaws/');
  await waitForBadgeText(page, /^Jaws/);
  await page.evaluate(() => {
    document.querySelector('script')?.remove();
    document.querySelector('#top')?.append('Bread, let it rise.');
  });
  await expect.poll(() => page.locator('marquee-badge').count()).toBe(0);
});
