// Every site's sample pages at the site's addresses, with a catalogue of their films, and of a film named like each series,
// game or book on them.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteAdapters } from '../../lib/sites/registry.ts';
import type { SiteSample } from '../../lib/sites/types.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { readBadges, waitForBadges, waitForBadgeText } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { writeCatalogueBuild, type CatalogueBuild } from './catalogue-build.ts';

const families: { id: string; samples: (SiteSample & { fixture: string })[] }[] = [];
for (const { id } of siteAdapters) {
  const { samples } = (await import(`../../lib/sites/samples/${id}.ts`)) as { samples: SiteSample[] };
  families.push({
    id,
    samples: samples.flatMap((sample) => (sample.fixture ? [{ ...sample, fixture: sample.fixture }] : [])),
  });
}
const samples = families.flatMap((family) => family.samples);

const listFilms = ({ subject, films }: SiteSample) => [...(subject ? [subject] : []), ...(films ?? [])];

/** Returns the films that the pages name, and films named like the other works. A missing year is taken from other pages. */
function listCatalogue(): { title: string; year: number }[] {
  const named = Map.groupBy(samples.flatMap(listFilms), ({ title }) => title);
  const films = [...named].flatMap(([title, all]) => {
    const years = new Set(all.flatMap(({ year }) => year ?? []));
    return years.size > 0 ? [...years].map((year) => ({ title, year })) : [{ title, year: 1991 }];
  });
  const others = new Set(samples.flatMap(({ nonfilms }) => nonfilms ?? []).map(({ title }) => title));
  const namesakes = [...others].filter((title) => !named.has(title)).map((title) => ({ title, year: 1990 }));
  return [...films, ...namesakes];
}

const limitMs = 60_000;
let site: SiteServer;
let browser: ExtensionBrowser;
let build: CatalogueBuild;
beforeAll(async () => {
  build = await writeCatalogueBuild('chrome-mv3', 'families', listCatalogue());
  site = await startSite();
  for (const { url, fixture } of samples)
    site.put(url, readFileSync(`lib/sites/fixtures/${fixture}`, 'utf8'));
  browser = await launchExtension({ site, extension: build.extension });
});
afterAll(async () => {
  await browser.close();
  await site.close();
  build.remove();
});

// Several at the same time, since most of it is waiting.
test.concurrent.each(families)('$id: only its films get badges', async ({ samples: own }) => {
  expect(own.flatMap(listFilms)).not.toEqual([]);
  await Promise.all(own.map(checkPage));
});

async function checkPage(sample: SiteSample): Promise<void> {
  const page = await browser.open(sample.url);
  const named = listFilms(sample);
  // A title without a year that is a common word need not get a badge.
  const sure = new Set(named.flatMap(({ title, year }) => (year === null ? [] : [title])));
  if (sure.size > 0) await waitForBadges(page, sure.size, limitMs);
  for (const title of sure) await waitForBadgeText(page, new RegExp(`^${escape(title)}: `), limitMs);
  // Gives wrong badges time to appear.
  await page.waitForTimeout(1000);
  // The badge of a page's film stands at its main heading, which need not be its title; without a year it may ask.
  const mayAsk = (nearby: string) =>
    sample.subject?.year === null || named.some(({ title }) => nearby.includes(title));
  const wrong = (await readBadges(page)).filter(({ label, nearby }) =>
    /^(Which one|Is it this film)\? \d/.test(label)
      ? !mayAsk(nearby)
      : !named.some(({ title }) => label.startsWith(`${title}: `)),
  );
  expect({ url: sample.url, wrong }).toEqual({ url: sample.url, wrong: [] });
  await page.close();
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
