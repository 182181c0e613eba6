import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Film } from '../../films/types.ts';
import { SourceError } from './errors.ts';
import { makeFilm } from '../../films/make-film.ts';
import { feedSources } from './feed-registry.ts';
import { reviewSources } from './registry.ts';
import { omdbHer } from './testing/omdb.ts';
import { makeServer, reply, type Reply } from './testing/server.ts';
import { tmdbHer, tmdbSearch } from './testing/tmdb.ts';
import { wikidataItems, wikidataHer, wikidataPeople } from './testing/wikidata.ts';
import { rssFeed, wordpressPosts } from './testing/sites.ts';
import type { FoundFilm, ReviewSource } from './types.ts';

const now = Date.UTC(2026, 10, 22, 12);
const her: Film = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
const key = 'a-key-that-nobody-may-see';

/** The answers of each service for Her, by a part of the address. */
const answers: Record<string, Record<string, unknown>> = {
  omdb: { 'i=tt1798709': omdbHer, 'i=tt0111161': omdbHer },
  tmdb: {
    '/find/': { movie_results: [tmdbSearch] },
    '/movie/152601': tmdbHer,
    '/authentication': { success: true },
  },
  wikidata: {
    '/sparql': wikidataItems,
    'props=labels%7Caliases': wikidataHer,
    'props=labels&': wikidataPeople,
  },
};

async function lookUp(
  source: ReviewSource,
  routes: Record<string, Reply>,
  film = her,
): Promise<FoundFilm | null> {
  const { fetch } = makeServer(routes);
  const context = { fetch, signal: new AbortController().signal, now, key, languages: ['en'] };
  return (await source.lookUp([film], context))[0] ?? null;
}

const routesOf = (id: string): Record<string, Reply> =>
  Object.fromEntries(Object.entries(answers[id] ?? {}).map(([part, body]) => [part, reply(body)]));

/** A shallow copy of a list or an object, with members that can be set by name. */
function copyOf(value: object): Record<string, unknown> {
  const copy: object = Array.isArray(value) ? (value as unknown[]).slice() : { ...value };
  return copy as Record<string, unknown>;
}

/** Copies of a recorded answer, each with one value replaced by one of another type. */
function* listBroken(value: unknown, path: string[] = []): Generator<{ path: string; broken: unknown }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    for (const wrong of [null, 7, 'x', [], {}, true, [[{}]], -1, '1e999', 'NaN']) {
      const copy = copyOf(value);
      copy[name] = wrong;
      yield { path: [...path, name].join('.'), broken: copy };
    }
    if (path.length >= 7) continue;
    for (const { path: deep, broken } of listBroken(inner, [...path, name])) {
      const copy = copyOf(value);
      copy[name] = broken;
      yield { path: deep, broken: copy };
    }
  }
}

function expectValid(found: FoundFilm | null): void {
  for (const score of found?.scores ?? []) {
    expect(Number.isFinite(score.value)).toBe(true);
    expect(score.value).toBeGreaterThanOrEqual(score.worst);
    expect(score.value).toBeLessThanOrEqual(score.best);
    expect(score.count === null || (Number.isInteger(score.count) && score.count >= 0)).toBe(true);
    expect(score.asOf).toMatch(/^\d{4}/);
  }
  for (const review of found?.reviews ?? []) expect(review.url).toMatch(/^https:\/\//);
  if (found) expect(typeof found.film.title).toBe('string');
}

test('each file of a source is named after its id, and the registry is in alphabetical order', () => {
  const ids = [...reviewSources, ...feedSources].map(({ id }) => id);
  const files = readdirSync(new URL('.', import.meta.url));
  for (const id of ids) expect(files).toContain(`${id}.ts`);
  expect(reviewSources.map(({ id }) => id)).toEqual(reviewSources.map(({ id }) => id).sort());
});

describe.each(reviewSources.map((source) => [source.id, source] as const))('%s', (id, source) => {
  test('has its members in the common order, and a complete policy', () => {
    expect(Object.keys(source)).toEqual([
      'id',
      'name',
      'origins',
      'needsKey',
      'policy',
      'lookUp',
      'checkKey',
    ]);
    expect(Object.keys(source.policy)).toEqual([
      'freshForMs',
      'missFreshForMs',
      'keepAtMostMs',
      'licence',
      'mayExport',
      'dailyBudget',
      'minGapMs',
      'maxBatch',
      'requestsPerFilm',
    ]);
    for (const origin of source.origins) expect(origin).toMatch(/^https:\/\/[a-z.]+\/\*$/);
    if (source.needsKey) expect(source.policy.dailyBudget).toBeGreaterThan(0);
  });

  test('finds the film with its scores', async () => {
    const found = await lookUp(source, routesOf(id));
    expect(found?.film.title).toBe('Her');
    expect(found?.scores.length).toBeGreaterThan(0);
    expectValid(found);
  });

  test('sends requests only to its origins', async () => {
    const server = makeServer(routesOf(id));
    const context = {
      fetch: server.fetch,
      signal: new AbortController().signal,
      now,
      key,
      languages: ['en'],
    };
    await source.lookUp([her], context);
    const hosts = server.requests.map(({ url }) => `https://${new URL(url).hostname}/*`);
    expect(source.origins).toEqual(expect.arrayContaining(hosts));
  });

  test('rejects a film with another year and name', async () => {
    const other = makeFilm({ title: 'Him', year: 1971, refs: ['imdb:tt1798709'] });
    expect(await lookUp(source, routesOf(id), other)).toBeNull();
  });

  test('rejects HTML instead of JSON as malformed', async () => {
    const page = reply('<!doctype html><title>Log in</title><p>Welcome to the hotel');
    await expect(lookUp(source, { '/': page })).rejects.toMatchObject({ code: 'malformed' });
  });

  test.each(['[]', '7', 'null', '{"a":', '"text"', ''])(
    'finds nothing in the answer %j or rejects it',
    async (body) => {
      const outcome = await lookUp(source, { '/': { status: 200, body } }).catch((error: unknown) => error);
      if (outcome !== null) expect(outcome).toBeInstanceOf(SourceError);
    },
  );

  test('distinguishes status 401 from a "forbidden" HTML page', async () => {
    const refused = lookUp(source, { '/': { status: 401, body: '{"success":false,"status_code":7}' } });
    await expect(refused).rejects.toBeInstanceOf(SourceError);
    const forbidden = lookUp(source, { '/': { status: 403, body: '<html>blocked</html>' } });
    await expect(forbidden).rejects.toMatchObject({ code: 'failed' });
  });

  test(
    'a value of the wrong type anywhere causes neither an invalid score nor an unexpected error',
    { tags: 'slow' },
    async () => {
      for (const [part, body] of Object.entries(answers[id] ?? {})) {
        for (const { path, broken } of listBroken(body)) {
          const outcome: unknown = await lookUp(source, { ...routesOf(id), [part]: reply(broken) }).catch(
            (error: unknown) => error,
          );
          if (outcome instanceof Error) expect(outcome, `${part} ${path}`).toBeInstanceOf(SourceError);
          else expectValid(outcome as FoundFilm | null);
        }
      }
    },
  );

  test('no error contains the key', async () => {
    for (const route of [
      { status: 401, body: '{}' },
      { status: 500, body: key },
      { status: 200, body: key },
    ]) {
      const error: unknown = await lookUp(source, { '/': route }).catch((thrown: unknown) => thrown);
      expect(String(error) + JSON.stringify(error)).not.toContain(key);
    }
  });

  test('sends no request without a required key', async () => {
    const server = makeServer({});
    const context = {
      fetch: server.fetch,
      signal: new AbortController().signal,
      now,
      key: null,
      languages: [],
    };
    if (!source.needsKey) return expect(source.checkKey).toBeNull();
    await expect(source.lookUp([her], context)).rejects.toMatchObject({ code: 'no-key' });
    expect(server.requests).toEqual([]);
  });

  test('accepts a valid key', async () => {
    const { fetch } = makeServer(routesOf(id));
    const context = { fetch, signal: new AbortController().signal, now, key, languages: [] };
    if (source.checkKey) await expect(source.checkKey(context)).resolves.toBeUndefined();
    else expect(source.needsKey).toBe(false);
  });
});

describe.each(feedSources.map((source) => [source.id, source] as const))('%s', (id, source) => {
  const site = {
    url: id === 'wordpress' ? 'https://blog.example/wp-json/' : 'https://blog.example/feed/',
    cursor: null,
  };
  const body = id === 'wordpress' ? JSON.stringify(wordpressPosts) : rssFeed;
  const read = (route: Reply) => {
    const { fetch } = makeServer({ '/': route });
    return source.lookUp(site, {
      fetch,
      signal: new AbortController().signal,
      now,
      key: null,
      languages: [],
    });
  };

  test('has its members in the common order', () => {
    expect(Object.keys(source)).toEqual(['id', 'name', 'kinds', 'policy', 'lookUp', 'past', 'findGone']);
  });

  test('returns posts with plain texts', async () => {
    const { posts } = await read({ status: 200, body });
    expect(posts[0]).toMatchObject({ url: 'https://blog.example/her/', heading: 'Her & him – Review' });
    expect(JSON.stringify(posts)).not.toMatch(/<p>|&#8211;|&amp;/);
  });

  test('rejects a login page as malformed', async () => {
    await expect(read({ status: 200, body: '<html><body>Log in</body></html>' })).rejects.toMatchObject({
      code: 'malformed',
    });
  });

  test.each([401, 403, 404])('throws a SourceError for status %d', async (status) => {
    await expect(read({ status, body: '<html></html>' })).rejects.toBeInstanceOf(SourceError);
  });
});
