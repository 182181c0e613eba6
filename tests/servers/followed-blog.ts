// A real WordPress under a public address, and a reader in Chromium with the built extension who follows it.
import { request as sendRequest } from 'node:http';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readBadges } from '../e2e/badges.ts';
import { launchExtension, type ExtensionBrowser } from '../e2e/browser.ts';
import { writeCatalogueBuild } from '../e2e/catalogue-build.ts';
import { messagePattern } from '../e2e/messages.ts';
import { films } from '../site/films.ts';
import { filmHost } from '../site/film-layout.ts';
import type { Handler, SiteResponse } from '../site/page.ts';
import { blogHost } from '../site/review-blog.ts';
import { startSite } from '../site/server.ts';
import { WordPressBlog } from './wordpress-blog.ts';

/** Films of the sample site that the catalogue does not have. */
const uncatalogued = ['past-lives-2023', 'perfect-days-2023'];
const catalogued = films.filter(({ slug }) => !uncatalogued.includes(slug));

const longMs = 60_000;

export interface FollowedBlog {
  blog: WordPressBlog;
  browser: ExtensionBrowser;
  /** Every address of the blog that was requested. */
  requests: () => string[];
  /** Follows the blog from the popup on its first page. */
  follow: () => Promise<void>;
  /** What the badges on a film's page are called, in one text. The page stays open, so that it shows what changes. */
  readBadge: (film: string) => Promise<string>;
  /** Waits until the badge on a film's page is called so. */
  waitForBadge: (film: string, wanted: RegExp) => Promise<void>;
  /** The popup of a film's page. */
  openPopup: (film: string) => Promise<Page>;
  /** Asks for new posts with the button in the options, and waits until that is done. */
  checkNow: () => Promise<void>;
  /** The blog's lines in the options. */
  readState: () => Promise<string>;
  /** The whole page of options. */
  options: () => Promise<Page>;
  close: () => Promise<void>;
}

/** Passes requests on to the blog's server, as the proxy of a hosting company does. */
const passOn =
  (target: string): Handler =>
  ({ url, headers }) =>
    new Promise<SiteResponse>((resolve, reject) => {
      const to = new URL(url.pathname + url.search, target);
      const passed = {
        ...headers,
        host: url.host,
        'x-forwarded-proto': 'https',
        'accept-encoding': 'identity',
      };
      sendRequest(to, { headers: passed }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const named = Object.entries(response.headers).flatMap(([name, value]) =>
            typeof value === 'string' && !/^(?:connection|transfer-encoding)$/.test(name)
              ? [[name, value] as const]
              : [],
          );
          resolve({
            status: response.statusCode ?? 502,
            headers: Object.fromEntries(named),
            body: Buffer.concat(parts),
          });
        });
      })
        .on('error', reject)
        .end();
    });

/** Opens pages once, and keeps them open. */
function createPages(browser: ExtensionBrowser) {
  const pages = new Map<string, Page>();
  const open = async (key: string, make: () => Promise<Page>): Promise<Page> => {
    const page = pages.get(key) ?? (await make());
    pages.set(key, page);
    return page;
  };
  return {
    film: (slug: string) => open(slug, () => browser.open(`https://${filmHost}/films/${slug}/`)),
    options: () => open('options', () => browser.openOwn('options.html')),
  };
}

/** What the reader does in the options. */
function createOptions(options: () => Promise<Page>) {
  const findRow = async (): Promise<Locator> =>
    (await options())
      .locator('#followed-sites')
      .locator('xpath=ancestor::section')
      .locator('.followed')
      .first();
  return {
    async checkNow() {
      const row = await findRow();
      await row.getByRole('button', { name: messagePattern('siteFetchNowOf') }).click();
      const busy = row.getByRole('button', { name: messagePattern('siteFetchingOf') });
      await expect.poll(() => busy.count(), { timeout: longMs }).toBe(0);
    },
    readState: async () => (await findRow()).innerText(),
  };
}

/** Starts the blog, the sample site and the browser, with the films of the site in its catalogue, none with a score. */
export async function startFollowedBlog(): Promise<FollowedBlog> {
  const [site, blog, build] = await Promise.all([
    startSite(),
    WordPressBlog.start(`https://${blogHost}`),
    writeCatalogueBuild(
      'chrome-mv3-sample',
      'followed',
      catalogued.map(({ title, year, director }) => ({ title, year, directors: [director], audience: null })),
    ),
  ]);
  site.serve(blogHost, passOn(blog.url));
  const browser = await launchExtension({ site, extension: build.extension });
  const pages = createPages(browser);
  const readBadge = async (slug: string): Promise<string> => {
    const page = await pages.film(slug);
    await page.locator('marquee-badge').first().waitFor({ state: 'attached' });
    return (await readBadges(page)).map(({ label }) => label).join();
  };
  return {
    blog,
    browser,
    requests: () => site.requests.filter((url) => new URL(url).host === blogHost),
    async follow() {
      const page = await browser.open(`https://${blogHost}/`);
      const popup = await browser.openPopup(page);
      await popup.getByRole('button', { name: messagePattern('followThisSite') }).click();
      await popup.getByText('You follow Second Reel.').waitFor();
      await popup.close();
      await page.close();
    },
    readBadge,
    waitForBadge: (slug, wanted) => expect.poll(() => readBadge(slug), { timeout: longMs }).toMatch(wanted),
    openPopup: async (slug) => browser.openPopup(await pages.film(slug)),
    ...createOptions(pages.options),
    options: pages.options,
    async close() {
      await browser.close();
      await site.close();
      await blog.stop();
      build.remove();
    },
  };
}
