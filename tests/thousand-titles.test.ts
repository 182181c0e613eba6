// @module-tag slow
// All sources on and a list of 1,000 titles: counts the requests to each source.
import { expect, test } from 'vitest';
import { createCache } from '../lib/background/cache/cache-database.ts';
import { createLiveSources } from '../lib/background/sources/live-sources.ts';
import { createTestQueue } from '../lib/background/testing/queue.ts';
import { createSourceAnswers } from '../lib/background/sources/source-answers.ts';
import { createUsageQuota } from '../lib/background/http/usage-quota.ts';
import { titleRef } from '../lib/films/titles/title-key.ts';
import type { Film } from '../lib/films/types.ts';
import { makeFilm } from '../lib/films/make-film.ts';
import { findReviewSource, reviewSources } from '../lib/reviews/sources/registry.ts';
import { liveSourceIds, type LiveSourceId } from '../lib/reviews/sources/types.ts';
import { createSampleServices, sampleKey, type ServiceHost } from './site/services.ts';

const listed = 1000;
const known = Array.from({ length: listed }, (_, index) => ({
  title: `Harbour Story ${index + 1}`,
  year: 1950 + (index % 70),
  director: `Director ${index % 90}`,
  minutes: 100,
  genre: 'Drama',
}));
const films: Film[] = known.map(({ title, year, director }) =>
  makeFilm({ title, year, refs: [titleRef(title, year)], directors: [director] }),
);

function startSources() {
  const services = createSampleServices(known);
  services.omdbLeft = Infinity;
  const requested: URL[] = [];
  let clock = Date.UTC(2026, 10, 22, 1);
  const now = () => clock;
  const use = createCache('thousand-titles');
  const quota = createUsageQuota({ use, now });
  const answers = createSourceAnswers({ use, now });
  const fetchHere: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    requested.push(url);
    const headers = Object.fromEntries(new Headers(init?.headers));
    const answer = await services.handlers[url.hostname as ServiceHost]({ url, headers });
    return new Response(answer?.body as string, { status: answer?.status ?? 200 });
  };
  const queue = createTestQueue({
    fetch: fetchHere,
    now,
    sleep: (ms) => {
      // Keeps the whole run within one day.
      clock += Math.min(ms, 50);
      return Promise.resolve();
    },
    quota,
  });
  const live = createLiveSources({
    sources: reviewSources,
    answers,
    quota,
    queue,
    now,
    languages: () => ['en'],
    loadOn: () => Promise.resolve([...liveSourceIds]),
    loadKey: () => Promise.resolve(sampleKey),
    onAnswer: () => undefined,
  });
  const of = (host: ServiceHost) => requested.filter(({ hostname }) => hostname === host);
  /** Uses up the day's budget except for so many requests. */
  const spend = async (id: LiveSourceId, left: number) => {
    const row = await quota.load(id);
    await use((db) =>
      db.put('meters', { ...row, used: (findReviewSource(id).policy.dailyBudget ?? 0) - left }),
    );
  };
  return { live, of, requested, spend };
}

const signal = new AbortController().signal;
const listTwice = <T>(list: T[]): T[] => list.filter((one, at) => list.indexOf(one) !== at);

test('a list of 1,000 titles stays within each budget, and no film is requested twice', async () => {
  const { live, of, requested, spend } = startSources();
  const list = films;
  // Two tabs have the same list at the same time, and some titles are in it twice.
  await Promise.all([
    live.refresh([...list, ...list.slice(0, 40)], { reason: 'listed', signal }),
    live.refresh(list.slice(800), { reason: 'listed', signal }),
  ]);
  const names = of('query.wikidata.org').flatMap(({ searchParams }) =>
    [...(searchParams.get('query') ?? '').matchAll(/"([^"]+)"@en/g)].map(([, name]) => name),
  );
  expect(names).toHaveLength(listed);
  expect(listTwice(names)).toEqual([]);
  expect(of('query.wikidata.org')).toHaveLength(20);
  expect(of('www.wikidata.org').length).toBeLessThanOrEqual(40);
  // These sources need a request per film, so they are used only for films that the user opens.
  expect([...of('www.omdbapi.com'), ...of('api.themoviedb.org')]).toEqual([]);

  const before = requested.length;
  await live.refresh(list.slice(0, 100), { reason: 'listed', signal });
  expect(requested).toHaveLength(before);
  const states = (await live.read(list.slice(0, 20))).map(
    (answers) => answers.find(({ status }) => status.source === 'wikidata')?.status.state,
  );
  expect(new Set(states)).toEqual(new Set(['ok']));

  // More films are opened than the day's budget allows: the requests stop at the limit.
  await spend('omdb', 20);
  await spend('tmdb', 30);
  await live.refresh(films.slice(0, 40), { reason: 'opened', signal });
  expect(of('www.omdbapi.com')).toHaveLength(20);
  expect(of('api.themoviedb.org')).toHaveLength(30);
  expect(listTwice([...of('www.omdbapi.com'), ...of('api.themoviedb.org')].map(({ href }) => href))).toEqual(
    [],
  );
  await live.refresh(films.slice(0, 40), { reason: 'opened', signal });
  expect(of('www.omdbapi.com')).toHaveLength(20);
  expect(of('query.wikidata.org')).toHaveLength(20);
  const last = (await live.read(films.slice(39, 40)))[0];
  expect(last?.find(({ status }) => status.source === 'omdb')?.status.state).toBe('limit-reached');
}, 240_000);
