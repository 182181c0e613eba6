// Measures a list of 1,000 titles with every source on: the number of requests per source, and the time to the last score.
import { listDataRefs } from '../../lib/films/find-id.ts';
import { writeSampleBuild } from '../../scripts/sample/sample-build.ts';
import { readBuiltInFilms } from '../../scripts/catalogue/built-in-catalogue.ts';
import { launchExtension } from '../e2e/browser.ts';
import { switchSourceOn } from '../e2e/switch-source.ts';
import { createSampleServices, sampleKey, serviceHosts, type ServiceFilm } from '../site/services.ts';
import type { SiteServer } from '../site/server.ts';
import type { Figure } from './figures.ts';
import { traceScript } from './trace.ts';

const listed = 1000;
/** When there is no request for this long, all requests are done. */
const quietMs = 3000;
const url = 'https://films.marquee.example/bench/sources';

/**
 * Returns known films of the built-in catalogue that have a year and a director, but no id: the services' ids are made up,
 * and a film with an id of its own refuses another.
 */
async function listFilms(): Promise<ServiceFilm[]> {
  const films = await readBuiltInFilms();
  return films
    .filter((film) => listDataRefs(film).length === 0)
    .toSorted((one, other) => other.known - one.known)
    .flatMap(({ title, year, directors }) =>
      year !== null && directors[0] !== undefined ? [{ title, year, director: directors[0] }] : [],
    )
    .slice(0, listed)
    .map((film) => ({ ...film, minutes: 100, genre: 'Drama' }));
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function makeList(films: ServiceFilm[]): string {
  const rows = films.map(
    ({ title, year, director }) =>
      `<li><h3>${escape(title)} (${year})</h3><p>A film directed by ${escape(director)}</p></li>`,
  );
  return `<!doctype html><html lang="en"><title>Films</title><h1>Films</h1><ul>${rows.join('\n')}</ul></html>`;
}

/** Measures in a new browser that has permission for the services' hosts. */
export async function measureSources(site: SiteServer): Promise<Figure[]> {
  const films = await listFilms();
  const services = createSampleServices(films);
  services.omdbLeft = Infinity;
  for (const host of serviceHosts) site.serve(host, services.handlers[host]);
  site.put(url, makeList(films));
  const browser = await launchExtension({ site, extension: writeSampleBuild('chrome', serviceHosts) });
  try {
    for (const [source, key] of [['wikidata'], ['omdb', sampleKey], ['tmdb', sampleKey]] as const)
      await (await switchSourceOn(browser, source, key)).close();
    const before = site.requests.length;
    const asked = () =>
      site.requests
        .slice(before)
        .filter((address) => (serviceHosts as readonly string[]).includes(new URL(address).hostname));
    const settle = async (): Promise<void> => {
      for (let count = -1; count !== asked().length;) {
        count = asked().length;
        await new Promise((done) => setTimeout(done, quietMs));
      }
    };
    const from = performance.now();
    const first = await traceScript(browser, url, settle);
    const settledMs = performance.now() - from - quietMs;
    const once = asked();
    await traceScript(browser, url, settle);
    return [
      { name: 'sources/titles', value: films.length, unit: 'titles' },
      { name: 'sources/badges', value: first.badges, unit: 'badges' },
      { name: 'sources/longest-task', value: first.longestTaskMs, unit: 'ms' },
      { name: 'sources/all-answered-after', value: settledMs, unit: 'ms' },
      ...serviceHosts.map((host) => ({
        name: `sources/asked-of/${host}`,
        value: once.filter((address) => new URL(address).hostname === host).length,
        unit: 'requests',
      })),
      { name: 'sources/asked-twice', value: once.length - new Set(once).size, unit: 'requests' },
      { name: 'sources/asked-when-opened-again', value: asked().length - once.length, unit: 'requests' },
    ];
  } finally {
    await browser.close();
  }
}
