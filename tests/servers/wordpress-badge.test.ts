// A real WordPress behind a public address, followed in Chromium with the built extension, up to the badge of its film.
import { request as sendRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBadges } from '../e2e/badges.ts';
import { launchExtension, type ExtensionBrowser } from '../e2e/browser.ts';
import { writeCatalogueBuild, type CatalogueBuild } from '../e2e/catalogue-build.ts';
import buildAll from '../e2e/global-set-up.ts';
import { messagePattern } from '../e2e/messages.ts';
import type { Handler, SiteResponse } from '../site/page.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { WordPressBlog } from './wordpress-blog.ts';

const blogHost = 'blog.marquee.example';
const filmUrl = 'https://films.marquee.example/quiet-harbour';
const filmPage = `<!doctype html><html lang="en"><title>Quiet Harbour (2014)</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Movie","name":"Quiet Harbour","datePublished":"2014-05-01"}</script>
<h1>Quiet Harbour (2014)</h1><p>A film by Ana Lund.</p></html>`;

let site: SiteServer | undefined;
let browser: ExtensionBrowser | undefined;
let build: CatalogueBuild | undefined;
let blog: WordPressBlog | undefined;

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

beforeAll(async () => {
  await buildAll();
  [site, blog, build] = await Promise.all([
    startSite(),
    WordPressBlog.start(`https://${blogHost}`),
    writeCatalogueBuild('chrome-mv3-sample', 'followed', [
      { title: 'Quiet Harbour', year: 2014, directors: ['Ana Lund'], audience: null },
    ]),
  ]);
  site.serve(blogHost, passOn(blog.url));
  site.put(filmUrl, filmPage);
  browser = await launchExtension({ site, extension: build.extension });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await blog?.stop();
  build?.remove();
});

test('the score of a followed WordPress is on the badge of its film', async () => {
  if (!browser || !blog) throw new Error('not everything started');
  await blog.publish({
    title: 'Quiet Harbour (2014) – Review',
    text: '<p>A film about a harbour, and the best that Ana Lund has made.</p><p>Rating: 4/5</p>',
  });
  const film = await browser.open(filmUrl);
  const textOf = async () => (await readBadges(film)).map(({ label }) => label).join();
  await film.locator('marquee-badge').waitFor({ state: 'attached' });
  expect(await textOf()).not.toContain('Second Reel');

  const page = await browser.open(`https://${blogHost}/`);
  await page
    .getByRole('link', { name: /Quiet Harbour/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /Quiet Harbour/ }).waitFor();
  const popup = await browser.openPopup(page);
  await popup.getByRole('button', { name: messagePattern('followThisSite') }).click();
  await popup.getByText('You follow Second Reel.').waitFor();

  await expect.poll(textOf, { timeout: 60_000 }).toContain('4 of 5, Second Reel');
});
