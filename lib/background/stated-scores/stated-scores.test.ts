import { beforeEach, describe, expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import type { Film, Match, SiteScore } from '../../films/types.ts';
import { dayMs } from '../../dates/stored-time.ts';
import { createCache, type UseCache } from '../cache/cache-database.ts';
import { makeHint } from '../testing/films.ts';
import {
  createStatedScores,
  keepStatedMs,
  maxKeptPerMinute,
  maxStatedScores,
  type StatedScores,
} from './stated-scores.ts';

const her = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
const match: Match = { kind: 'film', film: her, reason: 'ref', certainty: 'sure' };
const unknown: Match = { kind: 'unknown', reason: 'no-film-of-that-name' };
const siteScore: SiteScore = { value: 4.2, worst: 0, best: 5, count: 31 };
const url = 'https://letterboxd.com/film/her/';
const named = { title: 'Her', year: 2013, refs: ['letterboxd:her' as const] };
const sighted = makeHint(named, { isSubject: true, siteScore });

let caches = 0;
let use: UseCache;
let at: number;
let isOn: boolean;
let scores: StatedScores;

beforeEach(() => {
  use = createCache(`stated-${(caches += 1)}`);
  at = Date.UTC(2026, 10, 30);
  isOn = true;
  scores = createStatedScores({
    use,
    now: () => at,
    formatDay: (ms) => new Date(ms).toISOString().slice(0, 10),
    isOn: () => Promise.resolve(isOn),
  });
});

const findOne = async (film: Film) => (await scores.find([film]))[0] ?? [];
const count = () => use((db) => db.count('statedScores'));

describe('a kept score', () => {
  test('is found for the film that the page was about, under any of its ids, with the day of the visit', async () => {
    await scores.keep({ url, sighted, match });
    const kept = { source: 'letterboxd', value: 4.2, best: 5, count: 31, asOf: '2026-11-30' };
    expect(await findOne(her)).toMatchObject([kept]);
    expect(await findOne(makeFilm({ title: 'Elle', refs: ['letterboxd:her'] }))).toMatchObject([kept]);
    expect(await findOne(makeFilm({ title: 'Her', year: 2013, refs: [] }))).toMatchObject([kept]);
    expect(await scores.find([null, her])).toMatchObject([[], [kept]]);
  });

  test('of a film that no film data has is found by the site’s id once the film is known', async () => {
    await scores.keep({ url, sighted, match: unknown });
    expect(await findOne({ ...her, refs: ['imdb:tt1798709', 'letterboxd:her'] })).toHaveLength(1);
  });

  test('is not found for a remake, nor for a film with another id of the site', async () => {
    await scores.keep({ url, sighted, match });
    expect(await findOne(makeFilm({ title: 'Her', year: 2031, refs: ['imdb:tt9900001'] }))).toEqual([]);
    expect(await findOne(makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt9900001'] }))).toEqual([]);
  });

  test('is replaced by that of a later visit', async () => {
    await scores.keep({ url, sighted, match });
    at += dayMs;
    await scores.keep({ url, sighted: { ...sighted, siteScore: { ...siteScore, value: 4.3 } }, match });
    expect(await findOne(her)).toMatchObject([{ value: 4.3, asOf: '2026-12-01' }]);
    expect(await count()).toBe(1);
  });

  test('is not replaced by another site’s', async () => {
    await scores.keep({ url, sighted, match });
    const elsewhere = { url: 'https://www.imdb.com/title/tt1798709/', match };
    const hint = makeHint({ title: 'Her', refs: ['imdb:tt1798709'] }, { isSubject: true });
    await scores.keep({
      ...elsewhere,
      sighted: { ...hint, siteScore: { ...siteScore, value: 8, best: 10 } },
    });
    expect((await findOne(her)).map(({ source, value }) => [source, value])).toEqual(
      expect.arrayContaining([
        ['letterboxd', 4.2],
        ['imdb', 8],
      ]),
    );
  });

  test('is not shown while the setting is off, and is deleted after a year', async () => {
    await scores.keep({ url, sighted, match });
    isOn = false;
    expect(await findOne(her)).toEqual([]);
    isOn = true;
    at += keepStatedMs;
    expect(await findOne(her)).toEqual([]);
    await scores.purge();
    expect(await count()).toBe(0);
  });

  test('from the future is not shown: a clock was wrong', async () => {
    await scores.keep({ url, sighted, match });
    at -= 3 * dayMs;
    expect(await findOne(her)).toEqual([]);
  });
});

test.each<[string, Partial<Parameters<StatedScores['keep']>[0]>]>([
  ['of a page that the site does not have for a film', { url: 'https://letterboxd.com/films/' }],
  ['of a site that is not known', { url: 'https://reviews.example/her/' }],
  [
    'of a site that has a known site’s name in its own',
    { url: 'https://letterboxd.com.evil.example/film/her/' },
  ],
  ['of a page whose address is another film’s', { url: 'https://letterboxd.com/film/heat/' }],
  ['of a film in a list', { sighted: { ...sighted, isSubject: false } }],
  ['on another scale', { sighted: { ...sighted, siteScore: { ...siteScore, best: 10 } } }],
  ['of one of several films', { match: { kind: 'ambiguous', candidates: [her, her], reason: 'correction' } }],
  ['of what the user says is not a film', { match: { kind: 'unknown', reason: 'correction' } }],
])('no score is kept %s', async (_what, more) => {
  await scores.keep({ url, sighted, match, ...more });
  expect(await count()).toBe(0);
});

test('no score is kept while the setting is off', async () => {
  isOn = false;
  await scores.keep({ url, sighted, match });
  expect(await count()).toBe(0);
});

describe('what is kept is bounded', () => {
  const visit = (id: number) =>
    scores.keep({
      url: `https://letterboxd.com/film/f${id}/`,
      sighted: makeHint({ title: `F ${id}`, refs: [`letterboxd:f${id}`] }, { isSubject: true, siteScore }),
      match: unknown,
    });

  test('in a minute', async () => {
    for (let id = 0; id < 2 * maxKeptPerMinute; id += 1) await visit(id);
    expect(await count()).toBe(maxKeptPerMinute);
    at += 60_000;
    await visit(1000);
    expect(await count()).toBe(maxKeptPerMinute + 1);
  });

  test('in all: the oldest are deleted', async () => {
    await scores.keep({ url, sighted, match });
    const [row] = await use((db) => db.getAll('statedScores'));
    if (!row) throw new Error('nothing was kept');
    await use(async (db) => {
      const tx = db.transaction('statedScores', 'readwrite');
      for (let id = 0; id < maxStatedScores; id += 1)
        void tx.store.put({ ...row, key: `old ${id}`, refs: [], savedAt: id });
      await tx.done;
    });
    at += 60_000;
    await visit(1);
    expect(await count()).toBe(maxStatedScores * 0.9);
    expect(await findOne(her)).toHaveLength(1);
  });
});
