// @module-tag slow
// All sources on and a list of 1,000 titles: who is asked, how often, and never twice for one film.
import { expect, test } from 'vitest';
import { createCache } from '../lib/background/cache/cache-database.ts';
import { createLiveSources } from '../lib/background/sources/live-sources.ts';
import { createRequestQueue } from '../lib/background/http/request-queue.ts';
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
  const asked: URL[] = [];
  let clock = Date.UTC(2026, 10, 22, 1);
  const now = () => clock;
  const use = createCache('thousand-titles');
  const quota = createUsageQuota({ use, now });
  const answers = createSourceAnswers({ use, now });
  const fetchHere: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url);
    const headers = Object.fromEntries(new Headers(init?.headers));
    const answer = await services.handlers[url.hostname as ServiceHost]({ url, headers });
    return new Response(answer?.body as string, { status: answer?.status ?? 200 });
  };
  const queue = createRequestQueue({
    fetch: fetchHere,
    now,
    sleep: (ms) => {
      // The whole of it stays within one day, however many wait.
      clock += Math.min(ms, 50);
      return Promise.resolve();
    },
    random: () => 0.5,
    hasPermission: () => Promise.resolve(true),
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
  const of = (host: ServiceHost) => asked.filter(({ hostname }) => hostname === host);
  /** Uses up the day's budget but for so many requests. */
  const spend = async (id: LiveSourceId, left: number) => {
    const row = await quota.load(id);
    await use((db) =>
      db.put('meters', { ...row, used: (findReviewSource(id).policy.dailyBudget ?? 0) - left }),
    );
  };
  return { live, of, asked, spend };
}

const signal = new AbortController().signal;
const listTwice = <T>(list: T[]): T[] => list.filter((one, at) => list.indexOf(one) !== at);

test('a list of 1,000 titles stays within each budget, and no film is asked for twice', async () => {
  const { live, of, asked, spend } = startSources();
  const list = films;
  // Two tabs with the same list at one time, and a title that stands in it more than once.
  await Promise.all([
    live.refresh([...list, ...list.slice(0, 40)], { opened: false, signal }),
    live.refresh(list.slice(800), { opened: false, signal }),
  ]);
  const names = of('query.wikidata.org').flatMap(({ searchParams }) =>
    [...(searchParams.get('query') ?? '').matchAll(/"([^"]+)"@en/g)].map(([, name]) => name),
  );
  expect(names).toHaveLength(listed);
  expect(listTwice(names)).toEqual([]);
  expect(of('query.wikidata.org')).toHaveLength(20);
  expect(of('www.wikidata.org').length).toBeLessThanOrEqual(40);
  // One by one they would cost a list a thousand questions each: they are asked for films that are opened.
  expect([...of('www.omdbapi.com'), ...of('api.themoviedb.org')]).toEqual([]);

  const before = asked.length;
  await live.refresh(list.slice(0, 100), { opened: false, signal });
  expect(asked).toHaveLength(before);
  const states = (await live.read(list.slice(0, 20))).map(
    (answers) => answers.find(({ status }) => status.source === 'wikidata')?.status.state,
  );
  expect(new Set(states)).toEqual(new Set(['ok']));

  // So many opened that the day's budget is passed: where it ends the source is left alone.
  await spend('omdb', 20);
  await spend('tmdb', 30);
  await live.refresh(films.slice(0, 40), { opened: true, signal });
  expect(of('www.omdbapi.com')).toHaveLength(20);
  expect(of('api.themoviedb.org')).toHaveLength(30);
  expect(listTwice([...of('www.omdbapi.com'), ...of('api.themoviedb.org')].map(({ href }) => href))).toEqual(
    [],
  );
  await live.refresh(films.slice(0, 40), { opened: true, signal });
  expect(of('www.omdbapi.com')).toHaveLength(20);
  expect(of('query.wikidata.org')).toHaveLength(20);
  const last = (await live.read(films.slice(39, 40)))[0];
  expect(last?.find(({ status }) => status.source === 'omdb')?.status.state).toBe('limit-reached');
}, 240_000);
