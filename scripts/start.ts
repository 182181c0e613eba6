// Builds the extension, serves the sample site and opens it in a browser. Without a display it prints the badges.
// Usage: npm start [-- --locale NAME], where NAME is a folder of public/_locales, or xb: a made-up language from right to left.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { filmHost } from '../tests/site/film-layout.ts';
import { makeSampleRatings, ratingsHost } from '../tests/site/ratings.ts';
import { formatResolverRules, startSite, type SiteServer } from '../tests/site/server.ts';
import { findBrowser, findBrowsers, formatMissingBrowser, type InstalledBrowser } from './browsers.ts';
import { buildExtension } from './build.ts';
import { listLocales, putLocale } from './sample/put-locale.ts';
import { writeSampleBuild } from './sample/sample-build.ts';
import { tourSampleSite } from './sample/sample-tour.ts';

const { locale } = parseArgs({ options: { locale: { type: 'string' } }, allowPositionals: false }).values;
if (locale !== undefined && !listLocales().includes(locale))
  fail(`There is no locale "${locale}". There are: ${listLocales().join(', ')}.`);
const found = findBrowser();
if (!found) fail(formatMissingBrowser());
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const headlessFit = findBrowsers().find(
  ({ family, loadsFromFlag }) => family === 'chromium' && loadsFromFlag,
);
if (!hasDisplay && !headlessFit) fail(`There is no display. ${formatMissingBrowser('chromium')}`);

const target = hasDisplay && found.family === 'firefox' ? 'firefox' : 'chrome';
await buildExtension(target);
const site = await startSite();
site.serve(ratingsHost, makeSampleRatings());
// With a window the user answers the browser's question for the permission; without one the manifest grants it.
const sample = writeSampleBuild(target, hasDisplay ? [] : [ratingsHost]);
if (locale !== undefined) putLocale(sample, locale);
if (hasDisplay) await showWindow(found, resolve(sample), site);
else process.exitCode = await tourSampleSite(site, sample);
await site.close();

/** Opens a window with the extension and waits until it is closed. The profile is kept for the next run. */
async function showWindow(browser: InstalledBrowser, folder: string, server: SiteServer): Promise<void> {
  const start = `https://${filmHost}/`;
  const isFirefox = browser.family === 'firefox';
  const launched = await puppeteer.launch({
    browser: isFirefox ? 'firefox' : 'chrome',
    executablePath: browser.path,
    headless: false,
    defaultViewport: null,
    acceptInsecureCerts: true,
    userDataDir: resolve(`.cache/profile-${browser.name.toLowerCase().replaceAll(' ', '-')}`),
    ...(isFirefox ? firefoxOptions(server) : chromiumOptions(server, folder)),
  });
  if (isFirefox) await launched.installExtension(folder);
  const [page = await launched.newPage()] = await launched.pages();
  await page.goto(start);
  console.log(`${browser.name} shows ${start}. Close its window, or press Ctrl+C here, to end.`);
  console.log(`Nothing leaves this machine: it speaks for ${ratingsHost} too, with made-up ratings.`);
  await new Promise<void>((done) => launched.once('disconnected', done));
}

function chromiumOptions(server: SiteServer, folder: string) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    pipe: true,
    // Through the debugging protocol, since branded Chrome no longer has a flag for it.
    enableExtensions: [folder],
    args: [
      ...sandbox,
      '--no-first-run',
      '--disable-quic',
      '--ignore-certificate-errors',
      formatResolverRules(server),
    ],
  };
}

function firefoxOptions({ httpsPort, httpPort }: SiteServer) {
  return {
    enableExtensions: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${httpsPort};80=${httpPort}`,
    },
  };
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
