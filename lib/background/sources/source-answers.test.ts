import { beforeEach, expect, test } from 'vitest';
import { chooseKey } from '../../films/find-id.ts';
import { makeFilm } from '../../films/make-film.ts';
import type { Film } from '../../films/types.ts';
import { dayMs } from '../../dates/stored-time.ts';
import type { SourcePolicy } from '../../reviews/policy.ts';
import { reviewSources } from '../../reviews/sources/registry.ts';
import type { FoundFilm, ReviewSource } from '../../reviews/sources/types.ts';
import { createCache, type UseCache } from '../cache/cache-database.ts';
import { createSourceAnswers, isAnswerDue, type KeptAnswer, type SourceAnswers } from './source-answers.ts';

const start = Date.UTC(2026, 10, 29);
const her = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
const heat = makeFilm({ title: 'Heat', year: 1995, refs: ['imdb:tt0113277'] });
const withPolicy = (policy: Partial<SourcePolicy>): ReviewSource[] =>
  reviewSources
    .filter(({ id }) => id !== 'tmdb')
    .map((source) => ({
      ...source,
      policy: {
        ...source.policy,
        freshForMs: 3 * dayMs,
        missFreshForMs: dayMs,
        keepAtMostMs: null,
        ...policy,
      },
    }));
const sources = withPolicy({});
const found = (film: Film): FoundFilm => ({ film, scores: [], reviews: [] });

let caches = 0;
let now = start;
let use: UseCache;
let answers: SourceAnswers;

beforeEach(() => {
  now = start;
  use = createCache(`source-answers-${(caches += 1)}`);
  answers = createSourceAnswers({ use, now: () => now });
});

/** What is kept of OMDb and of Wikidata about each film: whether it was found, its age, and the fault. */
async function loadKept(films: Film[], of = sources): Promise<unknown[][]> {
  const kept = await answers.load(films, of);
  const tell = (one: KeptAnswer | null) =>
    one && [one.row.found?.film.title ?? null, one.age, one.row.fault?.code ?? null].join(' ').trim();
  return kept.map((list) => list.map(tell));
}

const row: KeptAnswer['row'] = {
  key: '',
  source: 'omdb',
  refs: [],
  found: null,
  fetchedAt: start,
  fault: null,
};

test.each<[string, KeptAnswer | null, boolean]>([
  ['nothing is kept', null, true],
  ['the answer is fresh', { row, age: 'fresh' }, false],
  ['the answer is stale', { row, age: 'stale' }, true],
  [
    'a fault says to wait',
    { row: { ...row, fault: { code: 'failed', until: start + 1 } }, age: 'stale' },
    false,
  ],
  ['the wait is over', { row: { ...row, fault: { code: 'failed', until: start } }, age: 'stale' }, true],
  [
    'a fault followed a fresh answer',
    { row: { ...row, fault: { code: 'failed', until: 0 } }, age: 'fresh' },
    false,
  ],
])('where %s, whether to ask is clear', (_what, kept, expected) => {
  expect(isAnswerDue(kept, start)).toBe(expected);
});

test.each<[Film, string]>([
  [her, 'imdb:tt1798709'],
  [makeFilm({ title: 'Her', year: 2013, refs: ['letterboxd:her', 'imdb:tt1798709'] }), 'imdb:tt1798709'],
  [makeFilm({ title: 'Her', year: 2013, refs: ['title:her:2013'] }), 'title:her:2013'],
])('a film is asked for by its best known id, else by its name: %#', (film, key) => {
  expect(chooseKey(film)).toBe(key);
});

test('what is kept comes in the order of the films, then the sources', async () => {
  expect(await loadKept([her, heat])).toEqual([
    [null, null],
    [null, null],
  ]);
  await answers.save('omdb', her, found(her));
  await answers.save('wikidata', heat, null);
  expect(await loadKept([heat, her])).toEqual([
    [null, 'fresh'],
    ['Her fresh', null],
  ]);
  expect(await answers.load([her, heat], [])).toEqual([[], []]);
});

test('an answer ages by the policy of its source, a miss by a time of its own', async () => {
  await answers.save('omdb', her, found(her));
  await answers.save('omdb', heat, null);
  const kept = async (of?: ReviewSource[]) => (await loadKept([her, heat], of)).map(([omdb]) => omdb);
  expect(await kept()).toEqual(['Her fresh', 'fresh']);
  now += dayMs;
  expect(await kept()).toEqual(['Her fresh', 'stale']);
  now += 2 * dayMs;
  expect(await kept()).toEqual(['Her stale', 'stale']);
  expect(await kept(withPolicy({ keepAtMostMs: 3 * dayMs }))).toEqual([null, null]);
});

test('a fault stays beside the answer from before until there is a new answer', async () => {
  const fault = { code: 'offline', until: start + 5 } as const;
  await answers.saveFault('omdb', heat, fault);
  await answers.save('omdb', her, found(her));
  await answers.saveFault('omdb', her, fault);
  expect((await loadKept([her, heat])).map(([omdb]) => omdb)).toEqual(['Her fresh offline', 'stale offline']);
  now += 1;
  await answers.save('omdb', her, null);
  await answers.save('omdb', heat, found(heat));
  expect((await loadKept([her, heat])).map(([omdb]) => omdb)).toEqual(['fresh', 'Heat fresh']);
  const [kept] = await answers.load([her], sources);
  expect(kept?.[0]?.row.fetchedAt).toBe(start + 1);
});

test('of several answers about a film the newest counts, and any counts before a mere fault', async () => {
  const named = makeFilm({ title: 'Her', year: 2013 });
  await answers.saveFault('omdb', named, { code: 'failed', until: 0 });
  await answers.save('omdb', her, found(her));
  const both = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709', 'tmdb:152601'] });
  expect((await loadKept([both]))[0]?.[0]).toBe('Her fresh');
  now += 1;
  await answers.save('omdb', named, null);
  expect((await loadKept([both]))[0]?.[0]).toBe('fresh');
});

test('a film is found by the names and ids of the film that the source answered with', async () => {
  await answers.save('omdb', her, found(makeFilm({ title: 'Her', year: 2013, refs: ['tmdb:152601'] })));
  const other = makeFilm({ title: 'Sie', year: 2013, refs: ['tmdb:152601'] });
  expect((await loadKept([other]))[0]?.[0]).toBe('Her fresh');
});

test('films that sources found are listed by any of their refs, each row once', async () => {
  const refLists: Film['refs'][] = [['imdb:tt1798709', 'title:her:2013'], ['imdb:tt0113277'], []];
  expect(await answers.loadFilms(refLists)).toEqual([[], [], []]);
  await answers.save('omdb', her, found(her));
  await answers.save('wikidata', heat, null);
  const films = await answers.loadFilms(refLists);
  expect(films.map((list) => list.map(({ title }) => title))).toEqual([['Her'], [], []]);
});

test('a film with very many refs is found by its first ones', async () => {
  const many = makeFilm({
    title: 'Her',
    year: 2013,
    refs: Array.from({ length: 60 }, (_, at) => `tmdb:${at + 1}` as const),
  });
  await answers.save('omdb', many, null);
  const [stored] = await use((db) => db.getAll('sourceAnswers'));
  expect(stored?.refs).toHaveLength(40);
  expect(stored?.refs[0]).toBe('tmdb:1');
});

test('a purge deletes what may be kept no longer and what belongs to no source', async () => {
  const limited = withPolicy({ keepAtMostMs: 2 * dayMs });
  await answers.save('omdb', her, found(her));
  await answers.save('tmdb', her, found(her));
  await answers.saveFault('wikidata', heat, { code: 'failed', until: 0 });
  now += dayMs;
  await answers.save('omdb', heat, null);
  const listKeys = () => use((db) => db.getAllKeys('sourceAnswers'));
  await answers.purge(sources);
  expect(await listKeys()).toEqual(['omdb imdb:tt0113277', 'omdb imdb:tt1798709', 'wikidata imdb:tt0113277']);
  now += dayMs;
  await answers.purge(limited);
  expect(await listKeys()).toEqual(['omdb imdb:tt0113277']);
});
